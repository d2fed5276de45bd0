package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Stretch;
import io.reelbench.engine.media.Stretch.Coding;
import io.reelbench.engine.media.Stretch.Core;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Guarded;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds out how the frames of a part lie between its keyframes. Both of its runs read packets and decode nothing; they read the part and
 * some seconds around it.
 */
final class StretchReader {

    private static final long SECOND = 1_000_000;
    /** Frames are stored up to so much later than shown; the last packets of a part may lie so far behind it. */
    private static final long BEHIND = 3 * SECOND;
    /** How far before the part reading starts. A seek lands on the keyframe before; in a transport stream it may land too late. */
    private static final List<Long> BEFORE = List.of(2 * SECOND, 20 * SECOND, Long.MAX_VALUE);
    /**
     * Units that hold a frame from which decoding can begin: ffmpeg marks more as keyframes, some of which need what lies before them.
     * H.264: IDR. H.265: BLA, IDR and CRA; what leads a CRA is not copied. Rec. ITU-T H.264 table 7-1, H.265 table 7-1.
     */
    private static final Map<String, String> BEGINNINGS = Map.of("h264", "5", "hevc", "16-21");
    private static final Pattern HEADER = Pattern.compile(
            "\\b(level_idc|general_level_idc|max_num_ref_frames|sps_max_dec_pic_buffering_minus1\\[\\d+\\]|seq_parameter_set_id"
                    + "|sps_seq_parameter_set_id|frame_mbs_only_flag)\\s+[01]+ = (\\d{1,9})");

    private final Ffprobe ffprobe;
    private final Binaries binaries;
    private final Launcher launcher;
    private final Entrance file;
    private final Optional<String> demuxer;
    private final Media media;
    private final Track.Video track;

    StretchReader(Ffprobe ffprobe, Binaries binaries, Launcher launcher, Entrance file, Media media, Track.Video track) {
        this.ffprobe = ffprobe;
        this.binaries = binaries;
        this.launcher = launcher;
        this.file = file;
        this.demuxer = Sniff.picture(file.head());
        this.media = media;
        this.track = track;
    }

    /** A packet, in the order in which they are stored; times in ticks. */
    private record Packet(long pts, long duration, boolean key, boolean shown) {
    }

    /** What ffmpeg said of the packets that it copied. */
    private record Looked(Set<Long> beginnings, Coding coding) {
    }

    Stretch read(Fact.Stretch asked) throws IOException, InterruptedException {
        for (long before : BEFORE) {
            Optional<List<Packet>> packets = packets(asked, before);
            if (packets.isEmpty()) {
                return Stretch.UNREAD;
            }
            long from = asked.fromUs();
            boolean whole = before >= from || packets.get().stream().anyMatch(p -> p.shown && us(p.pts) <= from);
            if (whole) {
                return stretch(asked, packets.get(), before);
            }
        }
        return Stretch.UNREAD;
    }

    /** In microseconds from the first frame. */
    private long us(long pts) {
        return Numbers.micros(pts, track.facts().timebase()) - start();
    }

    private long start() {
        return track.facts().startUs().orElse(0);
    }

    private Stretch stretch(Fact.Stretch asked, List<Packet> packets, long before) throws IOException, InterruptedException {
        long[] shown = packets.stream().filter(p -> p.shown && us(p.pts) >= asked.fromUs()).mapToLong(Packet::pts).sorted()
                .toArray();
        long[] inside = java.util.Arrays.stream(shown)
                .filter(pts -> asked.toUs().isEmpty() || us(pts) < asked.toUs().getAsLong()).toArray();
        if (inside.length == 0 || java.util.Arrays.stream(inside).distinct().count() < inside.length) {
            return Stretch.UNREAD;
        }
        long last = inside[inside.length - 1];
        boolean open = inside.length == shown.length;
        long end = open
                ? last + packets.stream().filter(p -> p.pts == last).findFirst().orElseThrow().duration
                : shown[inside.length];
        if (end <= last) {
            return Stretch.UNREAD;
        }
        boolean intra = packets.stream().allMatch(Packet::key);
        Looked looked = intra && !BEGINNINGS.containsKey(track.codec())
                ? new Looked(keys(packets), Coding.UNKNOWN)
                : looked(asked, before, packets, inside[0]);
        Optional<Core> core = core(packets, looked.beginnings, inside[0], end);
        int head = core.map(c -> count(inside, Long.MIN_VALUE, c.from())).orElse(inside.length);
        int tail = core.map(c -> count(inside, c.to(), Long.MAX_VALUE)).orElse(0);
        return new Stretch(inside[0], last, end, head, core, tail, looked.coding);
    }

