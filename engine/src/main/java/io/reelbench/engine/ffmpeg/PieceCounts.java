package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Counted;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.plan.Guarded;
import io.reelbench.engine.plan.OwnWork;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
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

        private void add(boolean counts, long at, long lasts) {
            packets += counts ? 1 : 0;
            from = Math.min(from, at);
            to = Math.max(to, at + lasts);
        }

        private Counted counted() {
            return new Counted(packets, packets == 0 ? 0 : to - from);
        }
    }

    /**
     * What is in each, in the list's order; what cannot be read, and all behind it, is left out.
     *
     * @param list  each file in it lasts as long as {@link OwnWork.ListPieces#APART}, which tells their packets apart
     * @param timed how many tracks, from the first, say how long a file is; packets are counted of the first
     */
    public List<Counted> of(Path list, int count, int timed) throws FailedException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(binaries.ffprobe().toString(), "-hide_banner", "-loglevel", "error",
                "-protocol_whitelist", "file", "-format_whitelist", Guarded.DEMUXERS + ",concat", "-f", "concat", "-safe", "0"));
        if (timed == 1) {
            command.addAll(List.of("-select_streams", "0"));
        }
        command.addAll(List.of("-show_entries", "packet=stream_index,pts_time,duration_time,flags", "-of", "csv=p=0", "-i",
                "file:" + list));
        try {
            Captured said = Captured.of(launcher.start(command, binaries.environment(), Launcher.Manner.QUICK), Ffprobe.LONG);
            return sums(new String(said.bytes(), StandardCharsets.ISO_8859_1), count, timed);
        } catch (IOException e) {
            throw new FailedException(new Failure.Internal("ffprobe: " + e.getMessage()), e);
        }
    }

    private static List<Counted> sums(String said, int count, int timed) {
        List<Sum> sums = new ArrayList<>();
        for (String line : (Iterable<String>) said.lines()::iterator) {
            String[] fields = line.split(",");
            boolean shown = fields.length >= 4 && isTime(fields[1]) && fields[0].matches("\\d{1,3}") && !fields[3].contains("D");
            int track = shown ? Integer.parseInt(fields[0]) : timed;
            if (track >= timed) {
                continue;
            }
            int piece = (int) Math.round((double) micros(fields[1]) / (OwnWork.ListPieces.APART * Time.SECOND));
            if (piece > sums.size() || piece >= count) {
                break;
            } else if (piece == sums.size()) {
                sums.add(new Sum());
            }
            sums.get(piece).add(track == 0, micros(fields[1]), isTime(fields[2]) ? micros(fields[2]) : 0);
        }
        return sums.stream().takeWhile(s -> s.packets > 0).map(Sum::counted).toList();
    }

    private static boolean isTime(String field) {
        return !field.isEmpty() && (field.charAt(0) == '-' || Character.isDigit(field.charAt(0)));
    }

    private static long micros(String seconds) {
        return Math.round(Double.parseDouble(seconds) * Time.SECOND);
    }
}
