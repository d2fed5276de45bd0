package io.reelbench.engine.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntSupplier;

/** The terminal that this program was started in. */
final class Terminal {

    private static final int WINDOW_SIZE_LINUX = 0x5413;
    private static final int WINDOW_SIZE_MAC = 0x40087468;
    private static final int STANDARD_OUTPUT = 1;

    private Terminal() {}

    /** The shell around this program; with JSON everything is UTF-8, whatever the terminal shows. */
    static Shell shell(Map<String, String> environment, boolean json, Stop stop) {
        Console console = System.console();
        boolean watched = console != null && console.isTerminal() && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        Charset charset = json ? StandardCharsets.UTF_8 : charset();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset);
        boolean colours = watched && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Shell(out, err, Path.of("").toAbsolutePath(), watched, columns(environment), Look.isRich(charset), colours,
                stop);
    }

    private static Charset charset() {
        String name = System.getProperty("stdout.encoding", "");
        return name.isEmpty() || !Charset.isSupported(name) ? Charset.defaultCharset() : Charset.forName(name);
    }

    private static IntSupplier columns(Map<String, String> environment) {
        Optional<IntSupplier> asked = asking();
        int said = environment.getOrDefault("COLUMNS", "").matches("\\d{2,4}")
                ? Integer.parseInt(environment.get("COLUMNS"))
                : Look.USUAL_COLUMNS;
        return () -> {
            int now = asked.map(IntSupplier::getAsInt).orElse(0);
            return now > 0 ? now : said;
        };
    }

    /** Asks the system, which also knows when the window was made wider; empty where that is not known to work. */
    @SuppressWarnings("restricted")
    private static Optional<IntSupplier> asking() {
        String system = System.getProperty("os.name");
        OptionalInt request = system.equals("Linux")
                ? OptionalInt.of(WINDOW_SIZE_LINUX)
                : system.startsWith("Mac") ? OptionalInt.of(WINDOW_SIZE_MAC) : OptionalInt.empty();
        if (request.isEmpty()) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find("ioctl").map(address -> {
            MethodHandle ioctl = linker.downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS), Linker.Option.firstVariadicArg(2));
            long code = Integer.toUnsignedLong(request.getAsInt());
            return () -> columns(ioctl, code);
        });
    }

    /** 0 when it is no terminal. */
    private static int columns(MethodHandle ioctl, long code) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(ValueLayout.JAVA_SHORT, 4);
            int answer = (int) ioctl.invokeExact(STANDARD_OUTPUT, code, size);
            return answer == 0 ? Short.toUnsignedInt(size.getAtIndex(ValueLayout.JAVA_SHORT, 1)) : 0;
        } catch (RuntimeException | Error broken) {
            throw broken;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
