package io.reelbench.engine.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of ffmpeg: its process, the two threads that listen to it, and the watch over its getting on. */
final class FfmpegRun implements Running {

    private static final Logger LOG = LoggerFactory.getLogger(FfmpegRun.class);

    private final Child child;
    private final Consumer<Progress> listener;
    private final Tail tail = new Tail();
    private final StallWatch watch;
    private final ScheduledFuture<?> watching;
    private final Instant started = Instant.now();
    private final long startedNanos = System.nanoTime();
    private final CompletableFuture<Ran> ran;
    private volatile Progress last = Progress.NONE;
    private volatile Optional<Duration> cpu = Optional.empty();
    private volatile boolean cancelled;
    private volatile boolean stalled;

    FfmpegRun(Launcher launcher, List<String> command, Map<String, String> environment, FfmpegRunner.Patience patience,
            Path folder, Consumer<Progress> listener) throws IOException, InterruptedException {
        this.listener = listener;
        this.child = launcher.start(command, environment, Launcher.Manner.BACKGROUND, Optional.of(folder));
        this.watch = new StallWatch(patience, System.nanoTime());
        CompletableFuture<Ran.Times> times = child.exit().thenApply(code -> times());
        CompletableFuture<Void> complaints = tail.reading(child.err());
        CompletableFuture<Void> progress = new CompletableFuture<>();
        Thread.ofVirtual().name("progress-" + child.pid()).start(() -> listen(progress));
        long period = Math.clamp(patience.quiet().dividedBy(10).toMillis(), 50, 2000);
        this.watching = launcher.clock().scheduleWithFixedDelay(this::look, period, period, TimeUnit.MILLISECONDS);
        this.ran = CompletableFuture.allOf(times, complaints, progress).thenApply(all -> result(times.join()));
    }

    private void listen(CompletableFuture<Void> done) {
        try (InputStream in = child.out()) {
            ProgressReader.read(in, this::heard);
            done.complete(null);
        } catch (IOException | RuntimeException e) {
            // a listener that throws, or a pipe that breaks: the run cannot be followed any more
            child.kill();
            done.completeExceptionally(e);
        }
    }

    private void heard(Progress progress) {
        last = progress;
        cpu = child.cpu().or(() -> cpu); // once it has gone, nobody can ask any more
        watch.heard(progress, System.nanoTime());
        listener.accept(progress);
    }

    private void look() {
        if (!child.isAlive()) {
            watching.cancel(false);
        } else if (watch.isStalled(child.cpu().orElse(Duration.ZERO), System.nanoTime())) {
            LOG.warn("ffmpeg {} does not get on; it is ended", child.pid());
            stalled = true;
            child.kill();
        }
    }

    private Ran.Times times() {
        return new Ran.Times(started, Instant.now(), startedNanos, System.nanoTime());
    }

    private Ran result(Ran.Times seen) {
        watching.cancel(false);
        Ran.Times times = seen.using(cpu);
        return new Ran(child.exit().join(), last, tail.warnings(), tail.errors(), tail.firstErrors(), tail.text(), cancelled,
                stalled,
                times);
    }

    @Override
    public long pid() {
        return child.pid();
    }

    @Override
    public boolean pause() {
        watch.hold();
        return child.pause();
    }

    @Override
    public boolean resume() {
        watch.goOn(System.nanoTime());
        return child.resume();
    }

    @Override
    public void cancel() {
        cancelled = true;
        child.stop();
    }

    @Override
    public Ran await() throws InterruptedException {
        try {
            return ran.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("ffmpeg could not be listened to", e.getCause());
        }
    }
}
