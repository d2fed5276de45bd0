package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.output.IfExists;
import io.reelbench.engine.output.Names;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Many pictures out of real clips: how many, which frames, under which names, and what happens to a folder that is there already. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FramesOutTest {

    @TempDir
    static Path folder;

    private Studio studio;
    private Path counted;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        counted = studio.counted("counted.mp4", 4, 25);
    }

    @AfterAll
    void close() {
        studio.close();
    }

    /** The number of the frame that each picture of a folder shows, by name. */
    private List<Integer> shown(Path pictures) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        for (String name : Studio.names(pictures)) {
            int grey = studio.pixel(pictures.resolve(name), 80, 44)[1];
            numbers.add(Math.round((grey * 219f / 255 + 16 - 20) / 4));
        }
        return numbers;
    }

    private Path made(Path of, String step) throws Exception {
        return Studio.output(studio.run(of, step));
    }

    @Test
    void anIntervalGivesTheFramesOnScreenFromTheFirstOn() throws Exception {
        Path out = Studio
                .output(studio.run(counted, new OutputWish().into(folder.resolve("own")), "{'op':'frames','format':'png'}"));
        assertThat(out.getFileName()).hasToString("counted-frames");
        assertThat(Studio.names(out)).containsExactly("counted-00001.png", "counted-00002.png", "counted-00003.png",
                "counted-00004.png");
        assertThat(shown(out)).containsExactly(0, 25, 0, 25);
        assertThat(shown(made(counted, "{'op':'frames','interval':'0.5','start':'1','duration':1,'format':'png'}")))
                .containsExactly(25, 37);
        assertThat(shown(made(counted, "{'op':'frames','fps':'2.5','format':'png','end':2}"))).containsExactly(0, 10, 20, 30, 40);
    }

    @Test
    void containersThatRoundTimesGiveTheSameFrames() throws Exception {
        Path fast = studio.clip("fast.mp4", "-f", "lavfi", "-i",
                "color=black:s=160x90:r=60:d=2,format=yuv420p,geq=lum='20+4*mod(N,50)':cb=128:cr=128", "-c:v", "libx264", "-crf",
                "8");
        Path rounded = Studio.output(studio.run(fast, "{'op':'transcode','container':'mkv'}"));
        List<Integer> even = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            even.add(2 * i % 50);
        }
        assertThat(shown(made(fast, "{'op':'frames','fps':30,'format':'png'}"))).isEqualTo(even);
        assertThat(shown(made(rounded, "{'op':'frames','fps':30,'format':'png'}"))).isEqualTo(even);
    }

    @Test
    void countTimesScenesAndAllAreExact() throws Exception {
        assertThat(shown(made(counted, "{'op':'frames','count':4,'format':'png'}"))).containsExactly(12, 37, 12, 37);
        assertThat(shown(made(counted, "{'op':'frames','at':'0:01.5,0.1,30f','format':'png'}"))).containsExactly(2, 30, 37);
        assertThat(shown(made(counted, "{'op':'frames','at':'0:01.5,1.99','start':1,'format':'png'}"))).containsExactly(37, 49);
        assertThat(Studio.names(made(counted, "{'op':'frames','every-frame':true,'end':1}"))).hasSize(25);
        Path scenes = studio.clip("scenes.mp4", "-f", "lavfi", "-i", "color=red:s=160x90:r=25:d=1", "-f", "lavfi", "-i",
                "color=blue:s=160x90:r=25:d=1", "-filter_complex", "[0][1]concat", "-c:v", "libx264", "-crf", "5");
        assertThat(Studio.names(made(scenes, "{'op':'frames','scenes':10}"))).hasSize(2);
    }

    @Test
    void farApartIsTheSameAsReadInOne() throws Exception {
        Path lengthy = studio.clip("lengthy.mp4", "-f", "lavfi", "-i",
                "color=black:s=160x90:r=5:d=60,format=yuv420p,geq=lum='20+4*mod(N,50)':cb=128:cr=128", "-c:v", "libx264", "-crf",
                "10", "-g", "35");
        assertThat(shown(made(lengthy, "{'op':'frames','interval':12.5,'format':'png'}"))).containsExactly(0, 12, 25, 37, 0);
    }

    @Test
    void aVariableRateIsTakenByTheFramesThemselves() throws Exception {
        Path uneven = studio.clip("uneven.mp4", "-f", "lavfi", "-i",
                "color=black:s=160x90:r=25:d=4,format=yuv420p,geq=lum='20+4*mod(N,50)':cb=128:cr=128,select='not(mod(n\\,3)*lt(t\\,2))'",
                "-fps_mode", "vfr", "-enc_time_base", "1/1000", "-c:v", "libx264", "-crf", "8");
        // frames 0, 3, 6 … are there in the first two seconds
        assertThat(shown(made(uneven, "{'op':'frames','at':'0.5,1,3','format':'png'}"))).containsExactly(12, 24, 25);
        assertThat(shown(made(uneven, "{'op':'frames','interval':'0.5','end':1.6,'format':'png'}"))).containsExactly(0, 12, 24,
                36);
    }

    @Test
    void aZipIsFlatAndATarHasAFolder() throws Exception {
        Path zip = made(counted, "{'op':'frames','archive':'zip','pattern':'frame_%04d'}");
        assertThat(zip.getFileName().toString()).endsWith(".zip");
        try (ZipFile open = new ZipFile(zip.toFile())) {
            assertThat(open.stream().map(ZipEntry::getName)).containsExactly("frame_0001.jpg", "frame_0002.jpg", "frame_0003.jpg",
                    "frame_0004.jpg");
            long date = open.entries().nextElement().getLastModifiedTime().toMillis();
            assertThat(date).isCloseTo(Files.getLastModifiedTime(counted).toMillis(), within(2000L));
        }
        Path tgz = made(counted, "{'op':'frames','archive':'tgz','pattern':'{index}'}");
        List<String> names = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(Files.newInputStream(tgz)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).containsExactly("frames/1.jpg", "frames/2.jpg", "frames/3.jpg", "frames/4.jpg");
    }

    @Test
    void namesAndFoldersWithPercentSignsAreOnlyNames() throws Exception {
        Path odd = Files.createDirectories(folder.resolve("100%d"));
        Path clip = Files.copy(counted, odd.resolve("50%3d {index}.mp4"));
        Task task = studio.run(clip, new OutputWish().into(odd), "{'op':'frames','interval':2}");
        assertThat(Studio.names(Studio.output(task))).containsExactly("50%3d {index}-00001.jpg", "50%3d {index}-00002.jpg");
    }

    private static OutputWish when(Path into, IfExists there) {
        return new OutputWish(Optional.empty(), Optional.of(into), Names.DEFAULT, there, true);
    }

    @Test
    void aFolderThatIsThereIsLeftRenamedOrReplacedByTheRules() throws Exception {
        Path into = folder.resolve("rules");
        OutputWish wish = new OutputWish().into(into);
        Path first = Studio.output(studio.run(counted, wish, "{'op':'frames'}"));
        assertThat(Studio.output(studio.run(counted, wish, "{'op':'frames'}")).getFileName()).hasToString("counted-frames-2");
        Task skipped = studio.run(counted, when(into, IfExists.SKIP), "{'op':'frames','interval':2}");
        assertThat(skipped.state()).isEqualTo(TaskState.SKIPPED);
        assertThat(Studio.names(first)).hasSize(4);
        Task replaced = studio.run(counted, when(into, IfExists.REPLACE), "{'op':'frames','interval':2}");
        assertThat(Studio.output(replaced)).isEqualTo(first);
        assertThat(Studio.names(first)).hasSize(2);
        Files.writeString(first.resolve("mine.txt"), "not a picture");
        Task refused = studio.run(counted, when(into, IfExists.REPLACE), "{'op':'frames','interval':1}");
        assertThat(refused.state()).isEqualTo(TaskState.FAILED);
        assertThat(Studio.names(first)).hasSize(3);
        assertThat(Studio.names(into)).containsExactly("counted-frames", "counted-frames-2");
    }

    @Test
    void sizeAndFormAreThoseOfStills() throws Exception {
        Path out = made(counted, "{'op':'frames','interval':2,'width':80,'format':'webp'}");
        assertThat(studio.look(out.resolve("counted-00001.webp")).video().orElseThrow().upright()).isEqualTo(new Size(80, 45));
        assertThat(studio.run(counted, "{'op':'frames','interval':2}").outcome().results().getFirst().proof().orElseThrow()
                .pictures()).isEqualTo(2);
    }
}
