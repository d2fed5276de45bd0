package io.reelbench.engine.caption.draw;

import io.reelbench.engine.caption.Cue;
import io.reelbench.engine.caption.Look;
import io.reelbench.engine.caption.Place.Reading;
import io.reelbench.engine.caption.Place.Wrap;
import io.reelbench.engine.caption.draw.Faces.Face;
import java.awt.Font;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A text up to where its writer ended the line. */
final class Paragraph {

    /** With this one Java also knows where words of Thai, Lao and Khmer end, which are written without spaces. */
    private static final Locale WORDS = Locale.of("th");
    private static final int HALVINGS = 12;
    /** Larger letters, edges and shadows are seen in no picture, in pixels. */
    private static final double LARGEST = 4096;
    private static final double WIDEST = 512;

    /**
     * Characters of one look in one font.
     *
     * @param from the first
     * @param to   behind the last
     * @param main the font whose height the line has
     */
    private record Run(int from, int to, Look look, Face main, Font font) {
    }

    /**
     * What is not broken.
     *
     * @param width without spaces at its end
     * @param whole with them
     */
    private record Word(int from, int to, double width, double whole) {
    }

    private final Faces faces;
    private final double scale;
    private final double edgeScale;
    private final Set<Integer> unknown = new HashSet<>();
    private final List<Run> runs = new ArrayList<>();
    private final char[] text;
    private final Bidi bidi;

    /**
     * @param scale     pixels of a unit of letters
     * @param edgeScale pixels of a unit of outlines and shadows
     */
    Paragraph(List<Cue.Piece> pieces, Reading reading, Faces faces, double scale, double edgeScale) {
        this.faces = faces;
        this.scale = scale;
        this.edgeScale = edgeScale;
        StringBuilder shown = new StringBuilder();
        for (Cue.Piece piece : pieces) {
            append(piece, shown);
        }
        this.text = shown.toString().toCharArray();
        this.bidi = new Bidi(shown.toString(),
                reading == Reading.FROM_LEFT ? Bidi.DIRECTION_LEFT_TO_RIGHT : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    }

    Set<Integer> unknown() {
        return unknown;
    }

    /** Finds a font for every character with its marks; those of none are left out. */
    private void append(Cue.Piece piece, StringBuilder shown) {
        Look look = piece.look();
        Face main = faces.main(look.font(), look.bold(), look.italic());
        double em = Math.clamp(look.size() * scale / main.height(), 0.1, LARGEST);
        String words = piece.text().replace('\t', ' ');
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(words);
        int from = characters.first();
        for (int to = characters.next(); to != BreakIterator.DONE; from = to, to = characters.next()) {
            String one = words.substring(from, to);
            Optional<Face> face = faces.covering(one, main, look.bold(), look.italic());
            if (face.isEmpty()) {
                unknown.add(one.codePointAt(0));
                continue;
            }
            Font font = face.get().font().deriveFont((float) em);
            int at = shown.length();
            shown.append(one);
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.look.equals(look) && last.font.equals(font)) {
                runs.set(runs.size() - 1, new Run(last.from, shown.length(), look, main, font));
            } else {
                runs.add(new Run(at, shown.length(), look, main, font));
            }
        }
    }

    /**
     * @param room the longest line that is allowed
     */
    List<TextLine> lines(double room, Wrap wrap) {
        if (text.length == 0) {
            return List.of();
        } else if (wrap == Wrap.NEVER) {
            return List.of(line(0, text.length));
        }
        List<Word> words = words(room);
        List<List<Word>> lines = filled(words, room, wrap);
        return lines.stream().map(line -> line(line.getFirst().from, line.getLast().to)).toList();
    }

