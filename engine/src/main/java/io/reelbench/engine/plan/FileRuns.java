package io.reelbench.engine.plan;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The runs that write one file: whether it shares a decode, goes twice, or is measured first. */
final class FileRuns {

    /** What the muxers add was measured as 12 bytes a packet and some kilobytes; this much of the rest is kept in hand. */
    private static final double IN_HAND = 0.985;
    private static final int PACKET_OVERHEAD = 12;
    private static final int FILE_OVERHEAD = 4000;
    private static final long LEAST_BITRATE = 16_000;

    private final Edit edit;
    private final FilePlan file;
    private final Capabilities can;
    private final Draft draft;

    FileRuns(Edit edit, FilePlan file, Capabilities can, Draft draft) {
        this.edit = edit;
        this.file = file;
        this.can = can;
        this.draft = draft;
    }

    /** A file that is written in one pass shares its decode with others. */
    Optional<SinkPlan.Rider> rider() {
        return file.copiesAll() || !isPlain() || mayBeLarger() || file.splice().isPresent()
                ? Optional.empty()
                : Optional.of(new SinkPlan.Rider(Step.Doing.ENCODING, file.inputs(), file.beside(), file.graph(),
                        file.output(arguments()),
                        file.encodesPicture() ? 1 : 0.1, file.lengthUs()));
    }

    /** The runs of a file that does not share them. */
    List<Step> alone() {
        if (file.copiesAll()) {
            return List.of(run(Step.Doing.COPYING, 0.05));
        }
        if (file.splice().isPresent()) {
            return List.of(spliced(file.splice().get()));
        }
        List<Step> steps = new ArrayList<>(isPlain() ? List.of(run(Step.Doing.ENCODING, 1)) : sought());
        steps.addAll(ifLarger());
        return steps;
    }

    private Step.Splice spliced(Splice splice) {
        FilePlan whole = new FilePlan(edit.exactly(), file.sink, file.number(), can, new Draft(), new Measuring(edit),
                file.ending());
        Step.Run join = new Step.Run(Step.Doing.JOINING, file.command(file.output(List.of())), 0.1, file.lengthUs());
        Step.Run otherwise = new Step.Run(Step.Doing.ENCODING,
                whole.command(whole.output(whole.picture.get().encode().arguments())), 1, whole.lengthUs());
        return new Step.Splice(splice.pieces(), join, splice.frames(), splice.seams(),
                file.picture.get().track().index(), splice.leadUs(),
                otherwise);
    }

    private List<Step> sought() {
        return switch (goal()) {
            case Goal.Under(Bytes size) -> under(size);
            case Goal.Score(double score) -> score(score);
            default -> passes(arguments(), Optional.empty());
        };
    }

    private Goal goal() {
        return file.sink.rate().goal().orElse(RateControl.USUAL);
    }

    private boolean isPlain() {
        return !file.encodesPicture() || !file.picture.get().encode().passes() && !(goal() instanceof Goal.Under)
                && !(goal() instanceof Goal.Score);
    }

    private List<String> arguments() {
        return file.encodesPicture() ? file.picture.get().encode().arguments() : List.of();
    }

    private Step.Run run(Step.Doing doing, double share) {
        return new Step.Run(doing, file.command(file.output(arguments())), share,
                file.lengthUs());
    }

    private List<Step> passes(List<String> arguments, Optional<String> value) {
        String encoder = file.picture.get().encode().encoder();
        List<String> first = PictureCoder.pass(encoder, 1, value.map(v -> filled(arguments, v)).orElse(arguments));
        List<String> second = PictureCoder.pass(encoder, 2, arguments);
        Command analysis = Command.of(file.inputs(), file.beside(), file.firstPassGraph(), List.of(file.firstPass(first)));
        Command writing = file.command(file.output(second));
        // measured: the first pass of x264 and VP9 is far cheaper than the second, that of x265 is not
        double share = encoder.equals("libx265") ? 1 : encoder.equals("libx264") ? 0.5 : 0.25;
        return List.of(new Step.Run(Step.Doing.ANALYSING, analysis, share, file.lengthUs()),
                new Step.Run(Step.Doing.SECOND_PASS, writing, 1, file.lengthUs()));
    }

    private static List<String> filled(List<String> arguments, String value) {
        return arguments.stream().map(a -> a.replace(Command.value(PictureCoder.BITRATE), value)).toList();
    }

