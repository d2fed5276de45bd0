package io.reelbench.engine.operation;

import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.RateChoice;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Effect;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import java.util.List;
import java.util.OptionalLong;

/** Gives a film one constant frame rate. */
public record FrameRate(
        @Ask(value = "Rate", help = "Frames a second; source makes a variable rate constant and keeps it otherwise.", unit = "fps", min = 0.001, max = 1000, from = 12, to = 120) RateChoice rate,
        @Ask(value = "Method", help = "Nearest repeats and drops frames; blend mixes neighbours; motion invents frames and is slow.") Method method)
        implements
            Operation {

    public enum Method {
        NEAREST, BLEND, MOTION
    }

    /** What variable clips are made of; one that is just missed by an average was meant. */
    private static final List<Rate> USUAL = List.of(new Rate(1, 1), new Rate(2, 1), new Rate(5, 1), new Rate(8, 1),
            new Rate(10, 1), new Rate(12, 1), new Rate(15, 1), new Rate(24000, 1001), new Rate(24, 1), new Rate(25, 1),
            new Rate(30000, 1001), new Rate(30, 1), new Rate(48, 1), new Rate(50, 1), new Rate(60000, 1001), new Rate(60, 1),
            new Rate(90, 1), new Rate(100, 1), new Rate(120000, 1001), new Rate(120, 1), new Rate(240, 1));
    private static final double JUST = 0.998;

    private static final About ABOUT = new About("frame-rate", "Frame rate", "Gives a film one constant frame rate.",
            About.Group.PICTURE, About.Role.STEP,
            List.of("fps", "vfr", "cfr", "constant", "variable", "24", "25", "30", "60", "smooth", "interpolate"),
            "frame-rate screen.mp4 --rate 29.97 -o steady.mp4");

    public FrameRate() {
        this(RateChoice.SOURCE, Method.NEAREST);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.picture(this, edit, problems) || !Needs.film(this, edit, problems)) {
            return edit;
        }
        Track.Video video = edit.video().orElseThrow();
        if (rate.rate().isEmpty() && video.rate().isEmpty()) {
            problems.add("rate", Code.REQUIRED, PictureWords.RATE_UNKNOWN, edit.first().name());
            return edit;
        }
        Rate wanted = rate.rate().orElseGet(() -> video.variable() ? constant(video.rate().get()) : video.rate().get());
        if (!video.variable() && video.rate().filter(wanted::equals).isPresent()) {
            problems.add("rate", Code.NOTHING_TO_DO, PictureWords.RATE_IS, wanted.spoken());
            return edit;
        }
        if (rate.rate().isEmpty()) {
            return made(edit.noting(PictureWords.RATE_CHOSEN, wanted.spoken(), video.rate().get().spoken()), wanted);
        }
        return made(edit, wanted);
    }

    /** The usual rate that loses no frame of so many a second. */
    static Rate constant(Rate average) {
        double least = average.perSecond().approximate() * JUST;
        return USUAL.stream().filter(r -> r.perSecond().approximate() >= least).findFirst().orElse(average);
    }

    private Edit made(Edit edit, Rate wanted) {
        long around = Math.max(method == Method.NEAREST ? Time.SECOND / 2 : Time.SECOND, 2 * wanted.frameLength());
        Effect effect = Effect.NONE.timed(wanted);
        if (method == Method.NEAREST) {
            return edit.withPicture(List.of(Filter.of("fps=" + wanted, effect).lookingBack(around)));
        }
        String how = method == Method.BLEND ? "blend" : "mci:mc_mode=aobmc:me_mode=bidir:vsbmc=1";
        Filter invents = Filter.of("minterpolate=fps=%s:mi_mode=%s".formatted(wanted, how), effect).lookingBack(around);
        OptionalLong length = edit.lengthOf(edit.first().video().orElseThrow().facts());
        if (length.isEmpty()) {
            return edit.withPicture(List.of(invents));
        }
        // it needs frames behind the last one, which are then cut off again
        String end = Time.seconds(length.getAsLong() - wanted.frameLength() / 2);
        return edit
                .withPicture(List.of(Filter.of("tpad=stop_mode=clone:stop=3"), invents, Filter.of("trim=end=" + end).onClock()));
    }
}
