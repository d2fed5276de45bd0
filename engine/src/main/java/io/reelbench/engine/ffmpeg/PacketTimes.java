package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Media.Landing;
import io.reelbench.engine.media.Read;
import io.reelbench.engine.media.Track;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Reads the times of one track's packets: of all, or of those around a time. */
final class PacketTimes {

    private static final long SECOND = 1_000_000;
    /** Two places of sound that are nearer than this make no difference to a cut. */
    private static final long CLOSE = SECOND / 20;
    private static final Reach EVERYTHING = new Reach(Long.MAX_VALUE, Long.MAX_VALUE);
    /** Usually the first is enough: a seek lands on the keyframe before. In a transport stream it may land too late. */
    private static final List<Reach> REACHES = List.of(new Reach(SECOND / 2, 12 * SECOND), new Reach(20 * SECOND, 60 * SECOND),
            new Reach(300 * SECOND, 600 * SECOND), EVERYTHING);

    /** How far before and behind a time packets are looked at, in microseconds. */
    private record Reach(long back, long on) {
    }

    /** @param us in microseconds from the first frame */
    private record Shown(long us, boolean key) {
    }

    private final Ffprobe ffprobe;
    private final Entrance file;
    private final Optional<String> demuxer;

    PacketTimes(Ffprobe ffprobe, Entrance file, Optional<String> demuxer) {
        this.ffprobe = ffprobe;
        this.file = file;
        this.demuxer = demuxer;
    }

    /** Start of every frame, in microseconds from the first. */
    List<Long> allFrames(Track.Video video) throws IOException, InterruptedException {
        List<Shown> all = read(video, List.of());
        List<Long> times = Cadence.shown(all.stream().map(Shown::us).toList());
        return times.isEmpty() ? times : times.stream().map(t -> t - times.getFirst()).toList();
    }

    /**
     * Where a copy can start. Of a clip without a picture every packet can; those that follow another too closely to make a difference
     * are left out.
     */
    Read.Keys keys(Track track) throws IOException, InterruptedException {
        Captured said = ffprobe.ask(file, demuxer, Ffprobe.LONG, List.of("-show_entries", "packet=stream_index,pts,size,flags",
                "-of", "csv=p=0"));
        long start = track.facts().startUs().orElse(0);
        long step = track instanceof Track.Audio ? CLOSE : 1;
        List<Read.Key> keys = new ArrayList<>();
        long packets = 0;
        long bytes = 0;
        for (String line : (Iterable<String>) new String(said.bytes(), StandardCharsets.ISO_8859_1).lines()::iterator) {
            String[] fields = line.split(",");
            if (fields.length < 4 || !fields[2].matches("\\d{1,18}")) {
                continue;
            }
            if (fields[0].equals(Integer.toString(track.index())) && !fields[3].contains("D")) {
                if (fields[1].matches("-?\\d{1,18}")) {
                    long us = Math.max(0, Numbers.micros(Long.parseLong(fields[1]), track.facts().timebase()) - start);
                    note(keys, new Read.Key(us, packets, bytes, 0), fields[3].startsWith("K"), step);
                }
                packets++;
            }
            bytes += Long.parseLong(fields[2]);
        }
        return new Read.Keys(List.copyOf(keys), packets, bytes);
    }

    private static void note(List<Read.Key> keys, Read.Key packet, boolean key, long step) {
        Read.Key last = keys.isEmpty() ? null : keys.getLast();
        if (key && (last == null || packet.us() >= last.us() + step)) {
            keys.add(packet);
        } else if (!key && last != null && packet.us() < last.us()) {
            keys.set(keys.size() - 1, new Read.Key(last.us(), last.packets(), last.bytes(), last.leading() + 1));
        }
    }

    /** All packets of all tracks, counted in one reading. */
    List<Read.Packets> ofAll(Media media) throws IOException, InterruptedException {
        Captured said = ffprobe.ask(file, demuxer, Ffprobe.LONG, List.of("-show_entries",
                "packet=stream_index,pts,duration,size,flags", "-of", "csv=p=0"));
        Map<Integer, PacketCount> counts = new TreeMap<>();
        media.tracks().forEach(t -> counts.put(t.index(), new PacketCount(t)));
        new String(said.bytes(), StandardCharsets.ISO_8859_1).lines().map(line -> line.split(","))
                .filter(fields -> fields.length >= 5 && fields[0].matches("\\d{1,4}"))
                .forEach(fields -> Optional.ofNullable(counts.get(Integer.valueOf(fields[0]))).ifPresent(c -> c.add(fields)));
        return counts.values().stream().map(PacketCount::packets).toList();
    }

    /** The keyframes on either side of a time. A file can always be copied from its first frame on. */
    Landing landing(Track track, long atUs) throws IOException, InterruptedException {
        Landing landing = new Landing(OptionalLong.empty(), OptionalLong.empty());
        for (Reach reach : REACHES) {
            landing = landing(around(track, atUs, reach), atUs);
            if (landing.before().isPresent() && landing.after().isPresent()) {
                return landing;
            }
        }
        return landing;
    }

    private static Landing landing(List<Shown> near, long atUs) {
        long[] keys = near.stream().filter(Shown::key).mapToLong(s -> Math.max(0, s.us)).toArray();
        OptionalLong before = LongStream.of(keys).filter(us -> us <= atUs).max();
        return new Landing(atUs <= 0 ? OptionalLong.of(0) : before, LongStream.of(keys).filter(us -> us > atUs).min());
    }

    private List<Shown> around(Track track, long atUs, Reach reach) throws IOException, InterruptedException {
        if (reach == EVERYTHING) {
            return read(track, List.of());
        }
        long start = track.facts().startUs().orElse(0);
        String from = atUs < reach.back ? "" : seconds(start + atUs - reach.back);
        return read(track, List.of("-read_intervals", from + "%" + seconds(start + atUs + reach.on)));
    }

    private static String seconds(long us) {
        return BigDecimal.valueOf(us, 6).toPlainString();
    }

    private List<Shown> read(Track track, List<String> where) throws IOException, InterruptedException {
        List<String> question = new ArrayList<>(List.of("-select_streams", Integer.toString(track.index()), "-show_entries",
                "packet=pts,flags", "-of", "csv=p=0"));
        question.addAll(where);
        Captured said = ffprobe.ask(file, demuxer, Ffprobe.LONG, question);
        Fraction timebase = track.facts().timebase();
        long start = track.facts().startUs().orElse(0);
        List<Shown> shown = new ArrayList<>();
        for (String line : (Iterable<String>) new String(said.bytes(), StandardCharsets.ISO_8859_1).lines()::iterator) {
            String[] fields = line.split(",");
            boolean visible = fields.length > 1 && fields[0].matches("-?\\d{1,18}") && !fields[1].contains("D");
            if (visible) {
                shown.add(new Shown(Numbers.micros(Long.parseLong(fields[0]), timebase) - start, fields[1].startsWith("K")));
            }
        }
        return shown;
    }
}
