package io.reelbench.engine.watch;

import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.gather.Gatherer;
import io.reelbench.engine.preview.Fingerprint;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.watch.SeenFiles.Seen;
import io.reelbench.engine.watch.SeenFiles.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One watched folder. For one thread. */
final class FolderWatch {

    private final Watched watched;
    private final SeenFiles memory;
    private final Hands hands;
    private final Predicate<Path> written;
    private final Growing growing;
    private final Set<FileState> done = new HashSet<>();
    private final Set<FileState> strangers = new HashSet<>();
    private final List<Seen> taken = new ArrayList<>();
    private boolean offline;
    private Optional<Text> trouble = Optional.empty();

    /**
     * @param written whether some program has a file open for writing
     */
    FolderWatch(Watched watched, SeenFiles memory, Hands hands, Predicate<Path> written) throws FailedException {
        this.watched = watched;
        this.memory = memory;
        this.hands = hands;
        this.written = written;
        this.growing = new Growing(Duration.ofSeconds(watched.wish().settle()));
        settle();
    }

    Watched watched() {
        return watched;
    }

    private Path folder() {
        return watched.wish().folder().orElseThrow();
    }

    /** What was about to go to the queue when the program ended went there, or did not. */
    private void settle() throws FailedException {
        List<Seen> lost = new ArrayList<>();
        List<Seen> there = new ArrayList<>();
        for (Seen seen : memory.of(watched.id())) {
            boolean doubtful = seen.step() == Step.TAKEN;
            FileState state = seen.state();
            if (doubtful && !hands.has(state.file(), state.bytes(), state.modifiedMs(), seen.at().toEpochMilli())) {
                lost.add(seen);
                continue;
            } else if (doubtful) {
                there.add(new Seen(seen.watch(), state, seen.print(), Step.QUEUED, seen.at()));
            }
            remember(seen);
        }
        memory.remove(lost);
        memory.put(there);
    }

    private void remember(Seen seen) {
        done.add(seen.state());
        if (seen.step() != Step.PASSED) {
            taken.add(seen);
        }
    }

    /**
     * Looks through the folder and gives what is whole to the queue.
     *
     * @param pass whether what lies there is to be passed over: the first look at a folder of which only what comes is to be done
     */
    void look(Instant now, boolean pass) throws FailedException, InterruptedException {
        offline = !Files.isDirectory(folder());
        if (offline || watched.paused()) {
            return;
        }
        List<FileState> fresh = fresh();
        if (pass) {
            pass(fresh, now);
            return;
        }
        List<FileState> whole = growing.look(fresh, now).stream().filter(state -> !written.test(state.file())).toList();
        take(whole, now);
    }

    /** Only at the files that were growing when it was last looked through. */
    void lookAgain(Instant now) throws FailedException, InterruptedException {
        if (growing.count() > 0) {
            look(now, false);
        }
    }

    private List<FileState> fresh() throws FailedException {
        Gathered found = new Gatherer(folder(), watched.wish().subfolders()).gather(List.of(folder()));
        trouble = found.losses().stream().filter(loss -> loss.kind().equals("no-read")).findFirst()
                .map(loss -> WatchWords.NOT_READ.with(loss.headline()));
        List<FileState> fresh = new ArrayList<>();
        for (Path file : found.files()) {
            try {
                FileState state = FileState.of(file);
                if (!done.contains(state) && !isOutput(state)) {
                    fresh.add(state);
                }
            } catch (IOException goneMeanwhile) {
                growing.forget(file);
            }
        }
        return fresh;
    }

    /** A file that is not ours as it is never becomes ours: a task says which names it gives before it does. */
    private boolean isOutput(FileState state) throws FailedException {
        if (strangers.contains(state)) {
            return false;
        }
        boolean output = isOutput(state.file());
        (output ? done : strangers).add(state);
        return output;
    }

    private boolean isOutput(Path file) throws FailedException {
        Optional<Path> to = watched.wish().to();
        boolean inOutputs = to.isPresent() && !to.get().equals(folder()) && to.get().startsWith(folder())
                && file.startsWith(to.get());
        return inOutputs || hands.isOurs(file);
    }

    private void pass(List<FileState> fresh, Instant now) throws FailedException {
        List<Seen> passed = fresh.stream().map(state -> new Seen(watched.id(), state, "", Step.PASSED, now)).toList();
        memory.put(passed);
        passed.forEach(this::remember);
    }

    private void take(List<FileState> whole, Instant now) throws FailedException, InterruptedException {
        List<Seen> about = new ArrayList<>();
        for (FileState state : whole) {
            seen(state, now).ifPresent(about::add);
        }
        if (about.isEmpty()) {
            return;
        }
        memory.put(about);
        try {
            hands.submit(watched, about.stream().map(s -> s.state().file()).toList());
        } catch (FailedException notTaken) {
            memory.remove(about);
            trouble = Optional.of(WatchWords.NOT_TAKEN.with(about.getFirst().state().file().getFileName(),
                    notTaken.failure().headline()));
            return;
        }
        List<Seen> queued = about.stream().map(s -> new Seen(s.watch(), s.state(), s.print(), Step.QUEUED, now)).toList();
        memory.put(queued);
        queued.forEach(this::remember);
        queued.forEach(s -> {
            growing.forget(s.state().file());
            strangers.remove(s.state());
        });
    }

    /** As it will be remembered, if it is still as it was. */
    private Optional<Seen> seen(FileState state, Instant now) {
        try {
            String print = Fingerprint.hash(state.file());
            boolean same = FileState.of(state.file()).equals(state);
            return same ? Optional.of(new Seen(watched.id(), state, print, Step.TAKEN, now)) : Optional.empty();
        } catch (IOException goneOrLocked) {
            growing.forget(state.file());
            return Optional.empty();
        }
    }

    WatchState state() {
        Optional<Seen> last = SeenFiles.last(taken);
        return new WatchState(offline, growing.count(), taken.size(), last.map(s -> s.state().file()), last.map(Seen::at),
                trouble);
    }
}
