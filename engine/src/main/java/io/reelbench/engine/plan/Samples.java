package io.reelbench.engine.plan;

import io.reelbench.engine.media.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The short pieces on which a target score is searched. Five of four seconds came within 0.1 dB of the whole on a varied trailer and 0.5 dB
 * on a fixed camera; more than ten minutes get ten.
 */
final class Samples {

    private static final long PIECE = 4 * Time.SECOND;
    private static final long LONG = 600 * Time.SECOND;

    private final Edit edit;
    private final FilePlan file;
    private final String filter;

    Samples(Edit edit, FilePlan file, String filter) {
        this.edit = edit;
        this.file = file;
        this.filter = filter;
    }

    List<Step.Sample> all() {
        long length = file.lengthUs().orElse(PIECE);
        int count = length <= 5 * PIECE ? 1 : length > LONG ? 10 : 5;
        long piece = count == 1 ? Math.min(length, 5 * PIECE) : PIECE;
        List<Step.Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long at = (length - piece) * (2L * i + 1) / (2L * count);
            samples.add(sample(i, at, piece));
        }
        return samples;
    }

    private Step.Sample sample(int number, long at, long piece) {
        String reference = "reference-%d.nut".formatted(number);
        String encoded = "sample-%d.nut".formatted(number);
        PictureOut.Encode encode = file.picture.get().encode();
        List<Filter> filters = new ArrayList<>(edit.picture().filters());
        filters.addAll(file.sink.chain().filters());
        filters.addAll(encode.filters());
        filters = new ArrayList<>(Chain.from(filters, at, "setpts"));
        long source = io.reelbench.engine.media.Fraction.of(piece).times(edit.pace()).round();
        String format = encode.arguments().get(encode.arguments().indexOf("-pix_fmt") + 1);
        filters.add(Filter.of("format=" + format));
        Command cut = new Command(
                List.of(new Command.Input(List.of("-ss", Time.seconds(edit.toSource(at)), "-t", Time.seconds(source)),
                        new Ref.Source(0))),
                Optional.empty(),
                List.of(new Command.Output(
                        List.of("-map", "0:" + file.picture.get().track().index(), "-an", "-sn", "-dn", "-filter:v:0",
                                Chain.text(filters), "-c:v", "ffv1", "-f", "nut"),
                        new Ref.Scratch(reference))));
        List<String> arguments = new ArrayList<>(List.of("-map", "0:0"));
        arguments.addAll(withoutTag(encode.arguments()));
        arguments.addAll(List.of("-f", "nut"));
        Command trial = new Command(List.of(new Command.Input(List.of(), new Ref.Scratch(reference))), Optional.empty(),
                List.of(new Command.Output(arguments, new Ref.Scratch(encoded))));
        // both sides are numbered anew: a metric pairs frames by their times
        String graph = "[0:0]settb=1/1000,setpts=N*40[a];[1:0]settb=1/1000,setpts=N*40[b];[a][b]" + filter;
        Command compare = new Command(
                List.of(new Command.Input(List.of(), new Ref.Scratch(encoded)),
                        new Command.Input(List.of(), new Ref.Scratch(reference))),
                Optional.of(graph),
                List.of(new Command.Output(List.of("-loglevel", "level+info", "-f", "null"), new Ref.Nowhere())));
        return new Step.Sample(cut, trial, compare);
    }

    /** The tag belongs to the final container, not to a piece in nut. */
    private static List<String> withoutTag(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        int at = rest.indexOf("-tag:v");
        if (at >= 0) {
            rest.remove(at + 1);
            rest.remove(at);
        }
        return rest;
    }
}
