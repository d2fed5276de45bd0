package io.reelbench.engine.operation;

import io.reelbench.engine.media.TrackChoice;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.plan.Heard;
import io.reelbench.engine.plan.LoudnessStandard;
import io.reelbench.engine.plan.Measure;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Called;
import java.util.List;
import java.util.Optional;

/** Brings the sound to a loudness by EBU R 128; the picture is copied. */
public record Loudness(Aim aim,
        @Ask(value = "Mode", help = "Measured listens first and then uses one gain, as far as the peaks allow; live is one pass that pumps.") Mode mode,
        @Ask(value = "Sound tracks", help = "All, numbers from 1, or lang:eng; each is levelled by itself.", advanced = true) TrackChoice tracks)
        implements
            Operation {

    /** How loud; exactly one. */
    @Called("Aim for")
    public sealed interface Aim {
    }

    @Called("Standard")
    public record By(
            @Ask(value = "Standard", help = "Podcast -16 LUFS, streaming -14, EBU R 128 -23, ATSC A/85 -24.") LoudnessStandard standard)
            implements
                Aim {
    }

    /** @param loudnessRange empty means that the range stays as it is */
    @Called("Numbers")
    public record Own(
            @Ask(value = "Loudness", help = "Of the whole, integrated.", unit = "LUFS", min = -70, max = -5, from = -30, to = -10) double integrated,
            @Ask(value = "True peak", help = "Not passed anywhere.", unit = "dBTP", min = -9, max = 0, from = -3, to = 0) double truePeak,
            @Ask(value = "Range", help = "A wider range is levelled over time; without it the range stays, and live uses 11.", unit = "LU", min = 1, max = 50, from = 5, to = 20, advanced = true) Optional<Double> loudnessRange)
            implements
                Aim {

        public Own() {
            this(LoudnessStandard.PODCAST.integrated(), LoudnessStandard.PODCAST.truePeak(), Optional.empty());
        }
    }

    public enum Mode {
        MEASURED, LIVE
    }

    private static final About ABOUT = new About("loudness", "Loudness", "Brings the sound to a loudness by EBU R 128.",
            About.Group.SOUND, About.Role.STEP,
            List.of("lufs", "normalize", "r128", "level", "podcast", "broadcast", "loudnorm", "volume"),
            "loudness talk.mp4 --integrated -16 --true-peak -1.5 -o level.mp4");

    public Loudness() {
        this(new By(LoudnessStandard.PODCAST), Mode.MEASURED, TrackChoice.ALL);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        return !Needs.sound(this, edit, problems) || !Sounds.named("tracks", tracks, edit, problems)
                ? edit
                : Sounds.changed(edit, tracks, heard -> heard.then(filter(heard)));
    }

    private Filter filter(Heard heard) {
        int rate = heard.here().sampleRate();
        Measure.Loudness wanted = switch (aim) {
            case By(LoudnessStandard by) ->
                new Measure.Loudness(by.integrated(), by.truePeak(), by.range(), false, rate);
            case Own(double integrated, double peak, Optional<Double> range) ->
                new Measure.Loudness(integrated, peak, range.orElse(LoudnessStandard.PODCAST.range()), range.isPresent(), rate);
        };
        return mode == Mode.MEASURED ? Filter.measured(wanted) : wanted.live();
    }
}
