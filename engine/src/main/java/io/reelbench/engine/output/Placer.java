package io.reelbench.engine.output;

import io.reelbench.engine.problem.FailedException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives sealed part files their final names: all of a task or none, never replacing a file that was not meant to be, whatever happens in between. */
public final class Placer {

    private static final Logger LOG = LoggerFactory.getLogger(Placer.class);

    private final NoReplace rename;
    /** A name that is only reserved must not be replaced by another task of this program. */
    private final ReentrantLock oneByOne = new ReentrantLock();

    public Placer() {
        this(NoReplace.ofThisSystem());
    }

    Placer(NoReplace rename) {
        this.rename = rename;
    }

    /** Places the products of one task. Each intent is in the ledger before a name changes. When one fails, those before it are taken back. */
    public List<Placed> place(List<PartFile> parts, Rules rules, Placing.Ledger ledger) throws FailedException {
        List<Placed> placed = new ArrayList<>();
        List<Placing> intents = new ArrayList<>();
        for (PartFile part : parts) {
            Optional<Placing> intent = intent(part, rules, intents);
            intent.ifPresentOrElse(intents::add, () -> placed.add(new Placed.LeftAlone(part.wish())));
        }
        ledger.placing(List.copyOf(intents));
        int done = 0;
        try {
            for (; done < intents.size(); done++) {
                moveSomewhere(intents, done, ledger);
            }
            syncFolders(intents);
        } catch (IOException e) {
            Path folder = intents.get(Math.min(done, intents.size() - 1)).target().getParent();
            throw undone(intents, done, Faults.writing(folder, e));
        } catch (FailedException e) {
            throw undone(intents, done, e);
        }
        intents.forEach(this::discard);
        intents.forEach(i -> placed.add(new Placed.Here(i.target(), i.stamp().bytes())));
        removeUnwanted(parts, intents);
        return List.copyOf(placed);
    }

    /** Empty when the product is to be left out. */
    private Optional<Placing> intent(PartFile part, Rules rules, List<Placing> others) throws FailedException {
        try {
            Stamp stamp = Stamp.of(part.path());
            Optional<Placing.Old> old = old(part); // before the verdict: a file that comes after it is not the one meant to be replaced
            return switch (rules.verdict(part.wish(), Files.isDirectory(part.path()))) {
                case LEAVE_ALONE -> Optional.empty();
                case PLACE, ANOTHER_NAME -> Optional.of(anew(part.path(), part.wish(), stamp, others));
                case REPLACE -> Optional.of(new Placing(part.path(), part.wish(), part.wish(), old, stamp));
            };
        } catch (IOException e) {
            throw Faults.writing(part.path().getParent(), e);
        }
    }

    private static Placing anew(Path part, Path wish, Stamp stamp, List<Placing> others) {
        return new Placing(part, wish, free(wish, others), Optional.empty(), stamp);
    }

