package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Language;
import io.reelbench.engine.media.SideFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Subtitles of a file beside the clip, laid on the timeline of the step that brought them. Steps below it may cut that timeline and change
 * its pace.
 *
 * @param file      the user's
 * @param cues      what was found in it
 * @param language  of its words; empty when nobody says
 * @param byDefault whether players show them by themselves
 * @param pace      how much faster than in the clip time ran there
 * @param parts     of that timeline that are kept, in order
 */
public record SideText(Path file, SideFile.Cues cues, Optional<Language> language, boolean byDefault, Fraction pace,
        List<Range> parts) {

    /** All of the timeline of an edit. */
    public static SideText on(Edit edit, Path file, SideFile.Cues cues, Optional<Language> language, boolean byDefault) {
        return new SideText(file, cues, language, byDefault, edit.pace(),
                List.of(new Range(0, edit.lengthUs().orElse(Range.OPEN))));
    }

    /**
     * Only these parts, in microseconds of a later timeline.
     *
     * @param now how much faster than in the clip time runs there
     */
    SideText cut(List<Range> kept, Fraction now) {
        return new SideText(file, cues, language, byDefault, pace, SideSound.cut(parts, kept, now.over(pace)));
    }
}
