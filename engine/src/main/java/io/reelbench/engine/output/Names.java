package io.reelbench.engine.output;

import io.reelbench.engine.media.Nearest;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /**
     * The place in the batch with zeros in front.
     *
     * @param digits at least so many, 1 to 9
     */
    public record Counter(int digits) implements Part {
    }

    /** What stands for something of the clip, of the batch, or of the output. */
    public enum Key implements Part {
        /** The clip's name without its ending. */
        NAME,
        /** The clip's ending. */
        EXT,
        /** Name of the recipe, else id of its first operation. */
        OP,
        /** Name of the recipe; empty when nobody named it. */
        PRESET,
        /** Place in the batch, from 1. */
        INDEX,
        /** The same with zeros in front, so that all names of the batch are of one length. */
        N,
        /** Day of submission. */
        DATE,
        /** Time of submission. */
        TIME,
        /** Day on which the clip was recorded, else that of its file. */
        RECORDED,
        /** The clip's folder. */
        PARENT,
        /** What tells products of one plan apart; empty for the only one. */
        LABEL,
        /** Of the output, in pixels. */
        WIDTH,
        /** Of the output, in pixels. */
        HEIGHT,
        /** Of the output, by its short side: {@code 1080p}. */
        RESOLUTION,
        /** Frames a second of the output. */
        FPS,
        /** Of the output's picture, else of its sound. */
        CODEC,
        /** What kind of file the output is. */
        CONTAINER,
        /** Of the output: {@code 1m05s}. */
        DURATION;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is the same however often a task is tried: its place among those that were asked for together, and when.
     *
     * @param index from 1
     * @param count how many
     */
    public record Turn(int index, int count, LocalDateTime asked) {
    }

    /**
     * What one name is made for.
     *
     * @param source the clip, or the first of several
     * @param values of the keys that are not the source's own; what is missing is empty
     * @param number 1, or what the name bears to differ from another: 2 gives {@code clip-2.mp4}
     */
    public record Subject(Path source, Map<Key, String> values, int number) {

        private String label() {
            return values.getOrDefault(Key.LABEL, "");
        }
    }

    public static final Names DEFAULT = new Names(List.of(Key.NAME, new Words("-"), Key.OP));

    private static final Pattern COUNTER = Pattern.compile("n:([1-9])");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

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

    private static void flush(StringBuilder words, List<Part> parts) {
        if (!words.isEmpty()) {
            parts.add(new Words(words.toString()));
            words.setLength(0);
        }
    }

    private static Part key(String typed) throws BadValue {
        Matcher counter = COUNTER.matcher(typed);
        if (counter.matches()) {
            return new Counter(Integer.parseInt(counter.group(1)));
        }
        List<String> known = Arrays.stream(Key.values()).map(Key::toString).toList();
        int index = known.indexOf(typed);
        if (index < 0) {
            Optional<String> near = typed.startsWith("n:")
                    ? Optional.of("n:3")
                    : Nearest.to(typed.strip().toLowerCase(Locale.ROOT), known);
            throw new BadValue(Code.UNKNOWN_VALUE, OutputWords.UNKNOWN_KEY.with("{" + typed + "}", all()),
                    near.map(n -> OutputWords.NEAREST.with("{" + n + "}")));
        }
        return Key.values()[index];
    }

    private static String all() {
        return Arrays.stream(Key.values()).map(key -> "{" + key + "}").collect(Collectors.joining(", "));
    }

    /** The same with words in place of the keys that concern the batch, so that every attempt at a task gives the same name. */
    public Names fixed(Turn turn) {
        int digits = Integer.toString(turn.count).length();
        StringBuilder words = new StringBuilder();
        List<Part> fixed = new ArrayList<>();
        for (Part part : parts) {
            switch (part) {
                case Words(String plain) -> words.append(plain);
                case Key.INDEX -> words.append(turn.index);
                case Key.N -> words.append(counted(turn.index, digits));
                case Counter(int wanted) -> words.append(counted(turn.index, wanted));
                case Key.DATE -> words.append(turn.asked.toLocalDate());
                case Key.TIME -> words.append(TIME.format(turn.asked));
                case Key key -> {
                    flush(words, fixed);
                    fixed.add(key);
                }
            }
        }
        flush(words, fixed);
        return new Names(List.copyOf(fixed));
    }

    private static String counted(int index, int digits) {
        return ("%0" + digits + "d").formatted(index);
    }

    /** The file name for a product. A label that the pattern does not mention is put behind, so that products of one plan differ. */
    public String of(Subject subject, String extension) {
        boolean forgotten = !subject.label().isEmpty() && !parts.contains(Key.LABEL);
        String tail = (subject.number > 1 ? "-" + subject.number : "") + (forgotten ? "-" + subject.label() : "");
        String name = SafeName.stem(subject.source);
        String parent = parent(subject.source);
        return SafeName.of(name, parent, (clip, folder) -> filled(clip, folder, subject), tail, extension);
    }

    private String filled(String name, String parent, Subject subject) {
        NameText text = new NameText();
        for (Part part : parts) {
            switch (part) {
                case Words(String words) -> text.words(words);
                case Counter _ -> text.value(""); // of a batch that is not known
                case Key.NAME -> text.value(name);
                case Key.EXT -> text.value(SafeName.extension(subject.source));
                case Key.PARENT -> text.value(parent);
                case Key key -> text.value(subject.values.getOrDefault(key, ""));
            }
        }
        return text.whole();
    }

    private static String parent(Path source) {
        Path folder = source.toAbsolutePath().normalize().getParent();
        return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
    }

    @Override
    public String toString() {
        return parts.stream().map(part -> switch (part) {
            case Words(String words) -> words.replace("{", "{{");
            case Counter(int digits) -> "{n:" + digits + "}";
            case Key key -> "{" + key + "}";
        }).collect(Collectors.joining());
    }
}
