package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.raw.RawCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The plan of one output of a command that a person wrote: the command as it stands, run once for all its outputs. */
final class RawPlan implements SinkPlan {

    private static final String CLIP = "in_1";
    private static final long LEAST = 100;

    private final Edit edit;
    private final Sink.RawSink sink;
    private final int product;
    private final RawCommand command;

    RawPlan(Edit edit, Sink.RawSink sink, int product, Draft draft) {
        this.edit = edit;
        this.sink = sink;
        this.product = product;
        this.command = sink.command();
        RawCommand.Out out = command.outputs().get(sink.output());
        draft.reason(PlanWords.RAW_OUTPUT.with(out.name()), PlanWords.RAW_WRITTEN.with(out.ending()), PlanWords.RAW_ASKED.with());
        draft.note(PlanWords.RAW_UNKNOWN);
    }

    private boolean isFolder() {
        return command.outputs().get(sink.output()).inside().isPresent();
    }

    @Override
    public Product product(String label) {
        String ending = isFolder() ? "" : command.outputs().get(sink.output()).ending();
        return new Product(ending, label, new Expect.Anything(isFolder()));
    }

    /** Nobody knows; about as large as the clip. */
    @Override
    public SinkPlan.Bytes bytes() {
        return new SinkPlan.Bytes(LEAST, Math.max(LEAST, edit.first().bytes() * 2));
    }

    @Override
    public List<Step> before() {
        List<Step> steps = new ArrayList<>();
        if (command.letters()) {
            steps.add(new Step.Own(new OwnWork.Letters(RawCommand.FONT)));
        }
        if (isFolder()) {
            steps.add(new Step.Own(new OwnWork.MakeFolder(new Ref.Target(product))));
        }
        return steps;
    }

    @Override
    public List<Step> alone() {
        if (sink.output() > 0) {
            return List.of();
        }
        List<Command.Input> inputs = command.inputs().stream().map(this::input).toList();
        List<Command.Output> outputs = new ArrayList<>();
        for (int i = 0; i < command.outputs().size(); i++) {
            RawCommand.Out out = command.outputs().get(i);
            Ref file = out.inside().<Ref>map(name -> new Ref.Inside(product, name)).orElse(new Ref.Target(product + i));
            outputs.add(new Command.Output(i == 0 ? Guarded.bounded(out.arguments()) : out.arguments(), file));
        }
        return List.of(new Step.Run(copies() ? Step.Doing.COPYING : Step.Doing.ENCODING,
                new Command(inputs, command.graph(), List.copyOf(outputs)), 1,
                edit.first().still() ? OptionalLong.empty() : edit.lengthUs()));
    }

    private boolean copies() {
        return command.graph().isEmpty() && command.outputs().stream().allMatch(o -> {
            int codec = o.arguments().indexOf("-c");
            return codec >= 0 && o.arguments().get(codec + 1).equals("copy")
                    && o.arguments().stream().noneMatch(a -> a.startsWith("-c:"));
        });
    }

    private Command.Input input(RawCommand.In in) {
        boolean clip = in.name().equals(CLIP) && !sink.beside().containsKey(CLIP);
        Media media = clip
                ? edit.first()
                : Optional.ofNullable(edit.first().known().files().get(sink.beside().get(in.name())))
                        .filter(SideFile.Clip.class::isInstance)
                        .map(found -> ((SideFile.Clip) found).media()).orElse(edit.first());
        List<String> arguments = new ArrayList<>();
        if (!in.arguments().contains("-f")) {
            // the loop of a picture is an option of the demuxer of sequences
            arguments.addAll(in.arguments().contains("-loop") && media.still()
                    ? List.of("-f", "image2", "-pattern_type", "none")
                    : Inputs.demuxer(media));
        }
        arguments.addAll(in.arguments());
        return new Command.Input(List.copyOf(arguments), clip ? new Ref.Source(0) : new Ref.Beside(sink.beside().get(in.name())));
    }
}
