package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.plan.Capabilities;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
import java.util.stream.Stream;

/**
 * Asks ffmpeg what it can do, about a hundred short questions, and keeps the answer in a file: the first start takes a second, later ones
 * nothing. The file's name holds the programs' hash, so other programs are asked anew. Devices are another matter: {@link DeviceTrials}.
 */
public final class CapabilityReader {

    /** Changes when other things are asked. */
    private static final String FORM = "2 ";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int AT_ONCE = 3;

    private final Binaries binaries;
    private final Launcher launcher;
    private final Path cache;

    /** @param cache a folder for the answer; made if it is not there */
    public CapabilityReader(Binaries binaries, Launcher launcher, Path cache) {
        this.binaries = binaries;
        this.launcher = launcher;
        this.cache = cache;
    }

    /**
     * What ffmpeg says of itself.
     *
     * @param can     without encoders that need a device
     * @param devices encoders that need one, whether it is there or not
     */
    public record Said(Capabilities can, List<Capabilities.Encoder> devices) {
    }

    /** @throws FailedException when ffmpeg does not answer, or the cache cannot be written */
    public Said read() throws FailedException, InterruptedException {
        KeptAnswer<Said> kept = new KeptAnswer<>(cache, "capabilities", FORM + binaries.id(),
                (_, written) -> KeptCapabilities.read(written));
        try {
            Optional<Said> known = kept.read();
            return known.isPresent() ? known.get() : kept.write(ask());
        } catch (IOException e) {
            throw new FailedException(new Failure.Internal("ffmpeg cannot be asked what it can do: " + e.getMessage()), e);
        }
    }

    private Said ask() throws IOException, InterruptedException {
        List<CapabilityLists.Listed> listed = CapabilityLists.encoders(answer("-encoders"));
        Map<String, Capabilities.Encoder> encoders = encoders(listed);
        List<Capabilities.Encoder> devices = encoders.values().stream().filter(Capabilities.Encoder::hardware).toList();
        devices.forEach(encoder -> encoders.remove(encoder.name()));
        return new Said(new Capabilities(binaries.version(), encoders, CapabilityLists.decodable(answer("-codecs")),
                CapabilityLists.filters(answer("-filters")), CapabilityLists.formats(answer("-muxers")),
                CapabilityLists.formats(answer("-demuxers"))), devices);
    }

    private Map<String, Capabilities.Encoder> encoders(List<CapabilityLists.Listed> listed)
            throws IOException, InterruptedException {
        Map<String, Capabilities.Encoder> encoders = new TreeMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory())) {
            List<Callable<Capabilities.Encoder>> questions = new ArrayList<>();
            listed.forEach(encoder -> questions.add(() -> encoder(encoder)));
            for (Future<Capabilities.Encoder> answer : threads.invokeAll(questions)) {
                encoders.put(answer.get().name(), answer.get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
        return encoders;
    }

    /** An encoder that nobody delivers in is not asked for its details. */
    private Capabilities.Encoder encoder(CapabilityLists.Listed listed) throws IOException, InterruptedException {
        return listed.isOfUse()
                ? CapabilityLists.encoder(listed.name(), answer("-h", "encoder=" + listed.name()))
                : new Capabilities.Encoder(listed.name(), List.of(), List.of(), List.of(), List.of(), false);
    }

    private String answer(String... question) throws IOException, InterruptedException {
        Captured said = run(Stream.concat(Stream.of("-hide_banner", "-loglevel", "error"), Stream.of(question)).toList());
        if (said.exitCode() != 0) {
            throw new IOException(String.join(" ", question) + ": " + said.err());
        }
        return said.out();
    }

    private Captured run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(binaries.ffmpeg().toString()));
        command.addAll(arguments);
        return Captured.of(launcher.start(command, binaries.environment(), Launcher.Manner.QUICK), PATIENCE);
    }
}
