package io.reelbench.engine;

import io.reelbench.engine.media.Rate;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Films with a flash and a beep at every fifth second, and how far the two are apart in what was made of them. */
public final class Sync {

    private static final int EVERY = 5;
    /** Samples per second at which the beeps are looked for. */
    private static final int RATE = 8000;

    private static final int LOUD = 6500;

    private final Studio studio;

    public Sync(Studio studio) {
        this.studio = studio;
    }

    /** White and loud for a tenth of a second, first at the frame after two seconds, then about every five; else black and silent. */
    public static Path film(Studio studio, String name, String rate, int seconds, String... more) throws Exception {
        Rate frames = Rate.parse(rate);
        long every = frames.framesIn(EVERY * 1_000_000L);
        long first = frames.framesIn(2_000_000);
        long flash = frames.framesIn(100_000);
        String beep = "between(mod(t\\,%1$s)\\,%2$s\\,%2$s+0.1)".formatted(at(every, frames), at(first, frames));
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i",
                "color=black:s=64x36:r=%s:d=%d".formatted(rate, seconds), "-f", "lavfi", "-i",
                "aevalsrc=0.5*sin(2*PI*400*t)*%s:s=48000:d=%d".formatted(beep, seconds), "-vf",
                "drawbox=t=fill:c=white:enable='between(mod(n,%d),%d,%d)'".formatted(every, first, first + flash - 1), "-c:v",
                "libx264", "-preset", "ultrafast", "-g", "250", "-c:a", "aac", "-b:a", "64k"));
        arguments.addAll(List.of(more));
        return studio.clip(name, arguments.toArray(String[]::new));
    }

    /** When a frame starts, as ffmpeg computes it. */
    private static String at(long frame, Rate rate) {
        return "(%d*%d/%d)".formatted(frame, rate.den(), rate.num());
    }

    /** When the last flash begins less when the last beep begins, in seconds, both as a player shows them. */
    public double lastApart(Path film) throws Exception {
        List<Double> flashes = flashes(film);
        List<Double> beeps = beeps(film);
        if (flashes.isEmpty() || flashes.size() != beeps.size()) {
            throw new AssertionError(flashes.size() + " flashes and " + beeps.size() + " beeps");
        }
        return flashes.getLast() - beeps.getLast();
    }

    /** When flashes begin, in seconds of the file's own clock. */
    public List<Double> flashes(Path film) throws Exception {
        String times = new String(studio.raw(film, "-map", "0:v:0", "-vf",
                "scale=1:1:flags=area,format=gray,settb=AVTB", "-fps_mode", "passthrough", "-enc_time_base", "1:1000000", "-c:v",
                "rawvideo", "-f", "framecrc"));
        byte[] luma = studio.raw(film, "-map", "0:v:0", "-vf", "scale=1:1:flags=area,format=gray", "-fps_mode", "passthrough",
                "-f", "rawvideo");
        List<Long> shown = times.lines().filter(l -> !l.startsWith("#")).map(l -> Long.valueOf(l.split(",")[2].strip())).toList();
        List<Double> flashes = new ArrayList<>();
        for (int i = 0; i < luma.length; i++) {
            boolean bright = (luma[i] & 0xFF) > 128;
            boolean before = i > 0 && (luma[i - 1] & 0xFF) > 128;
            if (bright && !before) {
                flashes.add(shown.get(i) / 1e6);
            }
        }
        return flashes;
    }

    /** When beeps begin, in seconds of the file's own clock; a late track is filled with silence. */
    public List<Double> beeps(Path film) throws Exception {
        return beeps(film, "c0");
    }

    /** @param mix which channels are listened to, as ffmpeg's pan writes it */
    List<Double> beeps(Path film, String mix) throws Exception {
        ShortBuffer samples = ByteBuffer.wrap(studio.raw(film, "-map", "0:a:0", "-af",
                "aresample=%d:async=1:first_pts=0,pan=mono|c0=%s".formatted(RATE, mix), "-f", "s16le"))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        List<Double> beeps = new ArrayList<>();
        int quiet = RATE;
        for (int i = 0; i < samples.limit(); i++) {
            boolean loud = Math.abs(samples.get(i)) > LOUD;
            if (loud && quiet > RATE / 50) {
                beeps.add((double) i / RATE);
            }
            quiet = loud ? 0 : quiet + 1;
        }
        return beeps;
    }
}
