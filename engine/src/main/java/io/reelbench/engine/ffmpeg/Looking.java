package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rect;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Guarded;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Decodes a few frames of a clip, spread over it, and reads what a filter found in them. A seek each, so the clip's length does not matter. */
final class Looking {

    /** Black bars are the same all over a film; titles and night scenes are not. */
    private static final int BAR_SAMPLES = 20;
    /** Fewer different frames than this may all be black. */
    private static final int ENOUGH = 5;
    private static final List<Integer> FIELD_SAMPLES_PERCENT = List.of(10, 40, 75);
    private static final int FIELD_FRAMES = 25;
    private static final Pattern TIME = Pattern.compile("pts_time:(-?[0-9.]{1,20})");
    private static final String PRINT = "metadata=mode=print:file=-";

    /**
     * One frame as a filter saw it.
     *
     * @param us    when it is shown, in microseconds
     * @param lines what it found, by the end of its key
     */
    private record Seen(long us, List<String> lines) {

        OptionalInt whole(String key) {
            return value(key).map(v -> OptionalInt.of((int) Double.parseDouble(v))).orElse(OptionalInt.empty());
        }

        Optional<String> value(String key) {
            String start = key + "=";
            return lines.stream().map(l -> l.substring(l.lastIndexOf('.', l.indexOf('=')) + 1)).filter(l -> l.startsWith(start))
                    .map(l -> l.substring(start.length())).findFirst();
        }
    }

    private final Binaries binaries;
    private final Launcher launcher;

    Looking(Binaries binaries, Launcher launcher) {
        this.binaries = binaries;
        this.launcher = launcher;
    }

    /** The smallest region, in pixels of the upright square picture, outside of which every sample is black. */
    Rect bars(Media media, Entrance file, double level) throws IOException, InterruptedException {
        Track.Video video = media.video().orElseThrow();
        String square = video.hasSquarePixels() ? "" : "scale=iw*sar:ih,setsar=1,";
        String chain = square + "cropdetect=limit=%s:round=2:skip=0:reset=1,".formatted(decimal(level)) + PRINT;
        List<Long> places = places(media, BAR_SAMPLES);
        List<Seen> frames = seen(file, video, places, false, 1, chain);
        if (frames.stream().map(Seen::us).distinct().count() < ENOUGH && places.size() > 1) {
            // a film of few keyframes was seen at the same ones again and again: decode up to some of the places themselves
            frames = seen(file, video, places(media, ENOUGH), true, 1, chain);
        }
        return rects(frames).stream().reduce(Looking::around).orElse(Rect.of(video.upright()));
    }

    private static List<Rect> rects(List<Seen> frames) {
        List<Rect> rects = new ArrayList<>();
        for (Seen frame : frames) {
            OptionalInt left = frame.whole("x1");
            OptionalInt right = frame.whole("x2");
            OptionalInt top = frame.whole("y1");
            OptionalInt bottom = frame.whole("y2");
            boolean told = left.isPresent() && right.isPresent() && top.isPresent() && bottom.isPresent();
            // a frame that is black all over has its edges the wrong way round
            if (told && right.getAsInt() > left.getAsInt() && bottom.getAsInt() > top.getAsInt()) {
                rects.add(new Rect(right.getAsInt() - left.getAsInt() + 1, bottom.getAsInt() - top.getAsInt() + 1,
                        left.getAsInt(), top.getAsInt()));
            }
        }
        return rects;
    }

    private static Rect around(Rect a, Rect b) {
        int x = Math.min(a.x(), b.x());
        int y = Math.min(a.y(), b.y());
        return new Rect(Math.max(a.x() + a.width(), b.x() + b.width()) - x,
                Math.max(a.y() + a.height(), b.y() + b.height()) - y, x, y);
    }

    /** The text of a track of subtitles. */
    Optional<String> cues(Media media, int track) throws IOException, InterruptedException {
        return LinesReader.track(binaries, launcher, media, track);
    }

