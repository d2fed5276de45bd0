package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Range;
import io.reelbench.engine.report.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is done beside the queue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TryingTest {

    @TempDir
    static Path folder;

    private Studio studio;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
    }

    @AfterAll
    void close() {
        studio.close();
    }

    @Test
    void aPlanIsTriedAndLeavesNothing() throws Exception {
        Media media = studio.engine.probe(studio.counted("tried.mp4", 4, 20));
        Plan plan = studio.engine.plan(studio.recipe("{'op':'trim','start':0.4,'end':3}"), media).plan().orElseThrow();
        assertThat(plan.zones()).containsExactly(new Range(400_000, 800_000), new Range(2_920_000, 3_000_000));
        Path made;
        try (Tried tried = studio.engine.tryOut(plan, _ -> {
        }).get(2, TimeUnit.MINUTES)) {
            made = tried.files().getFirst();
            assertThat(studio.frames(made)).hasSize(65).startsWith(10, 11).endsWith(23, 24);
            assertThat(studio.engine.tasks()).as("the queue knows nothing of it").isEmpty();
        }
        assertThat(made.getParent()).doesNotExist();
    }

    @Test
    void aPieceThatCannotBeCopiedIsAZoneAsAWhole() throws Exception {
        Media media = studio.engine.probe(studio.counted("pieces.mp4", 4, 20));
        Plan plan = studio.engine.plan(studio.recipe("{'op':'slice','ranges':['0.4..2','2.48..3.04']}"), media).plan()
                .orElseThrow();
        assertThat(plan.copiesAroundCuts()).isTrue();
        assertThat(plan.zones()).first().isEqualTo(new Range(400_000, 800_000));
        assertThat(plan.zones()).last().as("no keyframe lies in it").isEqualTo(new Range(2_480_000, 3_040_000));
        Plan whole = studio.engine
                .plan(studio.recipe("{'op':'scale','width':80}", "{'op':'slice','ranges':['0.4..2','2.48..3.04']}"),
                        media)
                .plan().orElseThrow();
        assertThat(whole.zones()).isEmpty();
    }

    @Test
    void whatIsNotWantedStops() throws Exception {
        Media media = studio.engine.probe(studio.busy("long.mp4", 20, "640x360"));
        Plan plan = studio.engine.plan(studio.recipe("{'op':'compress','crf':10}"), media).plan().orElseThrow();
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        CompletableFuture<Tried> coming = studio.engine.tryOut(plan, _ -> begun.complete(true));
        begun.get(2, TimeUnit.MINUTES);
        coming.cancel(true);
        assertThatThrownBy(coming::join).isInstanceOf(CancellationException.class);
    }

    @Test
    void scenesBlackAndSilenceAreFound() throws Exception {
        Path clip = studio.clip("scenes.mp4", "-f", "lavfi", "-i", "color=red:s=160x90:r=25:d=2", "-f", "lavfi", "-i",
                "color=black:s=160x90:r=25:d=1", "-f", "lavfi", "-i", "color=yellow:s=160x90:r=25:d=2", "-f", "lavfi", "-i",
                "sine=440:d=5,volume=0:enable='between(t,3.5,4.5)'", "-filter_complex", "[0][1][2]concat=n=3:v=1[v]", "-map",
                "[v]", "-map", "3:a", "-c:v", "libx264", "-c:a", "aac");
        List<Double> told = Collections.synchronizedList(new ArrayList<>());
        Findings found = studio.engine.find(studio.engine.probe(clip), told::add).get(2, TimeUnit.MINUTES);
        assertThat(found.changes()).contains(2_000_000L, 3_000_000L);
        assertThat(found.black()).containsExactly(new Range(2_000_000, 3_000_000));
        assertThat(found.silence()).singleElement()
                .satisfies(r -> assertThat(r.fromUs()).isBetween(3_450_000L, 3_600_000L));
        assertThat(told).isNotEmpty();
    }

    @Test
    void aSilentFilmHasNoSilence() throws Exception {
        Path clip = studio.clip("mute.mp4", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=2", "-c:v", "libx264");
        Findings found = studio.engine.find(studio.engine.probe(clip), _ -> {
        }).get(2, TimeUnit.MINUTES);
        assertThat(found.silence()).isEmpty();
        assertThat(Files.exists(clip)).isTrue();
    }
}
