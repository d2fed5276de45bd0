package io.reelbench.engine.local;

import io.reelbench.engine.ffmpeg.Ran;
import io.reelbench.engine.ffmpeg.Running;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.output.PartFile;
import io.reelbench.engine.plan.Bring;
import io.reelbench.engine.plan.Command;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.plan.Measure;
import io.reelbench.engine.plan.OwnWork;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Ref;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Child;
import io.reelbench.engine.queue.Progress;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskKind;
import io.reelbench.engine.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import java.util.function.DoubleConsumer;

/** Runs the steps of one plan in order, fills what one step leaves for the next, and tells how far the whole is. */
final class StepRunner {

    /** What levels over time, in the text of a filter. */
    private static final String OVER_TIME = "loudnorm";
    private static final int LOG_LENGTH = 8192;
    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

    private final Workbench bench;
    private final Plan plan;
    private final List<PartFile> parts;
    private final Path scratch;
    private final TaskKind.Run run;
    private final Stopper stopper = new Stopper();
    private final Map<String, String> values = new HashMap<>();
    private final List<Text> notes = new ArrayList<>();
    private Expect expect;
    private double done;

    StepRunner(Workbench bench, Plan plan, List<PartFile> parts, Path scratch, TaskKind.Run run) {
        this.bench = bench;
        this.plan = plan;
        this.parts = parts;
        this.scratch = scratch;
        this.run = run;
        this.expect = plan.products().getFirst().expect();
    }

    /** What the steps made beside the files. */
    record Outcome(Expect expect, List<Text> notes) {
    }

    Outcome outcome() {
        return new Outcome(expect, List.copyOf(notes));
    }

    void runAll() throws FailedException, InterruptedException {
        run.handle(stopper);
        LocalJob.ready(scratch);
        for (Step step : plan.steps()) {
            switch (step) {
                case Step.Run one -> ffmpeg(one);
                case Step.Write write -> write(write);
                case Step.Fetch(Bring file) -> Brought.into(scratch, file);
                case Step.Own(OwnWork work) ->
                    notes.addAll(new OwnHands(plan.sources().getFirst(), ref -> Path.of(place(ref)), values, bench.counting())
                            .work(work));
                case Step.Measure measure -> measure(measure);
                case Step.Fit fit -> fit(fit);
                case Step.Search search -> search(search);
                case Step.Splice splice -> splice(splice);
                case Step.IfLarger larger -> ifLarger(larger);
                case Step.Report report -> report(report);
            }
        }
    }

    private void write(Step.Write write) throws FailedException {
        try {
            String content = write.content();
            for (int i = 0; i < plan.sources().size(); i++) {
                content = content.replace(Command.value("source-" + i),
                        Listed.file(plan.sources().get(i).path(), scratch, "source-" + i));
            }
            Files.writeString(scratch.resolve(write.name()), content);
        } catch (IOException e) {
            throw Faults.writing(scratch, e);
        }
    }

    private void report(Step.Report step) throws FailedException {
        try {
            String text = new Reports(plan.sources().getFirst(), scratch).text(step);
            Files.writeString(parts.get(step.product()).path(), text);
        } catch (IOException e) {
            throw Faults.writing(scratch, e);
        }
    }

    private void ffmpeg(Step.Run step) throws FailedException, InterruptedException {
        Ran ran = ffmpeg(step.command(), Optional.of(step));
        done += step.share();
        if (ran.errors() > 0) {
            notes.add(
                    LocalWords.DECODE_ERRORS.with(ran.errors(), ran.firstErrors().isEmpty() ? "" : ran.firstErrors().getFirst()));
        }
    }

