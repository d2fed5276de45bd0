package io.reelbench.engine.cli;

import io.reelbench.engine.problem.Problem;
import java.util.Optional;

/**
 * Something wrong with a command line.
 *
 * @param file    the recipe or clip that it is about; empty for the command line itself, whose options are written with their dashes
 * @param problem what is wrong
 */
public record Complaint(Optional<String> file, Problem problem) {

    static Complaint of(Problem problem) {
        return new Complaint(Optional.empty(), problem);
    }

    /** As one line for a terminal. */
    String line(String command) {
        StringBuilder line = new StringBuilder("reelbench");
        if (!command.isEmpty()) {
            line.append(' ').append(command);
        }
        line.append(": ");
        file.ifPresent(f -> line.append(f).append(": "));
        if (!problem.option().isEmpty()) {
            line.append(file.isPresent() ? problem.option() : dashed(problem.option())).append(": ");
        }
        line.append(problem.text());
        Ways.of(problem, file.isEmpty()).ifPresent(ways -> line.append("; ").append(ways));
        return line.toString();
    }

    private static String dashed(String option) {
        return option.startsWith("-") ? option : "--" + option;
    }
}
