package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.queue.Task;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Contact sheets of real clips, looked at tile by tile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SheetTest {

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

    /** The number of the frame in each tile, by a pixel in its upper left, where nothing is written. */
    private List<Integer> tiles(Path sheet, int columns, int rows, int top) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int grey = studio.pixel(sheet, 8 + x * 168 + 20, top + 8 + y * 98 + 10)[1];
                numbers.add(Math.round((grey * 219f / 255 + 16 - 20) / 4));
            }
        }
        return numbers;
    }

    private Path made(Path of, String step) throws Exception {
        return Studio.output(studio.run(of, step));
    }

    private static final String SMALL = "'columns':4,'rows':2,'tile-width':160,'format':'png'";

    @Test
    void exactTilesShowTheFramesInTheMiddleOfEqualParts() throws Exception {
        Path sheet = made(counted, "{'op':'contact-sheet','pick':'exact','header':false," + SMALL + "}");
        assertThat(studio.look(sheet).video().orElseThrow().upright()).isEqualTo(new Size(4 * 168 + 8, 2 * 98 + 8));
        assertThat(tiles(sheet, 4, 2, 0)).containsExactly(6, 18, 31, 43, 6, 18, 31, 43);
        int[] gap = studio.pixel(sheet, 3, 3);
        assertThat(gap[0]).isCloseTo(0x20, within(2));
    }

    @Test
    void aKeyframeStandsForEachPartAndStaysWhereAPartHasNone() throws Exception {
        List<Path> clips = new ArrayList<>();
        for (String container : List.of("mp4", "mkv", "ts")) {
            clips.add(Studio.output(studio.run(counted, "{'op':'transcode','container':'" + container + "'}")));
        }
        clips.add(hevc());
        for (Path clip : clips) {
            assertThat(tiles(made(clip, "{'op':'contact-sheet','header':false," + SMALL + "}"), 4, 2, 0)).as(clip.toString())
                    .containsExactly(0, 0, 25, 25, 0, 0, 25, 25);
        }
        assertThat(
                tiles(made(counted, "{'op':'contact-sheet','header':false,'columns':4,'rows':1,'tile-width':160,'format':'png'}"),
                        4, 1, 0))
                .containsExactly(0, 25, 0, 25);
    }

    @Test
    void largeFilesAreNotReadThrough() throws Exception {
        for (Path clip : List.of(counted, hevc())) {
            assertThat(tiles(made(large(clip), "{'op':'contact-sheet','header':false," + SMALL + "}"), 4, 2, 0))
                    .containsExactly(0, 0, 25, 25, 0, 0, 25, 25);
        }
    }

    private Path hevc() throws Exception {
        return Studio.output(studio.run(counted,
                "{'op':'transcode','video-codec':'h265','preset':'ultrafast','keyframe-interval':1,'crf':10}"));
    }

    /** The same with an atom behind it that is a gigabyte of nothing, and a hole on the disk. */
    private Path large(Path clip) throws Exception {
        Path large = Files.copy(clip, folder.resolve("large-" + clip.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        long was = Files.size(large);
        try (FileChannel file = FileChannel.open(large, StandardOpenOption.WRITE)) {
            int gigabyte = 1 << 30;
            file.write(ByteBuffer.allocate(8).putInt(gigabyte).put("free".getBytes(StandardCharsets.US_ASCII)).flip(), was);
            file.write(ByteBuffer.allocate(1), was + gigabyte - 1);
        }
        return large;
    }

    @Test
    void timesAndHeaderAreWrittenWithoutTrustingTheName() throws Exception {
        Path odd = Files.copy(counted, folder.resolve("it's %{pts} Ж:Ω,[x].mp4"));
        Path with = made(odd, "{'op':'contact-sheet'," + SMALL + "}");
        Path without = made(odd, "{'op':'contact-sheet','header':false,'timestamps':false," + SMALL + "}");
        int header = studio.look(with).video().orElseThrow().upright().height()
                - studio.look(without).video().orElseThrow().upright().height();
        assertThat(header).isEqualTo(40);
        assertThat(light(with, 680, header)).as("a name on the dark band").isGreaterThan(200);
        // white figures on a dark box in the corner of a tile
        assertThat(brightest(with, 8 + 60, header + 8 + 70, 98, 18)).isGreaterThan(200);
    }

    /** How many pixels of the band on top are light. */
    private int light(Path sheet, int width, int height) throws Exception {
        int light = 0;
        for (byte grey : studio.raw(sheet, "-vf", "format=gray,crop=%d:%d:0:0".formatted(width, height), "-f", "rawvideo")) {
            light += (grey & 0xFF) > 150 ? 1 : 0;
        }
        return light;
    }

    private int brightest(Path sheet, int x, int y, int width, int height) throws Exception {
        int most = 0;
        for (byte grey : studio.raw(sheet, "-vf", "format=gray,crop=%d:%d:%d:%d".formatted(width, height, x, y), "-f",
                "rawvideo")) {
            most = Math.max(most, grey & 0xFF);
        }
        return most;
    }

    @Test
    void oneDecodeMakesAllThatIsAskedFor() throws Exception {
        Task task = studio.run(counted, "{'op':'trim','start':1,'end':3}", "{'op':'transcode','crf':30,'preset':'ultrafast'}",
                "{'op':'gif','width':80}", "{'op':'contact-sheet','pick':'exact','header':false," + SMALL + "}",
                "{'op':'frames','interval':'0.5','format':'png'}");
        assertThat(task.outcome().results()).hasSize(4);
        assertThat(tiles(task.outcome().results().get(2).file(), 4, 2, 0)).containsExactly(28, 34, 40, 46, 3, 9, 15, 21);
        assertThat(Studio.names(task.outcome().results().get(3).file())).hasSize(4);
    }
}