    private static Optional<Placing.Old> old(PartFile part) throws IOException {
        try {
            return Optional.of(new Placing.Old(part.aside(), Stamp.of(part.wish(), LinkOption.NOFOLLOW_LINKS)));
        } catch (NoSuchFileException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private static Path free(Path wish, List<Placing> others) {
        Set<Path> taken = new TreeSet<>(others.stream().map(Placing::target).toList());
        Path candidate = wish;
        for (int number = 2; exists(candidate) || taken.contains(candidate); number++) {
            candidate = wish.resolveSibling(SafeName.numbered(wish.getFileName().toString(), number));
        }
        return candidate;
    }

    /** Another program or task may take the name at the last moment; then the next free one is written down and tried. */
    private void moveSomewhere(List<Placing> intents, int index, Placing.Ledger ledger) throws IOException, FailedException {
        while (!moved(intents.get(index))) {
            Placing old = intents.get(index);
            intents.set(index, anew(old.part(), old.wish(), old.stamp(), intents));
            ledger.placing(List.copyOf(intents));
        }
    }

    private boolean moved(Placing intent) throws IOException {
        oneByOne.lock();
        try {
            if (intent.old().isEmpty() || setAside(intent.target(), intent.old().get())) {
                rename.move(intent.part(), intent.target());
                return true;
            }
        } catch (FileAlreadyExistsException taken) {
            bringBack(intent);
        } finally {
            oneByOne.unlock();
        }
        return false;
    }

    /** False when the name belongs to another file by now, which is then back in its place. */
    private boolean setAside(Path name, Placing.Old old) throws IOException {
        if (!exists(name)) {
            return true; // it waits aside already, or is gone
        }
        try {
            rename.move(name, old.aside());
        } catch (NoSuchFileException goneMeanwhile) {
            return true; // nothing stands in the way any more
        }
        boolean meant = isOld(old);
        if (!meant) {
            bringBack(old.aside(), name);
        }
        return meant;
    }

    private void bringBack(Placing intent) throws IOException {
        if (intent.old().isPresent()) {
            bringBack(intent.old().get().aside(), intent.target());
        }
    }

    /** A file set aside never gets lost: when its own name is taken it gets the next free one. */
    private void bringBack(Path aside, Path name) throws IOException {
        while (exists(aside)) {
            try {
                rename.move(aside, free(name, List.of()));
            } catch (FileAlreadyExistsException taken) {
                continue; // another name is free
            }
        }
    }

    private static void syncFolders(List<Placing> intents) throws IOException {
        Set<Path> folders = new TreeSet<>(intents.stream().map(i -> i.target().getParent()).toList());
        for (Path folder : folders) {
            Folder.sync(folder);
        }
    }

    /** The new file stands: what it replaced goes, unless it is not what was meant. That this fails is no reason to take the new one away. */
    private void discard(Placing intent) {
        if (intent.old().isEmpty() || !exists(intent.old().get().aside())) {
            return;
        }
        try {
            if (isOld(intent.old().get())) {
                Folder.remove(intent.old().get().aside());
            } else {
                bringBack(intent);
            }
        } catch (IOException e) {
            LOG.warn("{} could not be removed", intent.old().get().aside(), e);
        }
    }

    private static boolean isOld(Placing.Old old) throws IOException {
        return Stamp.of(old.aside(), LinkOption.NOFOLLOW_LINKS).equals(old.stamp());
    }

    private static void removeUnwanted(List<PartFile> parts, List<Placing> intents) throws FailedException {
        for (PartFile part : parts) {
            if (intents.stream().noneMatch(i -> i.part().equals(part.path()))) {
                try {
                    Folder.remove(part.path());
                } catch (IOException e) {
                    throw Faults.writing(part.path().getParent(), e);
                }
            }
        }
    }

    /** Takes back those that are done, and the old file of the one that failed. */
    private FailedException undone(List<Placing> intents, int done, FailedException why) {
        for (int i = 0; i <= Math.min(done, intents.size() - 1); i++) {
            try {
                if (i < done) {
                    rename.move(intents.get(i).target(), intents.get(i).part());
                }
                bringBack(intents.get(i));
            } catch (IOException e) {
                why.addSuppressed(e);
            }
        }
        return why;
    }

    /**
     * After a crash: looks which names exist and brings placing to its end. Empty when a part file is lost or not as it was; then the
     * task must run again, and what it had set aside is back. A name that changes is in the ledger first: there may be another crash.
     */
    public Optional<List<Placed>> settle(List<Placing> written, Placing.Ledger ledger) throws FailedException {
        List<Placing> intents = new ArrayList<>(written);
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < intents.size(); i++) {
            try {
                if (settled(intents, i, ledger)) {
                    placed.add(new Placed.Here(intents.get(i).target(), intents.get(i).stamp().bytes()));
                }
            } catch (IOException e) {
                throw Faults.writing(intents.get(i).target().getParent(), e);
            }
        }
        return placed.size() == intents.size() ? Optional.of(List.copyOf(placed)) : Optional.empty();
    }

    private boolean settled(List<Placing> intents, int index, Placing.Ledger ledger) throws IOException, FailedException {
        Placing intent = intents.get(index);
        boolean part = is(intent.part(), intent.stamp());
        boolean twoNames = part && exists(intent.target()) && Files.isSameFile(intent.part(), intent.target());
        if (twoNames) {
            Files.delete(intent.part());
        } else if (part) {
            moveSomewhere(intents, index, ledger);
        } else if (exists(intent.part()) || !is(intent.target(), intent.stamp())) {
            bringBack(intent);
            return false;
        }
        Folder.sync(intent.target().getParent());
        discard(intents.get(index));
        return true;
    }

    private static boolean is(Path file, Stamp stamp) throws IOException {
        return Files.exists(file) && Stamp.of(file).sameContent(stamp);
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