    /** How the frames were really scanned. */
    Track.Fields fields(Media media, Entrance file) throws IOException, InterruptedException {
        Track.Video video = media.video().orElseThrow();
        long length = media.lengthUs().orElse(0);
        List<Long> places = FIELD_SAMPLES_PERCENT.stream().map(p -> length / 100 * p).distinct().toList();
        List<Seen> frames = seen(file, video, places, false, FIELD_FRAMES, "idet," + PRINT);
        if (frames.isEmpty()) {
            frames = seen(file, video, List.of(0L), false, FIELD_FRAMES, "idet," + PRINT);
        }
        long top = count(frames, "tff");
        long bottom = count(frames, "bff");
        long progressive = count(frames, "progressive");
        // still scenes look progressive in any film: a good share of combed frames is enough
        if (top + bottom == 0 || top + bottom < progressive / 4) {
            return progressive > 0 ? Track.Fields.PROGRESSIVE : Track.Fields.UNKNOWN;
        }
        return top >= bottom ? Track.Fields.TOP_FIRST : Track.Fields.BOTTOM_FIRST;
    }

    private static long count(List<Seen> frames, String kind) {
        return frames.stream().filter(f -> f.lines.stream().anyMatch(l -> l.endsWith("idet.multiple.current_frame=" + kind)))
                .count();
    }

    /** Evenly spread times, none at the very ends; one where nobody knows how long it is. */
    private static List<Long> places(Media media, int count) {
        long length = media.still() ? 0 : media.lengthUs().orElse(0);
        return length == 0
                ? List.of(0L)
                : LongStream.range(0, count).map(i -> length * (2 * i + 1) / (2L * count)).boxed().toList();
    }

    private List<Seen> seen(Entrance file, Track.Video video, List<Long> places, boolean exact, int frames, String chain)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(binaries.ffmpeg().toString(), "-hide_banner", "-nostdin", "-loglevel",
                "error"));
        for (long place : places) {
            command.addAll(List.of("-protocol_whitelist", "file", "-format_whitelist", Guarded.DEMUXERS, "-max_pixels",
                    Long.toString(Ffprobe.MOST_PIXELS), "-threads", "1"));
            Sniff.picture(file.head()).ifPresent(demuxer -> command.addAll(List.of("-f", demuxer)));
            if (place > 0) {
                command.addAll(exact ? List.of() : List.of("-noaccurate_seek"));
                command.addAll(List.of("-ss", BigDecimal.valueOf(place, 6).toPlainString()));
            }
            command.addAll(List.of("-i", "file:" + file.path()));
        }
        for (int i : IntStream.range(0, places.size()).toArray()) {
            command.addAll(List.of("-map", i + ":" + video.index(), "-frames:v", Integer.toString(frames), "-filter:v",
                    "metadata=mode=add:key=lavfi.place:value=%d,".formatted(places.get(i)) + chain,
                    "-fps_mode", "passthrough", "-f", "null", "-"));
        }
        Captured said = Captured.of(launcher.start(command, binaries.environment(), Launcher.Manner.QUICK), Ffprobe.LONG);
        return frames(new String(said.bytes(), StandardCharsets.ISO_8859_1));
    }

    private static List<Seen> frames(String printed) {
        List<Seen> frames = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        String head = "";
        for (String line : (Iterable<String>) Stream.concat(printed.lines(), Stream.of("frame:"))::iterator) {
            if (line.startsWith("frame:")) {
                if (!lines.isEmpty()) {
                    frames.add(seen(head, List.copyOf(lines)));
                }
                head = line;
                lines.clear();
            } else if (line.startsWith("lavfi.")) {
                lines.add(line);
            }
        }
        return frames;
    }

    private static Seen seen(String head, List<String> lines) {
        // after a seek the clock starts at the place that was asked for
        Matcher time = TIME.matcher(head);
        long since = time.find() ? new BigDecimal(time.group(1)).movePointRight(6).longValue() : 0;
        return new Seen(new Seen(0, lines).value("place").map(Long::valueOf).orElse(0L) + since, lines);
    }

    private static String decimal(double level) {
        return String.format(Locale.ROOT, "%.4f", level);
    }
}
