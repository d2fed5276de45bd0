package io.reelbench.engine.bench;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * CPU seconds, user and system together, used so far.
 *
 * @param own      by this program
 * @param children by its children that have ended
 */
record Cpu(double own, double children) {

    private static final int SELF = 0;
    private static final int CHILDREN = -1;
    /** struct rusage is 144 bytes and begins with two pairs of seconds and microseconds. */
    private static final int SIZE = 144;
    private static final MethodHandle CALL = call();

    @SuppressWarnings("restricted") // getrusage is all that tells what ended children used
    private static MethodHandle call() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().find("getrusage").orElseThrow(),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, ValueLayout.ADDRESS));
    }

    static Cpu now() {
        return new Cpu(used(SELF), used(CHILDREN));
    }

    private static double used(int who) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment usage = arena.allocate(SIZE, 8);
            if ((int) CALL.invokeExact(who, usage) != 0) {
                throw new IllegalStateException("getrusage");
            }
            return usage.get(JAVA_LONG, 0) + usage.get(JAVA_LONG, 16)
                    + (usage.get(JAVA_INT, 8) + usage.get(JAVA_INT, 24)) / 1e6;
        } catch (Throwable e) {
            throw new IllegalStateException("getrusage", e);
        }
    }

    Cpu since(Cpu before) {
        return new Cpu(own - before.own, children - before.children);
    }

    double all() {
        return own + children;
    }
}
