package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ffmpeg programs that this product brings along, unpacked and known to start.
 *
 * @param ffmpeg      the program
 * @param ffprobe     the program
 * @param environment what both must be started with
 * @param id          version and content in one word; changes when the programs do
 * @param version     ffmpeg's own version line, for people
 */
public record Binaries(Path ffmpeg, Path ffprobe, Map<String, String> environment, String id, String version) {

    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public Binaries {
        environment = Map.copyOf(environment);
    }

    /**
     * Unpacks the programs into a folder that belongs to this user alone, if they are not there yet, checks them and starts one.
     *
     * @param folder   a private folder; the programs get a sub-folder named after their version and content
     * @param launcher starts the check
     * @throws FailedException when there is no ffmpeg for this platform, it cannot be written, or it does not start
     */
    public static Binaries in(Path folder, Launcher launcher) throws FailedException, InterruptedException {
        try (Bundle bundle = Bundle.open()) {
            Path home = new Unpacker(folder.toAbsolutePath(), bundle).unpacked();
            return starting(home, bundle.id(), launcher);
        } catch (AccessDeniedException | NoSuchFileException e) {
            throw new FailedException(new Failure.NoFolder(folder.toString()), e);
        } catch (IOException e) {
            throw new FailedException(new Failure.Internal("ffmpeg cannot be unpacked: " + e.getMessage()), e);
        }
    }

    /**
     * Programs that a person has chosen, if they start and say that they are what is needed.
     *
     * @param ffmpeg the program; its ffprobe lies beside it
     */
    public static OwnPrograms.Looked chosen(Path ffmpeg, Launcher launcher) throws InterruptedException {
        return new OwnPrograms(launcher).look(ffmpeg.toAbsolutePath().normalize());
    }

    private static Binaries starting(Path home, String id, Launcher launcher)
            throws IOException, FailedException, InterruptedException {
        if (PulseStub.fits()) {
            Path stub = home.resolve(Manifest.STUB);
            PulseStub.writeInto(stub);
            Binaries stubbed = at(home, id, List.of(stub, home));
            Captured answer = stubbed.askVersion(launcher);
            if (answer.exitCode() == 0) {
                return stubbed.with(answer);
            }
            LOG.warn("ffmpeg does not start beside the stand-in: {}", answer.err().strip());
        }
        Binaries plain = at(home, id, List.of(home));
        Captured answer = plain.askVersion(launcher);
        if (answer.exitCode() != 0) {
            throw doesNotStart(answer);
        }
        return plain.with(answer);
    }

    private static Binaries at(Path home, String id, List<Path> libraries) {
        return new Binaries(home.resolve(Bundle.executable("ffmpeg")), home.resolve(Bundle.executable("ffprobe")),
                ChildEnvironment.from(System.getenv(), libraries), id, "");
    }

    private Captured askVersion(Launcher launcher) throws IOException, InterruptedException {
        return Captured.of(launcher.start(List.of(ffprobe.toString(), "-version"), environment, Launcher.Manner.QUICK), PATIENCE);
    }

    private Binaries with(Captured answer) {
        return new Binaries(ffmpeg, ffprobe, environment, id, answer.out().lines().findFirst().orElse("ffmpeg"));
    }

    private static FailedException doesNotStart(Captured answer) {
        return new FailedException(new Failure.Internal("ffmpeg does not start: " + answer.err().strip()));
    }
}
