package io.reelbench.engine.raw;

import io.reelbench.engine.problem.Code;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;

/** Holds the value of one option of the command against the list. */
final class ValueReader {

    private final AllowList list;
    private final GraphReader graphs;
    private final Set<String> allowed;
    private final Consumer<Refusal> refuse;

    ValueReader(AllowList list, GraphReader graphs, Set<String> allowed, Consumer<Refusal> refuse) {
        this.list = list;
        this.graphs = graphs;
        this.allowed = allowed;
        this.refuse = refuse;
    }

    /** The value as it goes to ffmpeg; of no use when something was refused. */
    String read(String word, Rule rule, String value) {
        if (rule.grammar() == Grammar.GRAPH) {
            return graphs.read(value);
        } else if (!rule.fits(value)) {
            refuse(word, Code.UNKNOWN_VALUE, RawWords.BAD_VALUE.with(word, value, rule.expected()), word, false);
            return value;
        }
        switch (rule.grammar()) {
            case CODEC -> listed(word, value, list.encodes(value), Grammar.CODEC);
            case BSF -> Arrays.stream(value.split(",")).forEach(one -> listed(word, one, list.changes(one), Grammar.BSF));
            case X264, X265, SVTAV1 -> Arrays.stream(value.split(":")).forEach(one -> parameter(word, rule.grammar(), one));
            default -> {
                return value;
            }
        }
        return value;
    }

    private void refuse(String part, Code code, io.reelbench.engine.problem.Text why, String allowing, boolean optional) {
        if (!optional || !allowed.contains(allowing)) {
            refuse.accept(new Refusal(part, code, why, optional));
        }
    }

    private void listed(String word, String value, boolean fits, Grammar grammar) {
        String part = word + " " + value;
        if (!fits) {
            refuse(part, Code.NOT_AVAILABLE, RawWords.BAD_VALUE.with(word, value, grammar.expected().with()), part, true);
        }
    }

    private void parameter(String word, Grammar params, String one) {
        String key = one.contains("=") ? one.substring(0, one.indexOf('=')) : one;
        String part = word + " " + key;
        if (!list.takes(params, key)) {
            refuse(part, Code.NOT_AVAILABLE, RawWords.NOT_LISTED.with(part), part, true);
        }
    }
}
