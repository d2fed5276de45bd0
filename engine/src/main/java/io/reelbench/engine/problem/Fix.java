package io.reelbench.engine.problem;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A change of the recipe, or a person's word, that would mend a problem, as data: the window offers it as a link, a command line in words. Steps count from 0;
 * an empty one is the step that the problem concerns, or without such the last step that has the options, or else one that is added.
 */
public sealed interface Fix {

    /** What a person would do, such as “use VP9”. */
    Text text();

    /**
     * Options of a step get other values; an empty list puts one back to its default.
     *
     * @param step    which step; empty as said above
     * @param options by name
     */
    record Choose(Text text, OptionalInt step, Map<String, List<String>> options) implements Fix {
        public Choose {
            options = Map.copyOf(options);
        }
    }

    /**
     * A step is taken out and put back so that it has the index {@code to}.
     *
     * @param from where it stands
     * @param to   where it would stand
     */
    record Move(Text text, int from, int to) implements Fix {
    }

    /** A step is left out. */
    record Remove(Text text, OptionalInt step) implements Fix {
    }

    /**
     * Another step is put in so that it has the index {@code at}; empty as said above, in front of that step.
     *
     * @param op      the id of its operation
     * @param options by name; the others have their defaults
     */
    record Add(Text text, OptionalInt at, String op, Map<String, List<String>> options) implements Fix {
        public Add {
            options = Map.copyOf(options);
        }
    }

    /**
     * Another step stands where one was, with its defaults.
     *
     * @param op the id of its operation
     */
    record Replace(Text text, OptionalInt step, String op) implements Fix {
    }

    /**
     * No change of the recipe: a part of what it says leaves what is known to be safe, and a person who reads the problem may allow it for one
     * run.
     *
     * @param part as the problem names it
     */
    record Allow(Text text, String part) implements Fix {
    }

    /** One option of the step that the problem concerns gets this value. */
    static Fix use(String option, String value, Text text) {
        return new Choose(text, OptionalInt.empty(), Map.of(option, List.of(value)));
    }

    /** The same, of a step of a recipe if it says none itself. */
    default Fix at(int index) {
        return switch (this) {
            case Choose(Text text, OptionalInt step, var options) when step.isEmpty() ->
                new Choose(text, OptionalInt.of(index), options);
            case Remove(Text text, OptionalInt step) when step.isEmpty() -> new Remove(text, OptionalInt.of(index));
            case Replace(Text text, OptionalInt step, String op) when step.isEmpty() ->
                new Replace(text, OptionalInt.of(index), op);
            case Add(Text text, OptionalInt at, String op, var options) when at.isEmpty() ->
                new Add(text, OptionalInt.of(index), op, options);
            default -> this;
        };
    }
}
