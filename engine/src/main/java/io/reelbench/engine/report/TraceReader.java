package io.reelbench.engine.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what ffmpeg's {@code metadata=print} wrote: for each frame a line with its time, then lines {@code key=value}. Whatever is neither is
 * passed over.
 */
final class TraceReader {

    private static final Pattern FRAME = Pattern
            .compile("frame:\\d+\\s+pts:\\S+\\s+pts_time:(-?[0-9.]{1,20}(?:e[+-]?\\d{1,2})?)");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?(e[+-]?\\d{1,2})?");
    private static final int LONGEST_LINE = 500;

    private TraceReader() {}

    /** Is told each value as it comes. */
    @FunctionalInterface
    interface Listener {

        /**
         * @param us    when the frame is shown, in microseconds, in the times of the run
         * @param value as it was printed
         */
        void value(long us, String key, String value);
    }

    /** A run that had nothing to print leaves no file, or an empty one. */
    static void read(Path file, Listener listener) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            read(lines, listener);
        } catch (NoSuchFileException nothingPrinted) {
            return;
        }
    }

    static void read(BufferedReader lines, Listener listener) throws IOException {
        Optional<Long> at = Optional.empty();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher frame = line.length() > LONGEST_LINE ? FRAME.matcher("") : FRAME.matcher(line.strip());
            int equals = line.indexOf('=');
            if (frame.matches()) {
                at = micros(frame.group(1));
            } else if (at.isPresent() && equals > 0 && line.length() <= LONGEST_LINE) {
                listener.value(at.get(), line.substring(0, equals), line.substring(equals + 1).strip());
            }
        }
    }

    /** Seconds as microseconds; empty for what is no time. */
    static Optional<Long> micros(String seconds) {
        if (!NUMBER.matcher(seconds).matches()) {
            return Optional.empty();
        }
        BigDecimal us = new BigDecimal(seconds).movePointRight(6).setScale(0, RoundingMode.HALF_UP);
        return us.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 4)) > 0 ? Optional.empty() : Optional.of(us.longValue());
    }

    /** A figure; empty for what is none, such as the level of silence. */
    static OptionalDouble figure(String text) {
        return NUMBER.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }
}
