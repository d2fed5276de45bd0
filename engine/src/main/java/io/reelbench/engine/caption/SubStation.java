package io.reelbench.engine.caption;

import io.reelbench.engine.caption.Place.Wrap;
import io.reelbench.engine.media.Colour;
import io.reelbench.engine.media.Position;
import io.reelbench.engine.problem.BadValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sub Station Alpha, old (SSA) and advanced (ASS). Fonts and pictures that it carries are passed over. */
final class SubStation {

    /** The canvas of a text that does not name one. */
    private static final double WIDTH = 384;
    private static final double HEIGHT = 288;
    private static final double LARGEST = 1_000_000;
    private static final int MOST_STYLES = 2000;
    private static final Pattern TIME = Pattern.compile("\\s*(\\d{1,3}):(\\d{1,2}):(\\d{1,2})(?:[.:,](\\d{1,3}))?\\s*");
    private static final Pattern HEX = Pattern.compile("\\s*&?[hH]?&?([0-9a-fA-F]{1,16})&?.*");
    private static final List<String> STYLE = List.of("name", "fontname", "fontsize", "primarycolour", "secondarycolour",
            "outlinecolour", "backcolour", "bold", "italic", "underline", "strikeout", "scalex", "scaley", "spacing", "angle",
            "borderstyle", "outline", "shadow", "alignment", "marginl", "marginr", "marginv", "encoding");
    private static final List<String> OLD_STYLE = List.of("name", "fontname", "fontsize", "primarycolour", "secondarycolour",
            "tertiarycolour", "backcolour", "bold", "italic", "borderstyle", "outline", "shadow", "alignment", "marginl",
            "marginr", "marginv", "alphalevel", "encoding");
    private static final List<String> EVENT = List.of("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv",
            "effect", "text");
    /** In the order of a keypad, from the bottom left. */
    private static final List<Position> KEYPAD = List.of(Position.BOTTOM_LEFT, Position.BOTTOM, Position.BOTTOM_RIGHT,
            Position.LEFT, Position.CENTER, Position.RIGHT, Position.TOP_LEFT, Position.TOP, Position.TOP_RIGHT);

    private record Named(Look look, Place place) {
    }

    private final Style usual;
    private final Chosen chosen;
    private final Map<String, String> info = new HashMap<>();
    private final Map<String, Map<String, String>> styles = new HashMap<>();
    private final List<Map<String, String>> events = new ArrayList<>();
    private final Map<String, Named> made = new HashMap<>();
    private final Set<Script.Missing> missing = EnumSet.noneOf(Script.Missing.class);
    private boolean old;
    private double width;
    private double height;

    /** @param usual how cues look where not even a style is given; on the picture's canvas */
    SubStation(Style usual, Chosen chosen) {
        this.usual = usual;
        this.chosen = chosen;
    }

