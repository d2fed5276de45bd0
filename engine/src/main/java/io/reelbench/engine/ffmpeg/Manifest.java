package io.reelbench.engine.ffmpeg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an unpacked folder must hold. Hashing 85 MB at each start would cost a third of a second, so a file whose size, change time and
 * inode are as recorded is taken for the same; any other is hashed. The first line is the hash of the rest.
 *
 * @param lines one a file
 */
record Manifest(List<Line> lines) {

    /** The manifest itself; the only other name that may stand in the folder is {@link #STUB}. */
    static final String NAME = "manifest";
    static final String STUB = "stub";

    /**
     * @param stamp  size, change time and inode, as one word
     * @param sha256 of the content
     */
    record Line(String name, String stamp, String sha256) {

        static Line of(Path file, String sha256) throws IOException {
            return new Line(file.getFileName().toString(), stampOf(file), sha256);
        }

        private static String stampOf(Path file) throws IOException {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            return is.size() + ":" + is.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS) + ":" + is.fileKey();
        }

        /** The line as it stands now, if the content is still the same. */
        Optional<Line> checked(Path folder) throws IOException {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            boolean same = stampOf(file).equals(stamp) || Hash.of(file).equals(sha256);
            return same ? Optional.of(of(file, sha256)) : Optional.empty();
        }

        @Override
        public String toString() {
            return sha256 + " " + stamp + " " + name + "\n";
        }
    }

    /** Whether this folder holds what its manifest says, and nothing else. Stamps that changed without the content are recorded anew. */
    static boolean holds(Path folder) throws IOException {
        Optional<Manifest> recorded = read(folder);
        if (recorded.isEmpty() || !recorded.get().namesIn(folder)) {
            return false;
        }
        List<Line> now = new ArrayList<>();
        for (Line line : recorded.get().lines) {
            line.checked(folder).ifPresent(now::add);
        }
        if (now.size() == recorded.get().lines.size() && !now.equals(recorded.get().lines)) {
            new Manifest(now).write(folder);
        }
        return now.size() == recorded.get().lines.size();
    }

    void write(Path folder) throws IOException {
        String body = body();
        Path fresh = Files.createTempFile(folder.getParent(), ".manifest-", "");
        Files.writeString(fresh, Hash.of(body) + "\n" + body);
        Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Optional<Manifest> read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        String body = text.substring(text.indexOf('\n') + 1);
        boolean whole = !body.isEmpty() && text.startsWith(Hash.of(body) + "\n");
        return whole ? Optional.of(new Manifest(body.lines().map(Manifest::line).toList())) : Optional.empty();
    }

    private static Line line(String text) {
        String[] words = text.split(" ", 3);
        return new Line(words[2], words[1], words[0]);
    }

    /** A planted library would be loaded before the system's: nothing foreign may lie in the folder. */
    private boolean namesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            Set<String> found = all.map(p -> p.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
            found.removeAll(Set.of(NAME, STUB));
            return found.equals(lines.stream().map(Line::name).collect(Collectors.toSet()));
        }
    }

    private String body() {
        return lines.stream().map(Line::toString).collect(Collectors.joining());
    }
}
