package io.reelbench.engine.operation;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Length;
import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.OwnSide;
import io.reelbench.engine.media.Point;
import io.reelbench.engine.media.Position;
import io.reelbench.engine.media.Side;
import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.plan.Bring;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Marking;
import io.reelbench.engine.plan.Range;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Called;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Lays a picture or a clip over the picture. */
public record Overlay(
        @Ask(value = "Picture", help = "A picture or a clip, which then repeats; {dir}/{name}.png is the one beside each clip.") Optional<Path> image,
        Place place,
        @Ask(value = "Width", help = "Its width, in pixels or % of the picture's; own is as it is, shrunk to fit.", unit = "px", min = 1, max = 16_384, from = 16, to = 1000) OwnSide size,
        @Ask(value = "Opacity", help = "0 is not there, 1 hides what is below.", min = 0, max = 1, from = 0, to = 1) double opacity,
        @Ask(value = "Start", help = "When it appears.", unit = "s") Moment start,
        @Ask(value = "End", help = "When it is gone.", unit = "s") Moment end,
        @Ask(value = "Fade", help = "How long it takes to appear and to vanish.", unit = "s", min = 0, max = 10, from = 0, to = 2, zero = true, advanced = true) Length fade)
        implements
            Operation {

    /** Where it lies; exactly one of them. */
    @Called("Place")
    public sealed interface Place {
    }

    /** At a corner, an edge or in the middle. */
    @Called("At an edge")
    public record Edged(@Ask(value = "Position", help = "A corner, an edge or the middle.") Position position,
            @Ask(value = "Margin", help = "How far from the edges, in pixels or % of the picture's shorter side.", unit = "px", min = 0, max = 7680, from = 0, to = 200) Side margin)
            implements
                Place {

        /** Where marks usually live. */
        public Edged() {
            this(Position.BOTTOM_RIGHT, new Side.Percent(200));
        }
    }

    /** Anywhere. */
    @Called("At a point")
    public record Free(
            @Ask(value = "Top left corner", help = "Where its top left corner lies, in pixels or shares: 20:40 or 10%:5%.") Point at)
            implements
                Place {
    }

    private static final About ABOUT = new About("overlay", "Picture over it", "Lays a logo or a clip over the picture.",
            About.Group.PICTURE, About.Role.STEP,
            List.of("watermark", "logo", "mark", "bug", "picture in picture", "pip", "image"),
            "overlay talk.mp4 --image {dir}/logo.png --position tr --margin 24px --size 12% --opacity 0.8 --start 1:02.5 -o marked.mp4");

    public Overlay() {
        this(Optional.empty(), new Edged(), OwnSide.OWN, 1, Moment.START, Moment.END, Length.NONE);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public boolean countsFrames() {
        return start.countsFrames() || end.countsFrames();
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.picture(this, edit, problems)) {
            return edit;
        }
        boolean timed = !start.equals(Moment.START) || !end.equals(Moment.END) || !fade.isZero();
        if (image.isEmpty()) {
            problems.add("image", Code.REQUIRED, PictureWords.MARK_REQUIRED);
            return edit;
        } else if (opacity == 0) {
            problems.add("opacity", Code.NOTHING_TO_DO, PictureWords.NO_OPACITY);
            return edit;
        } else if (timed && edit.first().still()) {
            problems.add("start", Code.NOT_AVAILABLE, PictureWords.STILL_HAS_NO_TIME, edit.first().name());
            return edit;
        }
        Optional<SideFiles.Named> named = SideFiles.named("image", image.get(), edit, problems);
        if (named.isEmpty()) {
            return edit;
        } else if (named.get().found().isEmpty()) {
            return edit.wanting(new Fact.Mark(named.get().file()));
        }
        Optional<SideFile.Mark> mark = SideFiles.fit("image", SideFile.Mark.class, named.get(), edit, problems);
        Optional<Marking.Shown> shown = mark.flatMap(_ -> shown(edit, problems));
        return shown.isEmpty() ? edit : marked(Shape.square(edit), named.get().file(), mark.get(), shown.get());
    }

    private Optional<Marking.Shown> shown(Edit edit, Problems problems) {
        When when = new When(edit, problems);
        Optional<Range> span = when.span("start", start, "end", end);
        Optional<Long> fading = when.resolve("fade", fade);
        if (span.isEmpty() || fading.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong until = span.get().toUs() == Range.OPEN ? edit.lengthUs() : OptionalLong.of(span.get().toUs());
        if (fading.get() > 0 && until.isEmpty()) {
            problems.add("fade", Code.NEEDS_OTHER, OperationWords.FADE_UNKNOWN, edit.first().name());
            return Optional.empty();
        } else if (fading.get() > 0 && 2 * fading.get() > until.getAsLong() - span.get().fromUs()) {
            problems.add("fade", Code.OUT_OF_RANGE, PictureWords.MARK_FADE_LONG, Time.spoken(2 * fading.get()),
                    Time.spoken(until.getAsLong() - span.get().fromUs()));
            return Optional.empty();
        }
        return Optional.of(new Marking.Shown(span.get(), fading.get(), until));
    }

    private Edit marked(Edit edit, Path file, SideFile.Mark mark, Marking.Shown shown) {
        Size frame = edit.size().orElseThrow();
        Size own = mark.picture().upright();
        double wanted = size.side().map(s -> (double) s.of(frame.width())).orElse(
                own.width()
                        * Math.min(1, Math.min((double) frame.width() / own.width(), (double) frame.height() / own.height())));
        int width = (int) Math.max(1, Math.round(wanted));
        int height = (int) Math.max(1, Math.round(wanted * own.height() / own.width()));
        Size over = new Size(width, height);
        Bring bring = Bring.of("overlay", file, mark.media().bytes(), mark.media().modifiedMs(), "bin");
        Marking marking = new Marking(bring.name(), mark, over, x(frame, over), y(frame, over), opacity, shown);
        return edit.bringing(bring).withPicture(List.of(marking.filter(edit.video().orElseThrow())));
    }

    private long x(Size frame, Size over) {
        return switch (place) {
            case Edged(Position position, Side margin) ->
                along(position.across(), frame.width(), over.width(), margin(margin, frame));
            case Free(Point at) -> at.x().of(frame.width());
        };
    }

    private long y(Size frame, Size over) {
        return switch (place) {
            case Edged(Position position, Side margin) ->
                along(position.down(), frame.height(), over.height(), margin(margin, frame));
            case Free(Point at) -> at.y().of(frame.height());
        };
    }

    private static long margin(Side margin, Size frame) {
        return margin.of(Math.min(frame.width(), frame.height()));
    }

    /** @param halves of the free length that lie before it; in the middle there is no margin */
    private static long along(int halves, int whole, int part, long margin) {
        long free = (long) whole - part;
        return switch (halves) {
            case 0 -> margin;
            case 1 -> free / 2;
            default -> free - margin;
        };
    }
}
