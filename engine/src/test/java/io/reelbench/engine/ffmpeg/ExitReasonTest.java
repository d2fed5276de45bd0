package io.reelbench.engine.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.reelbench.engine.problem.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told when a run fails: first with ffmpeg's own words, then with a real ffmpeg. */
class ExitReasonTest {

    @TempDir
    Path dir;

    @Test
    void theDiskIsFull() {
        assertThat(reason(228, "[out#0/mp4 @ 0x1] [error] Error writing trailer: No space left on device"))
                .isEqualTo(new Failure.DiskFull("Films"));
        assertThat(reason(228, "")).isEqualTo(new Failure.DiskFull("Films"));
        assertThat(reason(153, "")).isEqualTo(new Failure.DiskFull("Films"));
        assertThat(reason(1, "[aost#0:1/copy @ 0x1] [error] Error submitting a packet to the muxer: No space left on device"))
                .isEqualTo(new Failure.DiskFull("Films"));
    }

    @Test
    void permissionOfTheClipOrOfTheTarget() {
        assertThat(reason(243,
                "[in#0 @ 0x1] [error] Error opening input: Permission denied\n[fatal] Error opening input files: Permission denied"))
                .isEqualTo(new Failure.NoRead("a.mp4"));
        assertThat(reason(243, "[out#0/mp4 @ 0x1] [fatal] Error opening output file:/x/a.part: Permission denied"))
                .isEqualTo(new Failure.NoWrite("Films"));
        assertThat(reason(226, "[out#0/mp4 @ 0x1] [fatal] Error opening output file:/x/a.part: Read-only file system"))
                .isEqualTo(new Failure.NoWrite("Films"));
    }

    @Test
    void whatIsNotThere() {
        assertThat(reason(254, "[in#0 @ 0x1] [error] Error opening input: No such file or directory"))
                .isEqualTo(new Failure.Missing("a.mp4"));
        assertThat(reason(254, "[out#0/mp4 @ 0x1] [fatal] Error opening output file:/none/a.part: No such file or directory"))
                .isEqualTo(new Failure.NoFolder("Films"));
    }

    @Test
    void whatIsBroken() {
        assertThat(reason(183,
                "[in#0 @ 0x1] [error] moov atom not found\n[in#0 @ 0x1] [error] Error opening input: Invalid data found"))
                .isInstanceOf(Failure.Damaged.class);
        assertThat(reason(69,
                "[h264 @ 0x1] [error] Invalid NAL unit size (-1 > 551).\n[vist#0:0/h264 @ 0x1] [error] Error submitting packet to decoder: x"))
                .isEqualTo(new Failure.Damaged("a.mp4", "its content cannot be read (Invalid NAL unit size (-1 > 551).)"));
        assertThat(reason(251, "[in#0 @ 0x1] [error] Input/output error")).isInstanceOf(Failure.Unreadable.class);
    }

    @Test
    void memoryCrashesAndSignals() {
        assertThat(reason(69, "[out#0/mp4 @ 0x1] [error] pthread_create() failed: Resource temporarily unavailable"))
                .isEqualTo(new Failure.NoMemory("a.mp4"));
        assertThat(reason(245, "")).isEqualTo(new Failure.NoMemory("a.mp4"));
        assertThat(reason(139, "")).isEqualTo(new Failure.Crashed("a.mp4", "signal 11"));
        assertThat(reason(255, "[fatal] Exiting normally, received signal 15.")).isInstanceOf(Failure.Crashed.class);
    }

    @Test
    void aMistakeOfOursIsNotBlamedOnTheClip() {
        assertThat(reason(8, "[vost#0:0 @ 0x1] [fatal] Unknown encoder 'nope'\n[error] Error opening output file x."))
                .isEqualTo(new Failure.Internal("ffmpeg did not accept the command: Unknown encoder 'nope'"));
    }

    @Test
    void anUnknownCodec() {
        assertThat(reason(1, "[ist#0:0/none @ 0x1] [fatal] Decoding requested, but no decoder found for: agx1"))
                .isEqualTo(new Failure.Unsupported("a.mp4", "agx1"));
    }

    @Test
    void aStall() {
        Ran ran = new Ran(137, Progress.NONE, 0, 0, List.of(), "", false, true, times());

        assertThat(ExitReason.of(ran, "a.mp4", "Films")).isEqualTo(new Failure.Stalled("a.mp4", 60));
    }

    @Test
    void aRealDiskThatIsFull() throws Exception {
        Path limited = Path.of("/dev/full");
        assumeTrue(Files.exists(limited), "no /dev/full here");
        Ran ran = run("-y", "-f", "lavfi", "-i", "testsrc2=duration=1", "-c:v", "rawvideo", "-f", "avi", "file:/dev/full");

        assertThat(ExitReason.of(ran, "a.mp4", "Films")).isEqualTo(new Failure.DiskFull("Films"));
    }

    @Test
    void realMissingFoldersAndClips() throws Exception {
        Path clip = Clips.film(dir.resolve("clip.mp4"));

        assertThat(ExitReason.of(run("-i", "file:" + clip, "-f", "mp4", "file:" + dir + "/none/a.part"), "clip.mp4", "Films"))
                .isEqualTo(new Failure.NoFolder("Films"));
        assertThat(ExitReason.of(run("-i", "file:" + dir + "/output", "-f", "mp4", "file:" + dir + "/a.part"), "output", "Films"))
                .isEqualTo(new Failure.Missing("output"));
    }

    private Ran run(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-loglevel", "level+warning"));
        all.addAll(List.of(arguments));
        return Clips.runner().start(all, dir, progress -> {
        }).await();
    }

    private static Failure reason(int code, String complaints) {
        return ExitReason.of(new Ran(code, Progress.NONE, 0, 1, List.of(), complaints, false, false, times()), "a.mp4", "Films");
    }

    private static Ran.Times times() {
        return new Ran.Times(Instant.EPOCH, Instant.EPOCH, 0, 0);
    }
}
