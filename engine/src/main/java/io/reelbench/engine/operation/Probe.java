package io.reelbench.engine.operation;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Known;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Report;
import io.reelbench.engine.plan.Report.Form;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.schema.Ask;
import java.util.List;

/** Writes down what a file is. Always of the file as it lies, whatever the steps above make of it. */
public record Probe(
        @Ask(value = "Format", help = "Text to read, JSON for programs, or ffprobe's own JSON as it came.") Format format,
        @Ask(value = "All packets", help = "Reads the whole file: true length, keyframes, even or uneven frames.") boolean packets)
        implements
            Operation {

    /** How the facts are written. */
    public enum Format {
        TEXT(Form.TEXT), JSON(Form.JSON), FFPROBE(Form.FFPROBE);

        private final Form form;

        Format(Form form) {
            this.form = form;
        }
    }

    private static final About ABOUT = new About("probe", "Facts", "Says what is in files.", About.Group.REPORTS,
            About.Role.REPORT, List.of("info", "mediainfo", "ffprobe", "codec", "properties", "metadata", "details"),
            "probe film.mkv");

    public Probe() {
        this(Format.TEXT, false);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (edit.reel().isPresent()) {
            problems.add("", Code.NOT_AVAILABLE, JoinWords.LOOKS_INTO.with(id()),
                    new Fix.Remove(OperationWords.LEAVE_STEP.with(), problems.step()));
            return edit;
        }
        Known known = edit.first().known();
        Edit done = edit;
        if (format == Format.FFPROBE && !known.read().answers().containsKey(packets)) {
            done = done.wanting(new Fact.Answer(packets));
        } else if (format != Format.FFPROBE && packets && known.read().packets().isEmpty()) {
            done = done.wanting(new Fact.Packets());
        }
        return done.withSink(new Sink.ReportSink(id(), new Report.Facts(format.form)));
    }
}