    private List<Step> under(Bytes size) {
        OptionalLong length = file.lengthUs();
        if (length.isEmpty() || length.getAsLong() <= 0) {
            draft.problems.add(PictureCoder.noLength(edit.first().name()));
            return List.of();
        }
        double seconds = length.getAsLong() / 1e6;
        double fixed = file.sounds.stream().mapToLong(SoundOut::bitrate).sum() / 8.0 * seconds + overhead(seconds);
        long bits = (long) ((size.count() * IN_HAND - fixed) * 8 / seconds);
        if (bits < LEAST_BITRATE) {
            Bytes least = new Bytes((long) ((fixed + LEAST_BITRATE / 8.0 * seconds) / IN_HAND) + 1000);
            draft.problems.add(Planner.tooSmall(size, Time.spoken(length.getAsLong()), least));
            return List.of();
        }
        draft.note(PlanWords.SECOND_TRY);
        boolean twice = file.picture.get().encode().passes();
        List<Step> steps = new ArrayList<>(twice
                ? passes(arguments(), Optional.of(Long.toString(bits)))
                : List.of(run(Step.Doing.ENCODING, 1)));
        Step.Run last = (Step.Run) steps.removeLast();
        steps.add(new Step.Fit(file.number(), PictureCoder.BITRATE, bits, LEAST_BITRATE, size.count(), Math.round(fixed), last));
        return steps;
    }

    private double overhead(double seconds) {
        double frames = file.picture.flatMap(p -> p.here().rate()).map(r -> r.perSecond().approximate()).orElse(25.0) * seconds;
        double packets = file.sounds.stream().mapToDouble(s -> s.track().sampleRate() / 1024.0 * seconds).sum();
        return FILE_OVERHEAD + PACKET_OVERHEAD * (frames + packets);
    }

    private List<Step> score(double score) {
        String filter = file.sink.rate().metric().name().toLowerCase(java.util.Locale.ROOT);
        String needed = filter.equals("vmaf") ? "libvmaf" : filter;
        if (!can.filters().contains(needed)) {
            draft.problem("metric", io.reelbench.engine.problem.Code.NOT_AVAILABLE,
                    PlanWords.NO_METRIC.with(filter, "xpsnr, ssim"),
                    List.of(Mending.use("metric", "xpsnr")));
            return List.of();
        }
        Samples samples = new Samples(edit, file, needed);
        return List.of(samples.list(), samples.search(score), run(Step.Doing.ENCODING, 1));
    }

    /** What happens when a compressed file is no smaller: only where the source's streams would be the same picture. */
    private List<Step> ifLarger() {
        Sink.FileSink sink = file.sink;
        if (!mayBeLarger()) {
            return List.of();
        }
        boolean same = edit.isWhole() && edit.picture().isEmpty() && sink.chain().isEmpty() && sink.form().trimTo().isEmpty();
        Draft other = new Draft();
        FilePlan copy = new FilePlan(edit, copying(sink, file.container), file.number(), can, other, new Measuring(edit));
        boolean copies = same && copy.copiesAll() && other.problems.isEmpty() && copy.picture.isPresent();
        boolean fail = sink.ifLarger() == Sink.IfLarger.FAIL;
        if (!fail && !copies) {
            return List.of();
        }
        if (!fail) {
            draft.note(PlanWords.IF_LARGER);
        }
        Step.Run run = new Step.Run(Step.Doing.COPYING, copy.command(copy.output(List.of())),
                0, copy.lengthUs());
        return List.of(new Step.IfLarger(edit.first().bytes(), fail, run, copy.expect(OptionalLong.empty())));
    }

    /** Whether it must be looked at when it is there; only then, since only the first product can be taken back. */
    private boolean mayBeLarger() {
        return file.sink.ifLarger() != Sink.IfLarger.WRITE && file.encodesPicture() && edit.sinks().size() == 1
                && edit.pieces().isEmpty()
                && edit.first().bytes() != 0;
    }

    private static Sink.FileSink copying(Sink.FileSink sink, Container container) {
        return new Sink.FileSink(sink.label(), sink.chain(), sink.sounds(), sink.form().with(container), new VideoCoding(),
                new RateControl(),
                new SoundCoding(), sink.tracks(), false, Sink.IfLarger.WRITE);
    }
}
