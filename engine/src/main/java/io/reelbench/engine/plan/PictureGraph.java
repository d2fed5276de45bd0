package io.reelbench.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The filter graph of the picture as it is at the end of the steps, where nothing else of the clip is wanted. */
final class PictureGraph {

    private final Edit edit;
    private final Inputs inputs;
    private final String name;

    /** @param name what its labels end in */
    PictureGraph(Edit edit, String name) {
        this.edit = edit;
        this.inputs = new Inputs(edit);
        this.name = name;
    }

    /** As a command names it: see {@link SoundGraph.Made}. */
    SoundGraph.Made made(List<Filter> behind) {
        int track = edit.first().video().orElseThrow().index();
        List<Filter> filters = new ArrayList<>(edit.picture().filters());
        filters.addAll(behind);
        if (edit.segments().size() == 1 || inputs.joinsCopies()) {
            List<Filter> all = new ArrayList<>(
                    edit.segments().size() == 1 ? inputs.pictureTrim(edit.segments().getFirst()) : List.of());
            all.addAll(filters);
            return new SoundGraph.Made("0:" + track, Optional.of(Chain.text(all)), Optional.empty());
        }
        StringBuilder graph = new StringBuilder();
        StringBuilder pads = new StringBuilder();
        for (int i = 0; i < edit.segments().size(); i++) {
            List<Filter> trim = inputs.pictureTrim(edit.segments().get(i));
            graph.append("[%d:%d]%s[%s_%d];".formatted(i, track, trim.isEmpty() ? "null" : Chain.text(trim), name, i));
            pads.append("[%s_%d]".formatted(name, i));
        }
        graph.append(pads).append("concat=n=%d:v=1:a=0,%s[%s]".formatted(edit.segments().size(), Chain.text(filters), name));
        return new SoundGraph.Made("[" + name + "]", Optional.empty(), Optional.of(graph.toString()));
    }
}
