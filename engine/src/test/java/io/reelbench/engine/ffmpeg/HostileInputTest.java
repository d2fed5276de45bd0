package io.reelbench.engine.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not what they say, made by accident or on purpose: each gets one sentence, and none opens anything else. */
@Timeout(30)
class HostileInputTest {

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"#EXTM3U\n#EXTINF:1,\nCANARY\n", "ffconcat version 1.0\nfile CANARY\n", "\uFEFF#EXTM3U\nCANARY\n",
            "<?xml version='1.0'?>\n<MPD><Period><BaseURL>CANARY</BaseURL></Period></MPD>", "[playlist]\nFile1=CANARY\n",
            "<ASX version='3'><Entry><Ref href='CANARY'/></Entry></ASX>", "\n\n  #EXTM3U\nCANARY"})
    void listsOfOtherFiles(String content) throws Exception {
        Path canary = Clips.film(dir.resolve("canary.mp4"));
        for (String name : new String[]{"list.mp4", "list.avi", "list.mkv", "list.m3u8"}) {
            Path file = Files.writeString(dir.resolve(name), content.replace("CANARY", canary.toString()));
            assertThat(failure(file)).isEqualTo(new Failure.Refused(name));
        }
    }

    @Test
    void aListThatFfprobeRecognisesLaterThanWe() throws Exception {
        Path canary = Clips.film(dir.resolve("canary.mp4"));
        Path file = Files.writeString(dir.resolve("list.mp4"), "# a comment first\nffconcat version 1.0\nfile " + canary + "\n");

        assertThat(failure(file)).isInstanceOfAny(Failure.Refused.class, Failure.NotMedia.class);
    }

    @Test
    void whatIsNoFile() throws Exception {
        assertThat(failure(dir)).isEqualTo(new Failure.NotMedia(dir.getFileName().toString(), "it is a folder"));
        assertThat(failure(dir.resolve("gone.mp4"))).isEqualTo(new Failure.Missing("gone.mp4"));
        assertThat(failure(Files.createFile(dir.resolve("nothing.mp4")))).isEqualTo(new Failure.EmptyFile("nothing.mp4"));
    }

    @Test
    void aPipeThatNobodyWritesInto() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no pipes here");
        Path pipe = dir.resolve("pipe.mp4");
        new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor();

        assertThat(failure(pipe)).isEqualTo(new Failure.NotMedia("pipe.mp4", "it is a device or a pipe, not a file"));
        assertThat(failure(Files.createSymbolicLink(dir.resolve("link.mp4"), pipe))).isInstanceOf(Failure.NotMedia.class);
    }

    @Test
    void aLinkToAClipIsAClip() throws Exception {
        Path link = Files.createSymbolicLink(dir.resolve("link.mp4"), Clips.film(dir.resolve("a.mp4")));

        assertThat(Clips.probe(link).path()).isEqualTo(link);
    }

    @Test
    void textAndNoise() throws Exception {
        assertThat(failure(Files.writeString(dir.resolve("text.mp4"), "Dear diary, today nothing happened.\n".repeat(50))))
                .isInstanceOf(Failure.NotMedia.class);
        byte[] noise = new byte[50_000];
        new java.util.Random(7).nextBytes(noise);
        assertThat(failure(Files.write(dir.resolve("noise.mp4"), noise))).isInstanceOfAny(Failure.NotMedia.class,
                Failure.Damaged.class);
    }

    @Test
    void aRecordingThatWasNotFinished() throws Exception {
        assertThat(failure(Clips.withoutMoov(dir.resolve("crash.mp4")))).isEqualTo(new Failure.Damaged("crash.mp4",
                "it was not finished: its index (moov) is missing, as after a crash or an interrupted copy"));
    }

    @Test
    void aPictureThatNobodyCanHold() throws Exception {
        assertThat(failure(Files.write(dir.resolve("big.png"), pngHeader(30000, 30000))))
                .isEqualTo(new Failure.TooLarge("big.png", "30000×30000 pixels", "16384×16384 pixels"));
        assertThat(failure(Files.write(dir.resolve("wide.png"), pngHeader(20000, 16)))).isInstanceOf(Failure.TooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's a \"test\".mp4", "-i.mp4", "🎬 café.mp4", "line\nbreak.mp4", "%03d.mp4", "100%d %s.mp4",
            " spaces  .mp4", "$(touch x).mp4",
            "a;b|c&d.mp4", "[in]#1,x=y.mp4", "file:odd.mp4", "\u202Egpj.mp4"})
    void namesThatMeanSomethingToOthers(String name) throws Exception {
        Path file = Files.move(Clips.film(dir.resolve("a.mp4")), dir.resolve(name));
        Media media = Clips.probe(file);

        assertThat(media.name()).isEqualTo(name);
        assertThat(Clips.prober().with(Clips.prober().with(media, new Fact.Frames()), new Fact.Landing(1_500_000)).frameTimes())
                .hasSize(50);
        try (var all = Files.list(dir)) {
            assertThat(all).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shot%03d.png", "shot%d.jpg", "%05d.gif", "glob*?[a].png"})
    void aPictureWhoseNameLooksLikeASequence(String name) throws Exception {
        Clips.png(dir.resolve("shot000.png"), "16x16");
        Clips.jpeg(dir.resolve("shot0.jpg"), "16x16");
        Path plain = name.endsWith("gif")
                ? Clips.make(dir.resolve("p.gif"),
                        List.of("-f", "lavfi", "-i", "color=size=48x32:duration=0.04", "-frames:v", "1"))
                : name.endsWith("png") ? Clips.png(dir.resolve("p.png"), "48x32") : Clips.jpeg(dir.resolve("p.jpg"), "48x32");
        Media media = Clips.probe(Files.move(plain, dir.resolve(name)));

        assertThat(media.still()).isTrue();
        assertThat(media.video().orElseThrow().coded()).hasToString("48×32");
    }

    /** Root may read everything, so that power is taken away from the program that looks, with a file beside it that it may read. */
    @Test
    void noPermission() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "cannot give up root's powers here");
        Files.copy(Clips.film(dir.resolve("closed.mp4")), dir.resolve("open.mp4"));
        Files.setPosixFilePermissions(dir.resolve("closed.mp4"), java.util.Set.of());
        List<String> command = new ArrayList<>(System.getProperty("user.name").equals("root")
                ? List.of("/usr/bin/setpriv", "--bounding-set=-dac_override,-dac_read_search")
                : List.of());
        command.addAll(
                List.of(ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-cp",
                        System.getProperty("java.class.path"), CorpusProbe.class.getName(), dir.toString()));
        Process program = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();

        assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList()).hasSize(2)
                .anyMatch(l -> l.startsWith("closed.mp4") && l.contains("NoRead: closed.mp4 may not be read by you."))
                .anyMatch(l -> l.startsWith("open.mp4") && l.contains("h264 320×180"));
    }

    @Test
    void mutatedClipsNeverHangAndAlwaysGetAnAnswer() throws Exception {
        java.util.Random random = new java.util.Random(42);
        for (String name : new String[]{"a.mp4", "a.mkv", "a.ts", "a.avi"}) {
            Path whole = Clips.film(dir.resolve(name), Clips.Look.USUAL.lasting(1).silentOptions());
            for (int i = 0; i < 6; i++) {
                byte[] bytes = Files.readAllBytes(whole);
                for (int k = 0; k < 40; k++) {
                    bytes[random.nextInt(i % 2 == 0 ? bytes.length : Math.min(2000, bytes.length))] = (byte) random.nextInt();
                }
                Path file = Files.write(dir.resolve(i + name), bytes);
                try {
                    assertThat(Clips.probe(file).tracks()).isNotEmpty();
                } catch (FailedException e) {
                    assertThat(e.failure().headline().toString()).contains(file.getFileName().toString());
                }
            }
        }
    }

    @Test
    void anInterruptionEndsTheProbe() throws Exception {
        Path file = Clips.film(dir.resolve("a.mp4"));
        Thread.currentThread().interrupt();

        assertThat(catchThrowableOfType(InterruptedException.class, () -> Clips.probe(file))).isNotNull();
        assertThat(Thread.interrupted()).isFalse();
    }

    static Failure failure(Path file) {
        FailedException thrown = catchThrowableOfType(FailedException.class, () -> Clips.probe(file));
        assertThat(thrown).as("a failure of %s", file).isNotNull();
        return thrown.failure();
    }

    private static byte[] pngHeader(int width, int height) {
        ByteBuffer png = ByteBuffer.allocate(8 + 25 + 12 + 20 + 12);
        png.put(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[]{8, 6, 0, 0, 0}).array());
        chunk(png, "IDAT", new byte[20]);
        chunk(png, "IEND", new byte[0]);
        return png.array();
    }

    private static void chunk(ByteBuffer png, String type, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(type.getBytes());
        crc.update(content);
        png.putInt(content.length).put(type.getBytes()).put(content).putInt((int) crc.getValue());
    }
}
