package io.reelbench.engine.reuse;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results, one JSON object a line, the oldest first. Lines are only appended, whole, so that several programs may do it at once; what
 * cannot be read is left out, since all of it can be made again.
 */
final class ResultsFile {

    private static final Logger LOG = LoggerFactory.getLogger(ResultsFile.class);
    private static final int VERSION = 1;
    private static final long MOST_BYTES = 32_000_000;
    /** So many are known at most; twice as many lines make it shrink. */
    static final int MOST = 5_000;

    /**
     * A line.
     *
     * @param sizes of the files that it was made of
     * @param at    seconds since 1970
     */
    record Line(int version, String shape, List<Long> sizes, String key, String name, long at, List<Kept> files,
            List<Text> notes, boolean asPlanned) {

        Earlier earlier() {
            return new Earlier(key, name,
                    files.stream().map(f -> new Earlier.Kept(Path.of(f.file), f.bytes, f.digest)).toList(), notes,
                    asPlanned);
        }

        private boolean isSound() {
            return version == VERSION && shape != null && sizes != null && key != null && name != null && files != null
                    && !files.isEmpty() && notes != null && !notes.contains(null)
                    && files.stream().allMatch(f -> f != null && f.file != null && f.digest != null);
        }
    }

    /** A file of a line. */
    record Kept(String file, long bytes, String digest) {
    }

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path file;
    private List<Line> lines = List.of();
    private String asOf = "";

    ResultsFile(Path folder) {
        this.file = folder.resolve("results.jsonl");
    }

    /** All, the newest first; read again when another program wrote to it. */
    synchronized List<Line> newestFirst() {
        String now = state();
        if (!now.equals(asOf)) {
            lines = read();
            asOf = now;
        }
        return lines.reversed();
    }

    private String state() {
        try {
            return Files.exists(file) ? Files.size(file) + "/" + Files.getLastModifiedTime(file) : "";
        } catch (IOException gone) {
            return "gone";
        }
    }

    private List<Line> read() {
        List<Line> read = new ArrayList<>();
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            List<String> texts = Files.size(file) > MOST_BYTES ? List.of() : text().lines().filter(l -> !l.isBlank()).toList();
            List<String> newest = texts.subList(Math.max(0, texts.size() - MOST), texts.size());
            newest.forEach(text -> understood(text).ifPresent(read::add));
            if (texts.size() > 2 * MOST || Files.size(file) > MOST_BYTES) {
                replace(newest);
            }
        } catch (IOException unreadable) {
            LOG.warn("What was made before cannot be read", unreadable);
        }
        return List.copyOf(read);
    }

    private String text() throws IOException {
        return new String(Files.readAllBytes(file), UTF_8);
    }

    private Optional<Line> understood(String text) {
        try {
            return Optional.ofNullable(json.readValue(text, Line.class)).filter(Line::isSound);
        } catch (JacksonException torn) {
            LOG.debug("A line of {} cannot be read", file, torn);
            return Optional.empty();
        }
    }

    /** What another program adds in this moment may be lost; it can be made again. */
    private void replace(List<String> newest) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), "results", ".new");
        Files.write(fresh, newest, UTF_8);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    synchronized void add(Subject subject, List<Long> sizes, Earlier made) {
        Line line = new Line(VERSION, subject.shape(), sizes, made.key(), made.name(), Instant.now().getEpochSecond(),
                made.files().stream().map(f -> new Kept(f.file().toString(), f.bytes(), f.digest())).toList(), made.notes(),
                made.asPlanned());
        boolean upToDate = state().equals(asOf);
        try {
            Files.createDirectories(file.getParent());
            // a torn line of an earlier end must not swallow this one: an empty one between them harms nothing
            Files.writeString(file, "\n" + json.writeValueAsString(line), UTF_8, StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            if (upToDate) {
                List<Line> more = new ArrayList<>(lines.subList(Math.max(0, lines.size() - MOST + 1), lines.size()));
                more.add(line);
                lines = List.copyOf(more);
                asOf = state();
            }
        } catch (IOException full) {
            LOG.warn("What was made cannot be remembered", full);
        }
    }

    synchronized void clear() throws IOException {
        Files.deleteIfExists(file);
    }
}
