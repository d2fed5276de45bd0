package io.reelbench.engine.operation;

import io.reelbench.engine.media.Edges;
import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Position;
import io.reelbench.engine.media.Rect;
import io.reelbench.engine.media.Region;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Called;
import java.util.List;
import java.util.Optional;

/** Cuts off edges of the picture: to a region, to a shape, or what is only black bars. */
public record Crop(What what) implements Operation {

    /** What is kept; exactly one of them. */
    @Called("Keep")
    public sealed interface What {
    }

    /** A region. */
    public record Drawn(
            @Ask(value = "Region", help = "Width, height and top left corner: 1280:720:320:180, 80%:80% or 1280x720+320+180.", unit = "px") Region rect)
            implements
                What {
    }

    /** The largest box of one shape. */
    @Called("Shape")
    public record Shaped(
            @Ask(value = "Shape", help = "Width to height of what is kept: 16:9, 9:16, 1:1 or 2.39.", min = 0.1, max = 10) Fraction aspect,
            @Ask(value = "Align", help = "Which part survives.", advanced = true) Position align) implements What {

        public Shaped() {
            this(new Fraction(16, 9), Position.CENTER);
        }
    }

    /** All but edges. */
    public record Inside(
            @Ask(value = "Edges", help = "What is cut off as top:right:bottom:left, in pixels or shares: 20:0:20:0.", unit = "px") Edges sides)
            implements
                What {
    }

    /** All but black bars. */
    @Called("Without bars")
    public record Barless(@Ask(value = "Black bars", help = "Finds black bars on 20 frames and cuts them off.") boolean auto,
            @Ask(value = "Black level", help = "Up to how light a bar may be, as a share of white.", min = 0, max = 1, from = 0.02, to = 0.3, advanced = true) double blackLevel)
            implements
                What {

        /** 24 of 255: compressed black is rarely darker. */
        public Barless() {
            this(true, 0.094);
        }
    }

    private static final About ABOUT = new About("crop", "Crop",
            "Cuts off edges of the picture, by hand or where they are black.",
            About.Group.PICTURE, About.Role.STEP,
            List.of("cut", "bars", "letterbox", "aspect", "square", "9:16", "vertical", "region"),
            "crop film.mkv --aspect 9:16 --align right -o tall.mkv");

    public Crop() {
        this(new Barless());
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.picture(this, edit, problems)) {
            return edit;
        }
        if (what instanceof Barless(boolean yes, double _) && !yes) {
            problems.add("auto", Code.BAD_SYNTAX, PictureWords.AUTO_YES);
            return edit;
        }
        if (what instanceof Barless && !sitsAsItWas(edit)) {
            problems.add("auto", Code.NOT_AVAILABLE, PictureWords.BARS_MOVED.with(), problems.movedFirst());
            return edit;
        }
        if (what instanceof Barless(boolean _, double level) && !edit.first().known().bars().containsKey(level)) {
            return edit.wanting(new Fact.Bars(level));
        }
        Size frame = edit.size().orElseThrow();
        try {
            Rect rect = rect(edit, frame);
            if (rect.equals(Rect.of(frame))) {
                problems.add("", Code.NOTHING_TO_DO,
                        what instanceof Barless ? PictureWords.NO_BARS : PictureWords.WHOLE_FRAME, edit.first().name());
                return edit;
            }
            return cropped(edit, rect, problems);
        } catch (BadValue wrong) {
            problems.add(what instanceof Inside ? "sides" : "rect", wrong);
            return edit;
        }
    }

    /** Bars are looked for in the clip itself: what was turned, cut or padded since has others. */
    private static boolean sitsAsItWas(Edit edit) {
        return !edit.beside().turned() && edit.picture().filters().stream()
                .allMatch(f -> f.effect().size().isEmpty()
                        || f.text().startsWith("scale=") && !f.text().contains("crop=") && !f.text().contains("pad="));
    }

    private Rect rect(Edit edit, Size frame) throws BadValue {
        return switch (what) {
            case Drawn(Region rect) -> rect.in(frame);
            case Shaped(Fraction aspect, Position align) -> largest(aspect, align, frame);
            case Inside(Edges sides) -> sides.in(frame);
            case Barless(boolean _, double level) -> seen(edit.first().known().bars().get(level), edit, frame);
        };
    }

    private static Rect largest(Fraction aspect, Position align, Size frame) {
        boolean narrower = aspect.compareTo(new Fraction(frame.width(), frame.height())) < 0;
        int width = narrower
                ? (int) Math.max(1, aspect.times(Fraction.of(frame.height())).round())
                : frame.width();
        int height = narrower
                ? frame.height()
                : (int) Math.max(1, Fraction.of(frame.width()).over(aspect).round());
        return new Rect(width, height, (frame.width() - width) * align.across() / 2,
                (frame.height() - height) * align.down() / 2);
    }

    /** Bars were looked for in the clip itself; a size that was changed since moves them. */
    private static Rect seen(Rect bars, Edit edit, Size frame) {
        Size own = edit.first().video().orElseThrow().upright();
        if (own.equals(frame)) {
            return bars;
        }
        Fraction across = new Fraction(frame.width(), own.width());
        Fraction down = new Fraction(frame.height(), own.height());
        int left = (int) across.times(Fraction.of(bars.x())).ceil();
        int top = (int) down.times(Fraction.of(bars.y())).ceil();
        int right = (int) across.times(Fraction.of(bars.x() + bars.width())).floor();
        int bottom = (int) down.times(Fraction.of(bars.y() + bars.height())).floor();
        return new Rect(right - left, bottom - top, left, top);
    }

    private Edit cropped(Edit edit, Rect rect, Problems problems) {
        Track.Video video = edit.video().orElseThrow();
        boolean still = edit.first().still();
        int chroma = video.pixels().chroma();
        boolean halved = !still && !video.pixels().rgb() && chroma != 444 && chroma != 400;
        // two lines of a field are four of a frame
        int down = halved && chroma != 422 ? video.fields().isInterlaced() ? 4 : 2 : video.fields().isInterlaced() ? 2 : 1;
        Optional<Rect> whole = rect.inwards(halved ? 2 : 1, still ? 1 : down);
        if (whole.isEmpty()) {
            problems.add("", Code.OUT_OF_RANGE, PictureWords.CROP_TINY, rect);
            return edit;
        }
        Rect kept = whole.get();
        Edit square = Shape.square(edit);
        Edit noted = kept.equals(rect)
                ? square
                : square.noting(PictureWords.CROP_ROUNDED, rect, kept, video.pixels().name());
        return noted.withPicture(List.of(Filter.sized("crop=" + kept + (still ? ":exact=1" : ""), kept.size())));
    }
}
