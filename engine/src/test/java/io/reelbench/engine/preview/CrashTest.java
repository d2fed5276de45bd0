package io.reelbench.engine.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.ffmpeg.Clips;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when the decoder dies, hangs, or is left alone. */
class CrashTest {

    private static final Size SMALL = new Size(160, 160);
    private static final long FAR = 19_000_000;

    @TempDir
    static Path folder;

    private static Media film;
    private DecodedPreviews previews;

    @BeforeEach
    void open() throws Exception {
        if (film == null) {
            // one keyframe, so that its end takes seconds
            film = Clips
                    .probe(Clips.make(folder.resolve("long.mp4"), List.of("-f", "lavfi", "-i", "testsrc2=s=1280x720:r=50:d=20",
                            "-c:v", "libx264", "-preset", "ultrafast", "-g", "1000")));
        }
        previews = previews(Desk.SILENCE);
    }

    private static DecodedPreviews previews(Duration silence) {
        Path cache = folder.resolve("cache").resolve("previews");
        return new DecodedPreviews(new DecoderProcess(Clips.launcher(), cache, 192L << 20), silence,
                new Kept(cache.resolve("kept"), 1 << 20), new Inscriptions(cache.resolve("cues")));
    }

    @AfterEach
    void close() {
        previews.close();
    }

    private long running() {
        return Awaitility.await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(20))
                .until(previews::decoderPid, Optional::isPresent).get();
    }

    private long after(long old) {
        return Awaitility.await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(20))
                .until(previews::decoderPid, pid -> pid.isPresent() && pid.get() != old).get();
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static boolean works(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (java.io.IOException gone) {
            return false;
        }
    }

    @Test
    void aDeadDecoderIsReplacedAndTheRequestRepeated() throws Exception {
        previews.frame(film, new Where.At(0), SMALL).get(30, TimeUnit.SECONDS);
        long first = running();
        CompletableFuture<Frame> far = previews.frame(film, new Where.At(FAR), SMALL);
        assertThat(far).isNotDone();
        kill(first);
        assertThat(far.get(60, TimeUnit.SECONDS).atUs()).isEqualTo(FAR);
        assertThat(running()).isNotEqualTo(first);
        assertThat(works(first)).isFalse();
    }

    @Test
    void aSecondDeathByTheSameRequestFailsThatOneOnly() throws Exception {
        previews.frame(film, new Where.At(0), SMALL).get(30, TimeUnit.SECONDS);
        long first = running();
        CompletableFuture<Frame> deadly = previews.frame(film, new Where.At(FAR), SMALL);
        CompletableFuture<Frame> next = previews.frame(film, new Where.At(0), SMALL);
        CompletableFuture<Picture> other = previews.thumbnail(film, SMALL);
        kill(first);
        long second = after(first);
        // nothing else runs beside a suspect
        Awaitility.await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        kill(second);
        assertThatThrownBy(() -> deadly.get(60, TimeUnit.SECONDS)).cause().isInstanceOfSatisfying(FailedException.class,
                failed -> assertThat(failed.failure()).isEqualTo(new Failure.PreviewCrashed("long.mp4")));
        assertThat(next.get(60, TimeUnit.SECONDS).atUs()).isZero();
        assertThat(other.get(60, TimeUnit.SECONDS).size()).isEqualTo(new Size(160, 90));
    }

    @Test
    void aDecoderThatHangsIsEnded() throws Exception {
        try (DecodedPreviews hasty = previews(Duration.ofMillis(1500))) {
            hasty.frame(film, new Where.At(0), SMALL).get(30, TimeUnit.SECONDS);
            long pid = hasty.decoderPid().orElseThrow();
            assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor()).isZero();
            assertThat(hasty.frame(film, new Where.At(400_000), SMALL).get(60, TimeUnit.SECONDS).atUs()).isEqualTo(400_000);
            assertThat(works(pid)).isFalse();
        }
    }

    @Test
    void closingEndsTheDecoderAndWhatWaits() throws Exception {
        previews.frame(film, new Where.At(0), SMALL).get(30, TimeUnit.SECONDS);
        long pid = running();
        CompletableFuture<Frame> far = previews.frame(film, new Where.At(FAR), SMALL);
        previews.close();
        assertThat(far).isCancelled();
        Awaitility.await().until(() -> !works(pid));
        try (var left = Files.list(folder.resolve("cache").resolve("previews"))) {
            assertThat(left.map(p -> p.getFileName().toString())).noneMatch(n -> n.startsWith("sheet"));
        }
    }

    @Test
    void noDecoderOutlivesAProgramThatIsKilled() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process parent = new ProcessBuilder(java, "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(), folder.resolve("victim").toString(), film.path().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var said = parent.inputReader()) {
            long pid = Long.parseLong(said.readLine());
            assertThat(works(pid)).isTrue();
            parent.destroyForcibly().waitFor();
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !works(pid));
        } finally {
            parent.destroyForcibly();
        }
    }

    /** The program that is killed, while its decoder is in the midst of something. */
    public static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            Media clip = Clips.probe(Path.of(arguments[1]));
            DecodedPreviews previews = new DecodedPreviews(Clips.launcher(), Path.of(arguments[0]), 1L << 30, 192L << 20);
            previews.frame(clip, new Where.At(0), SMALL).get();
            CompletableFuture<Frame> far = previews.frame(clip, new Where.At(FAR), SMALL);
            System.out.println(previews.decoderPid().orElseThrow());
            far.get();
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