    private static int count(long[] times, long from, long to) {
        return (int) java.util.Arrays.stream(times).filter(t -> t >= from && t < to).count();
    }

    private static Set<Long> keys(List<Packet> packets) {
        Set<Long> keys = new HashSet<>();
        packets.stream().filter(Packet::key).forEach(p -> keys.add(p.pts));
        return keys;
    }

    /**
     * From the first beginning in it up to the last place where all that was stored so far is also shown before all that follows: what is
     * shown later cannot be needed there. Such places lie between any two frames that are not shown in another order than stored.
     */
    private static Optional<Core> core(List<Packet> packets, Set<Long> beginnings, long first, long end) {
        int from = IntStream.range(0, packets.size()).filter(i -> packets.get(i).key && beginnings.contains(packets.get(i).pts))
                .filter(i -> packets.get(i).pts >= first && packets.get(i).pts < end).findFirst().orElse(-1);
        if (from < 0) {
            return Optional.empty();
        }
        long begins = packets.get(from).pts;
        long[] next = new long[packets.size() + 1];
        next[packets.size()] = end;
        for (int i = packets.size() - 1; i > from; i--) {
            next[i] = Math.min(next[i + 1], packets.get(i).pts >= begins ? packets.get(i).pts : Long.MAX_VALUE);
        }
        long ends = begins;
        long latest = begins;
        for (int i = from; i < packets.size() && packets.get(i).shown; i++) {
            latest = Math.max(latest, packets.get(i).pts);
            ends = latest < next[i + 1] && next[i + 1] <= end ? next[i + 1] : ends;
        }
        long to = ends;
        int frames = (int) packets.subList(from, packets.size()).stream().filter(p -> p.pts >= begins && p.pts < to).count();
        boolean sound = packets.subList(0, from).stream().noneMatch(p -> p.pts >= begins);
        return frames > 0 && sound ? Optional.of(new Core(begins, to, frames)) : Optional.empty();
    }

    private static String seconds(long us) {
        return BigDecimal.valueOf(us, 6).toPlainString();
    }

    /** Where reading starts, in microseconds from the first frame; empty for the file's beginning. */
    private Optional<Long> from(Fact.Stretch asked, long before) {
        return before >= asked.fromUs() ? Optional.empty() : Optional.of(asked.fromUs() - before);
    }

    /** Empty where a packet has no time. */
    private Optional<List<Packet>> packets(Fact.Stretch asked, long before) throws IOException, InterruptedException {
        List<String> question = new ArrayList<>(List.of("-select_streams", Integer.toString(track.index()), "-show_entries",
                "packet=pts,duration,flags", "-of", "csv=p=0"));
        String from = from(asked, before).map(us -> seconds(start() + us)).orElse("");
        String to = asked.toUs().isPresent() ? seconds(start() + asked.toUs().getAsLong() + BEHIND) : "";
        if (!from.isEmpty() || !to.isEmpty()) {
            question.addAll(List.of("-read_intervals", from + "%" + to));
        }
        Captured said = ffprobe.ask(file, demuxer, Ffprobe.LONG, question);
        List<Packet> packets = new ArrayList<>();
        for (String line : (Iterable<String>) new String(said.bytes(), StandardCharsets.ISO_8859_1).lines()::iterator) {
            String[] fields = line.split(",");
            if (fields.length < 3) {
                continue;
            } else if (!fields[0].matches("-?\\d{1,18}")) {
                return Optional.empty();
            }
            long duration = fields[1].matches("\\d{1,18}") ? Long.parseLong(fields[1]) : 0;
            packets.add(new Packet(Long.parseLong(fields[0]), duration, fields[2].startsWith("K"), !fields[2].contains("D")));
        }
        return Optional.of(packets);
    }

