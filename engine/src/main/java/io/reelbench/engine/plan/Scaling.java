package io.reelbench.engine.plan;

import io.reelbench.engine.media.Colour;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Position;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import java.util.Optional;

/** The arithmetic of {@link Resize}: from the picture's size to the filters that give the new one. */
public final class Scaling {

    private static final int LARGEST = 16_384;

    private final Resize wish;
    private final Size now;
    private final boolean square;
    private final int step;

    private Scaling(Resize wish, Size now, boolean square, boolean still) {
        this.wish = wish;
        this.now = now;
        this.square = square;
        this.step = wish.divisibleBy().orElse(still ? 1 : 2);
    }

    /**
     * The filters; none when the picture has that size already.
     *
     * @param now    size of the upright picture in square pixels
     * @param square whether its pixels are square
     * @param still  whether a still is made, which may have odd sides
     */
    public static List<Filter> filters(Resize wish, Size now, boolean square, boolean still) {
        return wish.box().isEmpty() ? List.of() : new Scaling(wish, now, square, still).filters(wish.box().get());
    }

    /** What is wrong with a new size, if anything. */
    public static Optional<Problem> problem(Resize wish, Size now, boolean still) {
        List<Filter> filters = filters(wish, now, false, still);
        boolean large = filters.stream().flatMap(f -> f.size().stream())
                .anyMatch(s -> s.width() > LARGEST || s.height() > LARGEST);
        boolean cover = wish.box().filter(b -> b instanceof Resize.Sides(var w, var h) && (w.isEmpty() || h.isEmpty()))
                .isPresent()
                && (wish.fit() == Resize.Fit.COVER || wish.fit() == Resize.Fit.PAD || wish.fit() == Resize.Fit.STRETCH);
        if (large) {
            return Optional.of(new Problem("width", Code.OUT_OF_RANGE,
                    PlanWords.TOO_WIDE.with(filters.getFirst().size().orElse(now), LARGEST)));
        }
        return cover
                ? Optional.of(new Problem("fit", Code.NEEDS_OTHER,
                        PlanWords.FIT_NEEDS_BOTH.with(wish.fit().name().toLowerCase(java.util.Locale.ROOT)))
                        .mendedBy(Mending.without("fit")))
                : Optional.empty();
    }

    private List<Filter> filters(Resize.Box box) {
        return switch (box) {
            case Resize.Short(Resize.Resolution resolution) -> contained(new Fraction(resolution.shortSide(), now.shortSide()));
            case Resize.Sides(var width, var height) -> {
                Optional<Fraction> across = width.map(w -> new Fraction(Math.max(1, w.of(now.width())), now.width()));
                Optional<Fraction> down = height.map(h -> new Fraction(Math.max(1, h.of(now.height())), now.height()));
                yield across.isPresent() && down.isPresent()
                        ? both(across.get(), down.get())
                        : across.or(() -> down).map(this::contained).orElse(List.of());
            }
        };
    }

    private List<Filter> both(Fraction across, Fraction down) {
        return switch (wish.fit()) {
            case CONTAIN -> contained(least(across, down));
            case STRETCH -> {
                Fraction shrink = wish.enlarge() ? Fraction.ONE : least(Fraction.ONE, most(across, down).inverse());
                yield scaled(size(across.times(shrink), down.times(shrink)));
            }
            case PAD -> padded(size(across, down), least(across, down));
            case COVER -> {
                Fraction factor = most(across, down);
                Fraction shrink = wish.enlarge() ? Fraction.ONE : least(Fraction.ONE, factor.inverse());
                yield covered(size(across.times(shrink), down.times(shrink)), factor.times(shrink));
            }
        };
    }

    private List<Filter> contained(Fraction factor) {
        Fraction limited = wish.enlarge() ? factor : least(Fraction.ONE, factor);
        return limited.equals(Fraction.ONE) && now.width() % step == 0 && now.height() % step == 0
                ? scaled(now)
                : scaled(size(limited, limited));
    }

    private List<Filter> scaled(Size to) {
        return to.equals(now) && square ? List.of() : List.of(Filter.sized(scale(to) + ",setsar=1", to));
    }

    private List<Filter> padded(Size box, Fraction factor) {
        Fraction limited = wish.enlarge() ? factor : least(Fraction.ONE, factor);
        Size grown = size(limited, limited);
        Size inner = new Size(Math.min(grown.width(), box.width()), Math.min(grown.height(), box.height()));
        if (inner.equals(box)) {
            return scaled(box);
        }
        Position align = wish.align();
        int left = even((box.width() - inner.width()) * align.across() / 2);
        int top = even((box.height() - inner.height()) * align.down() / 2);
        String alpha = wish.padColour().opacity() < 255 ? "format=rgba," : "";
        String first = inner.equals(now) && square ? "" : scale(inner) + ",setsar=1,";
        return List.of(Filter.sized(
                first + alpha + "pad=%d:%d:%d:%d:color=%s".formatted(box.width(), box.height(), left, top, pad(wish.padColour())),
                box));
    }

    private static String pad(Colour colour) {
        return colour.ffmpeg();
    }

    /** Chroma is halved in most films: an odd offset would move colour against light. */
    private int even(int offset) {
        return step % 2 == 0 ? offset / 2 * 2 : offset;
    }

    private List<Filter> covered(Size box, Fraction factor) {
        Size grown = size(factor, factor);
        Size outer = new Size(Math.max(grown.width(), box.width()), Math.max(grown.height(), box.height()));
        if (outer.equals(box)) {
            return scaled(box);
        }
        int left = even((outer.width() - box.width()) * wish.align().across() / 2);
        int top = even((outer.height() - box.height()) * wish.align().down() / 2);
        String first = outer.equals(now) && square ? "" : scale(outer) + ",setsar=1,";
        return List.of(Filter.sized(first + "crop=%d:%d:%d:%d".formatted(box.width(), box.height(), left, top), box));
    }

    private String scale(Size to) {
        // interl=-1: interlaced frames are scaled field by field, so that fields are not mixed
        return "scale=%d:%d:flags=%s:interl=-1".formatted(to.width(), to.height(), wish.scaler().flag());
    }

    private Size size(Fraction across, Fraction down) {
        return new Size(rounded(across.times(Fraction.of(now.width()))), rounded(down.times(Fraction.of(now.height()))));
    }

    private int rounded(Fraction side) {
        return Math.toIntExact(Math.max(1, side.over(Fraction.of(step)).round()) * step);
    }

    private static Fraction least(Fraction a, Fraction b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Fraction most(Fraction a, Fraction b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
