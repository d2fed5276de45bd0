package io.reelbench.engine.plan;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.WaveForm.Format;
import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The plan of a drawn sound. ffmpeg measures the lowest and highest samples, and the program draws them: its own filter for this keeps
 * the whole sound in memory.
 */
final class WavePlan implements SinkPlan {

    private static final long UNKNOWN_LENGTH = 3600 * Time.SECOND;

    private final Sink.WaveSink sink;
    private final WaveForm form;
    private final Edit edit;
    private final int product;
    private final Measuring measuring;
    private final OptionalLong lengthUs;

    WavePlan(Edit whole, Sink.WaveSink sink, int product, Capabilities can, Draft draft, Measuring measuring) {
        this.sink = sink;
        this.form = sink.wave();
        this.product = product;
        this.measuring = measuring;
        this.edit = whole.exactly(sink.part());
        this.lengthUs = edit.lengthUs();
        if (form.format() != Format.JSON && !can.canEncode(encoder())) {
            draft.problem("format", Code.NOT_AVAILABLE, PlanWords.NO_ENCODER, form.format().title());
        }
        draft.reason(PlanWords.SOUND.with(edit.sounds().indexOf(sink.heard()) + 1), PlanWords.DRAWN.with(form.format().title()),
                PlanWords.DRAWING_ASKED.with());
    }

    private String encoder() {
        return form.format() == Format.WEBP ? "libwebp" : "png";
    }

    private String list() {
        return "peaks" + product + ".txt";
    }

    private String pixels() {
        return "wave" + product + ".rgba";
    }

    private Track.Audio here() {
        return sink.heard().here();
    }

    /** So many samples that no more stretches come than asked for. */
    private int samples() {
        double all = lengthUs.orElse(UNKNOWN_LENGTH) / 1e6 * here().sampleRate();
        return (int) Math.max(1, Math.ceil(all / form.width() - 1e-6));
    }

    @Override
    public Product product(String label) {
        Expect expect = form.format() == Format.JSON
                ? new Expect.Words(Expect.Syntax.JSON)
                : new Expect.Film(
                        List.of(new Expect.TrackExpected(Expect.TrackExpected.Kind.VIDEO, form.format().word())),
                        OptionalLong.empty(), 0, Optional.of(new Size(form.width(), form.height())), OptionalLong.empty());
        return new Product(form.format().word(), label, expect);
    }

    @Override
    public SinkPlan.Bytes bytes() {
        long most = form.format() == Format.JSON ? form.width() * 16L * here().channels() : (long) form.width() * form.height();
        return new SinkPlan.Bytes(most / 50, most + 5000);
    }

    @Override
    public Optional<Rider> rider() {
        // in the span of a sink the filters that look at the time were told where it begins
        Heard heard = sink.part().isEmpty() ? sink.heard() : sink.heard().cut(List.of(sink.part().get()));
        List<Filter> filters = List.of(
                Filter.of("aformat=sample_fmts=fltp,asetnsamples=n=%d:p=0".formatted(samples())),
                Filter.of("astats=metadata=1:reset=1:measure_perchannel=Min_level+Max_level:measure_overall=none"),
                Filter.of("ametadata=mode=print:file=" + list()));
        SoundGraph.Made made = new SoundGraph(edit, "wave" + product)
                .made(measuring.resolved(heard).then(filters, heard.here()));
        List<String> arguments = new ArrayList<>(List.of("-map", made.map()));
        made.filter().ifPresent(text -> arguments.addAll(List.of("-filter:a:0", text)));
        arguments.addAll(List.of("-f", "null"));
        return Optional.of(new Rider(Step.Doing.ANALYSING, new Inputs(edit).all(), made.beside(), made.graph(),
                new Command.Output(List.copyOf(arguments), new Ref.Nowhere()), 0.1, lengthUs));
    }

    @Override
    public List<Step> after() {
        if (form.format() == Format.JSON) {
            return List.of(new Step.Own(new OwnWork.Draw(list(), here().channels(), here().sampleRate(), samples(), form,
                    new Ref.Target(product))));
        }
        Command.Input drawn = new Command.Input(List.of("-f", "rawvideo", "-pixel_format", "rgba", "-video_size",
                form.width() + "x" + form.height(), "-framerate", "1"), new Ref.Scratch(pixels()));
        List<String> arguments = new ArrayList<>(List.of("-map", "0:0", "-frames:v", "1", "-c:v", encoder()));
        arguments.addAll(
                form.format() == Format.WEBP ? List.of("-lossless", "1", "-pix_fmt", "bgra") : List.of("-pix_fmt", "rgba"));
        arguments.addAll(List.of("-update", "1", "-f", "image2"));
        return List.of(
                new Step.Own(new OwnWork.Draw(list(), here().channels(), here().sampleRate(), samples(), form,
                        new Ref.Scratch(pixels()))),
                new Step.Run(Step.Doing.PICTURE, new Command(List.of(drawn), Optional.empty(),
                        List.of(new Command.Output(List.copyOf(arguments), new Ref.Target(product)))), 0.01,
                        OptionalLong.empty()));
    }
}