    /** Which keyframe is the first that may begin is mostly told by the first two; only then are all read. */
    private Looked looked(Fact.Stretch asked, long before, List<Packet> packets, long first)
            throws IOException, InterruptedException {
        OptionalLong second = packets.stream().filter(p -> p.key && p.pts >= first).mapToLong(p -> us(p.pts)).sorted().skip(1)
                .findFirst();
        if (second.isPresent()) {
            Looked near = looked(asked, before, second);
            if (near.beginnings.stream().anyMatch(pts -> pts >= first)) {
                return near;
            }
        }
        return looked(asked, before, asked.toUs());
    }

    private Looked looked(Fact.Stretch asked, long before, OptionalLong toUs) throws IOException, InterruptedException {
        if (!BEGINNINGS.containsKey(track.codec())) {
            return new Looked(Set.of(), Coding.UNKNOWN);
        }
        List<String> command = new ArrayList<>(List.of(binaries.ffmpeg().toString(), "-hide_banner", "-nostdin", "-nostats",
                "-loglevel", "info", "-protocol_whitelist", "file", "-format_whitelist", Guarded.DEMUXERS, "-copyts"));
        Optional<Long> from = from(asked, before);
        // ffmpeg seeks from where the file begins, which may be before its picture does
        from.ifPresent(us -> command.addAll(List.of("-ss", seconds(Math.max(0, us + start() - media.startUs())))));
        toUs.ifPresent(to -> command.addAll(List.of("-t", seconds(to + BEHIND - from.orElse(0L) + SECOND))));
        demuxer.ifPresent(d -> command.addAll(List.of("-f", d)));
        String map = "0:" + track.index();
        command.addAll(List.of("-i", "file:" + file.path(), "-map", map, "-c", "copy", "-bsf:v",
                "filter_units=pass_types=" + BEGINNINGS.get(track.codec()), "-f", "framecrc", "-", "-map", map, "-c", "copy",
                "-frames:v", "1", "-bsf:v", "trace_headers", "-f", "null", "-"));
        Captured said = Captured.of(launcher.start(command, binaries.environment(), Launcher.Manner.QUICK), Ffprobe.LONG,
                HEADER.asPredicate());
        return new Looked(beginnings(new String(said.bytes(), StandardCharsets.ISO_8859_1)), coding(said.err()));
    }

    /** Lines of framecrc: stream, dts, pts, duration, size, checksum. */
    private Set<Long> beginnings(String listed) {
        Set<Long> times = new HashSet<>();
        Fraction timebase = track.facts().timebase();
        for (String line : (Iterable<String>) listed.lines()::iterator) {
            if (line.startsWith("#tb 0:") && !line.substring(6).strip().equals(timebase.num() + "/" + timebase.den())) {
                return Set.of();
            }
            String[] fields = line.split(",");
            if (fields.length >= 6 && fields[2].strip().matches("-?\\d{1,18}")) {
                times.add(Long.parseLong(fields[2].strip()));
            }
        }
        return times;
    }

    private static Coding coding(String said) {
        int level = 0;
        int references = 0;
        int headers = 0;
        boolean progressive = true;
        Matcher found = HEADER.matcher(said);
        while (found.find()) {
            int value = Integer.parseInt(found.group(2));
            String name = found.group(1);
            switch (name) {
                case "level_idc", "general_level_idc" -> level = value;
                case "max_num_ref_frames" -> references = value;
                case "seq_parameter_set_id", "sps_seq_parameter_set_id" -> headers = value;
                case "frame_mbs_only_flag" -> progressive = value == 1;
                default -> references = Math.max(references, value);
            }
        }
        return level == 0 ? Coding.UNKNOWN : new Coding(level, references, headers, progressive);
    }
}
