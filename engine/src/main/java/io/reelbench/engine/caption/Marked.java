package io.reelbench.engine.caption;

import io.reelbench.engine.media.Colour;
import io.reelbench.engine.problem.BadValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text between tags as SubRip and WebVTT know them: bold, italic, underline, strike, colour, voices, ruby. What is no tag is text, and a
 * tag that nobody knows is left out.
 */
final class Marked {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z]{1,10})((?:\\.[^\\s<>.]{1,40}){0,8})(\\s[^<>]{0,300})?/?>");
    private static final Pattern TIME = Pattern.compile("<\\d{1,3}(:\\d{2}){1,2}\\.\\d{3}>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(color|face|size)\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
    private static final Map<String, String> ENTITIES = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'",
            "nbsp", "\u00A0", "lrm", "\u200E", "rlm", "\u200F", "shy", "\u00AD");
    /** The classes that every WebVTT player knows. */
    private static final Map<String, Integer> CLASSES = Map.of("white", 0xFFFFFFFF, "lime", 0x00FF00FF, "cyan", 0x00FFFFFF,
            "red", 0xFF0000FF, "yellow", 0xFFFF00FF, "magenta", 0xFF00FFFF, "blue", 0x0000FFFF, "black", 0x000000FF);
    private static final int DEEPEST = 50;

    /** Sizes of HTML's font tag, as shares of the usual size. */
    private static final double[] SIZES = {1, 0.6, 0.8, 1, 1.2, 1.5, 2, 3};

    private record Open(String name, Look before) {
    }

    private final Pieces pieces;
    private final Deque<Open> open = new ArrayDeque<>();

    Marked(Pieces pieces) {
        this.pieces = pieces;
    }

    void add(String text) {
        int at = 0;
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            plain(text.substring(at, tag.start()));
            tag(tag.group(2).toLowerCase(Locale.ROOT), !tag.group(1).isEmpty(), tag.group(3),
                    tag.group(4) == null ? "" : tag.group(4));
            at = tag.end();
        }
        plain(text.substring(at));
    }

    private void plain(String text) {
        pieces.add(unescaped(TIME.matcher(text).replaceAll("")));
    }

    private static String unescaped(String text) {
        return ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(entity(found.group(1)).orElse(found.group())));
    }

    private static Optional<String> entity(String name) {
        if (!name.startsWith("#")) {
            return Optional.ofNullable(ENTITIES.get(name));
        }
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(code) && code >= ' ' && !(code >= 0xD800 && code < 0xE000)
                ? Optional.of(Character.toString(code))
                : Optional.of("\uFFFD");
    }

    private void tag(String name, boolean closing, String classes, String rest) {
        if (name.equals("br")) {
            pieces.add('\n');
        } else if (name.equals("rt")) {
            // the reading stands behind what it reads
            pieces.add(closing ? ")" : "(");
        } else if (closing) {
            close(name);
        } else if (open.size() < DEEPEST) {
            open.push(new Open(name, pieces.look()));
            pieces.look(changed(name, classes, rest));
        }
    }

    private void close(String name) {
        if (open.stream().noneMatch(o -> o.name.equals(name))) {
            return;
        }
        Open last = open.pop();
        while (!last.name.equals(name)) {
            last = open.pop();
        }
        pieces.look(last.before);
    }

    private Look changed(String name, String classes, String rest) {
        Look look = pieces.look();
        return switch (name) {
            case "b", "strong" -> look.withBold(true);
            case "i", "em" -> look.withItalic(true);
            case "u" -> look.withLines(look.lines().below(true));
            case "s", "strike", "del" -> look.withLines(look.lines().through(true));
            case "font" -> font(look, rest);
            case "c" -> coloured(look, classes);
            default -> look;
        };
    }

    private Look font(Look look, String rest) {
        Look now = look;
        Matcher attribute = ATTRIBUTE.matcher(rest);
        while (attribute.find()) {
            String value = attribute.group(2).replaceAll("^[\"']|[\"']$", "");
            now = switch (attribute.group(1).toLowerCase(Locale.ROOT)) {
                case "color" -> colour(value).map(now::withFill).orElse(now);
                case "face" -> now.withFont(value);
                default -> sized(now, value);
            };
        }
        return now;
    }

    private static Look sized(Look look, String value) {
        return value.matches("[1-7]") ? look.withSize(look.size() * SIZES[Integer.parseInt(value)]) : look;
    }

    private static Optional<Colour> colour(String value) {
        try {
            return Optional.of(Colour.parse(value.matches("[0-9a-fA-F]{6}") ? "#" + value : value));
        } catch (BadValue unknown) {
            return Optional.empty();
        }
    }

    private static Look coloured(Look look, String classes) {
        Look now = look;
        for (String one : classes.split("\\.")) {
            Integer front = CLASSES.get(one);
            Integer behind = one.startsWith("bg_") ? CLASSES.get(one.substring(3)) : null;
            if (front != null) {
                now = now.withFill(new Colour(front));
            } else if (behind != null) {
                now = now.withEdge(new Colour(behind)).withBox(Look.Box.LINES);
            }
        }
        return now;
    }
}
