package io.reelbench.engine.ffmpeg;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** The two system calls that Java does not offer: sending a signal that is not the end, and lowering a priority. Absent on Windows. */
final class Posix {

    private static final int PRIO_PROCESS = 0;
    /** What {@code nice -n 19} gives: below the window, and below the decoder, which reads ahead at 10. */
    private static final int BELOW_ALL = 19;

    private final MethodHandle kill;
    private final MethodHandle setpriority;
    private final int stop;
    private final int proceed;

    private Posix(MethodHandle kill, MethodHandle setpriority, boolean mac) {
        this.kill = kill;
        this.setpriority = setpriority;
        this.stop = mac ? 17 : 19;
        this.proceed = mac ? 19 : 18;
    }

    @SuppressWarnings("restricted") // two native calls; the programs are started with access to it
    static Optional<Posix> here() {
        if (Bundle.platform().startsWith("windows")) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find("kill")
                .map(f -> linker.downcallHandle(f, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT)))
                .flatMap(kill -> linker.defaultLookup().find("setpriority")
                        .map(f -> linker.downcallHandle(f, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)))
                        .map(lower -> new Posix(kill, lower, Bundle.platform().startsWith("macosx"))));
    }

    /** SIGSTOP. */
    boolean stop(long pid) {
        return signal(pid, stop);
    }

    /** SIGCONT. */
    boolean proceed(long pid) {
        return signal(pid, proceed);
    }

    /** Below the priority of all that somebody waits for; cheaper by a process than {@code nice}. */
    boolean lower(long pid) {
        try {
            return (int) setpriority.invokeExact(PRIO_PROCESS, (int) pid, BELOW_ALL) == 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException("setpriority(2)", impossible);
        }
    }

    private boolean signal(long pid, int signal) {
        try {
            return (int) kill.invokeExact((int) pid, signal) == 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException("kill(2)", impossible);
        }
    }
}
