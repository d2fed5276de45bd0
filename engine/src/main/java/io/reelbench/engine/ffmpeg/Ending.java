package io.reelbench.engine.ffmpeg;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Where a file really ends, by its last packets.
 *
 * @param lastUs  end of the last packet, in the file's own time, in microseconds; empty when no packet has a time
 * @param firstUs start of the first packet that was read
 * @param partial whether the file's index points beyond its end
 */
record Ending(OptionalLong firstUs, OptionalLong lastUs, boolean partial) {

    private static final List<String> TIMES = List.of("-show_entries", "packet=pts_time,duration_time", "-of", "csv=p=0");

    /** Reads on from a time near the claimed end. */
    static Ending after(long fromUs, Ffprobe ffprobe, Entrance file, Optional<String> demuxer)
            throws IOException, InterruptedException {
        String from = BigDecimal.valueOf(Math.max(0, fromUs), 6).toPlainString();
        return read(ffprobe, file, demuxer, Ffprobe.MOMENT, List.of("-read_intervals", from + "%"));
    }

    /** Reads the whole file, at the speed of the disk. */
    static Ending ofAll(Ffprobe ffprobe, Entrance file, Optional<String> demuxer) throws IOException, InterruptedException {
        return read(ffprobe, file, demuxer, Ffprobe.LONG, List.of());
    }

    private static Ending read(Ffprobe ffprobe, Entrance file, Optional<String> demuxer, Duration patience, List<String> where)
            throws IOException, InterruptedException {
        Captured said = ffprobe.ask(file, demuxer, patience, Stream.concat(TIMES.stream(), where.stream()).toList());
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (String line : (Iterable<String>) new String(said.bytes(), StandardCharsets.ISO_8859_1).lines()::iterator) {
            String[] fields = line.split(",");
            Optional<BigDecimal> start = seconds(fields, 0);
            if (start.isPresent()) {
                BigDecimal end = start.get().add(seconds(fields, 1).orElse(BigDecimal.ZERO));
                first = Math.min(first, start.get().movePointRight(6).longValue());
                last = Math.max(last, end.movePointRight(6).longValue());
            }
        }
        boolean none = last == Long.MIN_VALUE || said.late();
        return new Ending(none ? OptionalLong.empty() : OptionalLong.of(first),
                none ? OptionalLong.empty() : OptionalLong.of(last),
                said.err().contains("partial file"));
    }

    private static Optional<BigDecimal> seconds(String[] fields, int at) {
        boolean number = fields.length > at && fields[at].matches("-?\\d{1,12}(\\.\\d{1,9})?");
        return number ? Optional.of(new BigDecimal(fields[at])) : Optional.empty();
    }
}
