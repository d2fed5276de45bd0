package io.reelbench.engine.output;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives a file another name in the same folder and never replaces one that is there. Java's own atomic move replaces silently, and
 * looking first leaves a gap in which another program may write.
 */
interface NoReplace {

    boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win")
            && !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("darwin");

    /** Throws {@link FileAlreadyExistsException} when the name is taken; both files are then as they were. */
    void move(Path from, Path to) throws IOException;

    /** The best way that this system and this disk have. */
    static NoReplace ofThisSystem() {
        if (WINDOWS) {
            return Files::move; // MoveFileEx without its replace flag
        }
        NoReplace portable = (from, to) -> {
            try {
                LINK.move(from, to);
            } catch (FileAlreadyExistsException taken) {
                throw taken;
            } catch (FileSystemException | UnsupportedOperationException noLinks) {
                RESERVE.move(from, to);
            }
        };
        return Kernel.find().<NoReplace>map(kernel -> (from, to) -> {
            if (!kernel.moved(from, to)) {
                portable.move(from, to);
            }
        }).orElse(portable);
    }

    /** A second name, then the first one goes. */
    NoReplace LINK = (from, to) -> {
        Files.createLink(to, from);
        Files.delete(from);
    };

    /** For folders, and for disks without links (exFAT): an empty file or folder of our own holds the name until the real one replaces it. */
    NoReplace RESERVE = (from, to) -> {
        if (Files.isDirectory(from)) {
            Files.createDirectory(to);
        } else {
            Files.newByteChannel(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE).close();
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.delete(to);
            throw e;
        }
    };

    /** The system call: {@code renameat2} on Linux, {@code renamex_np} on macOS. */
    record Kernel(MethodHandle call, boolean linux) {

        private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
        private static final int EEXIST = 17;
        private static final int HERE = -100;
        private static final int RENAME_NOREPLACE = 1;
        private static final int RENAME_EXCL = 4;

        @SuppressWarnings("restricted") // one call of the C library, shape checked by the tests
        static Optional<Kernel> find() {
            SymbolLookup system = Linker.nativeLinker().defaultLookup();
            boolean linux = System.getProperty("os.name").equals("Linux");
            FunctionDescriptor shape = linux
                    ? FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT)
                    : FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
            return system.find(linux ? "renameat2" : "renamex_np")
                    .map(at -> new Kernel(Linker.nativeLinker().downcallHandle(at, shape, ERRNO), linux));
        }

        /** False when this disk or this name cannot be handled here; nothing has happened then. */
        boolean moved(Path from, Path to) throws IOException {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
                MemorySegment old = arena.allocateFrom(from.toAbsolutePath().toString());
                MemorySegment name = arena.allocateFrom(to.toAbsolutePath().toString());
                int result = linux
                        ? (int) call.invokeExact(state, HERE, old, HERE, name, RENAME_NOREPLACE)
                        : (int) call.invokeExact(state, old, name, RENAME_EXCL);
                if (result != 0 && state.get(JAVA_INT, 0) == EEXIST) {
                    throw new FileAlreadyExistsException(to.toString());
                }
                return result == 0;
            } catch (IOException e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("The call to rename could not be made", e);
            }
        }
    }
}
