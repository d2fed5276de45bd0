package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Short clips of all kinds with a flash and a beep half a second from their beginning, and what joined ones must be. */
final class Joins {

    private static final double MARK = 0.6;

    private final Studio studio;
    private final Sync sync;

    Joins(Studio studio) {
        this.studio = studio;
        this.sync = new Sync(studio);
    }

    /**
     * A clip.
     *
     * @param seconds how long its picture is
     */
    record Marked(Path file, double seconds, boolean heard) {
    }

    /** How its picture is coded, with all that goes with it. */
    static final List<String> PLAIN = List.of("-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac");

    /** @param seconds a whole number of frames */
    Marked film(String name, String size, String rate, double seconds, List<String> coding, String... more) throws Exception {
        return film(name, size, rate, seconds, 48_000, "mono", coding, more);
    }

    Marked film(String name, String size, String rate, double seconds, int hertz, String layout, List<String> coding,
            String... more)
            throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i",
                "color=black:s=%s:r=%s:d=%s,format=yuv420p,drawbox=t=fill:c=white:enable='between(t,%s,%s)'".formatted(size, rate,
                        seconds, MARK - 0.001, MARK + 0.099),
                "-f", "lavfi", "-i",
                "aevalsrc='0.5*sin(2*PI*400*t)*between(t,%s,%s)':s=%d:d=%s:c=%s".formatted(MARK, MARK + 0.1, hertz,
                        seconds, "mono")));
        arguments.addAll(coding);
        arguments.addAll(List.of("-ac", layout.equals("mono") ? "1" : layout.equals("stereo") ? "2" : "6"));
        arguments.addAll(Arrays.asList(more));
        return new Marked(studio.clip(name, arguments.toArray(String[]::new)), seconds, !arguments.contains("-an"));
    }

    /** Plays through, is as long as all of them, and shows and sounds its marks where they were. */
    void check(String what, Path film, List<Marked> clips) throws Exception {
        check(what, film, clips, 0);
    }

    /** @param apart seconds from the end of one to the beginning of the next */
    void check(String what, Path film, List<Marked> clips, double apart) throws Exception {
        double at = 0;
        List<Double> seen = new ArrayList<>();
        List<Double> heard = new ArrayList<>();
        for (Marked clip : clips) {
            seen.add(at + MARK);
            if (clip.heard) {
                heard.add(at + MARK);
            }
            at += clip.seconds + apart;
        }
        at -= apart;
        studio.raw(film, "-map", "0:v", "-map", "0:a?", "-xerror", "-f", "framecrc");
        Track.Video video = studio.look(film).video().orElseThrow();
        double frame = video.rate().map(Rate::frameLength).orElse(40_000L) / 1e6;
        close(what + " seen", sync.flashes(film), seen, frame);
        if (!heard.isEmpty()) {
            close(what + " heard", sync.beeps(film, studio.look(film).audio().orElseThrow().channels() > 2 ? "c0+c2" : "c0"),
                    heard, frame);
        }
        assertThat(studio.look(film).lengthUs().orElse(0) / 1e6).as(what + " lasts").isCloseTo(at,
                org.assertj.core.api.Assertions.within(frame + 0.03));
    }

    private static void close(String what, List<Double> found, List<Double> wanted, double frame) {
        assertThat(found).as(what + ": " + found + " for " + wanted).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(found.get(i)).as(what + ": " + found + " for " + wanted).isCloseTo(wanted.get(i),
                    org.assertj.core.api.Assertions.within(frame + 0.001));
        }
    }

    /** Hashes of the packets of a picture, in order. */
    List<String> packets(Path film) throws Exception {
        return new String(studio.raw(film, "-map", "0:v:0", "-c", "copy", "-f", "framehash")).lines()
                .filter(l -> !l.startsWith("#"))
                .map(l -> l.substring(l.lastIndexOf(',') + 1).strip()).toList();
    }

    /** Times between one frame and the next, each once, in units of the file. */
    List<Long> steps(Path film) throws Exception {
        List<Long> times = new String(studio.raw(film, "-map", "0:v:0", "-c", "copy", "-f", "framecrc")).lines()
                .filter(l -> !l.startsWith("#")).map(l -> Long.valueOf(l.split(",")[2].strip())).sorted().toList();
        List<Long> steps = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            steps.add(times.get(i) - times.get(i - 1));
        }
        return steps.stream().distinct().toList();
    }

    /** A mark at a rate whose frames do not meet it lies at the next frame. */
    static List<Path> files(List<Marked> clips) {
        return clips.stream().map(Marked::file).toList();
    }
}
