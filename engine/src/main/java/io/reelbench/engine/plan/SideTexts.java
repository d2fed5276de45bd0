package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Language;
import io.reelbench.engine.media.TrackChoice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The subtitles of files beside the clip as tracks of one file. ffmpeg reads a text that was written anew as UTF-8. */
final class SideTexts {

    private final Edit edit;
    private final Sink.FileSink sink;
    private final Container container;
    private final Draft draft;

    SideTexts(Edit edit, Sink.FileSink sink, Container container, Draft draft) {
        this.edit = edit;
        this.sink = sink;
        this.container = container;
        this.draft = draft;
    }

    /**
     * The tracks.
     *
     * @param first  how many subtitles stand before them
     * @param inputs gets the files that the run reads
     * @param before gets what must be there before
     */
    List<Extras.Extra> tracks(int first, List<Command.Input> inputs, List<Step> before) {
        List<Extras.Extra> out = new ArrayList<>();
        if (sink.tracks().subtitleTracks().equals(TrackChoice.NONE)) {
            return out;
        }
        for (SideText text : edit.beside().texts()) {
            int number = first + out.size();
            var subject = PlanWords.SUBTITLES.with(number + 1);
            String name = text.file().getFileName().toString();
            String codec = text.cues().format().codec();
            Optional<String> becomes = container.copiesSubtitle(codec) ? Optional.of(codec) : container.textSubtitle();
            if (!isInOrder(text)) {
                draft.reason(subject, PlanWords.LEFT_OUT.with(), PlanWords.SEVERAL_PARTS.with());
                continue;
            } else if (becomes.isEmpty()) {
                draft.reason(subject, PlanWords.LEFT_OUT.with(), PlanWords.NO_PLACE.with(PictureChoice.title(container)));
                continue;
            }
            if (!text.cues().charset().equals(StandardCharsets.UTF_8)) {
                draft.note(PlanWords.LETTERS, name, text.cues().charset());
            }
            boolean kept = becomes.get().equals(codec);
            draft.reason(subject, kept ? PlanWords.ADDED.with() : PlanWords.CONVERTED.with(becomes.get()),
                    PlanWords.SUBTITLES_ADDED.with(name));
            String scratch = "subtitles%08x.%s".formatted(text.file().toString().hashCode(), text.cues().format().demuxer());
            Command.Input input = new Command.Input(List.of("-f", text.cues().format().demuxer()), new Ref.Scratch(scratch));
            inputs.add(input);
            before.add(new Step.Own(new OwnWork.Letter(text.file(), text.cues().charset(), scratch)));
            out.add(new Extras.Extra(Optional.of(Command.input(input) + ":0"),
                    arguments(text, number, kept ? "copy" : becomes.get()),
                    Optional.of(new Expect.TrackExpected(Expect.TrackExpected.Kind.SUBTITLE, becomes.get()))));
        }
        return out;
    }

    /** A cue that comes later must not come earlier in the output. */
    private static boolean isInOrder(SideText text) {
        long at = 0;
        for (Range part : text.parts()) {
            if (part.fromUs() < at) {
                return false;
            }
            at = part.toUs();
        }
        return true;
    }

    private List<String> arguments(SideText text, int number, String codec) {
        List<String> arguments = new ArrayList<>(
                List.of("-c:s:" + number, codec, "-disposition:s:" + number, text.byDefault() ? "default" : "0"));
        CueTimes times = new CueTimes(text.parts(), early(text), edit.pace().over(text.pace()));
        arguments.addAll(List.of("-bsf:s:" + number, times.filters()));
        text.language().filter(l -> !l.equals(Language.UNKNOWN)).ifPresent(language -> arguments.addAll(
                List.of("-metadata:s:s:" + number, "language=" + TrackLabels.spelling(language, container))));
        return arguments;
    }

    /** How much earlier than asked for a copied cut begins, in the time of the text. */
    private long early(SideText text) {
        return Fraction.of(new Inputs(edit).earlyUs()).over(text.pace()).round();
    }
}
