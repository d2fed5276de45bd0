package io.reelbench.engine.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of one case on one file.
 *
 * @param pattern the reason without what is special to the file, so that it can be counted; empty when all is well
 * @param reason  the same in full
 */
record MatrixRow(String file, String operation, String name, State state, String pattern, String reason) {

    enum State {
        DONE, REFUSED, WRONG
    }

    String id() {
        return file + "\t" + operation + "\t" + name;
    }

    String line() {
        return String.join("\t", file, operation, name, state.name().toLowerCase(Locale.ROOT), flat(pattern), flat(reason));
    }

    private static String flat(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ").strip();
    }

    static Optional<MatrixRow> read(String line) {
        String[] cells = line.split("\t", -1);
        boolean whole = cells.length == 6
                && Arrays.stream(State.values()).anyMatch(s -> s.name().equalsIgnoreCase(cells[3]));
        return whole
                ? Optional.of(new MatrixRow(cells[0], cells[1], cells[2], State.valueOf(cells[3].toUpperCase(Locale.ROOT)),
                        cells[4], cells[5]))
                : Optional.empty();
    }
}
