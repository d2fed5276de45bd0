package io.reelbench.engine.watch;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Pin;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches all folders of a list: what the system tells of them is looked at soon, and each is looked through every half minute all the
 * same, since network drives tell nothing and disks come back. Its own thread does everything.
 */
public final class Watcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    static final Duration SLOW = Duration.ofSeconds(30);

    private final WatchList list;
    private final SeenFiles memory;
    private final Hands hands;
    private final InstantSource clock;
    private final Predicate<Path> written;
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("reelbench-watch").factory());
    private final WatchService told;
    private final Map<String, FolderWatch> folders = new LinkedHashMap<>();
    private final Map<WatchKey, String> keys = new HashMap<>();
    private final Map<String, Instant> looked = new HashMap<>();
    private final List<Consumer<Map<String, WatchState>>> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<String, WatchState> states = Map.of();

    /** Opens what is remembered of files; nothing is looked at before {@link #start}. */
    public static Watcher open(WatchList list, Path data, Hands hands, InstantSource clock) throws FailedException {
        return new Watcher(list, SeenFiles.open(data), hands, clock, OpenFiles::isWritten);
    }

    Watcher(WatchList list, SeenFiles memory, Hands hands, InstantSource clock, Predicate<Path> written) {
        this.list = list;
        this.memory = memory;
        this.hands = hands;
        this.clock = clock;
        this.written = written;
        try {
            this.told = FileSystems.getDefault().newWatchService();
        } catch (IOException none) {
            throw new java.io.UncheckedIOException(none);
        }
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::safely, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks at the list at once: it was changed. */
    public void changed() {
        thread.execute(this::safely);
    }

    /** How it goes with each, by id. */
    public Map<String, WatchState> states() {
        return states;
    }

    /** What was forgotten, in words. */
    public List<Text> troubles() {
        return memory.isLost() ? List.of(WatchWords.FORGOTTEN.with()) : List.of();
    }

    /** Told of all states whenever one changes, on the watcher's thread. */
    public Pin listen(Consumer<Map<String, WatchState>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void safely() {
        try {
            tick();
        } catch (FailedException | RuntimeException fault) {
            LOG.error("Watching folders went wrong and is tried again", fault);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look around. */
    void tick() throws FailedException, InterruptedException {
        Instant now = clock.instant();
        Set<String> news = follow();
        news.addAll(whatWasTold());
        for (FolderWatch folder : List.copyOf(folders.values())) {
            String id = folder.watched().id();
            boolean due = !looked.getOrDefault(id, Instant.MIN).plus(SLOW).isAfter(now);
            if (news.contains(id) || due) {
                looked.put(id, now);
                look(folder, now);
            } else if (!folder.watched().paused()) {
                folder.lookAgain(now);
            }
        }
        tell();
    }

    private void look(FolderWatch folder, Instant now) throws FailedException, InterruptedException {
        String id = folder.watched().id();
        boolean first = !memory.begun().contains(id);
        boolean wasOffline = folder.state().offline();
        folder.look(now, first && (!folder.watched().wish().existing() || memory.isLost()));
        boolean there = !folder.state().offline();
        if (first && there && !folder.watched().paused()) {
            memory.begin(id);
        }
        if (there && (wasOffline || !keys.containsValue(id))) {
            register(folder);
        }
    }

    /** Takes over what the list says now; gives the ids of those that are new or other than before. */
    private Set<String> follow() throws FailedException {
        Set<String> news = new HashSet<>();
        List<Watched> now = list.all();
        folders.keySet().removeIf(id -> now.stream().noneMatch(w -> w.id().equals(id)));
        for (Watched one : now) {
            FolderWatch known = folders.get(one.id());
            if (known == null || !known.watched().equals(one)) {
                unregister(one.id());
                folders.put(one.id(), new FolderWatch(one, memory, hands, written));
                news.add(one.id());
            }
        }
        List.copyOf(keys.values()).stream().filter(id -> !folders.containsKey(id)).forEach(this::unregister);
        return news;
    }

    private void unregister(String id) {
        keys.entrySet().removeIf(entry -> {
            boolean its = entry.getValue().equals(id);
            if (its) {
                entry.getKey().cancel();
            }
            return its;
        });
    }

    private void register(FolderWatch folder) {
        unregister(folder.watched().id());
        Path root = folder.watched().wish().folder().orElseThrow();
        try {
            Files.walkFileTree(root, Set.of(), folder.watched().wish().subfolders() ? Integer.MAX_VALUE : 1,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes its) throws IOException {
                            keys.put(place.register(told, StandardWatchEventKinds.ENTRY_CREATE,
                                    StandardWatchEventKinds.ENTRY_MODIFY,
                                    StandardWatchEventKinds.ENTRY_DELETE), folder.watched().id());
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException closed) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException onlyTheSlowLook) {
            LOG.info("{} tells nothing of itself: {}", root, onlyTheSlowLook.toString());
        }
    }

    private Set<String> whatWasTold() {
        Set<String> ids = new HashSet<>();
        try {
            for (WatchKey key = told.poll(); key != null; key = told.poll()) {
                boolean folders = key.pollEvents().stream().anyMatch(e -> e.kind() != StandardWatchEventKinds.ENTRY_MODIFY);
                String id = keys.get(key);
                if (id != null) {
                    ids.add(id);
                    if (!key.reset() || folders && this.folders.get(id).watched().wish().subfolders()) {
                        // a folder came or went: others may have to be listened to
                        unregister(id);
                    }
                }
            }
        } catch (ClosedWatchServiceException closing) {
            return Set.of();
        }
        return ids;
    }

    private void tell() {
        Map<String, WatchState> now = new LinkedHashMap<>();
        folders.forEach((id, folder) -> now.put(id, folder.state()));
        if (!now.equals(states)) {
            states = now;
            listeners.forEach(listener -> listener.accept(now));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(10, TimeUnit.SECONDS);
            told.close();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (IOException stays) {
            LOG.warn("Watching could not be ended", stays);
        }
        memory.close();
    }
}
