package io.reelbench.engine.preview;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.preview.wire.Answer;
import io.reelbench.engine.preview.wire.Lane;
import io.reelbench.engine.preview.wire.Request;
import io.reelbench.engine.preview.wire.Slots;
import io.reelbench.engine.preview.wire.Voice;
import io.reelbench.engine.problem.Text;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A clip that is played, as an errand: it goes on, and after the decoder died it goes on from where it was. */
final class Performance extends Errand<Boolean> {

    /** So many pictures are in use at once: on the screen, being drawn, on their way, being filled. */
    private static final int BUFFERS = 4;

    private final Playback.Audience audience;
    private final Slots slots;
    private final Request.Play play;
    private final ByteBuffer[] buffers = new ByteBuffer[BUFFERS];
    private final Queue<Playback.Moment> coming = new ConcurrentLinkedQueue<>();
    private int next;
    private long reachedUs;
    /** By decoders that died. */
    private long droppedBefore;
    private long dropped;
    private volatile double volume;

    Performance(long id, Request.Play play, String file, Playback.Audience audience) {
        super(id, Lane.PLAYING, 0, play, file, (_, _) -> true);
        this.play = play;
        this.audience = audience;
        this.slots = Slots.of(play.within());
        this.reachedUs = play.span().startUs();
        this.volume = play.volume();
    }

    void volume(double now) {
        volume = now;
    }

    @Override
    Request request() {
        droppedBefore += dropped;
        dropped = 0;
        Request.Span span = play.span();
        return new Request.Play(play.picture(), play.sound(), new Request.Span(span.fromUs(), reachedUs, span.toUs()),
                play.speed(), play.loops(), play.within(), volume);
    }

    @Override
    Runnable meanwhile(Answer answer, ByteBuffer part) {
        Playback.Moment moment = switch (answer) {
            case Answer.Passed(_, var slot, var size, var us, var late, var voice) -> {
                dropped = late;
                yield moment(Optional.of(copy(part, slot, size)), us, voice);
            }
            case Answer.Reached(_, var us, var voice) -> moment(Optional.empty(), us, voice);
            default -> throw new IllegalStateException("not while it is played: " + answer);
        };
        coming.add(moment);
        return this::tell;
    }

    /** Tells all that has come, in order, whichever thread is first. */
    void tell() {
        synchronized (coming) {
            for (Playback.Moment moment = coming.poll(); moment != null; moment = coming.poll()) {
                if (!outcome.isCancelled()) {
                    audience.see(moment);
                }
            }
        }
    }

    private Playback.Moment moment(Optional<Picture> picture, long us, Voice voice) {
        reachedUs = us;
        return new Playback.Moment(picture, us, droppedBefore + dropped, note(voice));
    }

    private static Optional<Text> note(Voice voice) {
        return switch (voice) {
            case NO_DEVICE -> Optional.of(PreviewWords.NO_SOUND_DEVICE.with());
            case BROKEN -> Optional.of(PreviewWords.SOUND_BROKEN.with());
            case SILENT, HEARD -> Optional.empty();
        };
    }

    private Picture copy(ByteBuffer part, int slot, Size size) {
        int bytes = Math.multiplyExact(4, Math.toIntExact(size.pixels()));
        next = (next + 1) % BUFFERS;
        ByteBuffer own = buffers[next];
        if (own == null || own.capacity() != bytes) {
            own = ByteBuffer.allocate(bytes);
            buffers[next] = own;
        }
        own.clear().put(part.slice(slots.offset(slot), bytes)).rewind();
        return new Picture(size, own);
    }
}
