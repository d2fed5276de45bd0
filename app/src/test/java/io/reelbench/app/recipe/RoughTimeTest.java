package io.reelbench.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.engine.Engine;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.plan.Plan;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoughTimeTest {

    @TempDir
    private static Path folder;
    private static Workplace place;
    private static Media film;

    @BeforeAll
    static void open() throws Exception {
        place = Workplace.in(folder);
        film = place.engine().probe(place.film("film.mp4", 4, 320, 180));
    }

    @AfterAll
    static void close() {
        place.close();
    }

    private static RoughTime of(String steps, int cores) throws Exception {
        Engine engine = place.engine();
        Recipe recipe = engine.recipes().read("{\"schema\":1,\"steps\":[" + steps + "]}").value().orElseThrow();
        Plan plan = engine.plan(recipe, film).plan().orElseThrow();
        return RoughTime.of(plan, cores);
    }

    @Test
    void copyingIsQuickerThanEncodingAndCodecsDiffer() throws Exception {
        double copy = of("{\"op\":\"transcode\",\"container\":\"mkv\"}", 2).most();
        double h264 = of("{\"op\":\"transcode\",\"video-codec\":\"h264\",\"crf\":20}", 2).most();
        double h265 = of("{\"op\":\"transcode\",\"video-codec\":\"h265\",\"crf\":20}", 2).most();
        assertThat(copy).isLessThan(h264);
        assertThat(h264).isLessThan(h265);
    }

    @Test
    void moreCoresTakeLessTimeAndItStaysARange() throws Exception {
        RoughTime two = of("{\"op\":\"compress\"}", 2);
        RoughTime eight = of("{\"op\":\"compress\"}", 8);
        assertThat(eight.most()).isLessThan(two.most());
        assertThat(two.least()).isPositive().isLessThan(two.most());
    }
}
