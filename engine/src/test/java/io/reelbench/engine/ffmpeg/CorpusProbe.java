package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.FailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Probes a folder of real clips and prints what was understood of each, one line a file. */
public final class CorpusProbe {

    private CorpusProbe() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (Launcher launcher = new Launcher()) {
            Prober prober = new Prober(Binaries.in(Path.of("target", "ffmpeg"), launcher), launcher);
            for (Path file : files(folder)) {
                System.out.println(folder.relativize(file).toString().replace('\n', '~') + "\t" + line(prober, file));
            }
        }
    }

    static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> !Files.isDirectory(f) && !f.toString().endsWith(".tsv")).sorted().toList();
        }
    }

    static String line(Prober prober, Path file) throws InterruptedException {
        long before = System.nanoTime();
        String what;
        try {
            what = describe(prober.probe(file));
        } catch (FailedException e) {
            what = e.failure().getClass().getSimpleName() + ": " + e.failure().headline();
        }
        return (System.nanoTime() - before) / 1_000_000 + " ms\t" + what;
    }

    static String describe(Media m) {
        String length = m.lengthUs().isPresent() ? Time.spoken(m.lengthUs().getAsLong()) : "-";
        return m.format().split(",")[0] + "\t" + (m.still() ? "still" : length)
                + (m.startUs() != 0 ? " from " + Time.spoken(m.startUs()) : "")
                + "\t" + m.tracks().stream().map(CorpusProbe::track).collect(Collectors.joining(" | "))
                + (m.chapters().isEmpty() ? "" : "\t" + m.chapters().size() + " chapters")
                + (m.notes().isEmpty() ? "" : "\t" + m.notes());
    }

    private static String track(Track track) {
        String more = track.facts().language().map(l -> " " + l).orElse("") + (track.facts().decodable() ? "" : " NOT DECODABLE");
        return track.codec() + more + switch (track) {
            case Track.Video v -> " " + v.coded() + (v.hasSquarePixels() && v.rotation() == 0 ? "" : "→" + v.upright())
                    + (v.rotation() == 0 && !v.flipped() ? "" : " ↻" + v.rotation() + (v.flipped() ? " flipped" : "")) + " "
                    + v.rate().map(Object::toString).orElse("no rate") + (v.variable() ? " VFR" : "") + " " + v.pixels().name()
                    + "/"
                    + v.pixels().bits() + "/" + v.pixels().chroma() + " " + v.fields()
                    + (v.hdr().kind() == Track.Hdr.Kind.SDR ? "" : " " + v.hdr())
                    + v.timecode().map(t -> " tc " + t).orElse("");
            case Track.Audio a ->
                " " + a.sampleRate() + "/" + a.channels() + "ch " + a.layout() + (a.bits() > 0 ? " " + a.bits() + "bit" : "");
            case Track.Cover c -> " cover " + c.size();
            case Track.Subtitle s -> s.text() ? " text" : " pictures";
            case Track.Data d -> " " + d.kind();
        };
    }
}
