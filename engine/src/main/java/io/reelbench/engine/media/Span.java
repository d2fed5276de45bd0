package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of a clip as a person asks for it: {@code A..B}, or all those that a file lists: {@code @found.json}. */
public sealed interface Span {

    /**
     * One part; in writing either side may be left out.
     *
     * @param from the first moment
     * @param to   the moment after the last
     */
    record Part(Moment from, Moment to) implements Span {

        @Override
        public String toString() {
            return from + ".." + to;
        }
    }

    /**
     * The parts that a file lists, as {@code detect} writes it. Nothing is read here: see {@link Fact.Ranges}.
     *
     * @param file as it was typed
     * @param kind which of them, where the file lists several kinds; {@code @found.json#silence}
     */
    record Listed(Path file, Optional<Kind> kind) implements Span {

        @Override
        public String toString() {
            return "@" + file + kind.map(k -> "#" + k).orElse("");
        }
    }

    /** Kinds of parts that a file may list. */
    enum Kind {
        SCENES, BLACK, SILENCE, FREEZE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values()).filter(k -> k.toString().equals(word)).findFirst();
        }
    }

    static Span parse(String text) throws BadValue {
        String plain = text.strip();
        return plain.startsWith("@") ? listed(plain.substring(1)) : part(plain);
    }

    private static Span listed(String name) throws BadValue {
        int hash = name.lastIndexOf('#');
        Optional<Kind> kind = hash < 0 ? Optional.empty() : Kind.of(name.substring(hash + 1));
        try {
            Path file = Path.of(kind.isPresent() ? name.substring(0, hash) : name);
            if (!file.toString().isBlank()) {
                return new Listed(file, kind);
            }
        } catch (InvalidPathException wrong) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_FILE.with(name));
        }
        throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_FILE.with(name));
    }

    /** {@code A..B}. */
    static Part part(String text) throws BadValue {
        int dots = text.indexOf("..");
        if (dots < 0) {
            String[] hyphen = text.strip().split("-", -1);
            throw hyphen.length == 2 && !hyphen[0].isBlank() && !hyphen[0].strip().equals("end")
                    ? new BadValue(Code.BAD_SYNTAX, MediaWords.SPAN_HYPHEN.with(text, hyphen[0].strip(), hyphen[1].strip()))
                    : new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_SPAN.with(text));
        }
        String left = text.substring(0, dots).strip();
        String right = text.substring(dots + 2).strip();
        Part span = new Part(left.isEmpty() ? Moment.START : Moment.parse(left),
                right.isEmpty() ? Moment.END : Moment.parse(right));
        if (span.from instanceof Moment.At(long a) && span.to instanceof Moment.At(long b) && b <= a) {
            throw new BadValue(Code.OUT_OF_RANGE, MediaWords.SPAN_ORDER.with(text));
        }
        return span;
    }
}
