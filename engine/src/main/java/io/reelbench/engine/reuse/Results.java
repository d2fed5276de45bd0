package io.reelbench.engine.reuse;

import io.reelbench.engine.output.Stamp;
import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows what was made of what. Nothing is taken on trust: a result is copied, and the copy must have the digest that the result had when it
 * was proven. Safe for any thread.
 */
public final class Results implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Results.class);
    /** So long the end of the program waits for what is just being remembered. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * What a person has chosen.
     *
     * @param wanted whether results are taken again at all
     * @param copies bytes that second copies of results may have; 0 for none
     */
    public record Choice(BooleanSupplier wanted, LongSupplier copies) {
    }

    private final String build;
    private final Choice choice;
    private final ResultsFile file;
    private final Copies copies;
    private final Contents contents = new Contents();
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();

    /**
     * @param build  everything that a result depends on and no task says: which engine, which ffmpeg
     * @param data   folder of ours for what is known
     * @param cache  folder of ours for second copies
     */
    public Results(String build, Path data, Path cache, Choice choice) {
        this.build = build;
        this.choice = choice;
        this.file = new ResultsFile(data);
        this.copies = new Copies(cache.resolve("results"), choice.copies());
    }

    /** A subject of this build. */
    public Subject subject(List<String> said, List<Path> files) {
        List<String> all = new ArrayList<>(said);
        all.add(build);
        return Subject.of(all, files);
    }

    /** What was made of the same before. Reads files only where steps, programs and sizes are the same. */
    public List<Earlier> find(Subject subject) throws InterruptedException {
        if (!choice.wanted().getAsBoolean()) {
            return List.of();
        }
        try {
            List<Long> sizes = subject.sizes();
            List<Earlier> likely = file.newestFirst().stream()
                    .filter(line -> line.shape().equals(subject.shape()) && line.sizes().equals(sizes))
                    .map(ResultsFile.Line::earlier).filter(this::isThere).toList();
            if (likely.isEmpty()) {
                return List.of();
            }
            String key = key(subject);
            return likely.stream().filter(earlier -> earlier.key().equals(key)).toList();
        } catch (IOException unreadable) {
            LOG.debug("What is read cannot be looked at", unreadable); // the task itself says so
            return List.of();
        }
    }

    private boolean isThere(Earlier earlier) {
        return earlier.files().stream().allMatch(kept -> source(kept).isPresent());
    }

    /** Where a result may lie: in its place, else as a copy. */
    private Optional<Path> source(Earlier.Kept kept) {
        return List.of(kept.file(), copies.of(kept.digest())).stream().filter(f -> hasSize(f, kept.bytes())).findFirst();
    }

    private static boolean hasSize(Path file, long bytes) {
        try {
            return Files.isRegularFile(file) && Files.size(file) == bytes;
        } catch (IOException gone) {
            return false;
        }
    }

    private String key(Subject subject) throws IOException, InterruptedException {
        List<String> digests = new ArrayList<>();
        for (Path each : subject.files()) {
            digests.add(contents.of(each));
        }
        return subject.key(digests);
    }

    /**
     * Whether copies of all files of an earlier task stand in these places now, byte for byte; else none does.
     *
     * @param progress told how far it is, 0 to 1
     */
    public boolean take(Earlier earlier, List<Path> into, DoubleConsumer progress) throws InterruptedException {
        int count = earlier.files().size();
        for (int i = 0; i < count; i++) {
            int now = i;
            if (count != into.size()
                    || !taken(earlier.files().get(i), into.get(i), part -> progress.accept((now + part) / count))) {
                remove(into.subList(0, Math.min(i, into.size())));
                return false;
            }
        }
        return true;
    }

    private boolean taken(Earlier.Kept kept, Path into, DoubleConsumer progress) throws InterruptedException {
        for (Path from : List.of(kept.file(), copies.of(kept.digest()))) {
            if (hasSize(from, kept.bytes()) && Copying.copied(from, kept.digest(), into, progress)) {
                if (!from.equals(kept.file())) {
                    copies.used(from);
                }
                return true;
            }
        }
        return false;
    }

    private static void remove(List<Path> files) {
        for (Path each : files) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException stays) {
                LOG.warn("{} stays", each, stays);
            }
        }
    }

    /** Remembers that an earlier result lies in more places now. */
    public void again(Subject subject, Earlier earlier, List<Path> placed) {
        List<Earlier.Kept> files = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            Earlier.Kept was = earlier.files().get(i);
            files.add(new Earlier.Kept(placed.get(i), was.bytes(), was.digest()));
        }
        try {
            file.add(subject, subject.sizes(),
                    new Earlier(earlier.key(), earlier.name(), files, earlier.notes(), earlier.asPlanned()));
        } catch (IOException gone) {
            LOG.debug("What was read is gone", gone);
        }
    }

    /**
     * Begins to read what a task reads, while it works. What is not read when the task ends is given up: to look it up later would take
     * longer than to do it again.
     */
    public Witness watch(Subject subject) {
        return choice.wanted().getAsBoolean() ? new Watching(subject) : Witness.NONE;
    }

    /** Sees a task being done. */
    public interface Witness {

        Witness NONE = new Witness() {
            @Override
            public void ended() {
                // nothing is remembered
            }

            @Override
            public void made(Made made) {
                // nothing is remembered
            }
        };

        /** The work is over, well or not: nothing more is read of what went in. */
        void ended();

        /** It was proven and placed. Returns at once. */
        void made(Made made);
    }

    /**
     * What a task made.
     *
     * @param name      for people
     * @param files     in the order of its plan's products
     * @param notes     what was said of them
     * @param asPlanned see {@link Earlier}
     */
    public record Made(String name, List<Proven> files, List<Text> notes, boolean asPlanned) {
    }

    /**
     * A file of them.
     *
     * @param stamp as it was when it was proven
     */
    public record Proven(Path file, Stamp stamp) {
    }

    private final class Watching implements Witness {

        private final Subject subject;
        private final List<Stamp> before = new ArrayList<>();
        private final Thread reader;
        private volatile Optional<String> key = Optional.empty();

        Watching(Subject subject) {
            this.subject = subject;
            this.reader = begun("reuse-in", () -> {
                before.addAll(stampsOf(subject));
                key = Optional.of(key(subject));
            });
        }

        @Override
        public void ended() {
            reader.interrupt();
        }

        @Override
        public void made(Made made) {
            key.ifPresent(whole -> begun("reuse-out", () -> remember(whole, made)));
        }

        private void remember(String whole, Made made) throws IOException, InterruptedException {
            List<Earlier.Kept> files = new ArrayList<>();
            boolean same = stampsOf(subject).equals(before);
            for (Proven each : made.files()) {
                files.add(new Earlier.Kept(each.file, each.stamp.bytes(), Digest.of(each.file)));
                same &= Stamp.of(each.file).equals(each.stamp);
            }
            if (!same) {
                return; // somebody works on them already
            }
            file.add(subject, subject.sizes(), new Earlier(whole, made.name(), files, made.notes(), made.asPlanned()));
            for (Earlier.Kept each : files) {
                copies.keep(each);
            }
        }
    }

    private static List<Stamp> stampsOf(Subject subject) throws IOException {
        List<Stamp> stamps = new ArrayList<>();
        for (Path each : subject.files()) {
            stamps.add(Stamp.of(each));
        }
        return stamps;
    }

    private interface Reading {
        void run() throws IOException, InterruptedException;
    }

    /** On a thread of the system's: a digest would keep a virtual one's carrier from all others. */
    private Thread begun(String name, Reading reading) {
        Thread thread = Thread.ofPlatform().daemon().name(name).priority(Thread.MIN_PRIORITY).unstarted(() -> {
            try {
                reading.run();
            } catch (IOException unreadable) {
                LOG.debug("Nothing is remembered of it", unreadable);
            } catch (InterruptedException ended) {
                LOG.debug("It was done before it was read", ended);
            } finally {
                working.remove(Thread.currentThread());
            }
        });
        working.add(thread);
        thread.start();
        return thread;
    }

    /** How many files were read to look something up. */
    public long reads() {
        return contents.reads();
    }

    /** How many results are known. */
    public int count() {
        return file.newestFirst().size();
    }

    /** Forgets all of it. The results themselves stay where they are. */
    public void clear() throws IOException {
        file.clear();
        copies.clear();
    }

    /** Waits a moment for what is just being remembered. */
    public void settle() throws InterruptedException {
        for (Thread each : List.copyOf(working)) {
            each.join(PATIENCE);
        }
    }

    @Override
    public void close() {
        try {
            settle();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        working.forEach(Thread::interrupt);
    }
}
