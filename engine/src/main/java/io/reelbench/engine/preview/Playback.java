package io.reelbench.engine.preview;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.util.Optional;

/** A clip that is being played. A decoder that dies meanwhile is started again and goes on where it was. */
public interface Playback extends AutoCloseable {

    /** Faster than this nothing is heard. */
    double FASTEST_SOUND = 2;

    /**
     * What is played, and how. Times are microseconds from the clip's first frame.
     *
     * @param fromUs  where it begins anew when it loops
     * @param startUs where it begins now
     * @param toUs    where it ends, or begins anew; where a clip's length is not known, the largest long
     * @param speed   as many times as fast; negative plays backwards, without sound
     * @param loops   whether it begins anew at its end
     * @param within  pictures are fitted into it, never enlarged
     * @param volume  0 to 1
     */
    record Wish(long fromUs, long startUs, long toUs, double speed, boolean loops, Size within, double volume) {
    }

    /**
     * What is seen and heard now.
     *
     * @param picture a new one, or none where only time went on; its memory is written to again some pictures later
     * @param atUs    when it is shown, in microseconds of the clip
     * @param dropped frames left out so far because they would have come too late
     * @param note    what is wrong with the sound
     */
    record Moment(Optional<Picture> picture, long atUs, long dropped, Optional<Text> note) {
    }

    /** Hears of what is played, on threads of the engine. */
    interface Audience {
        void see(Moment moment);

        /** It has come to its end. */
        void over();

        /** It cannot go on. */
        void failed(Failure why);
    }

    /** Louder or quieter, 0 to 1, at once. */
    void volume(double now);

    /** Stops; nothing more is told that was not on its way. */
    @Override
    void close();
}
