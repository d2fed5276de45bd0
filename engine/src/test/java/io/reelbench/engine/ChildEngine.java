package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of its own with an engine in it, which is killed with -9. It says a line for each task that it has accepted. */
public final class ChildEngine implements AutoCloseable {

    private static final String RUNNING = "running";

    private final Process process;
    private final BufferedReader said;

    private ChildEngine(Process process) {
        this.process = process;
        this.said = process.inputReader();
    }

    /** @param program has a main method that calls {@link #begun} first and {@link #running} last */
    public static ChildEngine start(Class<?> program, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), program.getName()));
        for (Object each : arguments) {
            command.add(each.toString());
        }
        return new ChildEngine(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** The ids of all tasks that it accepted before it said that they run. */
    public List<String> accepted() throws IOException {
        List<String> accepted = new ArrayList<>();
        for (String line = said.readLine(); line != null && !line.equals(RUNNING); line = said.readLine()) {
            accepted.add(line);
        }
        return accepted;
    }

    /** Lets it work for a while. */
    public void work(int ms) throws InterruptedException {
        assertThat(process.waitFor(ms, TimeUnit.MILLISECONDS)).as("the engine ended by itself").isFalse();
    }

    public List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        said.close();
    }

    // ---- In the child ----

    /** A test that is itself stopped must not leave an engine behind. */
    public static void begun() {
        Thread.ofPlatform().daemon().start(ChildEngine::endWithTheTest);
    }

    private static void endWithTheTest() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            System.err.println(closed);
        }
        Runtime.getRuntime().halt(1);
    }

    public static void accepted(String task) {
        System.out.println(task);
    }

    /** Waits for the end that comes from outside. */
    public static void running() throws InterruptedException {
        System.out.println(RUNNING);
        Thread.currentThread().join();
    }
}