    private static List<List<Word>> filled(List<Word> words, double room, Wrap wrap) {
        boolean upwards = wrap == Wrap.EVEN_LOWER;
        List<List<Word>> lines = filled(words, room, upwards);
        if (wrap == Wrap.FULL || lines.size() < 2) {
            return lines;
        }
        double least = 0;
        double most = room;
        List<List<Word>> even = lines;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (least + most) / 2;
            List<List<Word>> tried = filled(words, middle, upwards);
            if (tried.size() <= lines.size()) {
                even = tried;
                most = middle;
            } else {
                least = middle;
            }
        }
        return even;
    }

    /** @param upwards whether the last line is filled first */
    private static List<List<Word>> filled(List<Word> words, double room, boolean upwards) {
        List<List<Word>> lines = new ArrayList<>();
        List<Word> line = new ArrayList<>();
        double used = 0;
        for (Word word : upwards ? words.reversed() : words) {
            double last = upwards ? line.isEmpty() ? word.width : used + word.whole : used + word.width;
            if (!line.isEmpty() && last > room) {
                lines.add(line);
                line = new ArrayList<>();
                used = 0;
            }
            used += upwards && line.isEmpty() ? word.width : word.whole;
            line.add(word);
        }
        lines.add(line);
        return upwards ? lines.reversed().stream().map(List::reversed).toList() : lines;
    }

    private List<Word> words(double room) {
        BreakIterator breaks = BreakIterator.getLineInstance(WORDS);
        breaks.setText(new String(text));
        List<Word> words = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            Word word = word(from, to);
            if (word.width > room) {
                letters(from, to, words);
            } else {
                words.add(word);
            }
        }
        return words;
    }

    /** What is longer than a line is broken anywhere. */
    private void letters(int from, int to, List<Word> into) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(new String(text, from, to - from));
        int last = characters.first();
        for (int next = characters.next(); next != BreakIterator.DONE; last = next, next = characters.next()) {
            into.add(word(from + last, from + next));
        }
    }

    private Word word(int from, int to) {
        int end = withoutSpaces(from, to);
        double width = width(from, end);
        return new Word(from, to, width, end == to ? width : width + width(end, to));
    }

    private int withoutSpaces(int from, int to) {
        int end = to;
        while (end > from && Character.isWhitespace(text[end - 1])) {
            end--;
        }
        return end;
    }

    private double width(int from, int to) {
        return runs.stream().filter(run -> run.from < to && run.to > from)
                .mapToDouble(run -> bit(run, Math.max(run.from, from), Math.min(run.to, to), false).advance()).sum();
    }

    private TextLine.Bit bit(Run run, int from, int to, boolean leftwards) {
        GlyphVector glyphs = run.font.layoutGlyphVector(Faces.PLAIN, text, from, to,
                leftwards ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        double apart = run.look.apart() * scale;
        if (apart != 0) {
            TextLine.Bit.spread(glyphs, apart);
        }
        double advance = glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX() * run.look.wide();
        return new TextLine.Bit(glyphs, run.look, advance, Math.min(run.look.outline() * edgeScale, WIDEST),
                Math.min(run.look.shadow() * edgeScale, LARGEST));
    }

    private TextLine line(int from, int to) {
        int start = from;
        while (start < to && Character.isWhitespace(text[start])) {
            start++;
        }
        int end = withoutSpaces(start, to);
        List<TextLine.Bit> bits = new ArrayList<>();
        List<Byte> levels = new ArrayList<>();
        double ascent = 0;
        double descent = 0;
        for (Run run : runs.stream().filter(r -> r.from < to && r.to > from).toList()) {
            Look look = run.look;
            double height = Math.min(look.size() * scale / run.main.height(), LARGEST) * look.high();
            ascent = Math.max(ascent, run.main.ascent() * height);
            descent = Math.max(descent, run.main.descent() * height);
            int until = Math.min(run.to, end);
            for (int at = Math.max(run.from, start); at < until;) {
                int level = bidi.getLevelAt(at);
                int next = at + 1;
                while (next < until && bidi.getLevelAt(next) == level) {
                    next++;
                }
                TextLine.Bit bit = bit(run, at, next, (level & 1) == 1);
                Rectangle2D ink = bit.glyphs().getVisualBounds();
                ascent = Math.max(ascent, -ink.getMinY() * look.high());
                descent = Math.max(descent, ink.getMaxY() * look.high());
                bits.add(bit);
                levels.add((byte) level);
                at = next;
            }
        }
        return new TextLine(seen(bits, levels), bits.stream().mapToDouble(TextLine.Bit::advance).sum(), ascent, descent);
    }

    /** From left to right. */
    private static List<TextLine.Bit> seen(List<TextLine.Bit> bits, List<Byte> levels) {
        if (bits.isEmpty()) {
            return bits;
        }
        byte[] all = new byte[levels.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = levels.get(i);
        }
        Object[] order = bits.toArray();
        Bidi.reorderVisually(all, 0, order, 0, order.length);
        List<TextLine.Bit> seen = new ArrayList<>();
        for (Object one : order) {
            seen.add((TextLine.Bit) one);
        }
        return List.copyOf(seen);
    }
}
