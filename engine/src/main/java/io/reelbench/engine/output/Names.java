package io.reelbench.engine.output;

import io.reelbench.engine.media.Nearest;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How outputs are named: words and keys, as in {@code {name}-{op}}. What it gives is one file name that every common disk accepts, at
 * most {@link SafeName#MOST_BYTES} long, never a path.
 *
 * @param parts in order; never empty
 */
public record Names(List<Part> parts) {

    /** A piece of a pattern. */
    public sealed interface Part {
    }

    /** Words as they stand. */
    public record Words(String words) implements Part {
    }

    /** What stands for something of the clip or of the task. */
    public enum Key implements Part {
        NAME, EXT, OP, INDEX, PARENT, LABEL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What one name is made for.
     *
     * @param source    the clip, or the first of several
     * @param operation id of the operation or name of the recipe
     * @param index     place of the clip in its batch, from 1
     * @param label     what tells products of one plan apart; empty for the only one
     */
    public record Subject(Path source, String operation, int index, String label) {
    }

    public static final Names DEFAULT = new Names(List.of(Key.NAME, new Words("-"), Key.OP));

    /** Reads a pattern; {@code {{} stands for a brace. */
    public static Names parse(String pattern) throws BadValue {
        if (pattern.isBlank()) {
            throw new BadValue(Code.BAD_SYNTAX, OutputWords.EMPTY_NAME.with());
        } else if (pattern.contains("/") || pattern.contains("\\")) {
            throw new BadValue(Code.BAD_SYNTAX, OutputWords.NO_FOLDERS.with(pattern));
        }
        List<Part> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            if (pattern.charAt(at) != '{') {
                words.append(pattern.charAt(at));
            } else if (pattern.startsWith("{{", at)) {
                words.append('{');
                at++;
            } else {
                int close = pattern.indexOf('}', at);
                if (close < 0) {
                    throw new BadValue(Code.BAD_SYNTAX, OutputWords.OPEN_BRACE.with(pattern));
                }
                flush(words, parts);
                parts.add(key(pattern.substring(at + 1, close)));
                at = close;
            }
        }
        flush(words, parts);
        return new Names(List.copyOf(parts));
    }

    /** The same with a number in place of {@code {index}}. */
    public Names numbered(int index) {
        return new Names(parts.stream().map(p -> p == Key.INDEX ? new Words(Integer.toString(index)) : p).toList());
    }

    private static void flush(StringBuilder words, List<Part> parts) {
        if (!words.isEmpty()) {
            parts.add(new Words(words.toString()));
            words.setLength(0);
        }
    }

    private static Key key(String typed) throws BadValue {
        List<String> known = Arrays.stream(Key.values()).map(Key::toString).toList();
        int index = known.indexOf(typed);
        if (index < 0) {
            Optional<String> near = Nearest.to(typed.toLowerCase(Locale.ROOT), known);
            throw new BadValue(Code.UNKNOWN_VALUE, OutputWords.UNKNOWN_KEY.with("{" + typed + "}"),
                    near.map(n -> OutputWords.NEAREST.with("{" + n + "}")));
        }
        return Key.values()[index];
    }

    /** The file name for a product. A label that the pattern does not mention is put behind, so that products of one plan differ. */
    public String of(Subject subject, String extension) {
        boolean forgotten = !subject.label.isEmpty() && !parts.contains(Key.LABEL);
        String behind = forgotten ? "-" + subject.label : "";
        return SafeName.of(SafeName.stem(subject.source), name -> filled(name, subject) + behind, extension);
    }

    private String filled(String name, Subject subject) {
        Function<Part, String> text = part -> switch (part) {
            case Words(String words) -> words;
            case Key.NAME -> name;
            case Key.EXT -> SafeName.extension(subject.source);
            case Key.OP -> subject.operation;
            case Key.INDEX -> Integer.toString(subject.index);
            case Key.PARENT -> parent(subject.source);
            case Key.LABEL -> subject.label;
        };
        return parts.stream().map(text).collect(Collectors.joining());
    }

    private static String parent(Path source) {
        Path folder = source.toAbsolutePath().normalize().getParent();
        return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
    }

    @Override
    public String toString() {
        return parts.stream().map(part -> switch (part) {
            case Words(String words) -> words.replace("{", "{{");
            case Key key -> "{" + key + "}";
        }).collect(Collectors.joining());
    }
}
