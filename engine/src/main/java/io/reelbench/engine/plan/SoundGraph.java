package io.reelbench.engine.plan;

import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The filter graph of single sound tracks, where nothing else of the clip is wanted. */
final class SoundGraph {

    private final Edit edit;
    private final Inputs inputs;
    private final String name;

    /** @param name what its labels end in */
    SoundGraph(Edit edit, String name) {
        this.edit = edit;
        this.inputs = new Inputs(edit);
        this.name = name;
    }

    /**
     * A sound as a command names it.
     *
     * @param map    what is mapped: a stream, or the label at the end of the graph
     * @param filter filters at the output; empty without any, and with a graph
     * @param graph  empty where filters at the output do
     */
    record Made(String map, Optional<String> filter, Optional<String> graph) {
    }

    Made made(Heard heard) {
        List<Track.Audio> tracks = edit.first().all(Track.Audio.class);
        int count = inputs.joinsCopies() ? 1 : edit.segments().size();
        if (count == 1 && heard.sources().size() == 1 && heard.joining().isEmpty()) {
            List<Filter> all = new ArrayList<>(inputs.soundTrim(edit.segments().getFirst()));
            all.addAll(heard.filters());
            return new Made("0:" + tracks.get(heard.sources().getFirst()).index(),
                    all.isEmpty() ? Optional.empty() : Optional.of(Chain.text(all)), Optional.empty());
        }
        List<String> parts = new ArrayList<>();
        StringBuilder pads = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (int source : heard.sources()) {
                String label = "[%s_%d_%d]".formatted(name, i, source);
                List<Filter> trim = inputs.soundTrim(edit.segments().get(i));
                parts.add("[%d:%d]%s%s".formatted(i, tracks.get(source).index(), trim.isEmpty() ? "anull" : Chain.text(trim),
                        label));
                pads.append(label);
            }
        }
        if (count > 1) {
            StringBuilder joined = new StringBuilder();
            heard.sources().forEach(source -> joined.append("[%s_%d]".formatted(name, source)));
            parts.add(pads + "concat=n=%d:v=0:a=%d".formatted(count, heard.sources().size()) + joined);
            pads = joined;
        }
        List<String> chain = new ArrayList<>();
        if (!heard.joining().isEmpty()) {
            chain.add(heard.joining());
        }
        heard.filters().forEach(f -> chain.add(f.text()));
        parts.add(pads + (chain.isEmpty() ? "anull" : String.join(",", chain)) + "[" + name + "]");
        return new Made("[" + name + "]", Optional.empty(), Optional.of(String.join(";", parts)));
    }
}
