package io.reelbench.engine.plan;

import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.SubtitleForm.Charset;
import io.reelbench.engine.plan.SubtitleForm.Format;
import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plan of one track of subtitles as a file of its own. */
final class SubtitlePlan implements SinkPlan {

    /** The only pictures that have a file of their own here. */
    private static final String PGS = "hdmv_pgs_subtitle";
    /** What an hour of talk takes at most, for a second. */
    private static final int TEXT_BYTES = 60;
    private static final int PICTURE_BYTES = 8000;

    private final Edit edit;
    private final Sink.SubtitleSink sink;
    private final int product;
    private final Track.Subtitle track;
    private final CueTimes times;

    SubtitlePlan(Edit edit, Sink.SubtitleSink sink, int product, Draft draft) {
        this.edit = edit;
        this.sink = sink;
        this.product = product;
        this.track = sink.track();
        this.times = new CueTimes(edit, sink.offsetUs());
        int number = edit.first().all(Track.Subtitle.class).indexOf(track) + 1;
        if (!CueTimes.follows(edit)) {
            draft.problem("tracks", Code.NOT_AVAILABLE, PlanWords.CUES_BACKWARDS);
        } else if (track.text()) {
            words(number, draft);
        } else {
            pictures(number, draft);
        }
    }

    private void words(int number, Draft draft) {
        if (!copies() && !track.facts().decodable()) {
            draft.problem("format", Code.NOT_AVAILABLE, PlanWords.NOT_DECODABLE, track.codec());
        } else if (format() == Format.VTT && sink.charset() == Charset.UTF_16) {
            draft.problem("charset", Code.NOT_AVAILABLE, PlanWords.VTT_CHARSET.with(),
                    List.of(Mending.without("charset"), Mending.use("format", "srt")));
        }
        draft.reason(PlanWords.SUBTITLES.with(number),
                copies() ? PlanWords.COPIED.with() : PlanWords.CONVERTED.with(format().title()),
                copies() ? PlanWords.UNCHANGED.with() : PlanWords.SUBTITLES_ASKED.with());
    }

    private void pictures(int number, Draft draft) {
        boolean kept = track.codec().equals(PGS);
        if (sink.format() != Format.SAME) {
            draft.problem("format", Code.NOT_AVAILABLE,
                    PlanWords.NO_LETTERS_IN_PICTURES.with(number, edit.first().name(), track.codec()),
                    kept ? List.of(Mending.use("format", "same")) : List.of());
        } else if (!kept) {
            draft.problem("format", Code.NOT_AVAILABLE, PlanWords.NO_PICTURE_FILE, track.codec());
        } else if (!edit.isWhole()) {
            draft.problem("tracks", Code.NOT_AVAILABLE, PlanWords.PICTURES_UNCUT);
        } else if (sink.charset() != Charset.UTF_8) {
            draft.problem("charset", Code.NOT_AVAILABLE, PlanWords.PICTURES_CHARSET.with(), List.of(Mending.without("charset")));
        }
        draft.reason(PlanWords.SUBTITLES.with(number), PlanWords.COPIED.with(), PlanWords.UNCHANGED.with());
    }

    private Format format() {
        return sink.format() == Format.SAME ? Format.home(track.codec()) : sink.format();
    }

    private boolean copies() {
        return format().copies(track.codec());
    }

    private String ending() {
        return track.text() ? format().word() : "sup";
    }

    private boolean isRespelt() {
        return sink.charset() != Charset.UTF_8;
    }

    private String scratch() {
        return "cues%d.%s".formatted(product, ending());
    }

    @Override
    public Product product(String label) {
        return new Product(ending(), label, new Expect.Cues(track.text()));
    }

    @Override
    public Bytes bytes() {
        long seconds = edit.lengthUs().orElse(3_600_000_000L) / 1_000_000 + 1;
        return new Bytes(1, 2000 + seconds * (track.text() ? TEXT_BYTES : PICTURE_BYTES));
    }

    @Override
    public Optional<Rider> rider() {
        List<String> arguments = new ArrayList<>(List.of("-map", "0:" + track.index(), "-c:s",
                !track.text() || copies() ? "copy" : format().ffmpeg()));
        if (!times.isIdentity()) {
            arguments.addAll(List.of("-bsf:s:0", track.text() ? times.filters() : times.moving()));
        }
        arguments.addAll(List.of("-f", track.text() ? format().ffmpeg() : "sup"));
        Ref to = isRespelt() ? new Ref.Scratch(scratch()) : new Ref.Target(product);
        return Optional.of(new Rider(Step.Doing.COPYING, inputs(), Optional.empty(),
                new Command.Output(List.copyOf(arguments), to), 0.02, edit.lengthUs()));
    }

    /** All of the clip. */
    private List<Command.Input> inputs() {
        return edit.isWhole()
                ? new Inputs(edit).all()
                : List.of(new Command.Input(Inputs.demuxer(edit.first()), new Ref.Source(edit.segments().getFirst().source())));
    }

    @Override
    public List<Step> after() {
        return isRespelt()
                ? List.of(new Step.Own(new OwnWork.Respell(scratch(), sink.charset(), new Ref.Target(product))))
                : List.of();
    }
}
