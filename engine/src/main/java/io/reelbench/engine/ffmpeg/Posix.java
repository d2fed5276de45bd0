package io.reelbench.engine.ffmpeg;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** The one system call that Java does not offer: sending a signal that is not the end. Absent on Windows. */
final class Posix {

    private final MethodHandle kill;
    private final int stop;
    private final int proceed;

    private Posix(MethodHandle kill, boolean mac) {
        this.kill = kill;
        this.stop = mac ? 17 : 19;
        this.proceed = mac ? 19 : 18;
    }

    @SuppressWarnings("restricted") // the one native call; the programs are started with access to it
    static Optional<Posix> here() {
        if (Bundle.platform().startsWith("windows")) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find("kill")
                .map(f -> linker.downcallHandle(f, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT)))
                .map(handle -> new Posix(handle, Bundle.platform().startsWith("macosx")));
    }

    /** SIGSTOP. */
    boolean stop(long pid) {
        return signal(pid, stop);
    }

    /** SIGCONT. */
    boolean proceed(long pid) {
        return signal(pid, proceed);
    }

    private boolean signal(long pid, int signal) {
        try {
            return (int) kill.invokeExact((int) pid, signal) == 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException("kill(2)", impossible);
        }
    }
}
