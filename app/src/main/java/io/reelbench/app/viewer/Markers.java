package io.reelbench.app.viewer;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moments of a clip that a person wants to find again. */
final class Markers {

    private static final long SOME_FRAME = 40_000;

    private final Desk desk;
    private final Viewing viewing;

    Markers(Desk desk, Viewing viewing) {
        this.desk = desk;
        this.viewing = viewing;
    }

    /** Marks the frame on screen, or takes its marker away. */
    void toggle() {
        viewing.clip().ifPresent(clip -> {
            long at = clip.playhead().get();
            List<Long> now = new ArrayList<>(clip.markers().get());
            boolean there = now.removeIf(us -> Math.abs(us - at) < frame(clip) / 2);
            if (!there) {
                now.add(at);
            }
            desk.mark(clip, (there ? ViewerWords.REMOVE_MARKER : ViewerWords.SET_MARKER).with(), now);
        });
    }

    /** Goes to the next marker, or the one before. */
    void go(boolean on) {
        viewing.clip().ifPresent(clip -> beside(clip, on).ifPresent(viewing::seek));
    }

    private static Optional<Long> beside(Clip clip, boolean on) {
        long at = clip.playhead().get();
        long half = frame(clip) / 2;
        List<Long> all = clip.markers().get();
        return on
                ? all.stream().filter(us -> us > at + half).findFirst()
                : all.reversed().stream().filter(us -> us < at - half).findFirst();
    }

    private static long frame(Clip clip) {
        return clip.media().flatMap(Media::video).flatMap(v -> v.rate()).map(Rate::frameLength).orElse(SOME_FRAME);
    }
}