    private Ran ffmpeg(Command command, Optional<Step.Run> step) throws FailedException, InterruptedException {
        Path clip = clip(command);
        Path folder = parts.getFirst().path().getParent();
        List<String> arguments = command.arguments(this::place, values);
        Running running;
        try {
            running = bench.runner().start(arguments, scratch, p -> step.ifPresent(s -> tell(s, p)));
        } catch (IOException e) {
            throw new FailedException(new Failure.Internal("ffmpeg cannot be started: " + e.getMessage()), e);
        }
        try {
            stopper.watch(running);
            run.child(new Child(running.pid(), started(running.pid()), bench.program().toString(),
                    scratch.getFileName().toString()));
            Ran ran = running.await();
            run.log(new Task.Log(CommandLines.typed(arguments), tail(ran.complaints())));
            if (ran.cancelled()) {
                throw new InterruptedException("cancelled");
            } else if (!ran.ended()) {
                throw new FailedException(bench.diagnosis().of(ran, clip, folder));
            }
            return ran;
        } catch (InterruptedException notWanted) {
            running.cancel();
            throw notWanted;
        }
    }

    /** The one that it reads; the first of several. */
    private Path clip(Command command) {
        return command.inputs().stream().map(Command.Input::file).filter(Ref.Source.class::isInstance)
                .mapToInt(file -> ((Ref.Source) file).index()).mapToObj(plan.sources()::get).findFirst()
                .orElse(plan.sources().getFirst()).path();
    }

    /** Enough for a report, and little enough for a row of the queue. */
    private static String tail(String words) {
        return words.substring(Math.max(0, words.length() - LOG_LENGTH));
    }

    private static Instant started(long pid) {
        return ProcessHandle.of(pid).flatMap(p -> p.info().startInstant()).orElse(Instant.EPOCH);
    }

    private String place(Ref ref) {
        return switch (ref) {
            case Ref.Source(int index) -> plan.sources().get(index).path().toString();
            case Ref.Scratch(String name) -> inside(scratch, name);
            case Ref.Target(int index) -> parts.get(index).path().toString();
            case Ref.Inside(int index, String name) -> inside(parts.get(index).path(), name);
            case Ref.Beside(Path file) -> file.toAbsolutePath().toString();
            case Ref.Nowhere() -> "-";
        };
    }

    /** Where a name is a pattern of numbers, a percent sign in a folder's name would be one too. */
    private static String inside(Path folder, String name) {
        String place = folder.toString();
        return (name.contains("%") ? place.replace("%", "%%") : place)
                + (name.isEmpty() ? "" : folder.getFileSystem().getSeparator() + name);
    }

    private void tell(Step.Run step, io.reelbench.engine.ffmpeg.Progress now) {
        OptionalDouble fraction = OptionalDouble.empty();
        if (step.mediaUs().isPresent() && step.mediaUs().getAsLong() > 0 && now.outUs().isPresent()) {
            fraction = OptionalDouble.of(Math.clamp((double) now.outUs().getAsLong() / step.mediaUs().getAsLong(), 0, 1));
        }
        OptionalDouble whole = fraction.isPresent()
                ? OptionalDouble.of(Math.min(1, done + step.share() * fraction.getAsDouble()))
                : done > 0 ? OptionalDouble.of(done) : fraction;
        run.progress(new Progress(whole, now.speed(), now.fps(), now.bytes(), Optional.of(step.doing())));
    }

    private void tellFraction(double fraction) {
        run.progress(new Progress(OptionalDouble.of(Math.min(1, fraction)), OptionalDouble.empty(), OptionalDouble.empty(),
                OptionalLong.empty(), Optional.of(Step.Doing.MEASURING)));
    }

    private void measure(Step.Measure measure) throws FailedException, InterruptedException {
        if (measure.measure() instanceof Measure.Outcome(String levelled, int _)
                && !values.getOrDefault(levelled, OVER_TIME).startsWith(OVER_TIME)) {
            return;
        }
        Ran ran = ffmpeg(measure.command(),
                Optional.of(new Step.Run(Step.Doing.MEASURING, measure.command(), measure.share(), measure.mediaUs())));
        Measured measured = Measured.read(measure.measure(), ran.complaints());
        values.put(measure.placeholder(), measured.filter());
        notes.add(measured.note());
        done += measure.share();
    }