    Script read(String text) throws BadValue {
        String section = "";
        List<String> format = List.of();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String plain = line.strip();
            if (plain.startsWith("[") && plain.endsWith("]")) {
                section = plain.toLowerCase(Locale.ROOT);
                old = old || section.equals("[v4 styles]");
                format = section.equals("[events]") ? EVENT : old ? OLD_STYLE : STYLE;
            } else if (plain.indexOf(':') > 0 && !plain.startsWith(";")) {
                String key = plain.substring(0, plain.indexOf(':')).strip().toLowerCase(Locale.ROOT);
                String value = plain.substring(plain.indexOf(':') + 1).stripLeading();
                if (key.equals("format")) {
                    format = List.of(value.toLowerCase(Locale.ROOT).replace(" ", "").split(",", 60));
                } else {
                    line(section, key, value, format);
                }
            }
        }
        return script();
    }

    private void line(String section, String key, String value, List<String> format) throws BadValue {
        switch (section) {
            case "[script info]" -> info.putIfAbsent(key, value);
            case "[v4 styles]", "[v4+ styles]", "[v4 styles+]" -> {
                if (key.equals("style") && styles.size() < MOST_STYLES) {
                    Map<String, String> fields = fields(format, value);
                    styles.put(name(fields.getOrDefault("name", "")), fields);
                }
            }
            case "[events]" -> {
                if (key.equals("dialogue")) {
                    Captions.bound(events, value);
                    events.add(fields(format, value));
                }
            }
            default -> {
                // fonts, pictures, and what editors keep for themselves
            }
        }
    }

    private static Map<String, String> fields(List<String> format, String value) {
        String[] parts = value.split(",", format.size());
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            fields.put(format.get(i), format.get(i).equals("text") ? parts[i] : parts[i].strip());
        }
        return fields;
    }

    private static String name(String name) {
        return name.replaceFirst("^\\*+", "").strip().toLowerCase(Locale.ROOT);
    }

    private Script script() {
        canvas();
        List<Cue> cues = new ArrayList<>();
        for (Map<String, String> event : events) {
            cue(event).ifPresent(cues::add);
        }
        boolean scaled = !info.getOrDefault("scaledborderandshadow", "yes").toLowerCase(Locale.ROOT).startsWith("n");
        return new Script(width, height, scaled, List.copyOf(cues), Set.copyOf(missing));
    }

    /** Where only one side is given the other follows, as 4:3. */
    private void canvas() {
        double x = positive(info.get("playresx"));
        double y = positive(info.get("playresy"));
        width = x > 0 ? x : y == 1024 ? 1280 : y > 0 ? y * 4 / 3 : WIDTH;
        height = y > 0 ? y : x == 1280 ? 1024 : x > 0 ? x * 3 / 4 : HEIGHT;
    }

    private static double positive(String text) {
        return Math.clamp(number(text, 0), 0, LARGEST);
    }

    private Optional<Cue> cue(Map<String, String> event) {
        Optional<Long> from = us(event.getOrDefault("start", ""));
        Optional<Long> to = us(event.getOrDefault("end", ""));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        Named style = style(event.getOrDefault("style", "Default"));
        Place place = style.place.within(margin(event, "marginl", style.place.left()),
                margin(event, "marginr", style.place.right()), margin(event, "marginv", style.place.edge()));
        Overrides overrides = new Overrides(style.look, place, to.get() - from.get(),
                wanted -> styles.containsKey(name(wanted)) ? Optional.of(style(wanted).look) : Optional.empty());
        overrides.read(event.getOrDefault("text", ""));
        missing.addAll(overrides.missing());
        return Optional.of(new Cue(from.get(), to.get(), (int) number(event.get("layer"), 0), overrides.place(), overrides.fade(),
                overrides.pieces()));
    }

    private static double margin(Map<String, String> event, String side, double usual) {
        double own = number(event.get(side), 0);
        return own == 0 ? usual : Math.clamp(own, -LARGEST, LARGEST);
    }

    private static Optional<Long> us(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        String fraction = time.group(4) == null ? "0" : time.group(4);
        long ms = Long.parseLong((fraction + "000").substring(0, 3));
        long seconds = Long.parseLong(time.group(1)) * 3600 + Long.parseLong(time.group(2)) * 60 + Long.parseLong(time.group(3));
        return Optional.of((seconds * 1000 + ms) * 1000);
    }

    private Named style(String wanted) {
        String key = name(wanted);
        String there = styles.containsKey(key) ? key : styles.containsKey("default") ? "default" : "";
        return made.computeIfAbsent(there, name -> made(styles.getOrDefault(name, Map.of())));
    }

    private Named made(Map<String, String> fields) {
        double unit = height / usual.frame().height();
        UnaryOperator<Look> change = chosen.on(unit, usual.frame());
        Wrap wrap = wrap((int) number(info.get("wrapstyle"), 0));
        if (fields.isEmpty()) {
            Look look = usual.look();
            Place place = usual.place().wrapped(wrap).within(usual.place().left() * unit, usual.place().right() * unit,
                    usual.place().edge() * unit);
            return new Named(change.apply(look.withSize(look.size() * unit).withOutline(look.outline() * unit)
                    .withShadow(look.shadow() * unit)), place);
        }
        int align = (int) number(fields.get("alignment"), 2);
        Position position = (old ? old(align) : keypad(align)).orElse(Position.BOTTOM);
        Place place = new Place(position, positive(fields.get("marginl")), positive(fields.get("marginr")),
                positive(fields.get("marginv")), Optional.empty(), wrap,
                fields.getOrDefault("encoding", "").equals("-1") ? Place.Reading.AS_WRITTEN : Place.Reading.FROM_LEFT);
        return new Named(change.apply(look(fields)), place);
    }

    private Look look(Map<String, String> fields) {
        int border = (int) number(fields.get("borderstyle"), 1);
        Look.Lines lines = Look.Lines.NONE.below(on(fields.get("underline"))).through(on(fields.get("strikeout")));
        double size = positive(fields.get("fontsize"));
        Colour back = colour(fields.get("backcolour"), 0x000000FF);
        // the old form has no colour of its own for what lies around letters
        Colour edge = old ? back : colour(fields.get("outlinecolour"), 0x000000FF);
        return new Look(fields.getOrDefault("fontname", "").replaceFirst("^@", ""), size > 0 ? size : 18,
                on(fields.get("bold")), on(fields.get("italic")), lines, colour(fields.get("primarycolour"), 0xFFFFFFFF), edge,
                back, positive(fields.get("outline")), positive(fields.get("shadow")),
                border == 3 ? Look.Box.LINES : border == 4 ? Look.Box.WHOLE : Look.Box.NONE,
                number(fields.get("scalex"), 100) / 100, number(fields.get("scaley"), 100) / 100,
                Math.clamp(number(fields.get("spacing"), 0), -LARGEST, LARGEST));
    }

    private static boolean on(String text) {
        double number = number(text, 0);
        return number == -1 || number == 1 || number >= 600;
    }

    /** A decimal number in the old form, else hexadecimal. */
    private static Colour colour(String text, int none) {
        if (text == null || text.isEmpty()) {
            return new Colour(none);
        }
        boolean decimal = text.matches("-?\\d{1,11}");
        Optional<Long> value = decimal ? Optional.of(Long.parseLong(text) & 0xFFFFFFFFL) : hex(text);
        return value.map(v -> new Colour((int) (turned(v) << 8 | 255 - (v >> 24 & 0xFF)))).orElse(new Colour(none));
    }

    /** A hexadecimal number with its marks; empty when it is none. */
    static Optional<Long> hex(String text) {
        Matcher hex = HEX.matcher(text);
        return hex.matches() ? Optional.of(Long.parseUnsignedLong(hex.group(1), 16) & 0xFFFFFFFFL) : Optional.empty();
    }

    /** Red, green and blue of a number whose lowest byte is red. */
    static long turned(long value) {
        return (value & 0xFF) << 16 | value & 0xFF00 | value >> 16 & 0xFF;
    }

    static Optional<Position> keypad(int number) {
        return number >= 1 && number <= 9 ? Optional.of(KEYPAD.get(number - 1)) : Optional.empty();
    }

    /** 1 to 3 stand below, 4 more above, 8 more in the middle. */
    static Optional<Position> old(int number) {
        int across = number & 3;
        int row = (number & 4) != 0 ? 2 : (number & 8) != 0 ? 1 : 0;
        return across == 0 ? Optional.empty() : Optional.of(KEYPAD.get(row * 3 + across - 1));
    }

    static Wrap wrap(int number) {
        return switch (number) {
            case 1 -> Wrap.FULL;
            case 2 -> Wrap.NEVER;
            case 3 -> Wrap.EVEN_LOWER;
            default -> Wrap.EVEN;
        };
    }

    private static double number(String text, double none) {
        if (text == null || !text.strip().matches("[+-]?(\\d{1,12}(\\.\\d{0,12})?|\\.\\d{1,12})")) {
            return none;
        }
        return Double.parseDouble(text.strip());
    }
}
