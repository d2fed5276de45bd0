package io.reelbench.engine.caption;

import io.reelbench.engine.caption.Place.Wrap;
import io.reelbench.engine.media.Colour;
import io.reelbench.engine.media.Position;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags in braces of ASS: a text is read from left to right, and they change how it looks from there on, or where and when all of it
 * stands. What nobody knows is left out, and so are shapes.
 */
final class Overrides {

    private static final Pattern ANY_BLOCK = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern TAG_BLOCK = Pattern.compile("\\{(\\s*\\\\[^{}]*)}");
    /** A longer name stands before those that it begins with. */
    private static final List<String> NAMES = List.of("xbord", "ybord", "xshad", "yshad", "alpha", "iclip", "fscx", "fscy",
            "fade", "bord", "blur", "shad", "clip", "move", "fad", "fsp", "frx", "fry", "frz", "fax", "fay", "org", "pos", "pbo",
            "1a", "2a", "3a", "4a", "1c", "2c", "3c", "4c", "an", "be", "fn", "fs", "fe", "fr", "kf", "ko", "kt", "a", "b", "c",
            "i", "k", "K", "p", "q", "r", "s", "t", "u");
    private static final Set<String> EFFECTS = Set.of("move", "frx", "fry", "frz", "fr", "fax", "fay", "clip", "iclip", "t", "k",
            "K", "kf", "ko", "kt", "be", "blur", "org");
    private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?(?:\\d{1,9}(?:\\.\\d{0,9})?|\\.\\d{1,9})).*");
    private static final double BOLD = 600;
    private static final double LARGEST = 100_000;

    private final Look style;
    private final Function<String, Optional<Look>> styles;
    private final Pieces pieces;
    private final Pattern block;
    private final Set<Script.Missing> missing = EnumSet.noneOf(Script.Missing.class);
    private Consumer<String> plain = this::escaped;
    private Look base;
    private Place place;
    private Cue.Fade fade = Cue.Fade.NONE;
    private long lengthUs;
    private boolean placed;
    private boolean faded;
    private boolean drawing;

    /**
     * @param lengthUs how long the cue is shown, in microseconds
     * @param styles   finds those that {@code \r} names
     */
    Overrides(Look style, Place place, long lengthUs, Function<String, Optional<Look>> styles) {
        this(style, place, lengthUs, styles, ANY_BLOCK);
    }

    private Overrides(Look style, Place place, long lengthUs, Function<String, Optional<Look>> styles, Pattern block) {
        this.style = style;
        this.base = style;
        this.place = place;
        this.lengthUs = lengthUs;
        this.styles = styles;
        this.block = block;
        this.pieces = new Pieces(style);
    }

    /** For texts of another kind, in which only braces that hold tags are no text; what stands between them is read by someone else. */
    static Overrides among(Style usual, long lengthUs, Function<Pieces, Consumer<String>> others) {
        Overrides overrides = new Overrides(usual.look(), usual.place(), lengthUs, _ -> Optional.empty(), TAG_BLOCK);
        overrides.plain = others.apply(overrides.pieces);
        return overrides;
    }

    void read(String text) {
        int at = 0;
        Matcher found = block.matcher(text);
        while (found.find()) {
            say(text.substring(at, found.start()));
            tags(found.group(1));
            at = found.end();
        }
        say(text.substring(at));
    }

    List<Cue.Piece> pieces() {
        return pieces.all();
    }

    Place place() {
        return place;
    }

    Cue.Fade fade() {
        return fade;
    }

    Set<Script.Missing> missing() {
        return missing;
    }

    private void say(String text) {
        if (drawing && !text.isBlank()) {
            missing.add(Script.Missing.DRAWINGS);
        } else if (!drawing) {
            plain.accept(text);
        }
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (text.charAt(i) != '\\' || next != 'N' && next != 'n' && next != 'h') {
                pieces.add(text.charAt(i));
                continue;
            }
            pieces.add(next == 'h' ? '\u00A0' : next == 'N' || place.wrap() == Wrap.NEVER ? '\n' : ' ');
            i++;
        }
    }

    private void tags(String text) {
        int at = text.indexOf('\\');
        while (at >= 0 && at + 1 < text.length()) {
            int start = at + 1;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
            int from = start;
            Optional<String> name = NAMES.stream().filter(n -> text.startsWith(n, from)).findFirst();
            int behind = from + name.map(String::length).orElse(0);
            int end = end(text, behind);
            String argument = text.substring(Math.min(behind, end), end);
            name.ifPresent(n -> tag(n, argument.strip()));
            at = text.indexOf('\\', end);
        }
    }

    /** An argument in parentheses may hold tags of its own. */
    private static int end(String text, int from) {
        if (from < text.length() && text.charAt(from) == '(') {
            int depth = 0;
            for (int i = from; i < text.length(); i++) {
                depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
                if (depth == 0) {
                    return i + 1;
                }
            }
            return text.length();
        }
        int next = text.indexOf('\\', from);
        return next < 0 ? text.length() : next;
    }

    private void tag(String name, String argument) {
        OptionalDouble number = number(argument);
        if (EFFECTS.contains(name)) {
            missing.add(Script.Missing.EFFECTS);
        }
        switch (name) {
            case "an" -> number.ifPresent(n -> keep(SubStation.keypad((int) n)));
            case "a" -> number.ifPresent(n -> keep(SubStation.old((int) n)));
            case "pos", "move" -> spot(numbers(argument));
            case "fad", "fade" -> fading(numbers(argument));
            case "q" -> place = place.wrapped(SubStation.wrap((int) number.orElse(0)));
            case "p" -> drawing = number.orElse(0) > 0;
            case "r" -> {
                base = argument.isEmpty() ? style : styles.apply(argument).orElse(style);
                pieces.look(base);
            }
            default -> pieces.look(changed(pieces.look(), name, argument, number));
        }
    }

    /** The first one counts. */
    private void keep(Optional<Position> position) {
        if (position.isPresent() && !placed) {
            place = place.at(position.get());
            placed = true;
        }
    }

    private void spot(List<Double> numbers) {
        if (numbers.size() >= 2 && place.at().isEmpty()) {
            place = place.at(new Place.Spot(numbers.get(0), numbers.get(1)));
        }
    }

    private void fading(List<Double> numbers) {
        if (faded) {
            return;
        }
        if (numbers.size() == 2) {
            long in = us(numbers.get(0));
            long out = us(numbers.get(1));
            fade = new Cue.Fade(0, 1, 0, 0, in, lengthUs - out, lengthUs);
            faded = true;
        } else if (numbers.size() == 7) {
            fade = new Cue.Fade(strength(numbers.get(0)), strength(numbers.get(1)), strength(numbers.get(2)), us(numbers.get(3)),
                    us(numbers.get(4)), us(numbers.get(5)), us(numbers.get(6)));
            faded = true;
        }
    }

    private static double strength(double transparent) {
        return 1 - Math.clamp(transparent, 0, 255) / 255;
    }

    private static long us(double ms) {
        return Math.round(Math.max(0, ms) * 1000);
    }

    private Look changed(Look look, String name, String argument, OptionalDouble number) {
        return switch (name) {
            case "fn" -> look.withFont(argument.isEmpty() || argument.equals("0") ? base.font() : argument);
            case "fs" -> look.withSize(size(look, argument, number));
            case "fscx" -> look.stretched(number.isPresent() ? share(number) : base.wide(), look.high());
            case "fscy" -> look.stretched(look.wide(), number.isPresent() ? share(number) : base.high());
            case "fsp" -> look.withApart(Math.clamp(number.orElse(base.apart()), -LARGEST, LARGEST));
            case "b" -> look.withBold(number.isEmpty() ? base.bold() : number.getAsDouble() == 1 || number.getAsDouble() >= BOLD);
            case "i" -> look.withItalic(number.isEmpty() ? base.italic() : number.getAsDouble() != 0);
            case "u" -> look.withLines(
                    look.lines().below(number.isEmpty() ? base.lines().isBelow() : number.getAsDouble() != 0));
            case "s" -> look.withLines(
                    look.lines().through(number.isEmpty() ? base.lines().isThrough() : number.getAsDouble() != 0));
            case "bord" -> look.withOutline(length(number, base.outline()));
            case "shad" -> look.withShadow(length(number, base.shadow()));
            case "c", "1c" -> look.withFill(colour(argument, look.fill(), base.fill()));
            case "3c" -> look.withEdge(colour(argument, look.edge(), base.edge()));
            case "4c" -> look.withBack(colour(argument, look.back(), base.back()));
            case "1a" -> look.withFill(opacity(argument, look.fill(), base.fill()));
            case "3a" -> look.withEdge(opacity(argument, look.edge(), base.edge()));
            case "4a" -> look.withBack(opacity(argument, look.back(), base.back()));
            case "alpha" -> look.withFill(opacity(argument, look.fill(), base.fill()))
                    .withEdge(opacity(argument, look.edge(), base.edge())).withBack(opacity(argument, look.back(), base.back()));
            default -> look;
        };
    }

    private double size(Look look, String argument, OptionalDouble number) {
        boolean relative = argument.startsWith("+") || argument.startsWith("-");
        double wanted = number.isEmpty()
                ? base.size()
                : relative ? look.size() * (1 + number.getAsDouble() / 10) : number.getAsDouble();
        return wanted > 0 && wanted < LARGEST ? wanted : base.size();
    }

    private static double share(OptionalDouble percent) {
        return Math.clamp(percent.getAsDouble() / 100, 0, 100);
    }

    private static double length(OptionalDouble number, double usual) {
        return Math.clamp(number.orElse(usual), 0, LARGEST);
    }

    private static Colour colour(String argument, Colour now, Colour usual) {
        Optional<Long> value = SubStation.hex(argument);
        long rgb = value.map(v -> SubStation.turned(v)).orElse((long) usual.rgba() >>> 8 & 0xFFFFFF);
        return new Colour((int) (rgb << 8 | now.opacity()));
    }

    private static Colour opacity(String argument, Colour now, Colour usual) {
        int opacity = SubStation.hex(argument).map(v -> 255 - (int) (v & 0xFF)).orElse(usual.opacity());
        return new Colour(now.rgba() & 0xFFFFFF00 | opacity);
    }

    private static OptionalDouble number(String argument) {
        Matcher number = NUMBER.matcher(argument);
        return number.matches() ? OptionalDouble.of(Double.parseDouble(number.group(1))) : OptionalDouble.empty();
    }

    private static List<Double> numbers(String argument) {
        List<Double> all = new ArrayList<>();
        for (String part : argument.replaceAll("[()]", "").split(",", 20)) {
            OptionalDouble number = number(part);
            if (number.isEmpty()) {
                return List.of();
            }
            all.add(number.getAsDouble());
        }
        return all;
    }
}
