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

    private final int stop;
    private final int proceed;

    private Posix(boolean mac) {
        this.stop = mac ? 17 : 19;
        this.proceed = mac ? 19 : 18;
    }

    static Optional<Posix> here() {
        return Bundle.platform().startsWith("windows")
                ? Optional.empty()
                : Optional.of(new Posix(Bundle.platform().startsWith("macosx")));
    }

    /** Found and linked when the first of them is needed: that takes as long as a tenth of the window's start. */
    private static final class Calls {

        private static final MethodHandle KILL = linked("kill", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
        private static final MethodHandle SETPRIORITY = linked("setpriority",
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));

        @SuppressWarnings("restricted") // two native calls; the programs are started with access to it
        private static MethodHandle linked(String name, FunctionDescriptor form) {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), form);
        }
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
            return (int) Calls.SETPRIORITY.invokeExact(PRIO_PROCESS, (int) pid, BELOW_ALL) == 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException("setpriority(2)", impossible);
        }
    }

    private boolean signal(long pid, int signal) {
        try {
            return (int) Calls.KILL.invokeExact((int) pid, signal) == 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException("kill(2)", impossible);
        }
    }
}
