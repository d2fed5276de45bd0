package io.reelbench.engine.plan;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Colour;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is written on a contact sheet. A graph never holds a clip's name: it stands in a file of the task's own, which the filter draws as
 * it is.
 *
 * @param form       what is wanted
 * @param tile       size of the small pictures
 * @param ground     what it is written on
 * @param fromUs     where the part that is shown begins, in microseconds
 */
record SheetWords(SheetForm form, Size tile, Colour ground, long fromUs) {

    /** Its name in the scratch folder. */
    static final String FONT = "letters.ttf";

    boolean draws() {
        return form.timestamps() || form.header();
    }

    private int letters() {
        return Math.clamp(tile.width() / 18, 9, 40);
    }

    private int largeLetters() {
        return Math.clamp((long) tile.width() * form.columns() / 60, 10, 32);
    }

    /** Height of the band on top. */
    int header() {
        return form.header() ? largeLetters() * 4 : 0;
    }

    /** As a filter reads it; a sheet has no holes. */
    String background() {
        return "0x%06X".formatted(ground.rgba() >>> 8);
    }

    private String ink() {
        int red = ground.rgba() >>> 24;
        int green = ground.rgba() >>> 16 & 0xFF;
        int blue = ground.rgba() >>> 8 & 0xFF;
        return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? "0x202020" : "0xEEEEEE";
    }

    /** Draws the time of each small picture into its corner. */
    Optional<Filter> stamp(long offsetUs) {
        int edge = letters() / 2;
        return form.timestamps()
                ? Optional.of(Filter.of(
                        ("drawtext=fontfile=%s:text='%%{pts\\:hms\\:%s}':fontsize=%d:fontcolor=0xFFFFFF:box=1:boxcolor=0x000000@0.6:"
                                + "boxborderw=%d:x=w-tw-%d:y=h-th-%d").formatted(FONT, Time.seconds(fromUs + offsetUs), letters(),
                                        Math.max(2, letters() / 4), edge, edge)))
                : Optional.empty();
    }

    /** Makes room on top and draws the file of words there. */
    Optional<Filter> head(int product) {
        int size = largeLetters();
        return form.header()
                ? Optional.of(Filter.of(
                        "pad=iw:ih+%d:0:%d:color=%s,drawtext=fontfile=%s:textfile=%s:expansion=none:fontsize=%d:fontcolor=%s:x=%d:y=%d:line_spacing=%d"
                                .formatted(header(), header(), background(), FONT, file(product), size, ink(),
                                        Math.max(form.gap(), size / 2), size * 3 / 4, size / 3)))
                : Optional.empty();
    }

    String file(int product) {
        return "words" + product + ".txt";
    }

    /** Name, and below it size, length and codecs. */
    String about(Media media, OptionalLong lengthUs) {
        List<String> facts = new ArrayList<>();
        media.video().ifPresent(v -> facts.add(v.upright().toString()));
        facts.add(new Bytes(media.bytes()).spoken());
        lengthUs.ifPresent(us -> facts.add(Time.spoken(us)));
        media.video().map(Track::codec).ifPresent(facts::add);
        media.audio().map(Track::codec).ifPresent(facts::add);
        String name = media.name().replaceAll("\\p{Cntrl}", " ");
        return name + "\n" + String.join(" · ", facts);
    }
}
