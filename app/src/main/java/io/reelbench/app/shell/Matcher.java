package io.reelbench.app.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds what was typed in a title: each word of it at the start of a word, anywhere, or as first letters of words that follow. */
final class Matcher {

    /**
     * @param cost  lower is better
     * @param marks which characters of the text were meant, in order
     */
    record Match(int cost, List<Integer> marks) {
    }

    private static final int FIRST = 0;
    private static final int WORD_START = 1;
    private static final int INSIDE = 4;
    private static final int SCATTERED = 8;

    private Matcher() {}

    /** Empty when a word of the query is nowhere. */
    static Optional<Match> match(String query, String text) {
        List<Integer> marks = new ArrayList<>();
        int cost = 0;
        for (String word : query.strip().split("\\s+")) {
            Optional<Match> found = word.isEmpty() ? Optional.of(new Match(0, List.of())) : one(word, text);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            cost += found.get().cost();
            marks.addAll(found.get().marks());
        }
        return Optional.of(new Match(cost, marks.stream().distinct().sorted().toList()));
    }

    /** The same without first letters of words, which a sentence has of every kind. */
    static Optional<Match> together(String query, String text) {
        return each(query, text, SCATTERED);
    }

    /** The same at the start of words alone: lut is not meant by resolution. */
    static Optional<Match> starting(String query, String text) {
        return each(query, text, INSIDE);
    }

    private static Optional<Match> each(String query, String text, int below) {
        boolean all = Arrays.stream(query.strip().split("\\s+"))
                .allMatch(w -> one(w, text).filter(m -> m.cost() < below).isPresent());
        return all ? match(query, text) : Optional.empty();
    }

    private static Optional<Match> one(String word, String text) {
        int inside = -1;
        for (int at = 0; at + word.length() <= text.length(); at++) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                if (startsWord(text, at)) {
                    return Optional.of(new Match(at == 0 ? FIRST : WORD_START, run(at, word.length())));
                }
                inside = inside < 0 ? at : inside;
            }
        }
        if (inside >= 0) {
            return Optional.of(new Match(INSIDE, run(inside, word.length())));
        }
        List<Integer> marks = new ArrayList<>();
        return scattered(word, 0, text, 0, marks) ? Optional.of(new Match(SCATTERED, marks)) : Optional.empty();
    }

    private static List<Integer> run(int from, int length) {
        List<Integer> marks = new ArrayList<>();
        for (int i = from; i < from + length; i++) {
            marks.add(i);
        }
        return marks;
    }

    /** Every letter must start a word or follow the letter before it. */
    private static boolean scattered(String word, int letter, String text, int from, List<Integer> marks) {
        if (letter == word.length()) {
            return true;
        }
        for (int at = from; at < text.length(); at++) {
            boolean fits = startsWord(text, at) || letter > 0 && at == from;
            if (fits && text.regionMatches(true, at, word, letter, 1)) {
                marks.add(at);
                if (scattered(word, letter + 1, text, at + 1, marks)) {
                    return true;
                }
                marks.removeLast();
            }
        }
        return false;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && Character.isLetterOrDigit(text.charAt(at))
                || Character.isLowerCase(text.charAt(at - 1)) && Character.isUpperCase(text.charAt(at));
    }
}
