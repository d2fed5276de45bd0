package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.Locale;
import java.util.Map;

/**
 * A colour with opacity.
 *
 * @param rgba eight bits each of red, green, blue and opacity (255 = opaque), from the highest byte down
 */
public record Colour(int rgba) {

    public static final Colour BLACK = new Colour(0x000000FF);
    public static final Colour WHITE = new Colour(0xFFFFFFFF);
    /** The 16 names of HTML 4.01, and two ways to say nothing. */
    private static final Map<String, Integer> NAMES = Map.ofEntries(Map.entry("black", 0x000000FF),
            Map.entry("silver", 0xC0C0C0FF),
            Map.entry("gray", 0x808080FF), Map.entry("white", 0xFFFFFFFF), Map.entry("maroon", 0x800000FF),
            Map.entry("red", 0xFF0000FF),
            Map.entry("purple", 0x800080FF), Map.entry("fuchsia", 0xFF00FFFF), Map.entry("green", 0x008000FF),
            Map.entry("lime", 0x00FF00FF),
            Map.entry("olive", 0x808000FF), Map.entry("yellow", 0xFFFF00FF), Map.entry("navy", 0x000080FF),
            Map.entry("blue", 0x0000FFFF),
            Map.entry("teal", 0x008080FF), Map.entry("aqua", 0x00FFFFFF), Map.entry("grey", 0x808080FF),
            Map.entry("transparent", 0));

    public static Colour parse(String text) throws BadValue {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (NAMES.containsKey(plain)) {
            return new Colour(NAMES.get(plain));
        }
        String digits = plain.startsWith("#") ? plain.substring(1) : plain.startsWith("0x") ? plain.substring(2) : "";
        if (!digits.matches("[0-9a-f]+")) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_COLOUR.with(text));
        }
        String whole = switch (digits.length()) {
            case 3 -> digits.replaceAll("(.)", "$1$1") + "ff";
            case 6 -> digits + "ff";
            case 8 -> digits;
            default -> throw new BadValue(Code.BAD_SYNTAX, MediaWords.COLOUR_DIGITS.with(text));
        };
        return new Colour(Integer.parseUnsignedInt(whole, 16));
    }

    public int opacity() {
        return rgba & 0xFF;
    }

    /** As ffmpeg's filters read it. */
    public String ffmpeg() {
        return String.format("0x%08X", rgba);
    }

    @Override
    public String toString() {
        return opacity() == 255 ? String.format("#%06X", rgba >>> 8) : String.format("#%08X", rgba);
    }
}
