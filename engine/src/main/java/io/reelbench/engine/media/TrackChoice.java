package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which tracks of one kind, as a person asks for them: {@code all}, {@code none}, {@code first}, {@code default}, numbers from 1,
 * {@code lang:eng,jpn}, {@code title:Director*}; a leading {@code !} means all but these.
 *
 * @param except whether the named ones are left out
 * @param pick   which ones are named
 */
public record TrackChoice(boolean except, Pick pick) {

    /** How tracks are named. */
    public sealed interface Pick {
    }

    public enum Word implements Pick {
        ALL, NONE, FIRST, DEFAULT
    }

    /** Numbers count from 1 among the tracks of the kind. */
    public record Numbers(List<Integer> numbers) implements Pick {
    }

    public record Languages(List<Language> languages) implements Pick {
    }

    /** {@code *} stands for anything; case does not matter. */
    public record Title(String pattern) implements Pick {
    }

    public static final TrackChoice ALL = new TrackChoice(false, Word.ALL);
    public static final TrackChoice NONE = new TrackChoice(false, Word.NONE);
    public static final TrackChoice FIRST = new TrackChoice(false, Word.FIRST);
    public static final TrackChoice DEFAULT = new TrackChoice(false, Word.DEFAULT);

    public static TrackChoice parse(String text) throws BadValue {
        boolean except = text.strip().startsWith("!");
        String plain = except ? text.strip().substring(1).strip() : text.strip();
        return new TrackChoice(except, pick(plain, text));
    }

    private static Pick pick(String plain, String text) throws BadValue {
        String lower = plain.toLowerCase(Locale.ROOT);
        for (Word word : Word.values()) {
            if (lower.equals(word.name().toLowerCase(Locale.ROOT))) {
                return word;
            }
        }
        if (lower.startsWith("lang:")) {
            List<Language> languages = new ArrayList<>();
            for (String one : plain.substring(5).split(",", -1)) {
                languages.add(Language.parse(one));
            }
            return new Languages(List.copyOf(languages));
        } else if (lower.startsWith("title:") && plain.length() > 6) {
            return new Title(plain.substring(6));
        } else if (!lower.matches("\\d{1,4}(\\s*,\\s*\\d{1,4})*")) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_TRACK.with(text));
        }
        List<Integer> numbers = new ArrayList<>();
        for (String one : lower.split("\\s*,\\s*")) {
            numbers.add(Integer.valueOf(one));
        }
        if (numbers.contains(0)) {
            throw new BadValue(Code.OUT_OF_RANGE, MediaWords.TRACK_ZERO.with(text));
        }
        return new Numbers(List.copyOf(numbers));
    }

    /** The highest number that is named, 0 when none is: a clip must have that many. */
    public int highest() {
        return pick instanceof Numbers(List<Integer> numbers) ? numbers.stream().mapToInt(Integer::intValue).max().orElse(0) : 0;
    }

    /** The chosen ones among all tracks of the kind; numbers keep the order in which they were asked for. Numbers beyond the last are left out. */
    public <T extends Track> List<T> from(List<T> tracks) {
        List<T> named = switch (pick) {
            case Word.ALL -> tracks;
            case Word.NONE -> List.of();
            case Word.FIRST -> tracks.stream().limit(1).toList();
            case Word.DEFAULT -> defaults(tracks);
            case Numbers(List<Integer> numbers) ->
                numbers.stream().filter(n -> n <= tracks.size()).map(n -> tracks.get(n - 1)).toList();
            case Languages(List<Language> languages) ->
                only(tracks, t -> languages.contains(t.facts().language().orElse(Language.UNKNOWN)));
            case Title(String pattern) -> {
                Pattern like = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
                yield only(tracks, t -> like.matcher(t.facts().title().orElse("")).matches());
            }
        };
        return except ? only(tracks, t -> !named.contains(t)) : named;
    }

    private static <T extends Track> List<T> defaults(List<T> tracks) {
        List<T> marked = only(tracks, t -> t.facts().dispositions().contains("default"));
        return marked.isEmpty() ? tracks.stream().limit(1).toList() : marked;
    }

    private static <T> List<T> only(List<T> tracks, Predicate<T> wanted) {
        return tracks.stream().filter(wanted).toList();
    }

    @Override
    public String toString() {
        String what = switch (pick) {
            case Word word -> word.name().toLowerCase(Locale.ROOT);
            case Numbers(List<Integer> numbers) ->
                numbers.stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(","));
            case Languages(List<Language> languages) ->
                "lang:" + languages.stream().map(Language::code).collect(java.util.stream.Collectors.joining(","));
            case Title(String pattern) -> "title:" + pattern;
        };
        return (except ? "!" : "") + what;
    }
}
