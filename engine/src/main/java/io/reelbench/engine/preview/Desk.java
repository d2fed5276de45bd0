package io.reelbench.engine.preview;

import io.reelbench.engine.preview.wire.Answer;
import io.reelbench.engine.preview.wire.Codec;
import io.reelbench.engine.preview.wire.Lane;
import io.reelbench.engine.preview.wire.Order;
import io.reelbench.engine.preview.wire.Request;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where requests wait, go to the decoder and come back. Each lane of the decoder has one at a time; the rest waits here, in order of rank. A
 * decoder that dies or falls silent is started again, and what it worked on is asked once more, alone, so that a second death has one cause.
 */
final class Desk implements Link.Listener, AutoCloseable {

    /** Starts a decoder. */
    interface Starter {
        Link start(Link.Listener listener) throws IOException, InterruptedException;
    }

    /** The decoder says twice a second that it is still at it; between two such words lies one frame at most. */
    static final Duration SILENCE = Duration.ofSeconds(12);
    private static final int MOST_DEATHS = 2;
    private static final int MOST_FALSE_STARTS = 3;
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Starter starter;
    private final Duration silence;
    private final Map<Lane, TreeSet<Errand<?>>> waiting = new EnumMap<>(Lane.class);
    private final Map<Lane, Errand<?>> inside = new EnumMap<>(Lane.class);
    private final ExecutorService helpers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("decoder-watch").factory());
    private Link link;
    private boolean ready;
    private boolean starting;
    private boolean closed;
    private boolean watched;
    private int falseStarts;
    private long lastId;

    Desk(Starter starter, Duration silence) {
        this.starter = starter;
        this.silence = silence;
        for (Lane lane : Lane.values()) {
            waiting.put(lane, new TreeSet<>());
        }
    }

    /** Starts the decoder when there is none. Returns at once. */
    synchronized void warm() {
        if (link == null && !starting && !closed) {
            starting = true;
            helpers.execute(this::start);
            if (!watched) {
                watched = true;
                long period = Math.max(50, silence.toMillis() / 8);
                clock.scheduleWithFixedDelay(this::watch, period, period, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Another decoder takes over what this one works on; none is started where there is none. */
    synchronized void startAnew() {
        if (link != null && ready) {
            // it dies of our own hand: what it worked on is not to blame
            inside.values().forEach(errand -> errand.deaths--);
            link.kill();
        }
    }

    /** The decoder's process id; empty when there is none. */
    synchronized Optional<Long> pid() {
        return Optional.ofNullable(link).filter(_ -> ready).map(Link::pid);
    }

    <T> Errand<T> take(Lane lane, int rank, Request request, String file, BiFunction<Answer, ByteBuffer, T> reader) {
        return take(id -> new Errand<>(id, lane, rank, request, file, reader));
    }

    /** @param maker makes it of its number */
    <T, E extends Errand<T>> E take(LongFunction<E> maker) {
        E errand;
        synchronized (this) {
            errand = maker.apply(++lastId);
            if (closed) {
                errand.outcome.cancel(false);
                return errand;
            }
            waiting.get(errand.lane).add(errand);
            warm();
            pump();
        }
        errand.outcome.whenComplete((_, _) -> {
            if (errand.outcome.isCancelled()) {
                drop(errand);
            }
        });
        return errand;
    }

    private synchronized void drop(Errand<?> errand) {
        errand.unwanted = true;
        if (!waiting.get(errand.lane).remove(errand) && inside.get(errand.lane) == errand) {
            send(new Order.Cancel(errand.id));
        }
    }

    private void start() {
        try {
            Link started = starter.start(this);
            synchronized (this) {
                if (closed) {
                    started.kill();
                } else if (starting) {
                    link = started;
                }
            }
        } catch (IOException e) {
            LOG.warn("the decoder cannot be started", e);
            notStarted(e.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            notStarted("interrupted");
        }
    }

    private void notStarted(String why) {
        List<Runnable> told = new ArrayList<>();
        synchronized (this) {
            starting = false;
            falseStarts++;
            if (falseStarts < MOST_FALSE_STARTS && !closed && isWanted()) {
                warm();
            } else if (falseStarts >= MOST_FALSE_STARTS) {
                for (TreeSet<Errand<?>> queue : waiting.values()) {
                    queue.forEach(errand -> told.add(failing(errand,
                            new Failure.Internal("the decoder of previews does not start: " + why))));
                    queue.clear();
                }
                falseStarts = 0;
            }
        }
        told.forEach(helpers::execute);
    }

    private boolean isWanted() {
        return waiting.values().stream().anyMatch(queue -> !queue.isEmpty());
    }

    /** Gives the decoder what it has room for. */
    private void pump() {
        if (!ready || closed) {
            return;
        }
        boolean suspects = waiting.values().stream().flatMap(TreeSet::stream).anyMatch(e -> e.deaths > 0)
                || inside.values().stream().anyMatch(e -> e.deaths > 0);
        for (Lane lane : Lane.values()) {
            boolean free = suspects ? inside.isEmpty() : !inside.containsKey(lane);
            if (free) {
                waiting.get(lane).stream().filter(e -> !suspects || e.deaths > 0).findFirst().ifPresent(this::hand);
            }
        }
    }

    private void hand(Errand<?> errand) {
        waiting.get(errand.lane).remove(errand);
        errand.heardNs = System.nanoTime();
        inside.put(errand.lane, errand);
        send(new Order.Ask(errand.id, errand.lane, errand.request()));
    }

    private void send(Order order) {
        try {
            if (link != null) {
                link.send(order);
            }
        } catch (IOException gone) {
            // its end is told by the thread that listens
            LOG.debug("decoder", gone);
            link.kill();
        }
    }

    @Override
    public void answered(Link from, Answer answer) {
        synchronized (this) {
            // what comes while it closes is heard by nobody
            if (!closed) {
                heard(from, answer).ifPresent(helpers::execute);
            }
        }
    }

    private Optional<Runnable> heard(Link from, Answer answer) {
        return switch (answer) {
            case Answer.Ready(var version) -> {
                link = from;
                starting = false;
                ready = version == Codec.VERSION;
                falseStarts = 0;
                if (!ready) {
                    from.kill();
                }
                pump();
                yield Optional.empty();
            }
            case Answer.Alive(var id) -> {
                inside.values().stream().filter(e -> e.id == id).forEach(e -> e.heardNs = System.nanoTime());
                yield Optional.empty();
            }
            case Answer.Passed(var id, var slot, _, _, _, _) -> {
                Optional<Runnable> told = meanwhile(from, id, answer);
                send(new Order.Taken(id, slot));
                yield told;
            }
            case Answer.Reached(var id, _, _) -> meanwhile(from, id, answer);
            case Answer.Played(var id) -> over(from, id, answer);
            case Answer.Shown shown -> over(from, shown.id(), answer);
            case Answer.Counted counted -> over(from, counted.id(), answer);
            case Answer.Failed failed -> over(from, failed.id(), answer);
            case Answer.Dropped dropped -> over(from, dropped.id(), answer);
        };
    }

    /** What goes on works: neither is it silent nor is it what the decoder died of. */
    private Optional<Runnable> meanwhile(Link from, long id, Answer answer) {
        Optional<Errand<?>> known = inside.values().stream().filter(e -> e.id == id).findFirst().map(e -> (Errand<?>) e);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Errand<?> errand = known.get();
        errand.heardNs = System.nanoTime();
        if (errand.deaths > 0) {
            errand.deaths = 0;
            pump();
        }
        return errand.unwanted ? Optional.empty() : Optional.of(errand.meanwhile(answer, from.part(errand.lane)));
    }

    /** Tells the decoder something about work that it is at; where it is not, nothing. */
    synchronized void say(Errand<?> errand, Order order) {
        if (inside.get(errand.lane) == errand) {
            send(order);
        }
    }

    private Optional<Runnable> over(Link from, long id, Answer answer) {
        Optional<Errand<?>> known = inside.values().stream().filter(e -> e.id == id).findFirst().map(e -> (Errand<?>) e);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Errand<?> errand = known.get();
        Runnable told = switch (answer) {
            case Answer.Failed(_, var reason, var detail) -> failing(errand, Reasons.failure(errand, reason, detail));
            case Answer.Dropped _ -> () -> errand.outcome.cancel(false);
            default -> errand.unwanted ? () -> {
            } : errand.read(answer, from.part(errand.lane));
        };
        inside.remove(errand.lane);
        pump();
        return Optional.of(told);
    }

    private static Runnable failing(Errand<?> errand, Failure failure) {
        return () -> errand.outcome.completeExceptionally(new FailedException(failure));
    }

    @Override
    public void ended(Link which) {
        List<Runnable> told = new ArrayList<>();
        synchronized (this) {
            boolean wasReady = ready && link == which;
            if (closed || link != which && !starting) {
                return;
            }
            link = null;
            ready = false;
            if (!wasReady) {
                // it never said a word
                helpers.execute(() -> notStarted("it ends at once"));
                return;
            }
            LOG.info("the decoder {} ended", which.pid());
            for (Errand<?> errand : List.copyOf(inside.values())) {
                errand.deaths += errand.unwanted ? 0 : 1;
                if (errand.deaths >= MOST_DEATHS) {
                    told.add(failing(errand, new Failure.PreviewCrashed(errand.file)));
                } else if (!errand.unwanted) {
                    waiting.get(errand.lane).add(errand);
                }
            }
            inside.clear();
            if (isWanted()) {
                warm();
            }
        }
        told.forEach(helpers::execute);
    }

    /** A decoder that has said nothing for too long hangs. */
    private void watch() {
        Link silent = null;
        synchronized (this) {
            long now = System.nanoTime();
            if (inside.values().stream().anyMatch(e -> now - e.heardNs > silence.toNanos())) {
                silent = link;
            }
        }
        if (silent != null) {
            LOG.warn("the decoder {} is silent and is ended", silent.pid());
            silent.kill();
        }
    }

    /** Ends the decoder; what waits is cancelled. */
    @Override
    public void close() {
        List<Errand<?>> left = new ArrayList<>();
        synchronized (this) {
            closed = true;
            waiting.values().forEach(queue -> {
                left.addAll(queue);
                queue.clear();
            });
            left.addAll(inside.values());
            inside.clear();
            if (link != null) {
                link.kill();
            }
        }
        clock.shutdownNow();
        left.forEach(errand -> errand.outcome.cancel(false));
        helpers.shutdown();
    }
}
