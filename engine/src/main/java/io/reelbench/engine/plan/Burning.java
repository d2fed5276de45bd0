package io.reelbench.engine.plan;

import io.reelbench.engine.caption.Lettering;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Captions that lie over a picture: drawn by the program itself, or by libass where ffmpeg has it and they are in its own form.
 *
 * @param lettering what is drawn
 * @param drawn     the filters that lay what was drawn over the picture
 * @param written   the same for libass; empty where it would do it otherwise
 * @param sinceUs   what a later step took off the front of its timeline, in microseconds
 */
public record Burning(Lettering lettering, String drawn, Optional<Written> written, long sinceUs) {

    /** Lengths that containers name are not exact, in microseconds. */
    private static final long UNSURE = Time.SECOND;

    /**
     * A text that libass draws.
     *
     * @param text     the whole file
     * @param offsetUs how much later its cues come
     */
    public record Written(String text, long offsetUs) {
    }

    /** A picture of square pixels with captions over it. */
    public static Filter filter(Lettering lettering, Optional<Written> written, Track.Video below) {
        String drawn = drawn(lettering, below);
        return Filter.of(drawn).onClock().burning(new Burning(lettering, drawn, written, 0));
    }

    private static String drawn(Lettering lettering, Track.Video below) {
        StringBuilder text = new StringBuilder("null[under0~]");
        List<Lettering.Third> thirds = lettering.thirds();
        for (int i = 0; i < thirds.size(); i++) {
            Lettering.Third third = thirds.get(i);
            text.append(";movie=filename=%s:format_name=apng,scale=flags=bicubic+accurate_rnd%s,setsar=1[words%d~]"
                    .formatted(lettering.file(third), Marking.colours(below), i));
            // where the words end the picture goes on
            text.append(";[under%d~][words%d~]overlay=x=%s:y=%s:format=auto:eof_action=pass".formatted(i, i,
                    Command.value(lettering.x(third)), Command.value(lettering.y(third))));
            text.append(i + 1 < thirds.size() ? "[under%d~]".formatted(i + 1) : "");
        }
        return text.toString();
    }

    Burning since(long us) {
        return new Burning(lettering, drawn, written, sinceUs + us);
    }

    /** The clock of a filter in a chain at a time at the chain's beginning, both in microseconds. */
    public static long clock(List<Filter> chain, Filter filter, long us) {
        Fraction pace = Chain.pace(chain.subList(0, chain.indexOf(filter)));
        return Fraction.of(us).over(pace).round() + filter.burning().map(Burning::sinceUs).orElse(0L);
    }

    private static boolean canWrite(Burning burning, Capabilities can) {
        return burning.written.isPresent() && can.filters().contains("ass");
    }

    private String file() {
        return lettering.name() + ".ass";
    }

    private String byLibass() {
        long offset = written.orElseThrow().offsetUs;
        String text = "ass=filename=" + file();
        return offset == 0
                ? text
                : "setpts=PTS%s%s/TB,%s,setpts=PTS%s%s/TB".formatted(offset > 0 ? "-" : "+", Time.seconds(Math.abs(offset)), text,
                        offset > 0 ? "+" : "-", Time.seconds(Math.abs(offset)));
    }

    /** What must be there before the filters run. */
    static List<Step> steps(Edit edit, Capabilities can) {
        List<Step> steps = new ArrayList<>();
        List<Filter> chain = edit.picture().filters();
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i).burning().isPresent()) {
                steps.add(chain.get(i).burning().get().step(edit, chain.subList(i, chain.size()), can));
            }
        }
        return steps.stream().distinct().toList();
    }

    /** @param behind this filter and those behind it */
    private Step step(Edit edit, List<Filter> behind, Capabilities can) {
        if (canWrite(this, can)) {
            return new Step.Write(file(), written.orElseThrow().text());
        }
        // a step further down may have cut off what comes before and behind
        long to = edit.lengthUs().isEmpty()
                ? Range.OPEN
                : sinceUs + Fraction.of(edit.lengthUs().getAsLong()).times(Chain.pace(behind)).round() + UNSURE;
        return new Step.Own(new OwnWork.Inscribe(lettering, new Range(sinceUs, to)));
    }

    /** The edit as this ffmpeg does it best. */
    static Edit best(Edit edit, Capabilities can) {
        return edit.picture().filters().stream().flatMap(f -> f.burning().stream()).noneMatch(b -> canWrite(b, can))
                ? edit
                : edit.withChain(new Chain(edit.picture().filters().stream()
                        .map(f -> f.burning().filter(b -> canWrite(b, can))
                                .map(b -> f.saying(f.text().replace(b.drawn, b.byLibass()))).orElse(f))
                        .toList()));
    }

    /** Filters that do it by what the program draws: previews have no libass. */
    static List<Filter> byHand(List<Filter> filters) {
        return filters.stream().map(f -> f.burning().filter(b -> b.written.isPresent())
                .map(b -> f.saying(f.text().replace(b.byLibass(), b.drawn))).orElse(f)).toList();
    }
}
