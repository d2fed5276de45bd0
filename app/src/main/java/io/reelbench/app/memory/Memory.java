package io.reelbench.app.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps {@link Remembered} in a file. What cannot be read counts as a first start; the old file is kept beside it. Safe for any thread. */
public final class Memory {

    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    private final ObjectMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final Path file;
    private Remembered now;
    private Remembered written;
    private Runnable changed = () -> {
    };

    /** Reads the file, which blocks for a moment. */
    public Memory(Path config) {
        this.file = config.resolve("window.json");
        this.now = read();
        this.written = now;
    }

    private Remembered read() {
        try {
            Remembered found = json.readValue(Files.readString(file), Remembered.class);
            return found == null ? Remembered.NOTHING : found;
        } catch (NoSuchFileException first) {
            return Remembered.NOTHING;
        } catch (IOException | JacksonException unreadable) {
            LOG.warn("{} cannot be read and is put aside: {}", file, unreadable.getMessage());
            putAside();
            return Remembered.NOTHING;
        }
    }

    private void putAside() {
        try {
            Files.move(file, file.resolveSibling("window.unreadable.json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException kept) {
            LOG.warn("{} stays where it is: {}", file, kept.getMessage());
        }
    }

    public synchronized Remembered now() {
        return now;
    }

    /** Changes what is remembered; {@link #write} makes it last. */
    public void change(UnaryOperator<Remembered> change) {
        Runnable tell;
        synchronized (this) {
            now = change.apply(now);
            tell = changed;
        }
        tell.run();
    }

    /** Told after each change, on the thread that made it: who writes it some time later. */
    public synchronized void onChange(Runnable told) {
        changed = told;
    }

    /** Writes what has changed, whole or not at all. Blocks for a moment. */
    public synchronized void write() throws IOException {
        if (now.equals(written)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Path beside = file.resolveSibling("window.json.part");
        Files.writeString(beside, json.writeValueAsString(now));
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        written = now;
    }
}
