package io.reelbench.app.viewer;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.engine.Engine;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.plan.Range;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.report.Findings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Looks for scenes, black and silence in clips, one at a time and in the background, and knows what was found and what of it is to be seen.
 * FX thread only.
 */
final class Finding {

    /** How far it is with one clip. */
    sealed interface State {

        /** Nobody asked. */
        record Unknown() implements State {
        }

        /** @param done 0 to 1 */
        record Looking(double done) implements State {
        }

        record Found(List<Mark> marks) implements State {
        }

        record Failed(Failure why) implements State {
        }
    }

    private final Desk desk;
    private final Carrier carrier;
    private final Runnable changed;
    private final Map<Clip, State> states = new WeakHashMap<>();
    private final Set<Mark.Kind> seen = EnumSet.allOf(Mark.Kind.class);
    private CompletableFuture<Findings> coming;
    private Clip clip;

    /** @param changed told when there is something new to show */
    Finding(Desk desk, Runnable changed) {
        this.desk = desk;
        this.carrier = desk.carrier();
        this.changed = changed;
    }

    State of(Clip which) {
        return which == null ? new State.Unknown() : states.getOrDefault(which, new State.Unknown());
    }

    /** Those of a clip that are to be seen, in order. */
    List<Mark> shown(Clip which) {
        return of(which) instanceof State.Found(List<Mark> marks)
                ? marks.stream().filter(m -> seen.contains(m.kind())).toList()
                : List.of();
    }

    boolean isSeen(Mark.Kind kind) {
        return seen.contains(kind);
    }

    void see(Mark.Kind kind, boolean now) {
        if (now ? seen.add(kind) : seen.remove(kind)) {
            changed.run();
        }
    }

    /** Looks into a clip; what was looked for in another one is given up. */
    void look(Clip which) {
        cancel();
        Media media = which.media().orElseThrow();
        Engine engine = desk.engine();
        clip = which;
        states.put(which, new State.Looking(0));
        CompletableFuture<Findings> own = new CompletableFuture<>();
        coming = own;
        // planning may read the file
        carrier.fetch(() -> engine.find(media, done -> carrier.onFx(() -> progress(which, own, done))),
                found -> hand(found, own), why -> failed(which, own, why));
        carrier.bring(own, found -> found(which, own, found), why -> failed(which, own, why));
        changed.run();
    }

    private void hand(CompletableFuture<Findings> found, CompletableFuture<Findings> own) {
        own.whenComplete((_, _) -> {
            if (own.isCancelled()) {
                found.cancel(true);
            }
        });
        found.whenComplete((value, wrong) -> {
            if (wrong == null) {
                own.complete(value);
            } else {
                own.completeExceptionally(wrong);
            }
        });
    }

    /** Gives up what is looked for. */
    void cancel() {
        if (coming != null) {
            coming.cancel(true);
            coming = null;
            states.remove(clip);
            changed.run();
        }
    }

    private void progress(Clip which, CompletableFuture<Findings> what, double done) {
        if (what == coming) {
            states.put(which, new State.Looking(done));
            changed.run();
        }
    }

    private void found(Clip which, CompletableFuture<Findings> what, Findings found) {
        if (what == coming) {
            coming = null;
            states.put(which, new State.Found(marks(found)));
            changed.run();
        }
    }

    private void failed(Clip which, CompletableFuture<Findings> what, Failure why) {
        if (what == coming) {
            coming = null;
            states.put(which, new State.Failed(why));
            changed.run();
        }
    }

    static List<Mark> marks(Findings found) {
        Stream<Mark> scenes = found.changes().stream().map(us -> new Mark(Mark.Kind.SCENE, us, us));
        Stream<Mark> rest = Stream.concat(found.black().stream().map(r -> mark(Mark.Kind.BLACK, r)),
                found.silence().stream().map(r -> mark(Mark.Kind.SILENCE, r)));
        return Stream.concat(scenes, rest).sorted(java.util.Comparator.comparingLong(Mark::fromUs)).toList();
    }

    private static Mark mark(Mark.Kind kind, Range range) {
        return new Mark(kind, range.fromUs(), range.toUs());
    }

    /**
     * The parts between marks.
     *
     * @param leastUs no part is shorter: a mark too near to the one before, or to the end, cuts nothing
     */
    static List<long[]> between(List<Mark> marks, long lengthUs, Snap snap, long leastUs) {
        List<long[]> parts = new ArrayList<>();
        long from = 0;
        for (long cut : marks.stream().mapToLong(Mark::cutUs).map(snap::frame).distinct().sorted().toArray()) {
            if (cut - from >= leastUs && lengthUs - cut >= leastUs) {
                parts.add(new long[]{from, cut});
                from = cut;
            }
        }
        parts.add(new long[]{from, io.reelbench.app.desk.Cuts.OPEN});
        return parts;
    }
}
