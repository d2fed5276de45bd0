package io.reelbench.engine.preview;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.plan.Plan;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Pictures and sound shapes of clips, for windows. Everything returns at once; cancelling the future stops the work. A future that fails
 * does so with a {@link io.reelbench.engine.problem.FailedException}. Futures end, and consumers are called, on threads of the engine.
 * Frames in the order of asking come before thumbnails, and those before filmstrips and waveforms.
 */
public interface Previews {

    /** One frame of the picture that operations work on, or of the attached cover when there is no other. */
    CompletableFuture<Frame> frame(Media clip, Where where, Size within);

    /** What a plan makes of the frame that is on screen at a time of the clip (microseconds from its first frame). */
    CompletableFuture<ResultFrame> result(Plan plan, long atUs, Size within);

    /** A picture that tells the clip from others: not black where that can be helped. Kept on disk. */
    CompletableFuture<Picture> thumbnail(Media clip, Size within);

    /**
     * Pictures at equal steps over the clip, each from the keyframe nearest to the middle of its part. Kept on disk.
     *
     * @param each told of each as it comes; all come again in the result
     */
    CompletableFuture<List<Picture>> filmstrip(Media clip, int count, Size within, Consumer<Tile> each);

    /** One picture of a filmstrip. */
    record Tile(int index, Picture picture) {
    }

    /** The shape of the sound that operations work on, in so many slices. Kept on disk. */
    CompletableFuture<Waveform> waveform(Media clip, int slices);

    /** The times of all keyframes, in microseconds from the first frame, ascending. Kept on disk. */
    CompletableFuture<long[]> keyframes(Media clip);

    /**
     * Plays a clip with its sound. Only one clip is played at a time: another one begins when this one is closed.
     *
     * @param audience told of what comes, in order
     */
    Playback play(Media clip, Playback.Wish wish, Playback.Audience audience);

    /** How many bytes the pictures kept on disk take up. */
    long cachedBytes();

    /** Forgets what is kept on disk. */
    void clearCache();

    /** Another limit for what is kept on disk; what was used longest ago goes when it is less than there is. */
    void cacheLimit(long bytes);

    /** Other room for decoded frames; the decoder is started anew for it, which nobody notices but by a moment. */
    void frameMemory(long bytes);
}
