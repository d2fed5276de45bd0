package io.reelbench.engine.operation;

import io.reelbench.engine.media.Track;
import io.reelbench.engine.media.TrackChoice;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Heard;
import io.reelbench.engine.plan.LoudnessStandard;
import io.reelbench.engine.plan.Report;
import io.reelbench.engine.plan.Report.Form;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Word;
import java.util.List;
import java.util.Optional;

/** Measures loudness by EBU R 128, for each sound track, and writes the figures down. */
public record LoudnessReport(
        @Ask(value = "Format", help = "Text to read, JSON or CSV for programs.") Format format,
        @Ask(value = "Standard", help = "Adds whether the figures pass it.") Standard standard,
        @Ask(value = "Series", help = "Momentary and short-term loudness every tenth of a second.", advanced = true) boolean series,
        @Ask(value = "Sound tracks", help = "All, first, numbers from 1, or lang:eng.", advanced = true) TrackChoice tracks)
        implements
            Operation {

    /** How the figures are written. */
    public enum Format {
        TEXT(Form.TEXT), JSON(Form.JSON), CSV(Form.CSV);

        private final Form form;

        Format(Form form) {
            this.form = form;
        }
    }

    /** What they are held against. */
    public enum Standard implements Word {
        NONE(Optional.empty()), PODCAST(Optional.of(LoudnessStandard.PODCAST)), STREAMING(
                Optional.of(LoudnessStandard.STREAMING)),
        EBU_R128(
                Optional.of(LoudnessStandard.EBU_R128)),
        ATSC_A85(Optional.of(LoudnessStandard.ATSC_A85));

        private final Optional<LoudnessStandard> standard;

        Standard(Optional<LoudnessStandard> standard) {
            this.standard = standard;
        }

        @Override
        public String title() {
            return standard.map(Word::title).orElse("None");
        }
    }

    private static final About ABOUT = new About("loudness-report", "Loudness report",
            "Measures how loud each sound track is, by EBU R 128.", About.Group.REPORTS, About.Role.REPORT,
            List.of("lufs", "ebu", "r128", "meter", "true peak", "lra", "measure", "volume"),
            "loudness-report talk.mp4 --standard podcast");

    public LoudnessReport() {
        this(Format.TEXT, Standard.NONE, false, TrackChoice.ALL);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.sound(this, edit, problems)) {
            return edit;
        }
        Needs.tracks("tracks", tracks, Track.Audio.class, edit, problems);
        List<Heard> chosen = Heard.chosen(tracks, edit.sounds());
        if (chosen.isEmpty()) {
            Needs.noneChosen("tracks", tracks, edit, problems);
            return edit;
        }
        List<Integer> numbers = chosen.stream().map(h -> edit.sounds().indexOf(h) + 1).toList();
        return edit.withSink(new Sink.ReportSink(id(),
                new Report.Loudness(format.form, standard.standard, series, chosen, numbers)));
    }
}
