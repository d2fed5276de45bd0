package io.reelbench.app.recipe;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Glimpse;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long a plan may take where nothing like it was done before: a wide range, from the picture's pixels and what encoders do on common
 * processors. Pure.
 *
 * @param least seconds
 * @param most  seconds
 */
record RoughTime(double least, double most) {

    static final RoughTime NONE = new RoughTime(0, 0);

    /** Million pixels in a second on one core at usual presets; slow presets halve and double it, hence the wide range. */
    private static final Map<String, Double> PIXELS = Map.of("libx264", 18.0, "libx265", 5.0, "libsvtav1", 12.0, "libaom-av1",
            1.0,
            "libvpx-vp9", 4.0, "libvpx", 8.0, "prores_ks", 25.0, "dnxhd", 60.0, "ffv1", 30.0);
    private static final double OTHER_PIXELS = 40;
    /** Bytes in a second that are copied and read again for the proof; between a hard disk and a fast flash disk. */
    private static final double DISK = 250e6;
    /** Seconds of sound encoded in a second. */
    private static final double SOUND = 80;
    /** What starting, checking and placing cost. */
    private static final double START = 0.3;
    private static final double DOUBT = 2;

    RoughTime plus(RoughTime other) {
        return new RoughTime(least + other.least, most + other.most);
    }

    /** Of one plan on so many cores; encoders keep about three quarters of them busy. */
    static RoughTime of(Plan plan, int cores) {
        double seconds = START + plan.steps().stream().mapToDouble(step -> seconds(step, plan, cores)).sum();
        return new RoughTime(seconds / DOUBT, seconds * DOUBT);
    }

    private static double seconds(Step step, Plan plan, int cores) {
        return switch (step) {
            case Step.Write _,Step.Fetch _,Step.Own _ -> 0;
            case Step.Run run -> run(run, plan, cores);
            case Step.Measure _ -> 1;
            case Step.Fit fit -> run(fit.run(), plan, cores);
            case Step.Search search -> search.samples().size() * 3.0;
            case Step.IfLarger _ -> 0;
        };
    }

    private static double run(Step.Run run, Plan plan, int cores) {
        if (run.doing() == Step.Doing.COPYING || run.doing() == Step.Doing.JOINING) {
            return plan.estimate().mostBytes() / DISK;
        } else if (run.doing() == Step.Doing.PICTURE) {
            return START;
        }
        double length = run.mediaUs().orElse(plan.estimate().lengthUs().orElse(0)) / (double) Time.SECOND;
        Optional<Track.Video> video = plan.sources().getFirst().video();
        Optional<String> encoder = plan.glimpse().flatMap(Glimpse::coding).map(Glimpse.Coding::encoder);
        if (video.isEmpty() || encoder.isEmpty()) {
            return length / SOUND;
        }
        Size size = video.get().upright();
        double rate = video.get().rate().map(r -> r.perSecond().approximate()).orElse(25.0);
        double speed = PIXELS.getOrDefault(encoder.get(), OTHER_PIXELS) * Math.max(1, cores * 0.75);
        return length * rate * size.pixels() / 1e6 / speed;
    }

    /** Of several, on this computer. */
    static RoughTime of(List<Outlook.Done> all) {
        int cores = Runtime.getRuntime().availableProcessors();
        return all.stream().map(done -> of(done.plan(), cores)).reduce(NONE, RoughTime::plus);
    }
}
