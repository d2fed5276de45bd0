package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One track as people name it: {@code v1}, {@code a2}, {@code s1}.
 *
 * @param kind   picture, sound or subtitles
 * @param number from 1 among the tracks of the kind
 */
public record TrackName(Kind kind, int number) {

    /** What a track holds. */
    public enum Kind {
        V, A, S
    }

    private static final Pattern FORM = Pattern.compile("([vasVAS])(\\d{1,3})");
    private static final Pattern ASSIGNED = Pattern.compile("\\s*([A-Za-z]\\d{1,3})\\s*=(.*)", Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile(",(?=\\s*[vasVAS]\\d{1,3}\\s*(=|,|$))");

    static TrackName parse(String text) throws BadValue {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_TRACK_NAME.with(text));
        } else if (Integer.parseInt(form.group(2)) == 0) {
            throw new BadValue(Code.OUT_OF_RANGE, MediaWords.TRACK_ZERO.with(text));
        }
        return new TrackName(Kind.valueOf(form.group(1).toUpperCase(Locale.ROOT)), Integer.parseInt(form.group(2)));
    }

    /** The two sides of {@code a1=eng}. */
    static String[] sides(String text) throws BadValue {
        Matcher assigned = ASSIGNED.matcher(text);
        if (!assigned.matches()) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_TRACK_VALUE.with(text));
        }
        return new String[]{assigned.group(1), assigned.group(2).strip()};
    }

    /** Where a list written as one text is parted: a title may hold commas too. */
    static List<String> split(String text) {
        return List.of(NEXT.split(text));
    }

    /** The tracks of its kind. */
    public static List<? extends Track> all(Kind kind, Media media) {
        return switch (kind) {
            case V -> media.all(Track.Video.class);
            case A -> media.all(Track.Audio.class);
            case S -> media.all(Track.Subtitle.class);
        };
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + number;
    }
}
