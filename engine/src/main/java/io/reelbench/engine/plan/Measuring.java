package io.reelbench.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The measurements of a plan: each is made once, however many outputs need it. */
final class Measuring {

    private record Key(List<Integer> sources, String joining, List<Filter> before, Measure measure) {
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

    /** The filters of a sound, with placeholders for what is measured of it first. */
    List<Filter> resolved(Heard heard) {
        List<Filter> done = new ArrayList<>();
        for (Filter filter : heard.filters()) {
            done.add(filter.measure().isEmpty()
                    ? filter
                    : filter.saying(Command.value(name(heard, done, filter.measure().get()))));
        }
        return List.copyOf(done);
    }

    private String name(Heard heard, List<Filter> before, Measure measure) {
        Key key = new Key(heard.sources(), heard.joining(), List.copyOf(before), measure);
        Step.Measure known = steps.get(key);
        if (known == null) {
            known = step("measured-" + (steps.size() + 1), heard, key);
            steps.put(key, known);
        }
        return known.placeholder();
    }

    private Step.Measure step(String name, Heard heard, Key key) {
        List<Filter> filters = new ArrayList<>(key.before());
        filters.add(Filter.of(text(key.measure())));
        SoundGraph graph = new SoundGraph(edit, name);
        SoundGraph.Made made = graph.made(new Heard(heard.here(), heard.sources(), heard.joining(), filters));
        List<String> arguments = new ArrayList<>(List.of("-map", made.map()));
        made.filter().ifPresent(text -> arguments.addAll(List.of("-filter:a:0", text)));
        arguments.addAll(List.of("-vn", "-sn", "-dn", "-loglevel", "level+info", "-f", "null"));
        Command command = new Command(new Inputs(edit).all(), made.graph(),
                List.of(new Command.Output(List.copyOf(arguments), new Ref.Nowhere())));
        return new Step.Measure(name, key.measure(), command, 0.1,
                edit.lengthUs().isPresent() ? edit.lengthUs() : OptionalLong.empty());
    }

    /** What measures. Loudness as loudnorm itself would want it; a peak as it will be after what stands before. */
    private static String text(Measure measure) {
        return switch (measure) {
            case Measure.Loudness(double integrated, double truePeak, double range, int _) ->
                "loudnorm=I=%s:TP=%s:LRA=%s:print_format=json".formatted(Encoders.decimal(integrated),
                        Encoders.decimal(truePeak), Encoders.decimal(range));
            case Measure.Peak _ -> "volumedetect";
        };
    }
}
