package io.reelbench.engine.raw;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds of values that options and filters of a written command take; what has a reader of its own only says what it is. */
enum Grammar {
    SWITCH("", RawWords.IS_NOTHING), NUMBER(Forms.NUMBER + "([*/+-]" + Forms.NUMBER + ")*", RawWords.IS_NUMBER),
    BOOL("0|1|-1|true|false|yes|no|y|n|on|off|enabled?|disabled?|auto", RawWords.IS_BOOL),
    TIME("[+-]?((\\d{1,9}:)?\\d{1,9}:\\d{1,2}(\\.\\d{1,9})?|\\d{1,15}(\\.\\d{0,12})?(s|ms|us)?|\\.\\d{1,12})", RawWords.IS_TIME),
    RATE("\\d{1,9}(\\.\\d{1,9})?([/:]\\d{1,9})?|q?ntsc|q?pal|s(ntsc|pal)|film|ntsc-film|source_fps", RawWords.IS_RATE),
    RATIO("-?\\d{1,9}(\\.\\d{1,9})?([/:]\\d{1,9})?|demux|filter", RawWords.IS_RATIO),
    SIZE("\\d{1,5}x\\d{1,5}|[a-z0-9]{2,12}", RawWords.IS_SIZE), WORD("[A-Za-z0-9_.|+()%#*&=, -]*", RawWords.IS_WORD),
    WORDS("[A-Za-z0-9_.,|+ -]*", RawWords.IS_WORDS), FLAGS("[+-]?[a-z0-9_]+([+|-][a-z0-9_]+)*", RawWords.IS_FLAGS),
    COLOUR(Forms.COLOUR, RawWords.IS_COLOUR), COLOURS(Forms.COLOUR + "(\\|" + Forms.COLOUR + ")*", RawWords.IS_COLOUR),
    EXPR("[A-Za-z0-9_+\\-*/%^().,<>=!:;|&? ]{1,4000}", RawWords.IS_EXPR),
    POINTS("[0-9.,/|+: -]+", RawWords.IS_POINTS), PAN("[A-Za-z0-9.+*|=<() -]+", RawWords.IS_WORDS),
    TEXT("[^\\p{Cntrl}]*", RawWords.IS_TEXT),
    METADATA("[\\p{L}\\p{N}_. -]{1,100}=[^\\p{Cntrl}]*", RawWords.IS_METADATA),
    MAP("-?\\d{1,3}(:[A-Za-z0-9_:#-]{1,60})?\\??|\\[[A-Za-z0-9_]{1,60}]", RawWords.IS_MAP),
    MAPPED("-?\\d{1,3}(:[a-z](:[a-z0-9:]{1,20})?)?", RawWords.IS_MAP),
    KEYFRAMES("expr:.{1,1000}|[0-9:., +]{1,4000}|source", RawWords.IS_KEYFRAMES),
    TIMECODE("\\d\\d:\\d\\d:\\d\\d[:;.]\\d\\d", RawWords.IS_TIMECODE), FORMAT("[a-z0-9_]+", RawWords.IS_FORMAT),
    CODEC("[a-z0-9_-]+", RawWords.IS_CODEC), GRAPH(".*", RawWords.IS_NOTHING), BSF("[a-z0-9_,]+", RawWords.IS_BSF),
    X264("[A-Za-z0-9_.,+()%|=: -]+", RawWords.IS_WORDS), X265(X264.form.pattern(), RawWords.IS_WORDS),
    SVTAV1(X264.form.pattern(), RawWords.IS_WORDS), REFUSED("(?!)", RawWords.IS_NOTHING);

    private static final double MOST_RATE = 1000;
    private static final int LONGEST_SIDE = 16_384;
    /** Functions that need not end, or write into the log without end. */
    private static final Set<String> ENDLESS = Set.of("while", "print");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern FILLED = Pattern.compile("%\\{(pts|n|frame_num|localtime|gmtime|pict_type)([:][^{}%]*)?}|%%");

    private final Pattern form;
    private final RawWords expected;

    Grammar(String form, RawWords expected) {
        this.form = Pattern.compile(form, Pattern.DOTALL);
        this.expected = expected;
    }

    /** Patterns that others are made of: an enum's own constants come first. */
    private static final class Forms {
        static final String NUMBER = "[+-]?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})([eE][+-]?\\d{1,3})?(dB|[kKMGmu]i?[Bb]?)?";
        static final String COLOUR = "(#|0x|0X)?[0-9A-Za-z]{1,24}(@(0x[0-9A-Fa-f]{1,2}|[0-9.]{1,8}))?";
    }

    /** What a value of this kind is, for people. */
    RawWords expected() {
        return expected;
    }

    /** @param words that fit beside what the kind itself allows; the only ones of flags, if there are any */
    boolean fits(String value, List<String> words) {
        if (words.contains(value)) {
            return true;
        } else if (!form.matcher(value).matches()) {
            return false;
        }
        return switch (this) {
            case FLAGS -> words.isEmpty() || Arrays.stream(value.split("[+|-]")).allMatch(f -> f.isEmpty() || words.contains(f));
            case RATE -> rate(value) <= MOST_RATE;
            case SIZE -> Arrays.stream(value.split("x")).allMatch(Grammar::side);
            case EXPR -> ends(value);
            case KEYFRAMES -> !value.startsWith("expr:") || EXPR.fits(value.substring("expr:".length()), List.of());
            case TEXT -> !FILLED.matcher(value).replaceAll("").contains("%{");
            case METADATA -> !value.startsWith("filename=") && !value.startsWith("mimetype=");
            default -> true;
        };
    }

    private static double rate(String value) {
        if (!Character.isDigit(value.charAt(0))) {
            return 0;
        }
        String[] parts = value.split("[/:]");
        double over = parts.length > 1 ? Double.parseDouble(parts[1]) : 1;
        return over == 0 ? Double.MAX_VALUE : Double.parseDouble(parts[0]) / over;
    }

    private static boolean side(String text) {
        return !text.chars().allMatch(Character::isDigit) || text.isEmpty() || Integer.parseInt(text) <= LONGEST_SIDE;
    }

    private static boolean ends(String expression) {
        Matcher names = NAME.matcher(expression);
        return names.results().noneMatch(n -> ENDLESS.contains(n.group()));
    }
}
