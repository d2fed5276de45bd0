package io.reelbench.app;

import io.reelbench.engine.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Ten clips that ffmpeg draws and that are good to look at: nobody holds rights in them. */
final class DrawnClips {

    /** A clip to draw: its name, what ffmpeg's filters draw, how it is written. */
    private record Drawn(String name, String picture, int seconds, List<String> coding) {}

    private static final List<String> H264 = List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");
    private static final List<String> SOUND = List.of("-c:a", "aac", "-ac", "2");

    private static final List<Drawn> ALL = List.of(
            new Drawn("spiral_bay_take_02.mp4", fractal("1280x720", 0.02, 0.0004, "hue=h=150:s=0.7"), 34, H264),
            new Drawn("dusk_over_the_ridge.mp4", gradient("linear", "0x0b1d51", "0xe0703a", "0xf7c873", "0x5b2a86"), 40, H264),
            new Drawn("colour_bars_1080.mov", "smptehdbars=size=1920x1080:rate=25", 12,
                    List.of("-c:v", "prores_ks", "-profile:v", "0")),
            new Drawn("night_flight_b.mp4", gradient("spiral", "0x0b1d51", "0x5b2a86", "0xe0703a", "0xf7c873"), 24, H264),
            new Drawn("coral_reef_interview.mp4", fractal("320x180", 0.06, 0.004, "scale=1280:720,hue=h=320:s=0.8"), 16, H264),
            new Drawn("clockwork_60p.mp4", "testsrc2=size=1280x720:rate=60", 18, H264),
            new Drawn("harbour_fog.mp4", gradient("circular", "0x023047", "0x219ebc", "0x8ecae6", "0x0b525b"), 22, H264),
            new Drawn("green_valley_aerial.mp4", "mandelbrot=size=320x180:rate=24:start_scale=0.4:end_scale=0.02:end_pts=600:"
                    + "start_x=-0.1607:start_y=1.0375,scale=1280:720,hue=h=20:s=0.8", 13, H264),
            new Drawn("rule_110.mp4", "cellauto=size=320x180:rate=24:rule=110,scale=1280:720:flags=neighbor,"
                    + "colorchannelmixer=rr=0.3:gg=0.8:bb=0.9", 15, H264),
            new Drawn("forest_floor_a.mp4", gradient("square", "0x132a13", "0x4f772d", "0x90a955", "0xecf39e"), 19, H264));

    private DrawnClips() {}

    /** In that folder, the first ones; drawn once and kept for the next time. */
    static List<Path> make(Engine engine, Path folder, int count) throws Exception {
        Path kept = Files.createDirectories(Path.of("target", "drawn-clips").toAbsolutePath());
        List<Path> made = new ArrayList<>();
        for (Drawn one : ALL.subList(0, count)) {
            Path file = kept.resolve(one.name());
            if (!Files.exists(file)) {
                List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", one.picture(), "-f", "lavfi", "-i",
                        "aevalsrc=0.4*sin(220*2*PI*t)*abs(sin(t*1.3))*abs(sin(t*0.37)+0.2*random(0)):s=48000", "-t",
                        String.valueOf(one.seconds())));
                arguments.addAll(one.coding());
                arguments.addAll(SOUND);
                engine.generate(arguments, file);
            }
            made.add(Files.copy(file, folder.resolve(one.name())));
        }
        return made;
    }

    /** A dive into the valley of the sea horses. */
    private static String fractal(String size, double from, double to, String colours) {
        return "mandelbrot=size=%s:rate=24:start_scale=%s:end_scale=%s:end_pts=600:start_x=-0.743643887037151:"
                .formatted(size, from, to) + "start_y=-0.13182590420533," + colours;
    }

    private static String gradient(String form, String... colours) {
        return "gradients=size=320x180:rate=24:n=4:c0=%s:c1=%s:c2=%s:c3=%s:speed=0.008:seed=5:type="
                .formatted((Object[]) colours)
                + form + ",scale=1280:720";
    }
}
