package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.problem.FailedException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Real clips for tests, made by the bundled ffmpeg. The programs are unpacked once into {@code target/} and stay there; each maker
 * writes the file that it is given and returns it. All clips are small: making one takes about a tenth of a second.
 */
public final class Clips {

    /** Unpacked once per JVM. */
    private static final class Shared {
        static final Launcher LAUNCHER = new Launcher();
        static final Binaries BINARIES = unpack();
        static final Prober PROBER = new Prober(BINARIES, LAUNCHER);

        private static Binaries unpack() {
            try {
                return Binaries.in(Path.of("target", "ffmpeg").toAbsolutePath(), LAUNCHER);
            } catch (FailedException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private Clips() {}

    public static Launcher launcher() {
        return Shared.LAUNCHER;
    }

    public static Binaries binaries() {
        return Shared.BINARIES;
    }

    public static Prober prober() {
        return Shared.PROBER;
    }

    public static FfmpegRunner runner() {
        return new FfmpegRunner(binaries(), launcher());
    }

    public static Media probe(Path file) throws Exception {
        return prober().probe(file);
    }

    /**
     * How a film looks and sounds.
     *
     * @param seconds length
     * @param size    as in {@code 320x180}
     * @param rate    frames per second, as ffmpeg reads it
     * @param video   encoder of the picture; empty for none
     * @param audio   encoder of the sound; empty for none
     * @param more    more options of the output
     */
    public record Look(int seconds, String size, String rate, String video, String audio, List<String> more) {

        /** Two seconds, 320×180, 25 fps, H.264 with a keyframe every second, AAC stereo. */
        public static final Look USUAL = new Look(2, "320x180", "25", "libx264", "aac", List.of("-g", "25"));

        public Look lasting(int length) {
            return new Look(length, size, rate, video, audio, more);
        }

        public Look sized(String newSize) {
            return new Look(seconds, newSize, rate, video, audio, more);
        }

        public Look at(String newRate) {
            return new Look(seconds, size, newRate, video, audio, more);
        }

        public Look coded(String newVideo, String newAudio) {
            return new Look(seconds, size, rate, newVideo, newAudio, more);
        }

        public Look with(String... options) {
            List<String> all = new ArrayList<>(more);
            all.addAll(List.of(options));
            return new Look(seconds, size, rate, video, audio, List.copyOf(all));
        }

        /** Without the keyframe option, which only picture encoders know. */
        public Look silentOptions() {
            return new Look(seconds, size, rate, video, audio, List.of());
        }
    }

    /** A test picture with a clock in it, and a tone. */
    public static Path film(Path file, Look look) throws Exception {
        List<String> arguments = new ArrayList<>();
        if (!look.video().isEmpty()) {
            arguments.addAll(List.of("-f", "lavfi", "-i",
                    "testsrc2=size=" + look.size() + ":rate=" + look.rate() + ":duration=" + look.seconds()));
        }
        if (!look.audio().isEmpty()) {
            arguments.addAll(
                    List.of("-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000:duration=" + look.seconds(), "-ac", "2"));
        }
        if (!look.video().isEmpty()) {
            arguments.addAll(List.of("-c:v", look.video()));
            arguments.addAll(look.video().equals("libx264") ? List.of("-preset", "ultrafast", "-pix_fmt", "yuv420p") : List.of());
        }
        if (!look.audio().isEmpty()) {
            arguments.addAll(List.of("-c:a", look.audio()));
        }
        arguments.addAll(look.more());
        return make(file, arguments);
    }

    public static Path film(Path file) throws Exception {
        return film(file, Look.USUAL);
    }

    /** 4 s of 25 fps, of which two frames in three are missing in the second half. */
    public static Path vfr(Path file) throws Exception {
        return make(file, List.of("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=4", "-vf",
                "select='lt(n,50)+not(mod(n,3))'", "-fps_mode", "vfr", "-enc_time_base", "demux", "-c:v", "libx264", "-preset",
                "ultrafast", "-g", "25"));
    }

    /** Stored 320×180, shown 180×320: turned clockwise by 90 degrees. */
    public static Path rotated(Path file) throws Exception {
        Path flat = film(file.resolveSibling("flat-" + file.getFileName()));
        return make(file, List.of("-display_rotation", "-90", "-i", flat.toString(), "-c", "copy"));
    }

    /** 25 fps of 50 fields, top field first. */
    public static Path interlaced(Path file) throws Exception {
        return make(file,
                List.of("-f", "lavfi", "-i", "testsrc2=size=320x240:rate=50:duration=2", "-vf", "interlace=scan=tff", "-c:v",
                        "mpeg2video", "-flags", "+ildct+ilme", "-b:v", "2M"));
    }

    /** PQ, BT.2020, ten bits, with mastering display and MaxCLL 1000. */
    public static Path hdr10(Path file) throws Exception {
        return make(file, List.of("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=24:duration=1", "-pix_fmt", "yuv420p10le",
                "-c:v", "libx265",
                "-preset", "ultrafast", "-color_primaries", "bt2020", "-color_trc", "smpte2084", "-colorspace", "bt2020nc",
                "-x265-params",
                "log-level=error:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:master-display=G(13250,34500)B(7500,3000)R(34000,16000)"
                        + "WP(15635,16450)L(10000000,1):max-cll=1000,400"));
    }

    /** Two chapters of one second. */
    public static Path chaptered(Path file) throws Exception {
        Path list = file.resolveSibling(file.getFileName() + ".chapters.txt");
        Files.writeString(list, ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1000\ntitle=One\n"
                + "[CHAPTER]\nTIMEBASE=1/1000\nSTART=1000\nEND=2000\ntitle=Two & more\n");
        Path flat = film(file.resolveSibling("flat-" + file.getFileName()));
        return make(file, List.of("-i", flat.toString(), "-f", "ffmetadata", "-i", list.toString(), "-map", "0", "-map_chapters",
                "1", "-c", "copy"));
    }

    /** A picture, English and German sound (German is the default and has a title), English text subtitles. */
    public static Path languages(Path file) throws Exception {
        Path srt = subtitles(file.resolveSibling(file.getFileName() + ".srt"));
        return make(file,
                List.of("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=2", "-f", "lavfi", "-i", "sine=duration=2",
                        "-f",
                        "lavfi", "-i", "sine=frequency=880:duration=2", "-i", srt.toString(), "-map", "0", "-map", "1", "-map",
                        "2", "-map", "3", "-c:v",
                        "libx264", "-preset", "ultrafast", "-c:a", "aac", "-c:s", "srt", "-metadata:s:a:0", "language=eng",
                        "-metadata:s:a:1",
                        "language=ger", "-metadata:s:a:1", "title=Kommentar", "-metadata:s:s:0", "language=eng",
                        "-disposition:a:0", "0", "-disposition:a:1",
                        "default"));
    }

    public static Path subtitles(Path file) throws IOException {
        return Files.writeString(file, "1\n00:00:00,500 --> 00:00:01,000\nHello\n\n2\n00:00:01,200 --> 00:00:01,900\nWörld\n");
    }

    /** An MP3 with a cover. */
    public static Path covered(Path file) throws Exception {
        Path cover = png(file.resolveSibling(file.getFileName() + ".png"), "64x64");
        return make(file,
                List.of("-f", "lavfi", "-i", "sine=duration=3", "-i", cover.toString(), "-map", "0", "-map", "1", "-c:a",
                        "libmp3lame",
                        "-c:v", "copy", "-disposition:v:0", "attached_pic"));
    }

    public static Path png(Path file, String size) throws Exception {
        return make(file,
                List.of("-f", "lavfi", "-i", "testsrc2=size=" + size + ":rate=1:duration=1", "-frames:v", "1", "-c:v", "png",
                        "-f", "image2",
                        "-update", "1"));
    }

    public static Path jpeg(Path file, String size) throws Exception {
        return make(file,
                List.of("-f", "lavfi", "-i", "testsrc2=size=" + size + ":rate=1:duration=1", "-frames:v", "1", "-c:v", "mjpeg",
                        "-f", "image2",
                        "-update", "1"));
    }

    /** Ten frames a second, for two seconds. */
    public static Path gif(Path file) throws Exception {
        return make(file, List.of("-f", "lavfi", "-i", "testsrc2=size=64x48:rate=10:duration=2"));
    }

    public static Path sound(Path file, int seconds) throws Exception {
        return make(file, List.of("-f", "lavfi", "-i", "sine=sample_rate=48000:duration=" + seconds, "-ac", "2"));
    }

    /** Index first, then cut off: only a share of the content is left. */
    public static Path truncated(Path file, int percent) throws Exception {
        film(file, Look.USUAL.lasting(10).with("-movflags", "+faststart", "-b:v", "1M"));
        return cut(file, percent);
    }

    /** Index last and cut off: as after a crash. */
    public static Path withoutMoov(Path file) throws Exception {
        film(file, Look.USUAL.lasting(4));
        return cut(file, 50);
    }

    public static Path cut(Path file, int percent) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(open.length() * percent / 100);
        }
        return file;
    }

    /** Runs the bundled ffmpeg; its last argument is the file. */
    public static Path make(Path file, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(binaries().ffmpeg().toString(), "-hide_banner", "-nostdin", "-loglevel", "error", "-y"));
        command.addAll(arguments);
        command.add("file:" + file);
        Captured said = Captured.of(launcher().start(command, binaries().environment(), Launcher.Manner.QUICK),
                Duration.ofSeconds(60));
        if (said.exitCode() != 0) {
            throw new AssertionError(command + " ended with " + said.exitCode() + ": " + said.err());
        }
        return file;
    }
}
