package io.reelbench.engine.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulseStubTest {

    @TempDir
    Path dir;

    @Test
    void aStandInThatWasTamperedWithIsWrittenAnew() throws Exception {
        assumeTrue(PulseStub.fits(), "Linux only");
        PulseStub.writeInto(dir);
        byte[] ours = Files.readAllBytes(dir.resolve(PulseStub.NAME));
        Files.writeString(dir.resolve(PulseStub.NAME), "something else");
        PulseStub.writeInto(dir);
        assertThat(Files.readAllBytes(dir.resolve(PulseStub.NAME))).isEqualTo(ours);
    }

    @Test
    void theProgramsAreStartedBesideIt() {
        assumeTrue(PulseStub.fits(), "Linux only");
        String first = Clips.binaries().environment().get("LD_LIBRARY_PATH").split(File.pathSeparator)[0];
        assertThat(Path.of(first).resolve(PulseStub.NAME)).exists();
    }

    /** The stand-in comes first in the library path here, so it is loaded although this machine may have the real one. */
    @Test
    void ffmpegIsContentWithTheStandIn() throws Exception {
        assumeTrue(Bundle.platform().startsWith("linux"), "Linux only");
        PulseStub.writeInto(dir);
        assertThat(Files.size(dir.resolve(PulseStub.NAME))).isLessThan(600);
        Map<String, String> environment = new TreeMap<>(Clips.binaries().environment());
        environment.merge("LD_LIBRARY_PATH", dir.toString(), (libraries, stub) -> stub + File.pathSeparator + libraries);
        environment.put("LD_DEBUG", "libs");
        List<String> encode = List.of(Clips.binaries().ffmpeg().toString(), "-hide_banner", "-nostdin", "-loglevel", "error",
                "-f", "lavfi", "-i",
                "testsrc2=size=64x64:duration=0.2", "-c:v", "libx264", "-f", "null", "-");
        Captured said = Captured.of(Clips.launcher().start(encode, environment, Launcher.Manner.QUICK), Duration.ofSeconds(20));

        assertThat(said.exitCode()).as(said.err()).isZero();
        Captured loaded = Captured.of(
                Clips.launcher().start(List.of("/bin/sh", "-c", "\"$@\" 2>&1 | grep 'calling init.*pulse'", "sh",
                        Clips.binaries().ffprobe().toString(), "-version"), environment, Launcher.Manner.QUICK),
                Duration.ofSeconds(20));
        assertThat(loaded.out()).contains(dir.resolve(PulseStub.NAME).toString());
    }

    @Test
    void bothMachinesGetTheirOwn() {
        byte[] intel = PulseStub.bytes((short) 0x3E);
        byte[] arm = PulseStub.bytes((short) 0xB7);

        assertThat(intel).startsWith(0x7F, 'E', 'L', 'F').hasSameSizeAs(arm);
        assertThat(intel[18] & 0xFF).isEqualTo(0x3E);
        assertThat(arm[18] & 0xFF).isEqualTo(0xB7);
    }
}
