package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.Joins.Marked;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several clips become one: copied where they are alike, made alike where they differ, and in sync in every case. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcatTest {

    private static final String JOIN = "{'op':'concat'}";

    @TempDir
    static Path folder;

    private Studio studio;
    private Joins joins;
    private Marked one;
    private Marked two;
    private Marked odd;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        joins = new Joins(studio);
        one = joins.film("one.mp4", "160x90", "25", 1.4, Joins.PLAIN);
        two = joins.film("two.mp4", "160x90", "25", 1.2, Joins.PLAIN);
        odd = joins.film("odd.mov", "120x90", "30", 1, Joins.PLAIN, "-an");
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private Plan plan(List<Path> files, String... steps) throws Exception {
        List<Media> clips = new ArrayList<>();
        for (Path file : files) {
            clips.add(studio.look(file));
        }
        var planned = studio.engine.plan(studio.recipe(steps), clips);
        return planned.plan().orElseThrow(() -> new AssertionError(planned.problems()));
    }

    private Path made(List<Marked> clips, String... steps) throws Exception {
        Path out = Studio.output(studio.join(Joins.files(clips), steps));
        double apart = steps[0].contains("'gap'") ? 0.2 : steps[0].contains("crossfade") ? -0.2 : 0;
        joins.check(String.join(" ", steps), out, clips, apart);
        return out;
    }

    @Test
    void alikeAreCopiedBitForBit() throws Exception {
        List<Marked> clips = List.of(one, two, one);
        Path out = made(clips, JOIN);
        List<String> packets = new ArrayList<>();
        for (Marked clip : clips) {
            packets.addAll(joins.packets(clip.file()));
        }
        assertThat(joins.packets(out)).isEqualTo(packets);
        assertThat(joins.steps(out)).hasSize(1);
        assertThat(studio.look(out).chapters()).extracting(Media.Chapter::title).containsExactly("one", "two", "one");
        assertThat(studio.look(out).chapters()).extracting(Media.Chapter::fromUs).containsExactly(0L, 1_400_000L, 2_600_000L);
    }

    /** Later clips are looked at less where their frames are stored as they are shown. */
    @ParameterizedTest
    @CsvSource({"mkv,ultrafast", "mkv,medium", "mov,ultrafast", "mov,medium", "mp4,medium"})
    void alikeAreCopiedWhateverHoldsThem(String container, String preset) throws Exception {
        List<String> coding = List.of("-c:v", "libx264", "-preset", preset, "-c:a", "aac");
        List<Marked> clips = new ArrayList<>();
        List<String> packets = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            clips.add(joins.film(preset + i + "." + container, "160x90", "25", 1 + 0.2 * i, coding));
            packets.addAll(joins.packets(clips.getLast().file()));
        }
        // in MKV a sound begins at a whole millisecond, which a strict reader of samples does not take
        Path out = container.equals("mkv") ? Studio.output(studio.join(Joins.files(clips), JOIN)) : made(clips, JOIN);
        assertThat(joins.packets(out)).isEqualTo(packets);
        assertThat(joins.steps(out)).hasSize(1);
    }

    @Test
    void onlyThoseThatDifferAreEncoded() throws Exception {
        List<Marked> clips = List.of(one, odd, two);
        Path out = made(clips, JOIN);
        assertThat(joins.steps(out)).hasSize(1);
    }

    @Test
    void manyClipsAreDecodedAFewAtATime() throws Exception {
        List<Marked> clips = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            clips.add(List.of(one, odd, two).get(i % 3));
        }
        Plan plan = plan(Joins.files(clips), JOIN, "{'op':'scale','height':60}");
        List<Step.Run> runs = plan.steps().stream().filter(Step.Run.class::isInstance).map(Step.Run.class::cast).toList();
        assertThat(runs).hasSize(4).allSatisfy(run -> assertThat(run.command().inputs()).hasSizeLessThan(20));
        made(clips, JOIN, "{'op':'scale','height':60}", "{'op':'transcode','preset':'ultrafast'}");
        made(clips, JOIN);
        made(clips, "{'op':'concat','gap':'0.2'}", "{'op':'transcode','preset':'ultrafast'}");
    }

    /** What lies between clips, by pixel and by ear. */
    @Test
    void passages() throws Exception {
        List<Marked> clips = List.of(one, odd, two);
        Path gap = made(clips, "{'op':'concat','gap':'5f'}");
        Path cross = made(clips, "{'op':'concat','transition':'crossfade','transition-duration':'0.2'}");
        made(clips, "{'op':'concat','transition':'dip','transition-duration':'0.4'}");
        Path white = studio.clip("white.mp4", "-f", "lavfi", "-i", "color=white:s=160x90:r=25:d=1", "-c:v", "libx264");
        Path grey = studio.clip("grey.mp4", "-f", "lavfi", "-i", "color=#404040:s=160x90:r=25:d=1", "-c:v", "libx264");
        Path mixed = Studio.output(
                studio.join(List.of(white, grey), "{'op':'concat','transition':'crossfade','transition-duration':'10f'}"));
        List<Integer> light = light(mixed);
        assertThat(light).hasSize(40);
        assertThat(light.subList(0, 15)).allMatch(l -> l > 225);
        assertThat(light.get(20)).isBetween(130, 165);
        assertThat(light.subList(25, 40)).allMatch(l -> Math.abs(l - 71) < 3);
        Path dipped = Studio
                .output(studio.join(List.of(white, grey), "{'op':'concat','transition':'dip','transition-duration':'10f'}"));
        List<Integer> dip = light(dipped);
        assertThat(dip).hasSize(50);
        assertThat(dip.get(19)).isGreaterThan(225);
        assertThat(dip.get(25)).isLessThan(25);
        assertThat(dip.get(31)).isBetween(68, 74);
        Path black = Studio.output(studio.join(List.of(white, grey), "{'op':'concat','gap':'10f'}"));
        assertThat(light(black)).hasSize(60);
        assertThat(light(black).subList(25, 35)).allMatch(l -> l < 18);
        assertThat(studio.look(cross).lengthUs().orElse(0)).isLessThan(studio.look(gap).lengthUs().orElse(0));
    }

    /** The mean light of each frame, 16 to 235. */
    private List<Integer> light(Path film) throws Exception {
        List<Integer> all = new ArrayList<>();
        for (byte luma : studio.raw(film, "-map", "0:v:0", "-vf", "extractplanes=y,scale=1:1:flags=area", "-f", "rawvideo")) {
            all.add(luma & 0xFF);
        }
        return all;
    }

    @Test
    void fadesAboveAreOfEachClipAndBelowOfTheWhole() throws Exception {
        Path white = studio.clip("w.mp4", "-f", "lavfi", "-i", "color=white:s=160x90:r=25:d=1", "-c:v", "libx264");
        String fade = "{'op':'fade','in':'0.2','out':'0.2'}";
        List<Integer> each = light(Studio.output(studio.join(List.of(white, white), fade, JOIN)));
        List<Integer> whole = light(Studio.output(studio.join(List.of(white, white), JOIN, fade)));
        assertThat(each).hasSize(50);
        assertThat(whole).hasSize(50);
        assertThat(each.get(25)).isLessThan(40);
        assertThat(each.get(12)).isGreaterThan(225);
        assertThat(whole.get(25)).isGreaterThan(225);
        assertThat(whole.get(0)).isLessThan(40);
        assertThat(whole.get(49)).isLessThan(120);
    }

    /** Cut across the seam: frames by number. */
    @Test
    void cutsBelowFallWhereTheyShould() throws Exception {
        Path counted = studio.counted("counted.mp4", 2, 12);
        List<Integer> cut = studio.frames(Studio.output(studio.join(List.of(counted, counted, counted), JOIN,
                "{'op':'trim','start':'30f','end':'120f'}")));
        List<Integer> wanted = new ArrayList<>();
        for (int i = 30; i < 120; i++) {
            wanted.add(i % 50);
        }
        assertThat(cut).isEqualTo(wanted);
        List<Integer> parts = studio.frames(Studio.output(studio.join(List.of(counted, counted, counted), JOIN,
                "{'op':'trim','keep':'105f..110f,40f..60f'}")));
        wanted.clear();
        for (int i = 105; i < 110; i++) {
            wanted.add(i % 50);
        }
        for (int i = 40; i < 60; i++) {
            wanted.add(i % 50);
        }
        assertThat(parts).isEqualTo(wanted);
        List<Integer> above = studio.frames(Studio.output(studio.join(List.of(counted, counted),
                "{'op':'trim','keep':'10f..20f,30f..35f'}", JOIN)));
        assertThat(above).hasSize(30).startsWith(10, 11).endsWith(33, 34);
    }

    @Test
    void stepsBelowSeeTheWhole() throws Exception {
        List<Marked> clips = List.of(one, odd, two);
        Path out = made(clips, JOIN, "{'op':'scale','height':60}", "{'op':'volume','gain':1}", "{'op':'transcode'}",
                "{'op':'thumbnail','time':'2'}");
        assertThat(joins.steps(out)).hasSize(1);
    }
}
