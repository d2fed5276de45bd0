package io.reelbench.engine.plan;

import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The filter graph of single sound tracks, where nothing else of the clip is wanted. */
final class SoundGraph {

    /** Tracks that are joined are counted sample by sample: each must begin at zero, and gaps must be filled. */
    private static final Filter FROM_ZERO = Filter.of("aresample=async=1:first_pts=0");

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
     * @param beside the files beside the clip that it reads; map and graph name them by {@link Command#input}
     */
    record Made(String map, Optional<String> filter, Optional<String> graph, List<Command.Input> beside) {
    }

    Made made(Heard heard) {
        List<Track.Audio> tracks = edit.first().all(Track.Audio.class);
        int count = inputs.joinsCopies() || heard.sources().isEmpty() ? 1 : edit.segments().size();
        List<Command.Input> beside = heard.besides().stream().map(SideSound::input).toList();
        if (heard.beside().isPresent()) {
            SideSound sound = heard.beside().get();
            List<Filter> all = new ArrayList<>(laid(heard, sound));
            all.addAll(heard.filters());
            return new Made(named(sound), Optional.of(Chain.text(all)), Optional.empty(), beside);
        } else if (count == 1 && heard.isSingle()) {
            List<Filter> all = new ArrayList<>(inputs.sound(edit.segments().getFirst(), heard.sources().getFirst()));
            all.addAll(heard.filters());
            return new Made("0:" + tracks.get(heard.sources().getFirst()).index(),
                    all.isEmpty() ? Optional.empty() : Optional.of(Chain.text(all)), Optional.empty(), beside);
        }
        List<String> parts = new ArrayList<>();
        List<String> pads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (int source : heard.sources()) {
                String label = "[%s_%d_%d]".formatted(name, i, source);
                List<Filter> trim = inputs.sound(edit.segments().get(i), source);
                parts.add("[%d:%d]%s%s".formatted(i, tracks.get(source).index(), trim.isEmpty() ? "anull" : Chain.text(trim),
                        label));
                pads.add(label);
            }
        }
        if (count > 1) {
            List<String> joined = heard.sources().stream().map(source -> "[%s_%d]".formatted(name, source)).toList();
            parts.add(String.join("", pads) + "concat=n=%d:v=0:a=%d".formatted(count, joined.size()) + String.join("", joined));
            pads = joined;
        }
        parts.add(behind(pads, heard));
        return new Made("[" + name + "]", Optional.empty(), Optional.of(String.join(";", parts)), beside);
    }

    private static String named(SideSound sound) {
        return Command.input(sound.input()) + ":" + sound.track().index();
    }

    /** A copied cut begins earlier than asked for, and with it what is laid on it. */
    private List<Filter> laid(Heard heard, SideSound sound) {
        return sound.laid(inputs.earlyFor(heard));
    }

    /**
     * What is done to the tracks that a sound is made of, up to the label that is this graph's name.
     *
     * @param pads those of the clip, in order
     */
    String behind(List<String> pads, Heard heard) {
        List<String> parts = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        Iterator<String> own = pads.iterator();
        for (int i = 0; i < heard.voices().size(); i++) {
            List<Filter> filters = new ArrayList<>();
            String pad;
            if (heard.voices().get(i).from() instanceof SideSound sound) {
                pad = "[" + named(sound) + "]";
                filters.addAll(laid(heard, sound));
            } else {
                pad = own.next();
                if (!heard.isSingle()) {
                    filters.add(FROM_ZERO);
                    pad(heard, i).ifPresent(filters::add);
                }
            }
            filters.addAll(heard.voices().get(i).filters());
            if (filters.isEmpty()) {
                joined.append(pad);
            } else {
                String label = "[%s_voice%d]".formatted(name, i);
                parts.add(pad + Chain.text(filters, "_" + name + i) + label);
                joined.append(label);
            }
        }
        String chain = Chain.text(heard.isSingle() ? heard.filters() : joining(heard), "_" + name);
        parts.add(joined + (chain.isEmpty() ? "anull" : chain) + "[" + name + "]");
        return String.join(";", parts);
    }

    private static List<Filter> joining(Heard heard) {
        return Stream.concat(Stream.of(Filter.of(heard.joining())), heard.filters().stream()).toList();
    }

    /** A join ends with its shortest track: the others are given silence up to the longest. */
    private Optional<Filter> pad(Heard heard, int voice) {
        if (edit.segments().size() > 1) {
            // joined parts are as long as their longest track already
            return Optional.empty();
        }
        List<OptionalLong> ends = heard.voices().stream().map(v -> switch (v.from()) {
            case Heard.Own(int track) -> end(track);
            case SideSound sound -> OptionalLong.of(sound.lengthUs());
        }).toList();
        long longest = ends.stream().mapToLong(end -> end.orElse(0)).max().orElse(0);
        return ends.get(voice).isEmpty() || ends.get(voice).getAsLong() >= longest
                ? Optional.empty()
                : Optional.of(Filter.of("apad=whole_dur=" + Time.seconds(longest)));
    }

    /** Where a sound track ends on the timeline of the only segment, in microseconds. */
    private OptionalLong end(int source) {
        Segment only = edit.segments().getFirst();
        Track.Facts facts = edit.first().all(Track.Audio.class).get(source).facts();
        if (facts.lengthUs().isEmpty()) {
            return OptionalLong.empty();
        }
        long start = facts.startUs().orElse(edit.first().startUs()) - edit.first().startUs();
        long end = Math.min(Math.max(0, start) + facts.lengthUs().getAsLong(), only.toUs().orElse(Long.MAX_VALUE));
        return OptionalLong.of(Math.max(0, end - inputs.start(only)));
    }
}
