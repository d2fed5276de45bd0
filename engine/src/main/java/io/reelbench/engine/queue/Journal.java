package io.reelbench.engine.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import tools.jackson.core.JacksonException;

/**
 * The second memory of the open tasks, independent of the database: a text file of one JSON object a line, each with its number, length
 * and checksum. It is only ever appended to, and now and then written anew with what is still open. A torn or damaged line is left out.
 */
final class Journal implements AutoCloseable {

    private static final long ROOM = 8L * 1024 * 1024;
    private static final Pattern HEAD = Pattern.compile(
            "\\{\"n\":(\\d{1,18}),\"crc\":\"([0-9a-f]{8})\",\"len\":(\\d{1,9}),\"id\":\"([^\"]{1,40})\",\"task\":");
    private static final String GONE = "null";

    /**
     * The last line about a task. It is only read when it is needed, which is nearly never.
     *
     * @param number of the line
     * @param id     of the task
     * @param text   the task's row as JSON
     */
    record Known(long number, String id, String text) {
    }

    private final Path file;
    private final TaskJson json;
    private final Map<String, Known> found = new LinkedHashMap<>();
    private FileChannel channel;
    private long number;
    private long most = ROOM;

    /** Opens the journal of a folder, and reads what is in it. */
    Journal(Path folder, TaskJson json) throws IOException {
        this.file = folder.resolve("queue.journal");
        this.json = json;
        if (Files.exists(file)) {
            read();
        }
        this.channel = FileChannel.open(file, CREATE, WRITE, APPEND);
        endTornLine();
    }

    /** The tasks as it last knew them, without those that are gone; only as it was when it was opened. */
    Map<String, Known> found() {
        return found;
    }

    private void read() throws IOException {
        var lenient = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
        try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), lenient))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                remember(line);
            }
        }
    }

    private void remember(String line) {
        Matcher head = HEAD.matcher(line);
        if (!head.lookingAt() || !line.endsWith("}")) {
            return;
        }
        String text = line.substring(head.end(), line.length() - 1);
        Known known = new Known(Long.parseLong(head.group(1)), head.group(4), text);
        if (text.length() == Integer.parseInt(head.group(3)) && crc(known).equals(head.group(2))) {
            number = Math.max(number, known.number);
            if (text.equals(GONE)) {
                found.remove(known.id);
            } else {
                found.put(known.id, known);
            }
        }
    }

    /** Empty when a later version wrote it. */
    Optional<TaskRow> row(Known known) {
        try {
            return Optional.of(json.read(known.text, TaskRow.class));
        } catch (JacksonException foreign) {
            return Optional.empty();
        }
    }

    /** A line torn by a crash must not swallow the next one. */
    private void endTornLine() throws IOException {
        try (FileChannel last = FileChannel.open(file, READ)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            if (last.size() > 0 && last.read(one, last.size() - 1) == 1 && one.get(0) != '\n') {
                writeAll(channel, "\n");
            }
        }
    }

    /** Returns when it would survive a power cut. */
    void append(Collection<TaskRow> tasks, Collection<String> removed) throws IOException {
        StringBuilder lines = new StringBuilder();
        tasks.forEach(t -> lines.append(line(t.id(), json.write(t))));
        removed.forEach(id -> lines.append(line(id, GONE)));
        if (!lines.isEmpty()) {
            writeAll(channel, lines);
            channel.force(false);
        }
    }

    private String line(String id, String text) {
        Known known = new Known(++number, id, text);
        return "{\"n\":" + number + ",\"crc\":\"" + crc(known) + "\",\"len\":" + text.length() + ",\"id\":\"" + id
                + "\",\"task\":" + text + "}\n";
    }

    private static String crc(Known known) {
        CRC32C crc = new CRC32C();
        crc.update((known.number + " " + known.id + " " + known.text).getBytes(UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static void writeAll(FileChannel to, CharSequence text) throws IOException {
        ByteBuffer bytes = UTF_8.encode(text.toString());
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    /** The number of the last line. */
    long number() {
        return number;
    }

    /** Whether it is time to write it anew. */
    boolean isLong() throws IOException {
        return channel.size() > most;
    }

    /** Writes it anew with only these; the old one counts until the new one is whole. */
    void compact(List<TaskRow> open) throws IOException {
        Path fresh = file.resolveSibling("queue.journal.new");
        Files.deleteIfExists(fresh);
        try (FileChannel out = FileChannel.open(fresh, CREATE_NEW, WRITE)) {
            for (TaskRow task : open) {
                writeAll(out, line(task.id(), json.write(task)));
            }
            out.force(true);
        }
        channel.close();
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        channel = FileChannel.open(file, CREATE, WRITE, APPEND);
        channel.force(true);
        most = Math.max(ROOM, 3 * channel.size());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
