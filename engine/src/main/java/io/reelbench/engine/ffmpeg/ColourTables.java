package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.problem.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads colour tables (LUTs) as untrusted text, before ffmpeg does: whether they are what their ending says, and no larger than a table can
 * be. Remembers the last ones as long as their files stay the same.
 */
final class ColourTables {

    /** 128 steps of three numbers of 20 letters each. */
    private static final long MOST_BYTES = 160L << 20;
    private static final int LONGEST_LINE = 512;
    /** ffmpeg's own limit of steps along one side. */
    private static final int MOST_STEPS = 256;
    private static final int KEPT = 32;
    private static final String NUMBER = "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?";

    private record Identity(Path file, long bytes, long modifiedMs) {
    }

    private final Map<Identity, SideFile> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Identity, SideFile> eldest) {
            return size() > KEPT;
        }
    };

    SideFile look(Path file) {
        Identity identity;
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            if (!is.isRegularFile() || !Files.isReadable(file)) {
                return new SideFile.Missing();
            }
            identity = new Identity(file, is.size(), is.lastModifiedTime().toMillis());
        } catch (IOException gone) {
            return new SideFile.Missing();
        }
        synchronized (known) {
            if (known.containsKey(identity)) {
                return known.get(identity);
            }
        }
        SideFile seen = wrong(identity).<SideFile>map(SideFile.Unfit::new)
                .orElseGet(() -> new SideFile.Table(identity.bytes, identity.modifiedMs));
        synchronized (known) {
            known.put(identity, seen);
        }
        return seen;
    }

    private static Optional<Text> wrong(Identity identity) {
        if (identity.bytes == 0 || identity.bytes > MOST_BYTES) {
            return Optional.of(FfmpegWords.TABLE_SIZE.with());
        }
        // malformed bytes become a letter that no table has
        try (BufferedReader text = new BufferedReader(
                new InputStreamReader(Files.newInputStream(identity.file), StandardCharsets.ISO_8859_1));
                Stream<String> lines = text.lines()) {
            return wrong(ending(identity.file), lines.iterator());
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.of(FfmpegWords.DISK.with());
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Optional<Text> wrong(String ending, Iterator<String> lines) {
        return switch (ending) {
            case "cube" -> cube(lines);
            // the table is the rest: numbers, three a line
            case "3dl", "dat", "m3d", "csp" -> numbers(ending, lines);
            default -> Optional.of(FfmpegWords.TABLE_KIND.with("." + ending));
        };
    }

    /** Adobe's Cube LUT specification 1.0: key words, then one line of three numbers for each point of the grid. */
    private static Optional<Text> cube(Iterator<String> lines) {
        long steps = 0;
        long points = 0;
        int number = 0;
        while (lines.hasNext()) {
            String line = lines.next();
            number++;
            String plain = line.strip();
            if (line.length() > LONGEST_LINE) {
                return Optional.of(FfmpegWords.TABLE_LINE.with(number));
            } else if (plain.isEmpty() || plain.startsWith("#")) {
                continue;
            }
            String[] words = plain.split("\\s+");
            if (isPoint(words)) {
                points++;
            } else if (words[0].equals("LUT_1D_SIZE")) {
                return Optional.of(FfmpegWords.TABLE_FLAT.with());
            } else if (words[0].equals("LUT_3D_SIZE") && words.length == 2 && words[1].matches("\\d{1,4}")) {
                steps = Long.parseLong(words[1]);
            } else if (points > 0 || !words[0].matches("[A-Z][A-Z0-9_]*")) {
                return Optional.of(FfmpegWords.TABLE_LINE.with(number));
            }
            if (steps > MOST_STEPS || steps == 1 || points > steps * steps * steps) {
                return Optional.of(FfmpegWords.TABLE_POINTS.with(points, steps * steps * steps));
            }
        }
        return steps > 0 && points == steps * steps * steps
                ? Optional.empty()
                : Optional.of(FfmpegWords.TABLE_POINTS.with(points, steps * steps * steps));
    }

    private static boolean isPoint(String[] words) {
        return words.length == 3 && Stream.of(words).allMatch(w -> w.length() < 32 && w.matches(NUMBER));
    }

    /** Enough of it to tell that it is a table: short lines, and points among them. */
    private static Optional<Text> numbers(String ending, Iterator<String> lines) {
        List<String> heads = ending.equals("csp") ? List.of("CSPLUTV100") : List.of();
        String first = lines.hasNext() ? lines.next().strip() : "";
        if (!heads.isEmpty() && !heads.contains(first)) {
            return Optional.of(FfmpegWords.TABLE_LINE.with(1));
        }
        long points = 0;
        for (int number = 2; lines.hasNext(); number++) {
            String line = lines.next();
            // the first lines of .3dl and .csp list all steps of a side
            if (line.length() > 16 * LONGEST_LINE || line.chars().anyMatch(c -> c < ' ' && c != '\t')) {
                return Optional.of(FfmpegWords.TABLE_LINE.with(number));
            }
            points += isPoint(line.strip().split("\\s+")) ? 1 : 0;
        }
        return points >= 8 ? Optional.empty() : Optional.of(FfmpegWords.TABLE_EMPTY.with());
    }
}
