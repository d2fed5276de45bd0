package io.reelbench.engine.operation;

import io.reelbench.engine.media.TrackChoice;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.plan.Measure;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Called;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the sound louder or softer.
 *
 * @param level what becomes of it; must be given
 */
public record Volume(Optional<Level> level,
        @Ask(value = "Limit", help = "When it is raised, holds the highest samples at -1 dBFS so that nothing clips.") boolean limit,
        @Ask(value = "Sound tracks", help = "All, numbers from 1, or lang:eng; the others stay as they are.", advanced = true) TrackChoice tracks)
        implements
            Operation {

    /** What becomes of the sound; exactly one. */
    @Called(value = "Change", none = "Choose one", must = true)
    public sealed interface Level {
    }

    @Called("Gain")
    public record Gain(
            @Ask(value = "Gain", help = "How much louder (more than 0) or softer.", unit = "dB", min = -90, max = 60, from = -24, to = 24) double gain)
            implements
                Level {
    }

    @Called("Peak")
    public record Peak(
            @Ask(value = "Peak", help = "The highest sample is measured and lifted or lowered to this.", unit = "dBFS", min = -30, max = 0, from = -12, to = 0) double peak)
            implements
                Level {
    }

    @Called("Mute")
    public record Mute(
            @Ask(value = "Mute", help = "Silence; the track stays.") boolean mute) implements Level {
    }

    /** −1 dBFS. The limiter's own automatic level would raise everything to 0 dBFS again, and without latency it delays the sound. */
    static final Filter LIMITER = Filter.of("alimiter=limit=0.891251:level=0:latency=1");

    private static final About ABOUT = new About("volume", "Volume", "Makes the sound louder or softer, or silent.",
            About.Group.SOUND, About.Role.STEP,
            List.of("gain", "louder", "quieter", "peak", "normalise", "mute", "silence", "dB"),
            "volume talk.mp4 --gain 6 -o louder.mp4");

    public Volume() {
        this(Optional.empty(), true, TrackChoice.ALL);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.sound(this, edit, problems) || !Sounds.named("tracks", tracks, edit, problems)) {
            return edit;
        } else if (level.isEmpty()) {
            problems.add("gain", Code.REQUIRED, OperationWords.LEVEL_REQUIRED);
            return edit;
        } else if (level.get() instanceof Mute(boolean mute) && !mute) {
            problems.add("mute", Code.BAD_SYNTAX, OperationWords.LOSSLESS_YES);
            return edit;
        }
        List<Filter> filters = filters(level.get());
        if (filters.isEmpty()) {
            problems.add("gain", Code.NOTHING_TO_DO, OperationWords.NO_GAIN);
        }
        return Sounds.changed(edit, tracks, heard -> heard.then(filters, heard.here()));
    }

    private List<Filter> filters(Level wanted) {
        return switch (wanted) {
            case Gain(double gain) -> gain(gain, limit);
            // what is lifted to 0 dBFS at most cannot clip
            case Peak(double peak) -> List.of(Filter.measured(new Measure.Peak(peak)));
            case Mute _ -> List.of(Filter.of("volume=0"));
        };
    }

    /** @param limited whether what is raised must not clip */
    static List<Filter> gain(double gain, boolean limited) {
        List<Filter> filters = new ArrayList<>();
        if (gain != 0) {
            filters.add(Filter.of("volume=" + BigDecimal.valueOf(gain).stripTrailingZeros().toPlainString() + "dB"));
        }
        if (gain > 0 && limited) {
            filters.add(LIMITER);
        }
        return filters;
    }
}
