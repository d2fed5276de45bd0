package io.reelbench.engine.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.IntSupplier;

/**
 * What a command sees of the world around it.
 *
 * @param out       results
 * @param err       problems
 * @param directory where relative paths start
 * @param terminal  whether a person watches and lines may be drawn again
 * @param columns   width of the terminal as it is now
 * @param rich      whether signs beyond ASCII can be shown
 * @param colours   whether colours can be shown
 * @param stop      the wish to stop
 */
public record Shell(PrintStream out, PrintStream err, Path directory, boolean terminal, IntSupplier columns, boolean rich,
        boolean colours, Stop stop) {

    Look look() {
        return new Look(Math.max(20, columns.getAsInt()), rich, colours);
    }

    void say(String line) {
        out.println(look().plain(line));
    }

    void complain(String line) {
        err.println(look().plain(line));
    }

    /** A path as short as it can be said from here. */
    String shown(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path here = directory.toAbsolutePath().normalize();
        return Columns.oneLine((whole.startsWith(here) && !whole.equals(here) ? here.relativize(whole) : whole).toString());
    }
}
