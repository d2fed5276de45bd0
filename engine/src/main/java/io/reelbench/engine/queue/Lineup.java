package io.reelbench.engine.queue;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All tasks, and those that wait in the order in which they shall run. Not safe for several threads at once. */
final class Lineup {

    /** Room for others to be moved in between. */
    private static final long GAP = 1 << 20;

    private static final Comparator<Task> ORDER = Comparator.comparingLong(Task::position).thenComparing(Task::id);
    private static final Comparator<Task> TURN = Comparator.comparing(Task::priority).thenComparing(ORDER);

    private final Map<String, Task> all = new HashMap<>();
    private final Map<String, NavigableSet<Task>> waiting = new HashMap<>();
    private final Function<Task, String> lanes;
    private long last;

    /** @param lanes names the lane that a task waits in; always the same for the same task */
    Lineup(Function<Task, String> lanes) {
        this.lanes = lanes;
    }

    Optional<Task> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    void put(Task task) {
        remove(task.id());
        all.put(task.id(), task);
        last = Math.max(last, task.position());
        if (task.state() == TaskState.WAITING) {
            waiting.computeIfAbsent(lanes.apply(task), _ -> new TreeSet<>(TURN)).add(task);
        }
    }

    void remove(String id) {
        Task old = all.remove(id);
        if (old != null && old.state() == TaskState.WAITING) {
            String lane = lanes.apply(old);
            waiting.get(lane).remove(old);
            if (waiting.get(lane).isEmpty()) {
                waiting.remove(lane);
            }
        }
    }

    /** A place behind all others. */
    long nextPosition() {
        last += GAP;
        return last;
    }

    List<Task> inOrder() {
        return all.values().stream().sorted(ORDER).toList();
    }

    /** The names of lanes in which tasks wait. */
    List<String> lanes() {
        return List.copyOf(waiting.keySet());
    }

    /** Those that wait in a lane, the next one first. */
    Stream<Task> nextTurns(String lane) {
        return waiting.getOrDefault(lane, Collections.emptyNavigableSet()).stream();
    }

    /** The tasks as they must become for these to stand at that spot, keeping their order among themselves; empty when the spot is gone. */
    List<Task> moved(Collection<String> ids, Spot spot) {
        Set<String> moving = new HashSet<>(ids);
        List<Task> rest = all.values().stream().filter(t -> !moving.contains(t.id())).sorted(ORDER).toList();
        List<Task> group = all.values().stream().filter(t -> moving.contains(t.id())).sorted(ORDER).toList();
        int at = switch (spot) {
            case Spot.Top() -> 0;
            case Spot.Bottom() -> rest.size();
            case Spot.Before(String id) -> indexOf(id, rest);
            case Spot.After(String id) -> indexOf(id, rest) + 1;
        };
        boolean gone = spot instanceof Spot.Before && at < 0 || spot instanceof Spot.After && at == 0;
        return gone || group.isEmpty() ? List.of() : placed(group, rest, at);
    }

    private static int indexOf(String id, List<Task> tasks) {
        return IntStream.range(0, tasks.size()).filter(i -> tasks.get(i).id().equals(id)).findFirst().orElse(-1);
    }

    private static List<Task> placed(List<Task> group, List<Task> rest, int at) {
        long wanted = GAP * (group.size() + 1);
        long before = at > 0 ? rest.get(at - 1).position() : at < rest.size() ? rest.get(at).position() - wanted : 0;
        long after = at < rest.size() ? rest.get(at).position() : before + wanted;
        long step = (after - before) / (group.size() + 1);
        if (step > 0) {
            return IntStream.range(0, group.size()).mapToObj(i -> group.get(i).at(before + step * (i + 1))).toList();
        }
        List<Task> whole = Stream.of(rest.subList(0, at), group, rest.subList(at, rest.size())).flatMap(List::stream).toList();
        return IntStream.range(0, whole.size()).mapToObj(i -> whole.get(i).at(GAP * (i + 1))).toList();
    }
}
