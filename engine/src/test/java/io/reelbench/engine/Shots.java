package io.reelbench.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames that a decoder shows of a film, each by a checksum and its time: for telling copies from encodes.
 *
 * @param sums  of every frame
 * @param times of every frame, in seconds from the first
 */
public record Shots(List<String> sums, List<Double> times) {

    /** @param arguments before the output, for example a limit */
    public static Shots of(Studio studio, Path film, String... arguments) throws Exception {
        return track(studio, film, "0:v:0", arguments);
    }

    /** @param track as ffmpeg maps it */
    public static Shots track(Studio studio, Path film, String track, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("-map", track));
        all.addAll(List.of(arguments));
        all.addAll(List.of("-fps_mode", "passthrough", "-enc_time_base", "demux", "-f", "framemd5"));
        String listed = new String(studio.raw(film, all.toArray(String[]::new)), StandardCharsets.ISO_8859_1);
        List<String> sums = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        double tick = 1;
        for (String line : listed.split("\n")) {
            String[] fields = line.split(",");
            if (line.startsWith("#tb 0:")) {
                String[] timebase = line.substring(6).strip().split("/");
                tick = Double.parseDouble(timebase[0]) / Double.parseDouble(timebase[1]);
            } else if (!line.startsWith("#") && fields.length >= 6) {
                sums.add(fields[5].strip());
                times.add(Long.parseLong(fields[2].strip()) * tick);
            }
        }
        double first = times.isEmpty() ? 0 : times.getFirst();
        return new Shots(List.copyOf(sums), times.stream().map(t -> t - first).toList());
    }

    public Shots part(int from, int to) {
        double first = times.get(from);
        return new Shots(sums.subList(from, to), times.subList(from, to).stream().map(t -> t - first).toList());
    }

    /** How many frames are the very same, place by place. */
    public long same(Shots other) {
        long same = 0;
        for (int i = 0; i < Math.min(sums.size(), other.sums.size()); i++) {
            same += sums.get(i).equals(other.sums.get(i)) ? 1 : 0;
        }
        return same;
    }

    /** By how many seconds the time of a frame is off at most. */
    public double drift(Shots other) {
        double worst = 0;
        for (int i = 0; i < Math.min(times.size(), other.times.size()); i++) {
            worst = Math.max(worst, Math.abs(times.get(i) - other.times.get(i)));
        }
        return worst;
    }
}
