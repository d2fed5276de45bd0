package io.reelbench.engine.gather;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the clips that inputs stand for: files as they are, folders with the media files in them. */
public final class Gatherer {

    private static final Path HERE = Path.of("");

    private final Path directory;
    private final boolean recursive;
    private final boolean repeats;
    private final List<Gathered.Clip> clips = new ArrayList<>();
    /** The places that they really are, so that a file reached in two ways is done once. */
    private final Set<Path> known = new HashSet<>();
    private final List<Gathered.Loss> losses = new ArrayList<>();
    private final List<Path> others = new ArrayList<>();

    /** Inputs are seen from a directory. */
    public Gatherer(Path directory, boolean recursive) {
        this(directory, recursive, false);
    }

    /**
     * The same.
     *
     * @param repeats whether a file that is named twice is meant twice, as the opening that is also the end of a film
     */
    public Gatherer(Path directory, boolean recursive, boolean repeats) {
        this.directory = directory;
        this.recursive = recursive;
        this.repeats = repeats;
    }

    public Gathered gather(List<Path> inputs) {
        for (Path input : inputs) {
            Path place = directory.resolve(input).toAbsolutePath().normalize();
            if (Files.isDirectory(place)) {
                folder(input, place);
            } else if (Files.exists(place) || Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                if (repeats) {
                    known.remove(real(place));
                }
                clip(place, HERE, Optional.empty());
            } else {
                lose(input, "missing", GatherWords.MISSING_INPUT, GatherWords.MISSING_INPUT_FIX);
            }
        }
        return new Gathered(List.copyOf(clips), List.copyOf(losses), List.copyOf(others));
    }

    private void folder(Path input, Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            // with links followed, the walk itself notices a folder that holds itself
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), recursive ? Integer.MAX_VALUE : 1,
                    new Visitor(folder, files));
        } catch (IOException broken) {
            lose(input, "no-read", GatherWords.NO_FOLDER_READ, GatherWords.NO_FOLDER_READ_FIX);
            return;
        }
        if (files.isEmpty()) {
            lose(input, "empty-folder", GatherWords.EMPTY_FOLDER, GatherWords.EMPTY_FOLDER_FIX);
        }
        files.stream().sorted(new NaturalOrder()).forEach(file -> clip(file, below(folder, file), Optional.of(folder)));
    }

    private static Path below(Path folder, Path file) {
        Path within = folder.relativize(file).getParent();
        return within == null ? HERE : within;
    }

    private void clip(Path file, Path folder, Optional<Path> top) {
        if (known.add(real(file))) {
            clips.add(new Gathered.Clip(file, folder, top));
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException unreachable) {
            return file; // opening it will say why
        }
    }

    private void lose(Path input, String kind, GatherWords headline, GatherWords fix) {
        losses.add(new Gathered.Loss(input, kind, headline.with(input), fix.with()));
    }

    /** Collects media files; hidden folders are passed over, and one without rights is named while the others go on. */
    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Path top;
        private final List<Path> files;

        Visitor(Path top, List<Path> files) {
            this.top = top;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
            boolean hidden = !folder.equals(top) && folder.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
            if (is.isDirectory() || MediaFiles.isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            (MediaFiles.isOne(file) ? files : others).add(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            if (file.equals(top)) {
                throw why;
            } else if (Files.isDirectory(file) && !(why instanceof java.nio.file.FileSystemLoopException)) {
                lose(file, "no-read", GatherWords.NO_FOLDER_READ, GatherWords.NO_FOLDER_READ_FIX);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
