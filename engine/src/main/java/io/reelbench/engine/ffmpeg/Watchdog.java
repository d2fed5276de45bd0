package io.reelbench.engine.ffmpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends all children when this program dies, even by {@code kill -9}: ffmpeg itself would work on, since it minds neither a closed pipe nor
 * a lost parent. One small shell for all children reads from a pipe which child is there ({@code + pid}) and which has gone
 * ({@code - pid}). When the pipe ends without a word, this program is dead and the shell kills those that are left. Should the shell
 * itself be killed, another takes its place and is told all over again.
 */
final class Watchdog implements AutoCloseable {

    /** Deaf to what a terminal sends to everyone in it; it leaves when its pipe ends and not before. */
    private static final String SCRIPT = """
            trap '' INT TERM HUP QUIT
            pids=' '
            while read -r what pid; do
              case $what in
                +) pids="$pids$pid " ;;
                -) case $pids in *" $pid "*) pids="${pids%% $pid *} ${pids#* $pid }" ;; esac ;;
              esac
            done
            for pid in $pids; do kill -KILL "$pid"; done
            """;

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final Set<Long> guarded = new TreeSet<>();
    private Process shell;
    private boolean closed;

    synchronized void guard(long pid) throws IOException {
        guarded.add(pid);
        if (shell == null || !heard("+ " + pid + "\n")) {
            start();
        }
    }

    synchronized void release(long pid) {
        guarded.remove(pid);
        if (shell != null) {
            heard("- " + pid + "\n");
        }
    }

    private void start() throws IOException {
        shell = new ProcessBuilder(List.of("/bin/sh", "-c", SCRIPT)).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Process started = shell;
        started.onExit().thenRun(() -> replace(started));
        StringBuilder all = new StringBuilder();
        guarded.forEach(pid -> all.append("+ ").append(pid).append('\n'));
        heard(all.toString());
    }

    private synchronized void replace(Process gone) {
        if (closed || gone != shell || guarded.isEmpty()) {
            return;
        }
        try {
            start();
        } catch (IOException e) {
            LOG.warn("no watchdog: ffmpeg may outlive a crash of this program", e);
        }
    }

    /** @return false when the shell has gone; its successor is told everything anyway */
    private boolean heard(String words) {
        try {
            OutputStream line = shell.getOutputStream();
            line.write(words.getBytes(StandardCharsets.US_ASCII));
            line.flush();
            return true;
        } catch (IOException gone) {
            LOG.debug("watchdog has gone", gone);
            return false;
        }
    }

    /** The shell's process id, for tests. */
    synchronized long pid() {
        return shell.pid();
    }

    /** Ends the shell, and with it whatever it still guards. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (shell != null) {
            shell.getOutputStream().close();
        }
    }
}
