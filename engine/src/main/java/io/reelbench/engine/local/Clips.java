package io.reelbench.engine.local;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.problem.FailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What is known of clips, kept for the last few hundred: a clip is probed once as long as its file stays the same. */
public final class Clips {

    private static final int KEPT = 512;
    /** More would only make the disk seek. */
    private static final int AT_ONCE = 3;

    /** Reads files; the engine gives the real one. */
    public interface Reader {
        Media probe(Path file) throws FailedException, InterruptedException;

        /** The same clip with one more thing known of it. */
        Media with(Media media, Fact fact) throws FailedException, InterruptedException;
    }

    private record Identity(Path file, long bytes, long modifiedMs) {
    }

    private final Reader reader;
    private final Map<Identity, Media> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Identity, Media> eldest) {
            return size() > KEPT;
        }
    };

    public Clips(Reader reader) {
        this.reader = reader;
    }

    public Media probe(Path file) throws FailedException, InterruptedException {
        Path absolute = file.toAbsolutePath().normalize();
        Identity identity;
        try {
            identity = new Identity(absolute, Files.size(absolute), Files.getLastModifiedTime(absolute).toMillis());
        } catch (IOException unreadable) {
            // the reader says in words what is wrong with it
            return reader.probe(absolute);
        }
        synchronized (known) {
            Media media = known.get(identity);
            if (media != null) {
                return media;
            }
        }
        Media media = reader.probe(absolute);
        keep(identity, media);
        return media;
    }

    /**
     * Several clips, in their order; a few are looked at at once.
     *
     * @throws FailedException what is wrong with the first of them that cannot be read
     */
    public List<Media> probe(List<Path> files) throws FailedException, InterruptedException {
        if (files.size() == 1) {
            return List.of(probe(files.getFirst()));
        }
        ExecutorService looking = Executors.newFixedThreadPool(Math.clamp(files.size(), 1, AT_ONCE),
                Thread.ofPlatform().daemon().name("clips-", 1).factory());
        try {
            List<Future<Media>> asked = files.stream().map(file -> looking.submit(() -> probe(file))).toList();
            List<Media> all = new ArrayList<>();
            for (Future<Media> each : asked) {
                all.add(each.get());
            }
            return List.copyOf(all);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case FailedException failed -> throw failed;
                case InterruptedException stopped -> throw stopped;
                case RuntimeException wrong -> throw wrong;
                default -> throw new IllegalStateException(e.getCause());
            }
        } finally {
            looking.shutdownNow();
        }
    }

    /** Remembers what was probed elsewhere. */
    public void keep(Media media) {
        keep(new Identity(media.path(), media.bytes(), media.modifiedMs()), media);
    }

    private void keep(Identity identity, Media media) {
        synchronized (known) {
            known.put(identity, media);
        }
    }

    Media with(Media media, Fact fact) throws FailedException, InterruptedException {
        Media more = reader.with(media, fact);
        keep(more.with(more.known().ofTheClip()));
        return more;
    }
}
