package io.reelbench.engine.plan;

import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A picture that lies over another one.
 *
 * @param name    of its file, as it was brought
 * @param mark    what it is
 * @param over    its size there
 * @param x       of its top left corner, from that of the picture below
 * @param y       the same
 * @param opacity 0 to 1
 * @param shown   when
 */
public record Marking(String name, SideFile.Mark mark, Size over, long x, long y, double opacity, Shown shown) {

    /** The filter that opens it. */
    static final String SOURCE = "movie";
    private static final Rate USUAL = new Rate(25, 1);
    /** Players take larger pictures that do not say their matrix for that of HD. */
    private static final int HD = 720;

    /**
     * When it is seen.
     *
     * @param span   of the timeline
     * @param fadeUs how long it takes to appear and to vanish, in microseconds
     * @param untilUs when it is gone; empty when nobody knows
     */
    public record Shown(Range span, long fadeUs, OptionalLong untilUs) {

        boolean always() {
            return span.fromUs() == 0 && span.toUs() == Range.OPEN && fadeUs == 0;
        }
    }

    /** The filter that lays it over a picture of square pixels. */
    public Filter filter(Track.Video below) {
        String enabled = shown.span().fromUs() == 0 && shown.span().toUs() == Range.OPEN
                ? ""
                : ":enable='gte(t,%s)%s'".formatted(Time.seconds(shown.span().fromUs()),
                        shown.span().toUs() == Range.OPEN ? "" : "*lt(t," + Time.seconds(shown.span().toUs()) + ")");
        // what repeats for ever ends with the picture below
        String endless = isEndless() ? ":shortest=1" : "";
        String text = "null[under~];%s[over~];[under~][over~]overlay=x=%d:y=%d:format=auto%s%s".formatted(source(below), x, y,
                endless, enabled);
        Filter filter = Filter.of(text);
        return shown.always() && mark.still() ? filter : filter.onClock();
    }

    private boolean isEndless() {
        return !mark.still() || shown.fadeUs() > 0;
    }

    private String source(Track.Video below) {
        List<String> filters = new ArrayList<>();
        // opened as what it was found to be, and as nothing else
        filters.add(
                "%s=filename=%s:format_name=%s:stream_index=%d%s".formatted(SOURCE, name, mark.demuxer(), mark.picture().index(),
                        mark.still() ? "" : ":loop=0"));
        filters.addAll(upright());
        filters.add("format=rgba");
        if (opacity < 1) {
            filters.add("colorchannelmixer=aa=" + BigDecimal.valueOf(opacity).stripTrailingZeros().toPlainString());
        }
        filters.add("scale=%d:%d:flags=lanczos%s".formatted(over.width(), over.height(), colours(below)));
        filters.add("setsar=1");
        filters.addAll(clocked(below));
        return String.join(",", filters);
    }

    /** What players turn, filters see as it lies. */
    private List<String> upright() {
        List<String> turns = new ArrayList<>();
        if (mark.picture().flipped()) {
            turns.add("hflip");
        }
        switch (mark.picture().rotation()) {
            case 90 -> turns.add("transpose=clock");
            case 180 -> turns.add("hflip,vflip");
            case 270 -> turns.add("transpose=cclock");
            default -> {
                // it lies upright
            }
        }
        return turns;
    }

    /** It becomes what the picture below is, so that its colours stay what they are. */
    static String colours(Track.Video below) {
        if (below.pixels().rgb()) {
            return ",format=rgba|gbrap|bgra";
        }
        String matrix = switch (below.colour().matrix()) {
            case "bt709" -> "bt709";
            case "bt2020nc", "bt2020c" -> "bt2020";
            case "smpte240m" -> "smpte240m";
            case "bt470bg", "smpte170m" -> "bt601";
            default -> below.upright().height() >= HD ? "bt709" : "bt601";
        };
        return ":out_color_matrix=%s:out_range=%s,format=yuva420p|yuva422p|yuva444p|yuva420p10le|yuva422p10le|yuva444p10le"
                .formatted(matrix, below.colour().range().equals("pc") ? "pc" : "tv");
    }

    /** When its frames come: a still has one, which is repeated where it is to fade; others begin when they appear, again and again. */
    private List<String> clocked(Track.Video below) {
        if (!isEndless()) {
            return List.of();
        }
        List<String> filters = new ArrayList<>();
        if (mark.still()) {
            filters.add("loop=loop=-1:size=1");
        }
        Rate rate = (mark.still() ? below.rate() : mark.picture().rate()).orElse(USUAL);
        filters.add("settb=AVTB,setpts=(N*%d/%d+%s)/TB".formatted(rate.den(), rate.num(), Time.seconds(shown.span().fromUs())));
        if (shown.fadeUs() > 0) {
            String length = Time.seconds(shown.fadeUs());
            filters.add("fade=t=in:st=%s:d=%s:alpha=1".formatted(Time.seconds(shown.span().fromUs()), length));
            filters.add("fade=t=out:st=%s:d=%s:alpha=1"
                    .formatted(Time.seconds(shown.untilUs().orElseThrow() - shown.fadeUs()), length));
        }
        return filters;
    }
}
