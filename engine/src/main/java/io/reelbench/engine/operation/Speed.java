package io.reelbench.engine.operation;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Length;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.plan.Pace;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Called;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays faster or slower: picture, sound, subtitles and chapters together.
 *
 * @param goal how fast; must be given
 */
public record Speed(Optional<Tempo> goal,
        @Ask(value = "Keep pitch", help = "Voices stay as high as they were; without it they change as on a tape.") boolean preservePitch,
        @Ask(value = "New frames", help = "When slowed: repeat frames, blend them, or follow the motion (slow to compute).") Pace.Between interpolate)
        implements
            Operation {

    /** How fast; exactly one. */
    @Called(value = "Speed", none = "Choose one", must = true)
    public sealed interface Tempo {
    }

    @Called("Factor")
    public record Factor(
            @Ask(value = "Factor", help = "2 is half the length, 0.5 twice the length.", unit = "×", min = 0.05, max = 100, from = 0.25, to = 4) double factor)
            implements
                Tempo {
    }

    @Called("Fit length")
    public record Fit(
            @Ask(value = "Fit duration", help = "How long it shall be; the factor follows.", unit = "s", min = 0) Length fitDuration)
            implements
                Tempo {
    }

    @Called("Conform")
    public record Conform(
            @Ask(value = "Conform to", help = "Every frame is kept and shown at this rate, such as 25 for a film of 23.976; the picture is copied where it can be.", unit = "fps", min = 1, max = 1000) Rate conformTo)
            implements
                Tempo {
    }

    private static final Fraction SLOWEST = new Fraction(5, 100);
    private static final Fraction FASTEST = new Fraction(100, 1);

    private static final About ABOUT = new About("speed", "Speed", "Plays faster or slower, with subtitles and chapters.",
            About.Group.CUT, About.Role.STEP,
            List.of("fast", "slow motion", "timelapse", "tempo", "pitch", "pal", "ntsc", "conform", "pace"),
            "speed talk.mp4 --factor 1.5 -o talk-fast.mp4");

    public Speed() {
        this(Optional.empty(), true, Pace.Between.NONE);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.either(this, edit, problems)) {
            return edit;
        } else if (goal.isEmpty()) {
            problems.add("factor", Code.REQUIRED, OperationWords.SPEED_REQUIRED);
            return edit;
        }
        return switch (goal.get()) {
            case Factor(double factor) -> paced(edit, "factor", Fraction.of(factor), problems);
            case Fit(Length length) -> fitted(edit, length, problems);
            case Conform(Rate rate) -> conformed(edit, rate, problems);
        };
    }

    private Edit fitted(Edit edit, Length length, Problems problems) {
        Optional<Long> wanted = new When(edit, problems).resolve("fit-duration", length);
        if (edit.lengthUs().isEmpty() || edit.lengthUs().getAsLong() == 0) {
            problems.add("fit-duration", Code.NEEDS_OTHER, OperationWords.FIT_UNKNOWN, edit.first().name());
            return edit;
        } else if (wanted.isEmpty()) {
            return edit;
        }
        long least = edit.clock().rate().map(Rate::frameLength).orElse(1L);
        Fraction pace = new Fraction(edit.lengthUs().getAsLong(), Math.max(wanted.get(), least));
        if (pace.compareTo(SLOWEST) < 0 || pace.compareTo(FASTEST) > 0) {
            problems.add("fit-duration", Code.OUT_OF_RANGE, OperationWords.FIT_RANGE, pace.decimal(3));
            return edit;
        }
        return paced(edit, "fit-duration", pace, problems);
    }

    private Edit paced(Edit edit, String option, Fraction pace, Problems problems) {
        if (pace.equals(Fraction.ONE)) {
            problems.add(option, Code.NOTHING_TO_DO, OperationWords.SAME_SPEED);
            return edit;
        }
        Edit picture = edit.video().map(here -> edit.withPicture(
                Pace.picture(pace, interpolate, here, edit.lengthOf(here.facts())))).orElse(edit);
        return heard(edit, picture, pace);
    }

    private Edit conformed(Edit edit, Rate to, Problems problems) {
        Optional<Track.Video> video = edit.video();
        if (!Needs.picture(this, edit, problems)) {
            return edit;
        } else if (video.get().rate().isEmpty() || video.get().variable()) {
            problems.add("conform-to", Code.NOT_AVAILABLE, OperationWords.CONFORM_UNEVEN.with(edit.first().name()),
                    new Fix.Add(OperationWords.EVEN_BEFORE.with(), problems.step(), "frame-rate", Map.of()));
            return edit;
        }
        Rate from = video.get().rate().get();
        if (from.equals(to)) {
            problems.add("conform-to", Code.NOTHING_TO_DO, OperationWords.CONFORM_SAME, to.spoken());
            return edit;
        }
        Filter picture = Pace.conformed(from, to);
        return heard(edit, edit.withPicture(List.of(picture)), to.perSecond().over(from.perSecond()));
    }

    /** What is read of a cut sound ends with a whole packet, and slowed that would be heard: it is cut to the length here. */
    private Edit heard(Edit before, Edit edit, Fraction pace) {
        List<Filter> end = before.isWhole() || before.lengthUs().isEmpty()
                ? List.of()
                : List.of(Filter.of("atrim=end=" + Time.seconds(before.lengthUs().getAsLong())).onClock());
        return edit.withSounds(heard -> heard.then(end, heard.here())
                .then(Pace.sound(pace, preservePitch, heard.here().sampleRate())));
    }
}
