package io.reelbench.engine.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** Folders that refuse, asked as another user, since the administrator may write anywhere; and a disk that is full. */
class FolderTest {

    private static final String NOBODY = "65534";

    /** Not below the sources: those may lie where another user cannot reach them. */
    @TempDir(factory = Reachable.class)
    Path folder;

    static final class Reachable implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
            Path folder = Files.createTempDirectory(Path.of(System.getProperty("os.name").equals("Linux") ? "/tmp" : "."),
                    "reelbench");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            return folder;
        }
    }

    @Test
    void aMissingFolderIsMade() throws Exception {
        Folder.ready(folder.resolve("a/b"));
        assertThat(folder.resolve("a/b")).isDirectory();
    }

    @Test
    void aFileInTheWayIsNoFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        FailedException e = catchThrowableOfType(FailedException.class, () -> Folder.ready(file.resolve("below")));
        assertThat(e.failure()).isEqualTo(new Failure.NoFolder(file.resolve("below").toString()));
    }

    @Test
    void whoMayNotWriteHearsIt() throws Exception {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Path free = Files.createDirectory(folder.resolve("free"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(free, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(asNobody("ready", free)).isEqualTo("good");
        assertThat(asNobody("place", free)).isEqualTo("good");
        assertThat(asNobody("ready", locked)).isEqualTo("NoWrite");
        assertThat(asNobody("ready", locked.resolve("below"))).isEqualTo("NoFolder");
    }

    @Test
    void aFullDiskIsToldFromOtherTroubles() throws Exception {
        assertThat(inSmallDisk("ready")).isEqualTo("good");
        assertThat(inSmallDisk("fill")).isEqualTo("DiskFull");
    }

    private String asNobody(String what, Path where) throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only the administrator can become another user");
        return child(List.of("setpriv", "--reuid=" + NOBODY, "--clear-groups"), what, where);
    }

    /** A disk of one megabyte that only this child sees. */
    private String inSmallDisk(String what) throws Exception {
        Path where = Files.createDirectories(folder.resolve("disk"));
        assumeTrue("root".equals(System.getProperty("user.name")), "only the administrator can make a disk");
        return child(List.of("unshare", "-m", "sh", "-c", "mount -t tmpfs -o size=1m none '" + where + "' && exec \"$@\"", "sh"),
                what, where);
    }

    private String child(List<String> before, String what, Path where) throws Exception {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", classes().toString(),
                Child.class.getName(), what, where.toString()));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            assumeTrue(false, before.getFirst() + " is not there");
            throw missing;
        }
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assumeTrue(!said.contains("Operation not permitted"), () -> "not possible here: " + said);
        String last = said.strip();
        return last.substring(last.lastIndexOf('\n') + 1);
    }

    /** The classes that the child needs, where any user may read them. */
    private Path classes() throws IOException {
        Path copy = folder.resolve("classes");
        if (Files.exists(copy)) {
            return copy;
        }
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (Files.isDirectory(Path.of(place))) {
                copy(Path.of(place), copy);
            } else if (place.contains("slf4j-api")) {
                try (FileSystem jar = FileSystems.newFileSystem(Path.of(place))) {
                    copy(jar.getPath("/"), copy);
                }
            }
        }
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                Path target = to.resolve(from.relativize(one).toString());
                Files.createDirectories(target.getParent());
                Files.copy(one, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Says "good" or the kind of failure. */
    static final class Child {
        public static void main(String[] arguments) throws IOException {
            try {
                Path where = Path.of(arguments[1]);
                switch (arguments[0]) {
                    case "ready" -> Folder.ready(where);
                    case "place" -> place(where);
                    default -> fill(where);
                }
                System.out.println("good");
            } catch (FailedException e) {
                System.out.println(e.failure().getClass().getSimpleName());
            }
        }

        private static void place(Path where) throws IOException, FailedException {
            PartFile part = PartFile.of(where.resolve("clip.mp4"), "t", 1, 0);
            Files.writeString(part.path(), "film");
            part.seal(Optional.empty());
            new Placer().place(List.of(part), new Rules(IfExists.FAIL, List.of(), path -> false), intents -> {});
        }

        private static void fill(Path where) throws FailedException {
            try {
                Files.write(where.resolve("film"), new byte[2 * 1024 * 1024]);
            } catch (IOException e) {
                throw Faults.writing(where, e);
            }
        }
    }
}
