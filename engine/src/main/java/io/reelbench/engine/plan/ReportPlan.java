package io.reelbench.engine.plan;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The plan of one report. What must be measured rides along in the run that decodes the clip for all outputs, and leaves traces in the
 * scratch folder; the report is made of them at the end.
 */
final class ReportPlan implements SinkPlan {

    private final Edit edit;
    private final Sink.ReportSink sink;
    private final int product;
    private final Measuring measuring;
    private final Traces traces;
    private final Inputs inputs;

    ReportPlan(Edit edit, Sink.ReportSink sink, int product, Draft draft, Measuring measuring) {
        this.edit = edit;
        this.sink = sink;
        this.product = product;
        this.measuring = measuring;
        this.traces = new Traces("report-" + product);
        this.inputs = new Inputs(edit);
        tell(draft);
    }

    private void tell(Draft draft) {
        switch (sink.report()) {
            case Report.Loudness loudness -> loudness.sounds().forEach(
                    heard -> draft.reason(PlanWords.SOUND.with(edit.sounds().indexOf(heard) + 1), PlanWords.MEASURED.with(),
                            PlanWords.LOUDNESS_ASKED.with()));
            case Report.Events events -> {
                String kinds = events.kinds().stream().map(k -> k.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
                draft.reason(PlanWords.CLIP.with(), PlanWords.SEARCHED.with(kinds), PlanWords.EVENTS_ASKED.with());
            }
            case Report.Facts _ -> draft.reason(PlanWords.CLIP.with(), PlanWords.DESCRIBED.with(), PlanWords.FACTS_ASKED.with());
        }
    }

    @Override
    public Product product(String label) {
        return new Product(sink.report().form().extension(), label, new Expect.Words(sink.report().form().syntax()));
    }

    @Override
    public Optional<Rider> rider() {
        return switch (sink.report()) {
            case Report.Loudness loudness -> Optional.of(loudness(loudness));
            case Report.Events events -> Optional.of(events(events));
            case Report.Facts _ -> Optional.empty();
        };
    }

    private Rider loudness(Report.Loudness wanted) {
        Listening listening = new Listening();
        for (int i = 0; i < wanted.sounds().size(); i++) {
            listening.sound(wanted.sounds().get(i), new Detectors(traces.of(i + 1)).loudness());
        }
        return listening.rider(0.1);
    }

    private Rider events(Report.Events wanted) {
        Listening listening = new Listening();
        Detectors detectors = new Detectors(traces);
        if (wanted.kinds().stream().anyMatch(k -> !k.isHeard())) {
            OptionalLong end = edit.lengthUs().isPresent()
                    ? OptionalLong.of(edit.lengthUs().getAsLong() + pictureZero())
                    : OptionalLong.empty();
            listening.picture(detectors.picture(wanted, edit.hasSquarePixels(), end));
        }
        if (wanted.kinds().contains(Report.Event.SILENCE)) {
            listening.sound(usualSound(), detectors.sound(wanted));
        }
        return listening.rider(0.3);
    }

    /** The track that a player would play. */
    private Heard usualSound() {
        return edit.sounds().stream().filter(h -> h.here().facts().dispositions().contains("default")).findFirst()
                .orElse(edit.sounds().getFirst());
    }

    /** Where the timeline's zero lies in the times that the filters of the picture print: they begin at its first frame. */
    private long pictureZero() {
        return edit.segments().getFirst().fromUs() == 0 ? 0 : soundZero();
    }

    /** The same for sound, which may begin earlier. */
    private long soundZero() {
        return edit.paced(inputs.zero());
    }

    @Override
    public List<Step> before() {
        return rider().isPresent() ? inputs.before() : List.of();
    }

    @Override
    public List<Step> after() {
        Optional<Track.Video> video = edit.video();
        return List
                .of(new Step.Report(product, sink.report(), traces, new Step.Subject(pictureZero(), soundZero(), edit.lengthUs(),
                        video.flatMap(Track.Video::rate), edit.clock().timecode(), edit.size())));
    }

    @Override
    public Bytes bytes() {
        return new Bytes(200, 1_000_000);
    }

    /** One output that is thrown away, with everything that listens in on the way to it. */
    private final class Listening {

        private final List<String> arguments = new ArrayList<>();
        private final List<Command.Input> beside = new ArrayList<>();
        private final List<String> graphs = new ArrayList<>();
        private int pictures;
        private int sounds;

        void picture(List<Filter> detectors) {
            PictureGraph.Made made = new PictureGraph(edit, label("v" + pictures)).made(detectors);
            take("v", pictures, made.map(), made.filter(), made.graph());
            pictures++;
        }

        void sound(Heard heard, List<Filter> detectors) {
            Heard listened = measuring.resolved(heard).then(detectors, heard.here());
            SoundGraph.Made made = new SoundGraph(edit, label("a" + sounds)).made(listened);
            take("a", sounds, made.map(), made.filter(), made.graph());
            beside.addAll(made.beside());
            sounds++;
        }

        private String label(String name) {
            return "found_" + name + "_p" + product;
        }

        private void take(String kind, int number, String map, Optional<String> filter, Optional<String> graph) {
            arguments.addAll(List.of("-map", map));
            filter.ifPresent(text -> arguments.addAll(List.of("-filter:" + kind + ":" + number, text)));
            graph.ifPresent(graphs::add);
        }

        Rider rider(double share) {
            if (pictures > 0) {
                arguments.addAll(List.of("-fps_mode", "passthrough"));
            }
            arguments.addAll(List.of("-f", "null"));
            return new Rider(Step.Doing.SEARCHING, inputs.all(), List.copyOf(beside),
                    graphs.isEmpty() ? Optional.empty() : Optional.of(String.join(";", graphs)),
                    new Command.Output(List.copyOf(arguments), new Ref.Nowhere()), share, edit.lengthUs());
        }
    }
}
