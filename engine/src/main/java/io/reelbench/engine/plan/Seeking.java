package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;

/** How one frame is reached without reading what lies before it. Times are of the edit's timeline, in microseconds. */
final class Seeking {

    /** How far around the asked-for time the most typical frame is looked for. */
    private static final long AROUND = 2 * Time.SECOND;

    private final Edit edit;
    private final Track.Video track;

    Seeking(Edit edit) {
        this.edit = edit;
        this.track = edit.first().video().orElseThrow();
    }

    /**
     * The way to one frame.
     *
     * @param input   the options before the input
     * @param filters what stands first behind the decoder
     */
    record Way(List<String> input, List<Filter> filters) {
    }

    Way to(Sink.Pick wish, long at) {
        // what must be read from its start is read up to the very frame
        Sink.Pick pick = track.isReadFromItsStart() ? Sink.Pick.EXACT : wish;
        List<String> input = new ArrayList<>(Inputs.turn(edit));
        input.addAll(Inputs.demuxer(edit.first()));
        List<Filter> filters = new ArrayList<>();
        Media media = edit.first();
        long inSource = edit.toSource(at);
        long zero = track.facts().startUs().orElse(media.startUs()) - media.startUs();
        switch (pick) {
            case KEYFRAME -> input.addAll(List.of("-skip_frame", "nokey", "-noaccurate_seek"));
            case BEST -> {
                int frames = track.rate().map(r -> Math.clamp(r.nearestFrame(2 * AROUND), 2, 300)).orElse(100);
                filters.add(Filter.of("thumbnail=n=" + frames));
                inSource = Math.max(0, inSource - AROUND);
                input.addAll(List.of("-t", Time.seconds(2 * AROUND)));
            }
            case EXACT -> inSource = shown(inSource);
        }
        long place = inSource > 0 ? Math.max(0, zero + inSource) : 0;
        long lead = pick == Sink.Pick.EXACT ? Inputs.blindLead(media, place) : 0;
        if (lead > 0) {
            filters.add(Filter.of("trim=start=" + Time.seconds(lead)));
        }
        if (place > lead) {
            input.addAll(List.of("-ss", Time.seconds(place - lead)));
        }
        return new Way(List.copyOf(input), List.copyOf(filters));
    }

    /** Just before the start of the frame that is on screen at this time of the clip. */
    long shown(long at) {
        if (!edit.first().frameTimes().isEmpty()) {
            return onScreen(at) - 500;
        }
        return track.rate().map(r -> onScreen(at) - r.frameLength() / 2).orElse(at);
    }

    /** When the frame that is on screen at this time of the clip began, both in microseconds of the clip. */
    long onScreen(long at) {
        if (!edit.first().frameTimes().isEmpty()) {
            return edit.first().frameTimes().stream().mapToLong(Long::longValue).filter(t -> t <= at).max().orElse(0);
        }
        return track.rate().map(r -> r.timeOf(before(r, at))).orElse(at);
    }

    /** Half a frame before the one that is on screen at this time, where frames come evenly. */
    static long frameBefore(Rate rate, long at) {
        return rate.timeOf(before(rate, at)) - rate.frameLength() / 2;
    }

    private static long before(Rate rate, long at) {
        return Math.max(0, rate.framesIn(at + 1) - 1);
    }
}
