package io.reelbench.engine.plan;

import io.reelbench.engine.media.Bitrate;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Known;
import io.reelbench.engine.media.Language;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Timecode;
import io.reelbench.engine.media.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Clips and machines as plain values, for tests that plan without any file. */
public final class Given {

    public static final Rate PAL = new Rate(25, 1);
    public static final Rate NTSC = new Rate(30000, 1001);

    private String name = "clip.mp4";
    private String format = "mov,mp4,m4a,3gp,3g2,mj2";
    private OptionalLong length = OptionalLong.of(60 * Time.SECOND);
    private long bytes = 30_000_000;
    private final List<Track> tracks = new ArrayList<>();
    private final List<Media.Chapter> chapters = new ArrayList<>();
    private final Map<String, String> tags = new java.util.HashMap<>();
    private Known known = Known.NOTHING;
    private boolean still;

    /** A minute of 1080p25 H.264 with stereo AAC in mp4. */
    public static Given film() {
        return new Given().video("h264", new Size(1920, 1080), PAL).audio("aac", 2, "eng");
    }

    public static Given empty(String name, String format) {
        Given given = new Given();
        given.name = name;
        given.format = format;
        return given;
    }

    public Given named(String other, String demuxer) {
        name = other;
        format = demuxer;
        return this;
    }

    public Given bytes(long count) {
        bytes = count;
        return this;
    }

    public Given seconds(long seconds) {
        length = OptionalLong.of(seconds * Time.SECOND);
        return this;
    }

    public Given endless() {
        length = OptionalLong.empty();
        return this;
    }

    public Given still() {
        still = true;
        length = OptionalLong.empty();
        return this;
    }

    /** What somebody looked for in it. */
    public Given knowing(java.util.function.UnaryOperator<Known> more) {
        known = more.apply(known);
        return this;
    }

    /** Its picture otherwise than usual. */
    public Given seen(java.util.function.UnaryOperator<Track.Video> other) {
        tracks.replaceAll(t -> t instanceof Track.Video v ? other.apply(v) : t);
        return this;
    }

    public Given landing(double at, double before, double after) {
        known = known.withLanding(us(at), new Media.Landing(OptionalLong.of(us(before)), OptionalLong.of(us(after))));
        return this;
    }

    private static long us(double seconds) {
        return Math.round(seconds * 1e6);
    }

    private Track.Facts facts(String codec, Optional<Language> language, Set<String> flags) {
        return new Track.Facts(tracks.size(), codec, "", Optional.empty(), true, new Fraction(1, 12800), OptionalLong.of(0),
                length, Optional.of(Bitrate.kilobits(128)),
                OptionalLong.empty(), language, Optional.empty(), flags, Map.of());
    }

    public Given video(String codec, Size size, Rate rate) {
        return video(codec, size, Fraction.ONE, 0, rate, false, "yuv420p", 8, 420, false);
    }

    public Given video(String codec, Size size, Fraction shape, int rotation, Rate rate, boolean variable, String pixels,
            int bits, int chroma, boolean alpha) {
        tracks.add(new Track.Video(facts(codec, Optional.empty(), Set.of("default")), size, shape, rotation, false,
                new Track.PixelFormat(pixels, bits, chroma, false, alpha),
                Optional.of(rate), variable, Track.Fields.PROGRESSIVE, Track.ColourSpace.UNSAID, Track.Hdr.NONE, Optional.empty(),
                2));
        return this;
    }

    /** A photo that phones store in tiles, which are the streams of a group. */
    public Given tiles(int group, Size size) {
        tracks.add(new Track.Video(facts("hevc", Optional.empty(), Set.of(Track.Video.TILES + group)), size, Fraction.ONE, 0,
                false,
                new Track.PixelFormat("yuvj420p", 8, 420, false, false), Optional.of(PAL), false, Track.Fields.PROGRESSIVE,
                Track.ColourSpace.UNSAID, Track.Hdr.NONE, Optional.empty(), 0));
        return this;
    }

    /** As Matroska and FLV often are: only the file says how long it is. */
    public Given withoutTrackLengths() {
        List<Track> before = List.copyOf(tracks);
        tracks.clear();
        for (Track track : before) {
            Track.Facts f = track.facts();
            Track.Facts none = new Track.Facts(f.index(), f.codec(), f.codecTag(), f.profile(), f.decodable(), f.timebase(),
                    f.startUs(),
                    OptionalLong.empty(), f.bitrate(), f.frames(), f.language(), f.title(), f.dispositions(), f.tags());
            tracks.add(track instanceof Track.Audio a
                    ? new Track.Audio(none, a.sampleRate(), a.channels(), a.layout(), a.bits(), a.floating())
                    : track);
        }
        return this;
    }

