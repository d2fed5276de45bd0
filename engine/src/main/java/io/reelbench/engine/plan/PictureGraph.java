package io.reelbench.engine.plan;

import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The picture of an edit as a command takes it, where nothing else of the clip is wanted. */
final class PictureGraph {

    private static final long ROUNDING = 600;

    private final Edit edit;
    private final Inputs inputs;
    private final Track.Video track;
    private final String name;

    /** @param name what its labels end in */
    PictureGraph(Edit edit, String name) {
        this.edit = edit;
        this.inputs = new Inputs(edit);
        this.track = edit.first().video().orElseThrow();
        this.name = name;
    }

    /**
     * A picture as a command names it.
     *
     * @param map    what is mapped: a stream, or the label at the end of the graph
     * @param filter filters at the output; empty without any, and with a graph
     * @param graph  empty where filters at the output do
     */
    record Made(String map, Optional<String> filter, Optional<String> graph) {

        /** The arguments of the output that take it. */
        List<String> arguments() {
            List<String> all = new ArrayList<>(List.of("-map", map));
            filter.ifPresent(text -> all.addAll(List.of("-filter:v:0", text)));
            return all;
        }
    }

    List<Command.Input> inputs() {
        return inputs.all();
    }

    /** The edit's picture with more filters behind it. */
    Made made(List<Filter> behind) {
        List<Segment> segments = edit.segments();
        List<Filter> whole = new ArrayList<>(edit.picture().filters());
        whole.addAll(behind);
        if (segments.size() == 1 || inputs.joinsCopies()) {
            List<Filter> all = new ArrayList<>(inputs.joinsCopies() ? List.of() : trim(segments.getFirst()));
            all.addAll(whole);
            return new Made("0:" + track.index(), all.isEmpty() ? Optional.empty() : Optional.of(Chain.text(all)),
                    Optional.empty());
        }
        StringBuilder graph = new StringBuilder();
        StringBuilder pads = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            String pad = "[%s_%d]".formatted(name, i);
            List<Filter> trim = trim(segments.get(i));
            graph.append("[%d:%d]%s%s;".formatted(i, track.index(), trim.isEmpty() ? "null" : Chain.text(trim), pad));
            pads.append(pad);
        }
        String filters = Chain.text(whole);
        graph.append(pads).append("concat=n=%d:v=1:a=0".formatted(segments.size()))
                .append(filters.isEmpty() ? "" : "," + filters).append("[%s]".formatted(name));
        return new Made("[" + name + "]", Optional.empty(), Optional.of(graph.toString()));
    }

    /** A picture that begins later than its file is taken from its own first frame, which is the clip's zero. */
    private List<Filter> trim(Segment segment) {
        List<Filter> filters = new ArrayList<>(inputs.pictureTrim(segment));
        boolean late = segment.fromUs() == 0
                && track.facts().startUs().orElse(0) > edit.source(segment).startUs();
        if (late) {
            filters.add(Filter.of("setpts=PTS-STARTPTS"));
        }
        return filters;
    }

    /** How long the picture lasts, in microseconds; the sound may last longer. Empty when nobody knows. */
    OptionalLong lengthUs() {
        long total = 0;
        for (Segment segment : edit.segments()) {
            OptionalLong own = track.facts().lengthUs().isPresent() ? track.facts().lengthUs() : edit.source(segment).lengthUs();
            OptionalLong end = segment.toUs().isPresent() ? segment.toUs() : own;
            if (end.isEmpty()) {
                return OptionalLong.empty();
            }
            total += Math.max(0, end.getAsLong() - segment.fromUs()) + segment.heldUs();
        }
        return OptionalLong.of(edit.paced(total));
    }

    /**
     * One frame each so many microseconds: the one that is on screen then, from {@code first} on. Containers round times to a millisecond
     * and more; that much later still counts as on time.
     */
    static Filter grid(long firstUs, long everyUs) {
        return grid(firstUs, Time.SECOND + "/" + everyUs);
    }

    /** The same at a rate. */
    static Filter grid(long firstUs, String rate) {
        return Filter.of("settb=AVTB,setpts=PTS-%d,fps=%s:round=up:start_time=0".formatted(firstUs + ROUNDING, rate));
    }

    /** So many frames in the middle of as many equal parts of a length. */
    static Filter spread(long lengthUs, int count) {
        return grid(lengthUs / (2 * count), "%d/%d".formatted(count * Time.SECOND, lengthUs));
    }
}
