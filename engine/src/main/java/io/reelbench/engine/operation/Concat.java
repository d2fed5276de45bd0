package io.reelbench.engine.operation;

import io.reelbench.engine.media.Length;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Reel;
import io.reelbench.engine.plan.Resize;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Called;
import java.util.List;
import java.util.Optional;

/**
 * Makes one film of several clips.
 *
 * @param between what lies between two clips; a plain cut without
 */
public record Concat(
        @Ask(value = "Encode", help = "Auto encodes only the clips that differ, copy refuses them, reencode encodes all.") Mode mode,
        @Ask(value = "Rules", help = "Whose frame, rate, codec and sound the others get: that of the first clip, of the largest, or of most.") Match match,
        @Ask(value = "Fit", help = "How clips of another shape meet the frame: pad with bars, cover and cut, or stretch.") Fit fit,
        Optional<Between> between,
        @Ask(value = "Chapters", help = "A chapter for each clip, with its name.") boolean chapterMarks,
        @Ask(value = "Fill sound", help = "Silence where a clip has no sound.") boolean fillSound,
        @Ask(value = "Still duration", help = "How long a picture among the clips is shown.", unit = "s", min = 0, max = 3600, from = 1, to = 20, advanced = true) Length stillDuration)
        implements
            Operation {

    static final String ID = "concat";

    /** Whether clips may be encoded. */
    public enum Mode {
        AUTO(Reel.Way.AUTO), COPY(Reel.Way.COPY), REENCODE(Reel.Way.REENCODE);

        private final Reel.Way way;

        Mode(Reel.Way way) {
            this.way = way;
        }

        Reel.Way way() {
            return way;
        }
    }

    /** Which clip the others are made alike to. */
    public enum Match {
        FIRST, LARGEST, MOST
    }

    /** How a clip of another shape meets the frame. */
    public enum Fit {
        PAD(Resize.Fit.PAD), COVER(Resize.Fit.COVER), STRETCH(Resize.Fit.STRETCH);

        private final Resize.Fit how;

        Fit(Resize.Fit how) {
            this.how = how;
        }

        Resize.Fit how() {
            return how;
        }
    }

    /** What lies between two clips. */
    @Called(value = "Between", none = "Nothing")
    public sealed interface Between {
    }

    /** Black and silence. */
    public record Gap(
            @Ask(value = "Gap", help = "Black and silence between two clips.", unit = "s", min = 0, max = 60, from = 0, to = 5) Length gap)
            implements
                Between {

        public Gap() {
            this(new Length.Micros(Time.SECOND));
        }
    }

    /** One clip becomes the next. */
    @Called("Transition")
    public record Blend(
            @Ask(value = "Transition", help = "Crossfade lays the end of a clip over the beginning of the next; dip goes through black.") Transition transition,
            @Ask(value = "Lasts", help = "How long a transition is.", unit = "s", min = 0.04, max = 10, from = 0.2, to = 3) Length transitionDuration)
            implements
                Between {

        public Blend() {
            this(Transition.CROSSFADE, new Length.Micros(Time.SECOND / 2));
        }
    }

    /** How one clip becomes the next. */
    public enum Transition {
        NONE, CROSSFADE, DIP
    }

    private static final About ABOUT = new About(ID, "Join clips",
            "Makes one film of several clips, and encodes only those that differ.",
            About.Group.CUT, About.Role.JOIN,
            List.of("concatenate", "merge", "append", "combine", "stitch", "crossfade", "transition", "one file"),
            "concat a.mp4 b.mov c.mp4 --transition crossfade --transition-duration 0.5s -o reel.mp4");

    public Concat() {
        this(Mode.AUTO, Match.FIRST, Fit.PAD, Optional.empty(), true, true, new Length.Micros(5 * Time.SECOND));
    }

    @Override
    public About about() {
        return ABOUT;
    }

    /** A second one in a recipe finds one clip only. */
    @Override
    public Edit apply(Edit edit, Problems problems) {
        problems.add("", Code.TOO_FEW, JoinWords.JOIN_ONCE);
        return edit;
    }
}
