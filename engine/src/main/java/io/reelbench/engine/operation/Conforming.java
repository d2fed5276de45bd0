package io.reelbench.engine.operation;

import io.reelbench.engine.media.Colour;
import io.reelbench.engine.media.Position;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Side;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Effect;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.plan.Resize;
import io.reelbench.engine.plan.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The filters that make a picture like the one that rules: its size, scan, colours and form. Its rate is made even where clips are
 * counted.
 *
 * @param wanted the picture that rules, as the steps above left it
 */
record Conforming(Track.Video wanted, Concat.Fit fit) {

    List<Filter> filters(Edit edit) {
        Track.Video is = edit.video().orElseThrow();
        List<Filter> filters = new ArrayList<>();
        if (is.fields().isInterlaced() && !wanted.fields().isInterlaced()) {
            filters.add(Filter.of("bwdif=mode=send_frame:deint=all", Effect.NONE.scanned(Track.Fields.PROGRESSIVE)));
        }
        Size size = wanted.upright();
        Resize resize = new Resize(Optional.of(new Resize.Sides(Optional.of(new Side.Pixels(size.width())),
                Optional.of(new Side.Pixels(size.height())))), fit.how(), true, Position.CENTER, Colour.BLACK, Optional.of(1),
                Resize.Scaler.LANCZOS);
        List<Filter> sized = Scaling.filters(resize, is.upright(), is.hasSquarePixels(), false);
        boolean wide = is.hdr().kind() != Track.Hdr.Kind.SDR && wanted.hdr().kind() == Track.Hdr.Kind.SDR;
        if (wide) {
            Edit ordinary = new ToneMap().apply(edit, new Problems());
            List<Filter> all = ordinary.picture().filters();
            filters.addAll(sized);
            filters.addAll(all.subList(edit.picture().filters().size(), all.size()));
            filters.addAll(colours(Colours.BT709));
            return filters;
        }
        // what cannot be seen through lies on black
        if (is.pixels().alpha() && !wanted.pixels().alpha()) {
            filters.add(Filter.of("premultiply=inplace=1"));
        }
        filters.addAll(colours(is.pixels().rgb() ? Colours.of(wanted) : Colours.of(is)));
        filters.addAll(fit == Concat.Fit.PAD ? filters.isEmpty() ? 0 : filters.size() : filters.size(), sized);
        return filters;
    }

    /** Numbers that mean other colours are counted anew. */
    private List<Filter> colours(Track.ColourSpace is) {
        Track.ColourSpace to = Colours.of(wanted);
        List<Filter> filters = new ArrayList<>();
        if (!is.equals(to)) {
            filters.add(Filter.of("zscale=%s:m=%s:p=%s:t=%s:r=%s".formatted(Colours.before(is), Colours.matrix(to),
                    Colours.primaries(to), Colours.transfer(to), Colours.range(to)),
                    Effect.NONE.coloured(to, wanted.hdr())));
        }
        return filters;
    }

    /** The rate of the whole. */
    static Rate rate(Track.Video rules) {
        Rate usual = rules.rate().orElse(new Rate(25, 1));
        return rules.variable() ? FrameRate.constant(usual) : usual;
    }
}
