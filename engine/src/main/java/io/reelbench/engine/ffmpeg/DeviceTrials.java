package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.plan.Capabilities;
import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which encoders really work on this machine's devices: ffmpeg lists many, and most need a card or a driver that is not there. Each is
 * tried with one small frame when somebody first wants a device, and the answer is kept for a day, unless devices or drivers change.
 */
public final class DeviceTrials {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceTrials.class);
    private static final Duration FRESH = Duration.ofDays(1);
    private static final int AT_ONCE = 3;

    /** Of a trial: a device that takes longer to begin is of no use. */
    public static final FfmpegRunner.Patience PATIENCE = new FfmpegRunner.Patience(Duration.ofSeconds(15), Duration.ofSeconds(5),
            Duration.ofSeconds(30));

    /**
     * What came of it.
     *
     * @param unfit why those that do not work do not; all others work
     */
    record Outcome(Instant when, Map<String, Text> unfit) {
    }

    private record Known(String key, Outcome outcome) {
    }

    private final String programs;
    private final CapabilityReader.Said said;
    private final Runner runner;
    private final Path cache;
    private final DeviceFacts facts;
    private final InstantSource clock;
    private Optional<Known> known = Optional.empty();
    private final ReentrantLock once = new ReentrantLock();

    /**
     * @param programs changes when ffmpeg does
     * @param said   what ffmpeg says of itself
     * @param runner with little patience: see {@link #PATIENCE}
     * @param cache  a folder for the answer, which is there
     */
    public DeviceTrials(String programs, CapabilityReader.Said said, Runner runner, Path cache, DeviceFacts facts,
            InstantSource clock) {
        this.programs = programs;
        this.said = said;
        this.runner = runner;
        this.cache = cache;
        this.facts = facts;
        this.clock = clock;
    }

    /** All that ffmpeg can do, with the devices that work. Tries them if that was not done lately; callers wait for each other. */
    public Capabilities tried() throws InterruptedException {
        once.lockInterruptibly();
        try {
            Outcome outcome = outcome();
            Map<String, Capabilities.Encoder> work = said.devices().stream().filter(e -> !outcome.unfit.containsKey(e.name()))
                    .collect(Collectors.toMap(Capabilities.Encoder::name, e -> e));
            return said.can().with(work, outcome.unfit);
        } finally {
            once.unlock();
        }
    }

    private Outcome outcome() throws InterruptedException {
        String key = programs + "\n" + facts.fingerprint();
        if (known.filter(k -> k.key.equals(key) && isFresh(k.outcome)).isEmpty()) {
            known = Optional.of(new Known(key, lately(
                    new KeptAnswer<>(cache, "devices", key, (json, written) -> json.treeToValue(written, Outcome.class)))));
        }
        return known.get().outcome;
    }

    private Outcome lately(KeptAnswer<Outcome> kept) throws InterruptedException {
        try {
            Optional<Outcome> before = kept.read().filter(this::isFresh);
            if (before.isPresent()) {
                return before.get();
            }
        } catch (IOException unreadable) {
            LOG.warn("What the devices can do is tried again", unreadable);
        }
        Outcome now = new Outcome(clock.instant(), unfit());
        try {
            kept.write(now);
        } catch (IOException unkept) {
            LOG.warn("What the devices can do could not be kept", unkept);
        }
        return now;
    }

    private boolean isFresh(Outcome outcome) {
        Duration age = Duration.between(outcome.when, clock.instant());
        return !age.isNegative() && age.compareTo(FRESH) < 0;
    }

    private Map<String, Text> unfit() throws InterruptedException {
        Map<String, Text> unfit = new TreeMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory())) {
            List<Callable<Optional<Text>>> trials = new ArrayList<>();
            said.devices().forEach(encoder -> trials.add(() -> unfit(encoder.name())));
            List<Future<Optional<Text>>> outcomes = threads.invokeAll(trials);
            for (int i = 0; i < outcomes.size(); i++) {
                String name = said.devices().get(i).name();
                outcomes.get(i).get().ifPresent(reason -> unfit.put(name, reason));
            }
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        }
        return unfit;
    }

    /** Why it does not work; empty when it does. */
    private Optional<Text> unfit(String encoder) throws InterruptedException {
        boolean uploads = encoder.endsWith("_vaapi") || encoder.endsWith("_vulkan");
        Optional<Path> device = facts.renderDevice();
        if (uploads && device.isEmpty()) {
            return Optional.of(FfmpegWords.NO_GRAPHICS.with());
        }
        Running running;
        try {
            running = runner.start(trial(encoder, device), cache, _ -> {
            });
        } catch (IOException notStarted) {
            return Optional.of(Text.verbatim(String.valueOf(notStarted.getMessage())));
        }
        try {
            Ran ran = running.await();
            return ran.ended() ? Optional.empty() : Optional.of(DeviceReason.of(ran));
        } catch (InterruptedException notWanted) {
            running.cancel();
            throw notWanted;
        }
    }

    private static List<String> trial(String encoder, Optional<Path> device) {
        List<String> trial = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-loglevel", "level+error"));
        boolean uploads = true;
        if (encoder.endsWith("_vaapi")) {
            trial.addAll(List.of("-vaapi_device", device.map(Path::toString).orElse("")));
        } else if (encoder.endsWith("_vulkan")) {
            trial.addAll(List.of("-init_hw_device", "vulkan=gpu", "-filter_hw_device", "gpu"));
        } else {
            uploads = false;
        }
        trial.addAll(List.of("-f", "lavfi", "-i", "color=black:size=256x256:rate=25", "-frames:v", "1"));
        if (uploads) {
            trial.addAll(List.of("-vf", "format=nv12,hwupload"));
        }
        trial.addAll(List.of("-c:v", encoder, "-f", "null", "-"));
        return trial;
    }
}
