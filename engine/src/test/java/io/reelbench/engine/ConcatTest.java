package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.Joins.Marked;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

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
        joins.check(String.join(" ", steps), out, clips);
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

    @Test
    void onlyThoseThatDifferAreEncoded() throws Exception {
        List<Marked> clips = List.of(one, odd, two);
        Path out = made(clips, JOIN);
        assertThat(joins.steps(out)).hasSize(1);
    }

    @Test
    void stepsBelowSeeTheWhole() throws Exception {
        List<Marked> clips = List.of(one, odd, two);
        Path out = made(clips, JOIN, "{'op':'scale','height':60}", "{'op':'volume','gain':1}", "{'op':'transcode'}",
                "{'op':'thumbnail','time':'2'}");
        assertThat(joins.steps(out)).hasSize(1);
    }
}