    public Given timecoded(String timecode) {
        Track.Video v = (Track.Video) tracks.getFirst();
        tracks.set(0,
                new Track.Video(v.facts(), v.coded(), v.pixelShape(), v.rotation(), v.flipped(), v.pixels(), v.rate(),
                        v.variable(), v.fields(), v.colour(), v.hdr(),
                        Timecode.of(timecode), v.reorder()));
        return this;
    }

    public Given audio(String codec, int channels, String language) {
        return audio(codec, channels, language, 48_000);
    }

    public Given audio(String codec, int channels, String language, int rate) {
        String layout = channels == 1 ? "mono" : channels == 2 ? "stereo" : "5.1(side)";
        int bits = codec.startsWith("pcm_s24") ? 24 : codec.startsWith("pcm") || codec.equals("flac") ? 16 : 0;
        tracks.add(new Track.Audio(facts(codec, Language.of(language), Set.of()), rate, channels, layout, bits, false));
        return this;
    }

    public Given subtitle(String codec, boolean text) {
        tracks.add(new Track.Subtitle(facts(codec, Language.of("eng"), Set.of()), text));
        return this;
    }

    public Given cover() {
        tracks.add(new Track.Cover(facts("mjpeg", Optional.empty(), Set.of("attached_pic")), new Size(600, 600)));
        return this;
    }

    public Given chapter(double from, double to) {
        chapters.add(new Media.Chapter(us(from), us(to), "One"));
        return this;
    }

    public Given tag(String key, String value) {
        tags.put(key, value);
        return this;
    }

    public Media media() {
        return new Media(Path.of("/clips").resolve(name), bytes, 0, format, 0, length, Optional.of(Bitrate.kilobits(4000)),
                List.copyOf(tracks), List.copyOf(chapters), Map.copyOf(tags),
                still, List.of(), known);
    }

    /** What it carries beside its picture. */
    public Given carrying(Known.Attached... what) {
        known = known.withAttached(Set.of(what));
        return this;
    }

    /** What the bundled ffmpeg can do, as far as plans ask. */
    public static Capabilities machine() {
        Map<String, Capabilities.Encoder> encoders = new LinkedHashMap<>();
        List<String> yuv = List.of("yuv420p", "yuvj420p", "yuv422p", "yuv444p", "nv12", "yuv420p10le", "yuv422p10le",
                "yuv444p10le", "gray");
        picture(encoders, "libx264", yuv);
        picture(encoders, "libx265",
                List.of("yuv420p", "yuv422p", "yuv444p", "gbrp", "yuv420p10le", "yuv422p10le", "yuv444p10le", "yuv420p12le"));
        picture(encoders, "libsvtav1", List.of("yuv420p", "yuv420p10le"));
        picture(encoders, "libaom-av1", List.of("yuv420p", "yuv444p", "gbrp", "yuv420p10le"));
        picture(encoders, "libvpx-vp9", List.of("yuv420p", "yuva420p", "yuv444p"));
        picture(encoders, "prores_ks", List.of("yuv422p10le", "yuv444p10le", "yuva444p10le"));
        picture(encoders, "dnxhd", List.of("yuv422p", "yuv422p10le", "yuv444p10le", "gbrp10le"));
        picture(encoders, "ffv1", List.of("yuv420p", "yuva420p", "yuv422p", "yuv444p", "yuv420p10le", "gbrp", "bgr0"));
        picture(encoders, "mpeg2video", List.of("yuv420p", "yuv422p"));
        picture(encoders, "mjpeg", List.of("yuvj420p", "yuvj422p", "yuvj444p"));
        List.of("png", "tiff", "bmp", "libwebp", "gif", "libwebp_anim")
                .forEach(name -> picture(encoders, name, List.of("rgb24", "rgba")));
        sound(encoders, "aac", List.of(96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350));
        sound(encoders, "libopus", List.of(48000, 24000, 16000, 12000, 8000));
        sound(encoders, "libmp3lame", List.of(44100, 48000, 32000, 22050, 24000, 16000, 11025, 12000, 8000));
        sound(encoders, "ac3", List.of(48000, 44100, 32000));
        List.of("flac", "alac", "eac3", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f32le")
                .forEach(name -> sound(encoders, name, List.of()));
        return new Capabilities("ffmpeg", encoders, Set.of("h264"), Set.of("xpsnr", "ssim", "scale", "drawtext", "movie"),
                Set.of(),
                Set.of());
    }

    private static void picture(Map<String, Capabilities.Encoder> into, String name, List<String> formats) {
        into.put(name, new Capabilities.Encoder(name, formats, List.of(), List.of(), List.of(), false));
    }

    private static void sound(Map<String, Capabilities.Encoder> into, String name, List<Integer> rates) {
        into.put(name, new Capabilities.Encoder(name, List.of(), rates, List.of(), List.of("fltp"), false));
    }
}
