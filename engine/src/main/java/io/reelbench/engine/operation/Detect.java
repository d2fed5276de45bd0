package io.reelbench.engine.operation;

import io.reelbench.engine.media.Length;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Report;
import io.reelbench.engine.plan.Report.Event;
import io.reelbench.engine.plan.Report.Form;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds where something happens, and writes it down so that trim, slice and chapters can read it. */
public record Detect(
        @Ask(value = "What", help = "Scenes, black, silence, freeze (nothing moves), crop (black bars), interlace.") List<Event> what,
        @Ask(value = "Scene change", help = "How unlike two frames are at a cut; lower finds more.", unit = "%", min = 0, max = 100, from = 5, to = 30) double sceneThreshold,
        @Ask(value = "Shortest black", help = "Black that is shorter is not reported.", unit = "s", min = 0.01, max = 3600, from = 0.1, to = 10) Length blackDuration,
        @Ask(value = "Shortest silence", help = "Silence that is shorter is not reported.", unit = "s", min = 0.01, max = 3600, from = 0.1, to = 10) Length silenceDuration,
        @Ask(value = "Shortest freeze", help = "A standstill that is shorter is not reported.", unit = "s", min = 0.01, max = 3600, from = 0.1, to = 10) Length freezeDuration,
        @Ask(value = "Black up to", help = "What counts as black, as a share of white.", min = 0, max = 1, from = 0.02, to = 0.3, advanced = true) double blackLevel,
        @Ask(value = "Silent up to", help = "What counts as silence.", unit = "dBFS", min = -90, max = 0, from = -60, to = -20, advanced = true) double silenceLevel,
        @Ask(value = "Format", help = "JSON for trim, slice and programs, text to read, CSV, EDL or chapters for editors.") Format format)
        implements
            Operation {

    /** How the findings are written. */
    public enum Format {
        JSON(Form.JSON), TEXT(Form.TEXT), CSV(Form.CSV), EDL(Form.EDL), CHAPTERS(Form.CHAPTERS);

        private final Form form;

        Format(Form form) {
            this.form = form;
        }
    }

    private static final About ABOUT = new About("detect", "Find",
            "Finds scenes, black, silence, standstill, black bars and interlacing.", About.Group.REPORTS, About.Role.REPORT,
            List.of("scenes", "shots", "cuts", "black", "silence", "freeze", "letterbox", "interlaced", "edl", "chapters"),
            "detect talk.mp4 --what black,silence -o found.json");

    public Detect() {
        this(List.of(Event.SCENES, Event.BLACK, Event.SILENCE), 10, new Length.Micros(Time.SECOND / 2),
                new Length.Micros(Time.SECOND / 2), new Length.Micros(2 * Time.SECOND), 0.1, -40, Format.JSON);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.either(this, edit, problems)) {
            return edit;
        }
        Set<Event> kinds = possible(edit, problems);
        if (format == Format.EDL && edit.clock().rate().isEmpty()) {
            problems.add("format", Code.NEEDS_PICTURE, OperationWords.EDL_FRAMES, edit.first().name());
        }
        When when = new When(edit, problems);
        Optional<Long> black = when.resolve("black-duration", blackDuration);
        Optional<Long> silence = when.resolve("silence-duration", silenceDuration);
        Optional<Long> freeze = when.resolve("freeze-duration", freezeDuration);
        if (kinds.isEmpty() || black.isEmpty() || silence.isEmpty() || freeze.isEmpty()) {
            return edit;
        }
        return edit.withSink(new Sink.ReportSink(id(), new Report.Events(format.form, kinds, sceneThreshold, black.get(),
                blackLevel, silence.get(), silenceLevel, freeze.get())));
    }

    /** What can be found in this clip; the rest is told, and a problem when nothing is left. */
    private Set<Event> possible(Edit edit, Problems problems) {
        Set<Event> kinds = EnumSet.copyOf(what);
        Set<Event> left = EnumSet.copyOf(kinds);
        left.removeIf(e -> e.isHeard() ? edit.hasSound() : edit.hasPicture());
        kinds.removeAll(left);
        if (kinds.isEmpty() && edit.hasPicture()) {
            problems.add("what", Code.NEEDS_SOUND, OperationWords.NO_SOUND_THERE, edit.first().name(), words(left));
        } else if (kinds.isEmpty()) {
            problems.add("what", Code.NEEDS_PICTURE, OperationWords.NO_PICTURE_THERE, edit.first().name(), words(left));
        } else if (!left.isEmpty()) {
            problems.add("what", Code.NOTHING_TO_DO,
                    edit.hasPicture() ? OperationWords.NO_SOUND_THERE : OperationWords.NO_PICTURE_THERE, edit.first().name(),
                    words(left));
        }
        return kinds;
    }

    private static String words(Set<Event> kinds) {
        return kinds.stream().map(k -> k.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }
}
