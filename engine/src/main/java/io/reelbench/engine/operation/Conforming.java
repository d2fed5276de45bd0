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
        // what can be seen through lies on black
        if (is.pixels().alpha() && !wanted.pixels().alpha()) {
            filters.add(Filter.of("premultiply=inplace=1"));
        }
        filters.addAll(sized);
        boolean wide = is.hdr().kind() != Track.Hdr.Kind.SDR && wanted.hdr().kind() == Track.Hdr.Kind.SDR;
        if (wide) {
            List<Filter> all = new ToneMap().apply(edit, new Problems()).picture().filters();
            filters.addAll(all.subList(edit.picture().filters().size(), all.size()));
        }
        filters.addAll(colours(is, wide ? Colours.BT709 : Colours.of(is)));
        return filters;
    }

    /** Numbers that mean other colours are counted anew. */
    private List<Filter> colours(Track.Video video, Track.ColourSpace is) {
        Track.ColourSpace to = Colours.of(wanted);
        if (wanted.pixels().rgb() || !video.pixels().rgb() && is.equals(to)) {
            return List.of();
        } else if (video.pixels().rgb()) {
            return List.of(Filter.of("scale=out_color_matrix=%s:out_range=%s,format=%s".formatted(matrix(to), Colours.range(to),
                    wanted.pixels().name()), Effect.NONE.deep(wanted.pixels()).coloured(to, wanted.hdr())));
        }
        // an odd side has no half, which zscale asks for
        boolean odd = wanted.upright().width() % 2 != 0 || wanted.upright().height() % 2 != 0;
        return List.of(Filter.of("%szscale=%s:m=%s:p=%s:t=%s:r=%s".formatted(odd ? "format=yuv444p16le," : "", Colours.before(is),
                Colours.matrix(to), Colours.primaries(to), Colours.transfer(to), Colours.range(to)),
                Effect.NONE.coloured(to, wanted.hdr())));
    }

    /** As the scaler calls it. */
    private static String matrix(Track.ColourSpace space) {
        return switch (space.matrix()) {
            case "bt709", "fcc", "smpte240m" -> space.matrix();
            case "bt470bg" -> "bt470";
            case "bt2020nc", "bt2020c" -> "bt2020";
            default -> "smpte170m";
        };
    }

    /** The rate of the whole. */
    static Rate rate(Track.Video rules) {
        Rate usual = rules.rate().orElse(new Rate(25, 1));
        return rules.variable() ? FrameRate.constant(usual) : usual;
    }
}
