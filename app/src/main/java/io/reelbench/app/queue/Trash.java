package io.reelbench.app.queue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The person's trash, by the rules that Linux desktops share (the FreeDesktop trash specification). Other systems have no rule that a
 * program can follow by itself, so there is no trash for them here. Blocks for a moment.
 */
final class Trash {

    private final Path folder;

    /** One file in the trash. */
    record Thrown(Path from, Path file, Path note) {

        /** Puts it back to where it was; never over another file. */
        void restore() throws IOException {
            Files.move(file, from);
            Files.deleteIfExists(note);
        }
    }

    Trash(Path folder) {
        this.folder = folder;
    }

    /** The trash of the person's home; empty where there is none. */
    static Optional<Trash> ofUser() {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return Optional.empty();
        }
        String data = System.getenv("XDG_DATA_HOME");
        Path share = data != null && Path.of(data).isAbsolute()
                ? Path.of(data)
                : Path.of(System.getProperty("user.home"), ".local", "share");
        return Optional.of(new Trash(share.resolve("Trash")));
    }

    /** Moves a file into the trash. Across disks it fails: copying gigabytes to throw them away would surprise. */
    Thrown take(Path file) throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        Path notes = Files.createDirectories(folder.resolve("info"));
        if (!Files.getFileStore(files).equals(Files.getFileStore(file))) {
            throw new IOException(QueueWords.ON_OTHER_DISK.say());
        }
        String name = file.getFileName().toString();
        for (int n = 1;; n++) {
            String free = n == 1 ? name : n + " " + name;
            Path note = notes.resolve(free + ".trashinfo");
            try {
                Files.writeString(note, note(file), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
            try {
                return new Thrown(file, Files.move(file, files.resolve(free)), note);
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(note);
                throw failed;
            }
        }
    }

    private static String note(Path file) {
        // Java puts a slash behind a folder
        return "[Trash Info]\nPath=" + file.toAbsolutePath().toUri().getRawPath().replaceFirst("/$", "") + "\nDeletionDate="
                + LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
    }
}
