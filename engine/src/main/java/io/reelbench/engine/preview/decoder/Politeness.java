package io.reelbench.engine.preview.decoder;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;

/** Lets what nobody waits for run below the window's priority. On Linux a priority is a thread's own, and its children's. */
final class Politeness {

    private static final int PRIO_PROCESS = 0;
    /** What {@code nice -n 10} gives. */
    private static final int BELOW_THE_WINDOW = 10;

    private Politeness() {}

    @SuppressWarnings("restricted") // one native call; the program is started with access to it
    static void lowerThisThread() {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("setpriority").ifPresent(function -> {
            try {
                int done = (int) linker.downcallHandle(function, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT))
                        .invokeExact(PRIO_PROCESS, 0, BELOW_THE_WINDOW);
                if (done != 0) {
                    System.err.println("decoder: runs at normal priority");
                }
            } catch (Throwable impossible) {
                throw new IllegalStateException("setpriority(2)", impossible);
            }
        });
    }
}
