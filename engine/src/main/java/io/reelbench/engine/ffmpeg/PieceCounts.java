package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Counted;
import io.reelbench.engine.plan.Guarded;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Counts the packets of many files, which a list of ours names, in one run of ffprobe: starting one for each takes longer than reading. */
public final class PieceCounts {

    private final Binaries binaries;
    private final Launcher launcher;

    public PieceCounts(Binaries binaries, Launcher launcher) {
        this.binaries = binaries;
        this.launcher = launcher;
    }

    /** What was counted so far in one of them. */
    private static final class Sum {
        private long packets;
        private long from = Long.MAX_VALUE;
        private long to = Long.MIN_VALUE;

        private Counted counted() {
            return new Counted(packets, packets == 0 ? 0 : to - from);
        }
    }

    /**
     * What is in the first track of each, in the list's order; what cannot be read, and all behind it, is left out.
     *
     * @param list numbers the packets of each file from 1 with {@code piece}
     */
    public List<Counted> of(Path list, int count) throws FailedException, InterruptedException {
        List<String> command = List.of(binaries.ffprobe().toString(), "-hide_banner", "-loglevel", "error", "-protocol_whitelist",
                "file", "-format_whitelist", Guarded.DEMUXERS + ",concat", "-f", "concat", "-safe", "0", "-select_streams", "0",
                "-show_entries", "packet=pts_time,duration_time,flags:packet_tags=piece", "-of", "csv=p=0", "-i", "file:" + list);
        try {
            Captured said = Captured.of(launcher.start(command, binaries.environment(), Launcher.Manner.QUICK), Ffprobe.LONG);
            return sums(new String(said.bytes(), StandardCharsets.ISO_8859_1), count);
        } catch (IOException e) {
            throw new FailedException(new Failure.Internal("ffprobe: " + e.getMessage()), e);
        }
    }

    private static List<Counted> sums(String said, int count) {
        List<Sum> sums = new ArrayList<>();
        for (String line : (Iterable<String>) said.lines()::iterator) {
            String[] fields = line.split(",");
            if (fields.length < 4 || !fields[3].matches("\\d{1,6}") || fields[2].contains("D")) {
                continue;
            }
            int piece = Integer.parseInt(fields[3]);
            if (piece > sums.size() + 1 || piece > count) {
                break;
            } else if (piece == sums.size() + 1) {
                sums.add(new Sum());
            }
            add(sums.get(piece - 1), fields);
        }
        return sums.stream().map(Sum::counted).toList();
    }

    private static void add(Sum sum, String[] fields) {
        sum.packets++;
        if (isTime(fields[0])) {
            long at = micros(fields[0]);
            sum.from = Math.min(sum.from, at);
            sum.to = Math.max(sum.to, at + (isTime(fields[1]) ? micros(fields[1]) : 0));
        }
    }

    private static boolean isTime(String field) {
        return field.matches("-?\\d{1,12}(\\.\\d{1,9})?");
    }

    private static long micros(String seconds) {
        return new BigDecimal(seconds).movePointRight(6).longValue();
    }
}
