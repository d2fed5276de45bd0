package io.reelbench.engine.cli;

import java.util.ArrayList;
import java.util.List;

/** Short clips that ffmpeg makes out of nothing: moving pictures, and tones that are soft on the ears. */
final class DemoClips {

    private static final String SECONDS = "10";
    private static final String COLOURS = "c0=0x1b2a6b:c1=0xe0508f:c2=0xf8c04e:c3=0x22b8a0:nb_colors=4:speed=0.02:seed=7";
    private static final List<String> QUICK = List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "20", "-pix_fmt",
            "yuv420p", "-g", "60", "-c:a", "aac", "-b:a", "128k");

    /**
     * One clip.
     *
     * @param name      of the file
     * @param arguments for ffmpeg, without the output
     */
    record Clip(String name, List<String> arguments) {
    }

    private DemoClips() {}

    /** A field of life; it has the most to encode. */
    static Clip life() {
        return new Clip("life.mp4", made(List.of(
                "life=s=320x180:r=24:ratio=0.12:seed=5:mold=12:death_color=#e0508f:life_color=#f8c04e:mold_color=#1b2a6b,"
                        + "scale=1280:720:flags=neighbor",
                tone(220)), List.of("-map", "0:v", "-map", "1:a")));
    }

    /** A test card at the rate of NTSC, with an English and a German sound track. */
    static Clip card() {
        return new Clip("testcard.mp4", made(List.of("testsrc2=s=1280x720:r=30000/1001", tone(330), tone(440)),
                List.of("-map", "0:v", "-map", "1:a", "-map", "2:a", "-metadata:s:a:0", "language=eng", "-metadata:s:a:1",
                        "language=deu")));
    }

    /** Slow colours. */
    static Clip colours() {
        return new Clip("colours.mp4", made(List.of("gradients=s=1280x720:r=30:type=radial:" + COLOURS, tone(262)),
                List.of("-map", "0:v", "-map", "1:a")));
    }

    /** As a telephone holds it. */
    static Clip portrait() {
        return new Clip("portrait.mp4", made(List.of("gradients=s=720x1280:r=30:type=spiral:" + COLOURS, tone(294)),
                List.of("-map", "0:v", "-map", "1:a")));
    }

    private static String tone(int hertz) {
        return "sine=frequency=" + hertz + ":beep_factor=2:sample_rate=48000,volume=0.3";
    }

    private static List<String> made(List<String> sources, List<String> mapped) {
        List<String> arguments = new ArrayList<>();
        sources.forEach(source -> arguments.addAll(List.of("-f", "lavfi", "-i", source)));
        arguments.addAll(mapped);
        arguments.addAll(QUICK);
        arguments.addAll(List.of("-t", SECONDS, "-movflags", "+faststart", "-f", "mp4"));
        return List.copyOf(arguments);
    }
}