    private void fit(Step.Fit fit) throws FailedException, InterruptedException {
        double before = done;
        long size = new Fitting(fit.least(), fit.maxBytes(), fit.fixedBytes(), bitrate -> {
            values.put(fit.placeholder(), Long.toString(bitrate));
            done = before;
            ffmpeg(fit.run());
            return size(fit.product());
        }).fit(fit.start());
        if (size > fit.maxBytes()) {
            String name = plan.sources().getFirst().name();
            throw new FailedException(new Failure.TooBig(name, new Bytes(size).spoken(), new Bytes(fit.maxBytes()).spoken()));
        }
    }

    private long size(int product) throws FailedException {
        try {
            return Files.size(parts.get(product).path());
        } catch (IOException e) {
            throw Faults.writing(parts.getFirst().path().getParent(), e);
        }
    }

    private void search(Step.Search search) throws FailedException, InterruptedException {
        DoubleConsumer tell = fraction -> tellFraction(done + search.share() * fraction);
        CrfSearch.Found found = new CrfSearch(search, command -> ffmpeg(command, Optional.empty()), values, tell).find();
        String crf = CrfSearch.written(found.crf());
        values.put(search.placeholder(), crf);
        String metric = search.metric().name();
        String score = java.math.BigDecimal.valueOf(found.score()).setScale(3, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros().toPlainString();
        notes.add(found.reached()
                ? LocalWords.SCORE_FOUND.with(metric, score, crf)
                : LocalWords.SCORE_MISSED.with(metric, score, crf));
        done += search.share();
    }

    /** Whatever is wrong with the pieces or with what they make: the plain way is there. */
    private void splice(Step.Splice splice) throws FailedException, InterruptedException {
        double before = done;
        if (!isSpliced(splice)) {
            done = before;
            notes.add(LocalWords.SPLICE_FAILED.with());
            ffmpeg(splice.otherwise());
        }
    }

    private boolean isSpliced(Step.Splice splice) throws FailedException, InterruptedException {
        String name = plan.sources().getFirst().name();
        try {
            for (Step.Run piece : splice.pieces()) {
                ffmpeg(piece);
            }
            Ran joined = ffmpeg(splice.join().command(), Optional.of(splice.join()));
            done += splice.join().share();
            Optional<String> wrong = new SpliceCheck(splice, plan.sources().getFirst(), scratch,
                    command -> ffmpeg(command, Optional.empty())).wrong(joined);
            wrong.ifPresent(why -> LOG.warn("{} is encoded whole: {}", name, why));
            return wrong.isEmpty();
        } catch (FailedException e) {
            if (e.failure() instanceof Failure.DiskFull) {
                throw e;
            }
            LOG.warn("{} is encoded whole: {}", name, e.failure());
            return false;
        }
    }

    private void ifLarger(Step.IfLarger larger) throws FailedException, InterruptedException {
        long size = size(0);
        if (size < larger.bytes()) {
            return;
        }
        String is = new Bytes(size).spoken();
        String was = new Bytes(larger.bytes()).spoken();
        if (larger.fail()) {
            throw new FailedException(new Failure.Larger(plan.sources().getFirst().name(), is, was));
        }
        ffmpeg(larger.copy());
        expect = larger.expect();
        notes.add(LocalWords.KEPT_SOURCE.with(is, was));
    }

    /** Reaches whichever run is going on; a wish that comes between two of them counts for the next. */
    private static final class Stopper implements TaskKind.Handle {

        private Running running;
        private boolean paused;
        private boolean cancelled;

        synchronized void watch(Running now) {
            running = now;
            if (cancelled) {
                now.cancel();
            } else if (paused) {
                now.pause();
            }
        }

        @Override
        public synchronized void pause() {
            paused = true;
            if (running != null) {
                running.pause();
            }
        }

        @Override
        public synchronized void resume() {
            paused = false;
            if (running != null) {
                running.resume();
            }
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            if (running != null) {
                running.cancel();
            }
        }
    }
}
