package io.reelbench.engine.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a filter graph as ffmpeg does: quotes and backslashes are undone once for the graph and once for each filter's values. */
final class GraphParser {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+(@[A-Za-z0-9_]+)?");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_:#]+");
    private static final String BLANKS = " \n\t\r";

    /** Where the text stops being a graph. */
    static final class BadGraph extends Exception {
        private static final long serialVersionUID = 1;

        BadGraph(String rest) {
            super(rest);
        }
    }

    private final String text;
    private int at;

    private GraphParser(String text) {
        this.text = text;
    }

    static Graph parse(String text) throws BadGraph {
        GraphParser parser = new GraphParser(text);
        List<List<Graph.Node>> chains = new ArrayList<>();
        do {
            chains.add(parser.chain());
        } while (parser.next(';'));
        if (parser.at < text.length()) {
            throw parser.bad();
        }
        return new Graph(List.copyOf(chains));
    }

    private BadGraph bad() {
        return new BadGraph(text.substring(Math.min(at, text.length())));
    }

    private List<Graph.Node> chain() throws BadGraph {
        List<Graph.Node> nodes = new ArrayList<>();
        do {
            nodes.add(node());
        } while (next(','));
        return List.copyOf(nodes);
    }

    private void blanks() {
        while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean next(char c) {
        blanks();
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private Graph.Node node() throws BadGraph {
        List<String> from = labels();
        String name = token("=,;[]");
        if (!NAME.matcher(name).matches()) {
            throw bad();
        }
        List<Graph.Value> values = next('=') ? values(token("[],;")) : List.of();
        int mark = name.indexOf('@');
        return new Graph.Node(from, mark < 0 ? name : name.substring(0, mark),
                mark < 0 ? Optional.empty() : Optional.of(name.substring(mark + 1)), values, labels());
    }

    private List<String> labels() throws BadGraph {
        List<String> labels = new ArrayList<>();
        while (next('[')) {
            int close = text.indexOf(']', at);
            if (close < 0 || !LABEL.matcher(text.substring(at, close)).matches()) {
                throw bad();
            }
            labels.add(text.substring(at, close));
            at = close + 1;
        }
        return List.copyOf(labels);
    }

    /** Up to one of the given characters, without its quotes and backslashes, and without blanks around it. */
    private String token(String ends) throws BadGraph {
        blanks();
        StringBuilder token = new StringBuilder();
        int kept = 0;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                token.append(text.charAt(at++));
                kept = token.length();
            } else if (c == '\'') {
                int close = text.indexOf('\'', at);
                if (close < 0) {
                    throw bad();
                }
                token.append(text, at, close);
                at = close + 1;
                kept = token.length();
            } else {
                token.append(c);
                kept = BLANKS.indexOf(c) < 0 ? token.length() : kept;
            }
        }
        return token.substring(0, kept);
    }

    private static List<Graph.Value> values(String arguments) throws BadGraph {
        GraphParser parser = new GraphParser(arguments);
        List<Graph.Value> values = new ArrayList<>();
        while (parser.at < arguments.length()) {
            values.add(parser.value());
            if (parser.at < arguments.length()) {
                parser.at++;
            }
        }
        return List.copyOf(values);
    }

    private Graph.Value value() throws BadGraph {
        blanks();
        int end = at;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || "_-".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        String name = text.substring(at, end);
        int start = at;
        at = end;
        if (!name.isEmpty() && next('=')) {
            return new Graph.Value(Optional.of(name), token(":"));
        }
        at = start;
        return new Graph.Value(Optional.empty(), token(":"));
    }
}
