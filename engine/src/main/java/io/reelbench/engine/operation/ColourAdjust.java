package io.reelbench.engine.operation;

import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Effect;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Word;
import java.util.ArrayList;
import java.util.List;

/** Brightness, contrast and other properties of the colours; also what their numbers mean. */
public record ColourAdjust(
        @Ask(value = "Brightness", help = "0 leaves it.", min = -1, max = 1, from = -0.3, to = 0.3) double brightness,
        @Ask(value = "Contrast", help = "1 leaves it.", unit = "×", min = 0, max = 4, from = 0.5, to = 2) double contrast,
        @Ask(value = "Saturation", help = "1 leaves it, 0 makes it grey.", unit = "×", min = 0, max = 4, from = 0, to = 2) double saturation,
        @Ask(value = "Gamma", help = "Above 1 lightens the dark parts.", min = 0.1, max = 10, from = 0.5, to = 2) double gamma,
        @Ask(value = "Hue", help = "Turns all colours around the circle.", unit = "°", min = -180, max = 180, from = -180, to = 180) double hue,
        @Ask(value = "Exposure", help = "As if the lens had been opened by so many stops.", unit = "EV", min = -3, max = 3, from = -2, to = 2) double exposure,
        @Ask(value = "Temperature", help = "Of the light: 6500 leaves it, less is warmer.", unit = "K", min = 1000, max = 40_000, from = 3000, to = 10_000) double temperature,
        @Ask(value = "Range", help = "Converts between limited and full range, and says so in the file.", advanced = true) Range range,
        @Ask(value = "Colour space", help = "Converts matrix and primaries, and says so in the file.", advanced = true) Space space)
        implements
            Operation {

    public enum Range {
        KEEP, LIMITED, FULL
    }

    public enum Space implements Word {
        KEEP, BT601, BT709, BT2020;

        @Override
        public String title() {
            return this == KEEP ? "Keep" : name().replace("BT", "BT.");
        }
    }

    private static final double DAYLIGHT = 6500;

    private static final About ABOUT = new About("colour", "Colour", "Brightness, contrast, saturation, hue and more.",
            About.Group.PICTURE, About.Role.STEP,
            List.of("color", "grade", "brighter", "darker", "white balance", "black and white", "bt709", "full range", "levels"),
            "colour dull.mp4 --contrast 1.1 --saturation 1.2 -o bright.mp4");

    public ColourAdjust() {
        this(0, 1, 1, 1, 0, 0, DAYLIGHT, Range.KEEP, Space.KEEP);
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
        Track.Video video = edit.video().orElseThrow();
        boolean high = video.hdr().kind() != Track.Hdr.Kind.SDR;
        if (space != Space.KEEP && high) {
            problems.add("space", Code.NOT_AVAILABLE, PictureWords.SPACE_OF_HDR, edit.first().name());
            return edit;
        }
        List<Filter> filters = new ArrayList<>(light(video));
        filters.addAll(meaning(video));
        if (filters.isEmpty()) {
            problems.add("", Code.NOTHING_TO_DO, PictureWords.SAME_COLOURS);
            return edit;
        }
        return edit.withPicture(filters);
    }

    private List<Filter> light(Track.Video video) {
        List<Filter> filters = new ArrayList<>();
        if (exposure != 0) {
            filters.add(Filter.of(Shape.rgb(video.pixels()) + "exposure=exposure=" + Figures.of(exposure)));
        }
        if (temperature != DAYLIGHT) {
            filters.add(Filter.of(Shape.rgb(video.pixels()) + "colortemperature=temperature=" + Figures.of(temperature)));
        }
        if (brightness != 0 || contrast != 1 || gamma != 1 || saturation != 1) {
            filters.add(Filter.of(curves(video.pixels())));
        }
        if (hue != 0) {
            filters.add(Filter.of("hue=h=" + Figures.of(hue)));
        }
        return filters;
    }

    /** What ffmpeg's eq does, which only knows eight bits and no transparency. */
    private String curves(Track.PixelFormat is) {
        boolean deep = is.bits() > 8;
        int bits = is.rgb() && deep ? 16 : is.bits();
        String form = is.rgb() ? "format=yuv%s444p%s,".formatted(is.alpha() ? "a" : "", deep ? "16le" : "") : "";
        long most = (1L << bits) - 1;
        long middle = 1L << bits - 1;
        List<String> planes = new ArrayList<>();
        if (brightness != 0 || contrast != 1 || gamma != 1) {
            String line = "%s*(val/%d-0.5)+%s".formatted(Figures.of(contrast), most, Figures.of(0.5 + brightness));
            planes.add(gamma == 1
                    ? "y='clip((%s)*%d,0,%d)'".formatted(line, most, most)
                    : "y='clip(pow(max(%s,0),%s)*%d,0,%d)'".formatted(line, Figures.of(1 / gamma), most, most));
        }
        if (saturation != 1) {
            String colour = "'clip((val-%d)*%s+%d,0,%d)'".formatted(middle, Figures.of(saturation), middle, most);
            planes.add("u=" + colour);
            planes.add("v=" + colour);
        }
        return form + "lutyuv=" + String.join(":", planes);
    }

    /** Matrix, primaries and range; RGB has none of them. */
    private List<Filter> meaning(Track.Video video) {
        Track.ColourSpace is = Colours.of(video);
        Track.ColourSpace wanted = switch (space) {
            case KEEP -> is;
            case BT601 -> Colours.BT601;
            case BT709 -> Colours.BT709;
            case BT2020 -> Colours.BT2020;
        };
        wanted = Colours.ranged(wanted, switch (range) {
            case KEEP -> is.range();
            case LIMITED -> "tv";
            case FULL -> "pc";
        });
        boolean asked = space != Space.KEEP || range != Range.KEEP;
        boolean said = video.colour().equals(wanted) || space == Space.KEEP && is.range().equals(wanted.range());
        if (!asked || video.pixels().rgb() || said) {
            return List.of();
        }
        Track.PixelFormat plain = plain(video.pixels());
        String text = "zscale=%s:m=%s:p=%s:t=%s:r=%s,format=%s".formatted(Colours.before(is), Colours.matrix(wanted),
                Colours.primaries(wanted), Colours.transfer(wanted), Colours.range(wanted), plain.name());
        return List.of(Filter.of(text, Effect.NONE.deep(plain).coloured(wanted, video.hdr())));
    }

    /** The old names of full range formats would say it once more. */
    private static Track.PixelFormat plain(Track.PixelFormat is) {
        return new Track.PixelFormat(is.name().replace("yuvj", "yuv"), is.bits(), is.chroma(), is.rgb(), is.alpha());
    }
}
