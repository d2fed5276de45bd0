package io.reelbench.engine;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.preview.Picture;
import io.reelbench.engine.preview.ResultFrame;
import io.reelbench.engine.preview.Where;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the viewer shows: of a file, and of what a recipe would make of it. */
record Screen(Studio studio) {

    private static final Size LARGE = new Size(2000, 2000);

    Plan plan(Media clip, String... steps) throws Exception {
        return plan(List.of(clip), steps);
    }

    Plan plan(List<Media> clips, String... steps) throws Exception {
        return studio.engine.plan(studio.recipe(steps), clips).plan().orElseThrow();
    }

    ResultFrame result(Plan plan, long us) throws Exception {
        return studio.engine.previews().result(plan, us, LARGE).get(5, TimeUnit.MINUTES);
    }

    ResultFrame result(Path clip, long us, String... steps) throws Exception {
        return result(plan(studio.look(clip), steps), us);
    }

    Picture frame(Media file, long us) throws Exception {
        return studio.engine.previews().frame(file, new Where.At(us), LARGE).get(5, TimeUnit.MINUTES).picture();
    }

    Picture frame(Path file, long us) throws Exception {
        return frame(studio.look(file), us);
    }
}
