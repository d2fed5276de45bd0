package io.reelbench.engine.bench;

import io.reelbench.engine.bench.OperationCase.Check;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Two or more settings of each operation, with what must come out. */
final class OperationCases {

    /** Containers round lengths up to a frame or a packet of sound; clips of five pictures a second have long frames. */
    private static final long TOLERANCE_US = 250_000;
    private static final String QUICK = "\"preset\":\"ultrafast\"";
    private static final String ENCODE = "{\"op\":\"transcode\",\"container\":\"mp4\"," + QUICK + "}";

    private OperationCases() {}

    static List<OperationCase> all() {
        return List.of(one("transcode same", "transcode", "", length(100).and(OperationCases::sameSize)),
                one("transcode to mkv", "transcode", "\"container\":\"mkv\"", length(100).and(OperationCases::sameSize)),
                one("transcode h264+aac", "transcode",
                        "\"container\":\"mp4\",\"video-codec\":\"h264\",\"audio-codec\":\"aac\"," + QUICK,
                        length(100).and(coded("video", "h264")).and(coded("audio", "aac"))),
                one("compress quality", "compress", "\"quality\":40," + QUICK, length(100)),
                one("compress to 200 kB", "compress", "\"target-size\":\"200KB\",\"if-larger\":\"write\"," + QUICK,
                        atMost(200_000).and(length(100))),
                new OperationCase("scale 360p", "{\"op\":\"scale\",\"resolution\":\"360p\",\"enlarge\":true}," + ENCODE,
                        length(100).and(shortSide(360))),
                new OperationCase("scale odd 99x201",
                        "{\"op\":\"scale\",\"width\":99,\"height\":201,\"fit\":\"stretch\",\"enlarge\":true}," + ENCODE,
                        length(100).and(near(99, 201))),
                new OperationCase("scale portrait bars",
                        "{\"op\":\"scale\",\"width\":180,\"height\":320,\"fit\":\"pad\",\"enlarge\":true}," + ENCODE,
                        length(100).and(size(180, 320))),
                trim("trim copy", "\"start\":\"25%\",\"end\":\"75%\",\"mode\":\"copy\"", atLeast(50)),
                new OperationCase("trim exact", "{\"op\":\"trim\",\"start\":\"25%\",\"end\":\"75%\"}," + ENCODE, length(50)),
                new OperationCase("trim keep two", "{\"op\":\"trim\",\"keep\":[\"60%..80%\",\"10%..30%\"]}," + ENCODE,
                        length(40)),
                new OperationCase("trim remove", "{\"op\":\"trim\",\"remove\":[\"40%..60%\"]}," + ENCODE, length(80)),
                sound("auto", "", (_, _) -> Optional.empty()), sound("mp3", "mp3", coded("audio", "mp3")),
                sound("wav", "wav", (_, output) -> output.tracks().toString().contains("pcm_")
                        ? Optional.empty()
                        : Optional.of("no PCM")),
                sound("flac", "flac", coded("audio", "flac")), sound("opus", "opus", coded("audio", "opus")),
                still("jpg", "", coded("video", "mjpeg")), still("png", ",\"width\":160", coded("video", "png")),
                still("webp", ",\"width\":\"50%\"", coded("video", "webp")), still("avif", "", coded("video", "av1")));
    }

    private static OperationCase one(String name, String op, String options, Check check) {
        return new OperationCase(name, "{\"op\":\"" + op + "\"" + (options.isEmpty() ? "" : "," + options) + "}", check);
    }

    private static OperationCase trim(String name, String options, Check check) {
        return one(name, "trim", options, check);
    }

    private static OperationCase sound(String name, String format, Check check) {
        String option = format.isEmpty() ? "" : "\"format\":\"" + format + "\"";
        return one("extract-audio " + name, "extract-audio", option, check
                .and((_, output) -> output.hasPicture() ? Optional.of("a picture in a sound file") : Optional.empty()));
    }

    private static OperationCase still(String format, String more, Check check) {
        return one("thumbnail " + format, "thumbnail", "\"format\":\"" + format + "\"" + more, check);
    }

    /** So many hundredths of the source's length. */
    private static Check length(int percent) {
        return (source, output) -> {
            OptionalLong planned = planned(source, percent);
            if (planned.isEmpty() || output.lengthUs().isEmpty()) {
                return planned.isEmpty() ? Optional.empty() : Optional.of("no length");
            }
            long off = output.lengthUs().getAsLong() - planned.getAsLong();
            boolean cueLasts = off > 0 && output.count("subtitle") > 0;
            return cueLasts || Math.abs(off) <= TOLERANCE_US
                    ? Optional.empty()
                    : Optional.of("length is off by " + off / 1000 + " ms");
        };
    }

    /** A copied cut begins at the keyframe before. */
    private static Check atLeast(int percent) {
        return (source, output) -> {
            OptionalLong planned = planned(source, percent);
            if (planned.isEmpty() || output.lengthUs().isEmpty()) {
                return Optional.empty();
            }
            long is = output.lengthUs().getAsLong();
            boolean fits = is >= planned.getAsLong() - TOLERANCE_US && is <= source.lengthUs().getAsLong() + TOLERANCE_US;
            return fits ? Optional.empty() : Optional.of("length " + is / 1000 + " of " + planned.getAsLong() / 1000 + " ms");
        };
    }

    private static OptionalLong planned(Media source, int percent) {
        return source.still() || source.lengthUs().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(source.lengthUs().getAsLong() * percent / 100);
    }

    private static Optional<String> sameSize(Media source, Seen output) {
        boolean same = source.video().map(Track.Video::upright).map(
                s -> s.width() == output.width() && s.height() == output.height() || !source.video().get().hasSquarePixels())
                .orElse(true);
        return same ? Optional.empty() : Optional.of("size was " + source.video().get().upright());
    }

    /** Where the output has such a track at all. */
    private static Check coded(String kind, String codec) {
        return (_, output) -> output.countPlayed(kind) == 0 || output.has(kind, codec)
                ? Optional.empty()
                : Optional.of(kind + " is not " + codec);
    }

    private static Check atMost(long bytes) {
        return (_, output) -> output.bytes() <= bytes ? Optional.empty() : Optional.of(output.bytes() + " bytes");
    }

    private static Check shortSide(int side) {
        return (_, output) -> Math.abs(Math.min(output.width(), output.height()) - side) <= 1
                ? Optional.empty()
                : Optional.of("the short side is not " + side);
    }

    private static Check size(int width, int height) {
        return (_, output) -> output.width() == width && output.height() == height
                ? Optional.empty()
                : Optional.of("not " + width + "x" + height);
    }

    /** Video rounds odd sides. */
    private static Check near(int width, int height) {
        return (_, output) -> Math.abs(output.width() - width) <= 1 && Math.abs(output.height() - height) <= 1
                ? Optional.empty()
                : Optional.of("not about " + width + "x" + height);
    }
}
