package io.reelbench.engine.preview.decoder;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Decoded frames at hand, so that neither a step back nor another option decodes again. Bounded by bytes over all films of a thread; what was
 * put there first goes first, but never the newest.
 */
final class Shelf {

    /** The last frame of a film ends here. */
    static final long NEVER = Long.MAX_VALUE;

    private record Place(Reel film, long us) {
    }

    private final long most;
    private final Map<Reel, TreeMap<Long, Held>> films = new HashMap<>();
    /** Where a frame ends, for those whose next one was seen. */
    private final Map<Place, Long> ends = new HashMap<>();
    private final ArrayDeque<Place> order = new ArrayDeque<>();
    private long bytes;

    Shelf(long most) {
        this.most = most;
    }

    /** Keeps a frame of its own reference. */
    Held put(Reel film, AVFrame frame, long us, boolean key) {
        TreeMap<Long, Held> of = films.computeIfAbsent(film, _ -> new TreeMap<>());
        if (of.containsKey(us)) {
            Place old = new Place(film, us);
            Optional<Long> end = end(film, us);
            remove(old);
            end.ifPresent(e -> ends.put(old, e));
        }
        Held held = new Held(frame, us, key);
        of.put(us, held);
        order.add(new Place(film, us));
        bytes += size(frame);
        while (bytes > most && order.size() > 2) {
            remove(order.peekFirst());
        }
        return held;
    }

    /** The frame ends where the next one begins. */
    void ends(Reel film, long us, long end) {
        if (films.getOrDefault(film, new TreeMap<>()).containsKey(us)) {
            ends.put(new Place(film, us), end);
        }
    }

    /** Where a frame ends; empty when that is not known. */
    Optional<Long> end(Reel film, long us) {
        return Optional.ofNullable(ends.get(new Place(film, us)));
    }

    /** The frame that begins at a time. */
    Optional<Held> from(Reel film, long us) {
        return Optional.ofNullable(films.getOrDefault(film, new TreeMap<>()).get(us));
    }

    /** The frame on screen at a time. */
    Optional<Held> at(Reel film, long us) {
        Map.Entry<Long, Held> floor = films.getOrDefault(film, new TreeMap<>()).floorEntry(us);
        return floor == null
                ? Optional.empty()
                : end(film, floor.getKey()).filter(end -> end > us).map(_ -> floor.getValue());
    }

    /** The frame that ends where this one begins. */
    Optional<Held> before(Reel film, long us) {
        Map.Entry<Long, Held> lower = films.getOrDefault(film, new TreeMap<>()).lowerEntry(us);
        return lower == null
                ? Optional.empty()
                : end(film, lower.getKey()).filter(end -> end == us).map(_ -> lower.getValue());
    }

    void forget(Reel film) {
        for (Iterator<Place> places = order.iterator(); places.hasNext();) {
            Place place = places.next();
            if (place.film() == film) {
                places.remove();
                drop(place);
            }
        }
        films.remove(film);
    }

    private void remove(Place place) {
        order.remove(place);
        drop(place);
    }

    private void drop(Place place) {
        Held held = films.get(place.film()).remove(place.us());
        ends.remove(place);
        bytes -= size(held.frame());
        avutil.av_frame_free(held.frame());
    }

    private static long size(AVFrame frame) {
        return Math.max(0, avutil.av_image_get_buffer_size(frame.format(), frame.width(), frame.height(), 1));
    }
}
