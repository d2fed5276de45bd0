package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.preview.wire.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** The places for pictures that are played: free ones, and those that lie ready, in the order in which they are due. Safe for any thread. */
final class Ring {

    /** A picture that lies ready. */
    record Laid(int slot, Size size, long us) {
    }

    private static final int PATIENCE_MS = 50;

    private final List<Canvas> places = new ArrayList<>();
    private final BlockingQueue<Integer> free;
    private final BlockingQueue<Laid> ready;

    Ring(Canvas part, Slots slots) {
        free = new ArrayBlockingQueue<>(slots.count());
        ready = new ArrayBlockingQueue<>(slots.count());
        for (int slot = 0; slot < slots.count(); slot++) {
            places.add(part.piece(slots.offset(slot), slots.bytes()));
            free.add(slot);
        }
    }

    /** Lays a picture into a place as soon as one is free. */
    void lay(AVFrame bgra, long us, Job job) throws Unable, Job.Unwanted {
        Integer slot = null;
        while (slot == null) {
            job.goesOn();
            slot = poll(free, job);
        }
        ready.add(new Laid(slot, places.get(slot).lay(bgra), us));
    }

    private static <T> T poll(BlockingQueue<T> queue, Job job) throws Job.Unwanted {
        try {
            return queue.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            job.cancel();
            throw new Job.Unwanted();
        }
    }

    /** The next picture; null when none came for a moment. */
    Laid take(Job job) throws Job.Unwanted {
        return poll(ready, job);
    }

    /** Whether the picture after the one that was just taken is due at that time as well. */
    boolean hasOneBefore(long us) {
        Laid next = ready.peek();
        return next != null && next.us() <= us;
    }

    boolean isEmpty() {
        return ready.isEmpty();
    }

    /** Whether whoever lays one more may have to wait for another to be shown. */
    boolean isNearlyFull() {
        return free.size() < 2;
    }

    /** A place is free again. */
    void free(int slot) {
        if (!free.contains(slot)) {
            free.add(slot);
        }
    }

    /** What lies ready is not shown any more. */
    void clear() {
        for (Laid laid = ready.poll(); laid != null; laid = ready.poll()) {
            free(laid.slot());
        }
    }
}
