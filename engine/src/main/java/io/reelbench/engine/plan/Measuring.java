package io.reelbench.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The measurements of a plan: each is made once, however many outputs need it. */
final class Measuring {

    private record Key(Heard heard, Measure measure) {
    }

    private final Map<Key, Step.Measure> steps = new LinkedHashMap<>();
    private final Edit edit;

    Measuring(Edit edit) {
        this.edit = edit;
    }

    /** The steps, in the order in which they were asked for. */
    List<Step> steps() {
        return List.copyOf(steps.values());
    }

    /** A sound with placeholders for what is measured of it first. */
    Heard resolved(Heard heard) {
        List<Heard.Voice> voices = new ArrayList<>();
        for (Heard.Voice voice : heard.voices()) {
            voices.add(new Heard.Voice(voice.from(),
                    resolved(Heard.of(heard.here(), voice.from()), voice.filters()).filters()));
        }
        return resolved(new Heard(heard.here(), List.copyOf(voices), heard.joining(), List.of()), heard.filters());
    }

    private Heard resolved(Heard before, List<Filter> filters) {
        Heard done = before;
        for (Filter filter : filters) {
            done = done.then(filter.measure().isEmpty()
                    ? filter
                    : filter.saying(Command.value(name(done, filter.measure().get()))));
        }
        return done;
    }

    private String name(Heard before, Measure measure) {
        Key key = new Key(before, measure);
        Step.Measure known = steps.get(key);
        if (known == null) {
            known = step("measured-" + (steps.size() + 1), key);
            steps.put(key, known);
        }
        return known.placeholder();
    }

    private Step.Measure step(String name, Key key) {
        SoundGraph.Made made = new SoundGraph(edit, name).made(key.heard().then(Filter.of(text(key.measure()))));
        List<String> arguments = new ArrayList<>(List.of("-map", made.map()));
        made.filter().ifPresent(text -> arguments.addAll(List.of("-filter:a:0", text)));
        arguments.addAll(List.of("-vn", "-sn", "-dn", "-loglevel", "level+info", "-f", "null"));
        Command command = Command.of(new Inputs(edit).all(), made.beside(), made.graph(),
                List.of(new Command.Output(List.copyOf(arguments), new Ref.Nowhere())));
        return new Step.Measure(name, key.measure(), command, 0.1,
                edit.lengthUs().isPresent() ? edit.lengthUs() : OptionalLong.empty());
    }

    /** Measures afterwards how loud the sounds of a file came out that were levelled over time. */
    static List<Step> outcomes(int product, List<Heard> resolved, OptionalLong lengthUs) {
        List<Step> steps = new ArrayList<>();
        for (int j = 0; j < resolved.size(); j++) {
            int track = j;
            Heard heard = resolved.get(j);
            Stream.concat(heard.voices().stream().flatMap(v -> v.filters().stream()), heard.filters().stream())
                    .filter(f -> f.measure().filter(Measure.Loudness.class::isInstance).isPresent() || Measure.Loudness.isLive(f))
                    .reduce((_, last) -> last).ifPresent(last -> {
                        String levelled = last.measure().isPresent() ? Command.named(last.text()) : "";
                        Measure.Outcome outcome = new Measure.Outcome(levelled, track + 1);
                        List<String> arguments = List.of("-map", "0:a:" + track, "-filter:a:0", text(outcome), "-vn", "-sn",
                                "-dn",
                                "-loglevel", "level+info", "-f", "null");
                        steps.add(new Step.Measure("", outcome, new Command(
                                List.of(new Command.Input(List.of(), new Ref.Target(product))), Optional.empty(),
                                List.of(new Command.Output(arguments, new Ref.Nowhere()))), 0.05, lengthUs));
                    });
        }
        return List.copyOf(steps);
    }

    /** What measures. Loudness as loudnorm itself would want it; a peak as it will be after what stands before. */
    private static String text(Measure measure) {
        return switch (measure) {
            case Measure.Loudness loudness -> "loudnorm=%s:print_format=json".formatted(loudness.aims());
            case Measure.Outcome _ -> "ebur128=peak=true:framelog=quiet";
            // volumedetect would count in 16 bits and know nothing above 0 dBFS
            case Measure.Peak _ -> "astats=measure_perchannel=none:measure_overall=Peak_level";
        };
    }
}
