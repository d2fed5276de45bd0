package io.reelbench.engine.caption.draw;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The fonts at hand: a person's own, those of this machine, and the product's, which cover the scripts that most people write. Each is
 * loaded when it is first needed. Not for several threads at once.
 */
public final class Faces {

    static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);

    private static final String FOLDER = "/io/reelbench/ui/fonts/captions/";
    private static final String SANS = "NotoSans";
    private static final String CJK = "NotoSansCJK-Regular.otf";
    private static final int FIRST_IDEOGRAPH = 0x2E80;
    private static final Map<UnicodeScript, String> SCRIPTS = Map.ofEntries(Map.entry(UnicodeScript.ARABIC, "Arabic"),
            Map.entry(UnicodeScript.HEBREW, "Hebrew"), Map.entry(UnicodeScript.DEVANAGARI, "Devanagari"),
            Map.entry(UnicodeScript.BENGALI, "Bengali"), Map.entry(UnicodeScript.GURMUKHI, "Gurmukhi"),
            Map.entry(UnicodeScript.GUJARATI, "Gujarati"), Map.entry(UnicodeScript.TAMIL, "Tamil"),
            Map.entry(UnicodeScript.TELUGU, "Telugu"), Map.entry(UnicodeScript.KANNADA, "Kannada"),
            Map.entry(UnicodeScript.MALAYALAM, "Malayalam"), Map.entry(UnicodeScript.SINHALA, "Sinhala"),
            Map.entry(UnicodeScript.THAI, "Thai"), Map.entry(UnicodeScript.LAO, "Lao"), Map.entry(UnicodeScript.KHMER, "Khmer"),
            Map.entry(UnicodeScript.MYANMAR, "Myanmar"), Map.entry(UnicodeScript.ARMENIAN, "Armenian"),
            Map.entry(UnicodeScript.GEORGIAN, "Georgian"), Map.entry(UnicodeScript.ETHIOPIC, "Ethiopic"));
    private static final List<String> SYMBOLS = List.of("NotoSansSymbols-Regular.ttf", "NotoSansSymbols2-Regular.ttf");

    /**
     * A font at a size of one pixel.
     *
     * @param ascent  how far it reaches above the base line, as a share of its size
     * @param descent how far below
     */
    record Face(Font font, double ascent, double descent) {

        double height() {
            return ascent + descent;
        }
    }

    private record Wanted(String family, boolean bold, boolean italic) {
    }

    private final Optional<Face> own;
    private final Map<String, Face> ours = new HashMap<>();
    private final Map<Wanted, Optional<Face>> found = new HashMap<>();
    private final List<Face> others = new ArrayList<>();
    private Optional<Map<String, String>> installed = Optional.empty();

    private Faces(Optional<Face> own) {
        this.own = own;
    }

    /**
     * @param file a font file that comes before all others; empty for none
     */
    public static Faces with(Optional<Path> file) throws FailedException {
        if (file.isEmpty()) {
            return new Faces(Optional.empty());
        }
        try {
            return new Faces(Optional.of(face(Font.createFont(Font.TRUETYPE_FONT, file.get().toFile()))));
        } catch (FontFormatException | IOException broken) {
            throw new FailedException(new Failure.Damaged(file.get().toString(), DrawWords.NO_FONT.english()), broken);
        } catch (RuntimeException | LinkageError | InternalError noFonts) {
            throw unable(noFonts);
        }
    }

    /** What comes where Java finds no way to draw letters on this machine. */
    static FailedException unable(Throwable why) {
        return new FailedException(new Failure.NoLetters(String.valueOf(why.getMessage())), why);
    }

    private static Face face(Font font) {
        LineMetrics metrics = font.deriveFont(1000f).getLineMetrics("Hg", PLAIN);
        return new Face(font, metrics.getAscent() / 1000, metrics.getDescent() / 1000);
    }

    /** Whether there is a family of that name. */
    boolean has(String family) {
        return family.isEmpty() || isOurs(family) || installed().containsKey(family.toLowerCase(Locale.ROOT));
    }

    private static boolean isOurs(String family) {
        return family.equalsIgnoreCase("Noto Sans");
    }

    /** The font that was asked for, else the person's own, else the product's. */
    Face main(String family, boolean bold, boolean italic) {
        return found.computeIfAbsent(new Wanted(family.toLowerCase(Locale.ROOT), bold, italic), _ -> named(family, bold, italic))
                .or(() -> own.map(face -> styled(face, bold, italic))).orElseGet(() -> sans(bold, italic));
    }

    private Optional<Face> named(String family, boolean bold, boolean italic) {
        if (family.isEmpty()) {
            return Optional.empty();
        } else if (isOurs(family)) {
            return Optional.of(sans(bold, italic));
        }
        int style = (bold ? Font.BOLD : 0) | (italic ? Font.ITALIC : 0);
        return Optional.ofNullable(installed().get(family.toLowerCase(Locale.ROOT))).map(name -> face(new Font(name, style, 1)));
    }

    private Face sans(boolean bold, boolean italic) {
        return styled(ours(SANS + (bold ? "-Bold.ttf" : italic ? "-Italic.ttf" : "-Regular.ttf")), false, bold && italic);
    }

    private static Face styled(Face face, boolean bold, boolean italic) {
        int style = (bold ? Font.BOLD : 0) | (italic ? Font.ITALIC : 0);
        return style == 0 ? face : new Face(face.font.deriveFont(style), face.ascent, face.descent);
    }

    /** A font that has all characters of a text; empty where there is none. */
    Optional<Face> covering(String text, Face first, boolean bold, boolean italic) {
        if (covers(first, text)) {
            return Optional.of(first);
        }
        Face sans = sans(bold, italic);
        if (covers(sans, text)) {
            return Optional.of(sans);
        }
        for (String name : candidates(text)) {
            Face face = styled(ours(name), bold, italic);
            if (covers(face, text)) {
                return Optional.of(face);
            }
        }
        return elsewhere(text).map(face -> styled(face, bold, italic));
    }

    private static List<String> candidates(String text) {
        int code = text.codePointAt(0);
        String script = SCRIPTS.get(UnicodeScript.of(code));
        if (script == null) {
            // a comma or a full stop that several scripts share stands among the letters of one
            String block = String.valueOf(Character.UnicodeBlock.of(code));
            script = SCRIPTS.entrySet().stream().filter(e -> block.startsWith(e.getKey().name())).map(Map.Entry::getValue)
                    .findFirst().orElse(null);
        }
        if (script != null) {
            return List.of(SANS + script + "-Regular.ttf");
        }
        return code >= FIRST_IDEOGRAPH && code < 0x1F000 ? List.of(CJK) : SYMBOLS;
    }

    private Optional<Face> elsewhere(String text) {
        for (Face face : others) {
            if (covers(face, text)) {
                return Optional.of(face);
            }
        }
        for (String name : installed().values()) {
            Font font = new Font(name, Font.PLAIN, 1);
            if (font.canDisplayUpTo(text) < 0) {
                others.add(face(font));
                return Optional.of(others.getLast());
            }
        }
        return Optional.empty();
    }

    /** Marks that only say how others are joined need no glyph. */
    private static boolean covers(Face face, String text) {
        return text.codePoints().allMatch(code -> ignorable(code) || face.font.canDisplay(code));
    }

    static boolean ignorable(int code) {
        return Character.getType(code) == Character.FORMAT || code >= 0xFE00 && code <= 0xFE0F || Character.isISOControl(code);
    }

    private Face ours(String name) {
        return ours.computeIfAbsent(name, _ -> {
            try (InputStream in = Faces.class.getResourceAsStream(FOLDER + name)) {
                return face(Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, name)));
            } catch (FontFormatException | IOException broken) {
                throw new IllegalStateException(name, broken);
            }
        });
    }

    /** The families of this machine, by their names in small letters; without the five that Java makes up. */
    private Map<String, String> installed() {
        if (installed.isEmpty()) {
            Map<String, String> names = new java.util.TreeMap<>();
            for (String name : GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT)) {
                names.put(name.toLowerCase(Locale.ROOT), name);
            }
            List.of("dialog", "dialoginput", "monospaced", "sansserif", "serif").forEach(names::remove);
            installed = Optional.of(names);
        }
        return installed.get();
    }
}
