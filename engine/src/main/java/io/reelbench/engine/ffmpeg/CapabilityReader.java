package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.plan.Capabilities;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks ffmpeg what it can do, about a hundred short questions, and keeps the answer in a file: the first start takes a second, later ones
 * nothing. The file's name holds the programs' hash and the machine's graphics devices, so either changing asks anew.
 */
public final class CapabilityReader {

    private static final Logger LOG = LoggerFactory.getLogger(CapabilityReader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int AT_ONCE = 3;

    private final Binaries binaries;
    private final Launcher launcher;
    private final Path cache;
    private final JsonMapper json = JsonMapper.shared();

    /** @param cache a folder for the answer; made if it is not there */
    public CapabilityReader(Binaries binaries, Launcher launcher, Path cache) {
        this.binaries = binaries;
        this.launcher = launcher;
        this.cache = cache;
    }

    /** @throws FailedException when ffmpeg does not answer, or the cache cannot be written */
    public Capabilities read() throws FailedException, InterruptedException {
        Path file = cache.resolve("capabilities-" + key() + ".json");
        try {
            Optional<Capabilities> known = remembered(file);
            return known.isPresent() ? known.get() : remember(file, ask());
        } catch (IOException e) {
            throw new FailedException(new Failure.Internal("ffmpeg cannot be asked what it can do: " + e.getMessage()), e);
        }
    }

    private String key() {
        Stream<String> devices = Stream.of("/dev/dri", "/dev").map(File::new).map(File::list).filter(java.util.Objects::nonNull)
                .flatMap(Arrays::stream).filter(n -> n.startsWith("render") || n.startsWith("nvidia")).sorted();
        return Hash.of(binaries.id() + String.join(",", devices.toList())).substring(0, 16);
    }

    private Optional<Capabilities> remembered(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(Files.readAllBytes(file), Capabilities.class));
        } catch (JacksonException damaged) {
            LOG.warn("what ffmpeg can do is asked anew: {} is damaged", file, damaged);
            return Optional.empty();
        }
    }

    private Capabilities remember(Path file, Capabilities asked) throws IOException {
        Files.createDirectories(cache);
        Path fresh = Files.createTempFile(cache, "capabilities", ".fresh");
        Files.write(fresh, json.writeValueAsBytes(asked));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return asked;
    }

    private Capabilities ask() throws IOException, InterruptedException {
        List<CapabilityLists.Listed> listed = CapabilityLists.encoders(answer("-encoders"));
        return new Capabilities(binaries.version(), encoders(listed), CapabilityLists.decodable(answer("-codecs")),
                CapabilityLists.filters(answer("-filters")), CapabilityLists.formats(answer("-muxers")),
                CapabilityLists.formats(answer("-demuxers")));
    }

    private Map<String, Capabilities.Encoder> encoders(List<CapabilityLists.Listed> listed)
            throws IOException, InterruptedException {
        Map<String, Capabilities.Encoder> encoders = new TreeMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory())) {
            List<Callable<Optional<Capabilities.Encoder>>> questions = new ArrayList<>();
            listed.forEach(encoder -> questions.add(() -> encoder(encoder)));
            for (Future<Optional<Capabilities.Encoder>> answer : threads.invokeAll(questions)) {
                answer.get().ifPresent(e -> encoders.put(e.name(), e));
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
        return encoders;
    }

    /** An encoder that nobody delivers in is not asked for its details; one that wants a device counts only if it works here. */
    private Optional<Capabilities.Encoder> encoder(CapabilityLists.Listed listed) throws IOException, InterruptedException {
        if (!listed.isOfUse()) {
            return Optional.of(new Capabilities.Encoder(listed.name(), List.of(), List.of(), List.of(), List.of(), false));
        }
        Capabilities.Encoder encoder = CapabilityLists.encoder(listed.name(), answer("-h", "encoder=" + listed.name()));
        return !encoder.hardware() || works(listed.name()) ? Optional.of(encoder) : Optional.empty();
    }

    private boolean works(String encoder) throws IOException, InterruptedException {
        Optional<Path> device = renderDevice();
        boolean uploads = encoder.endsWith("_vaapi") || encoder.endsWith("_vulkan");
        if (uploads && device.isEmpty()) {
            return false;
        }
        List<String> trial = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-loglevel", "error"));
        if (encoder.endsWith("_vaapi")) {
            trial.addAll(List.of("-vaapi_device", device.get().toString()));
        } else if (encoder.endsWith("_vulkan")) {
            trial.addAll(List.of("-init_hw_device", "vulkan=gpu", "-filter_hw_device", "gpu"));
        }
        trial.addAll(List.of("-f", "lavfi", "-i", "color=black:size=256x256:rate=25", "-frames:v", "3"));
        if (uploads) {
            trial.addAll(List.of("-vf", "format=nv12,hwupload"));
        }
        trial.addAll(List.of("-c:v", encoder, "-f", "null", "-"));
        return run(trial).exitCode() == 0;
    }

    private static Optional<Path> renderDevice() throws IOException {
        Path folder = Path.of("/dev/dri");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(p -> p.getFileName().toString().startsWith("renderD")).sorted().findFirst();
        }
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
