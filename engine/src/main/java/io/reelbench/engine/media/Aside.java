package io.reelbench.engine.media;

import io.reelbench.engine.problem.Text;
import java.util.List;

/** What was found in a file that lies beside the clip and is to go with it. */
public sealed interface Aside {

    /**
     * A list of chapters.
     *
     * @param marks in order of time; times are of the timeline on which they are to stand
     */
    record Chapters(List<Media.Chapter> marks) implements Aside {
    }

    /**
     * A picture.
     *
     * @param codec ffmpeg's name
     */
    record Picture(String codec, Size size, long bytes) implements Aside {
    }

    /**
     * Nothing that could be used.
     *
     * @param missing whether it is not there at all
     */
    record Unusable(boolean missing, Text why) implements Aside {
    }
}
