package io.reelbench.engine.caption.draw;

import io.reelbench.engine.caption.Cue;
import io.reelbench.engine.caption.Look;
import io.reelbench.engine.caption.Script;
import io.reelbench.engine.media.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Sets cues in lines: fonts for every character, breaks, right-to-left, alignment. Not for several threads at once. */
final class Typesetter {

    private final Script script;
    private final Size frame;
    private final Faces faces;
    private final Set<Integer> unknown = new TreeSet<>();

    Typesetter(Script script, Size frame, Faces faces) {
        this.script = script;
        this.frame = frame;
        this.faces = faces;
    }

    /** How many pixels one unit of the script's canvas is wide. */
    double across() {
        return frame.width() / script.width();
    }

    /** How many pixels one unit of the script's canvas is high. */
    double down() {
        return frame.height() / script.height();
    }

    /** The characters that no font has. */
    Set<Integer> unknown() {
        return unknown;
    }

    Block set(Cue cue) {
        double room = Math.max(1, frame.width() - (cue.place().left() + cue.place().right()) * across());
        List<TextLine> lines = new ArrayList<>();
        for (List<Cue.Piece> paragraph : paragraphs(cue.pieces())) {
            Paragraph set = new Paragraph(paragraph, cue.place().reading(), faces, down(), script.scaled() ? down() : 1);
            unknown.addAll(set.unknown());
            lines.addAll(set.lines(room, cue.place().wrap()));
        }
        double width = lines.stream().mapToDouble(TextLine::width).max().orElse(0);
        List<Block.Ink> inks = new ArrayList<>();
        double y = 0;
        for (TextLine line : lines) {
            double x = (width - line.width()) * cue.place().position().across() / 2;
            inks.addAll(line.at(x, y));
            y += line.height();
        }
        return new Block(width, y, List.copyOf(inks));
    }

    /** A line without letters keeps the look that reigns there. */
    private static List<List<Cue.Piece>> paragraphs(List<Cue.Piece> pieces) {
        List<List<Cue.Piece>> all = new ArrayList<>();
        List<Cue.Piece> now = new ArrayList<>();
        for (Cue.Piece piece : pieces) {
            String[] parts = piece.text().split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    all.add(ended(now, piece.look()));
                    now = new ArrayList<>();
                }
                if (!parts[i].isEmpty()) {
                    now.add(new Cue.Piece(parts[i], piece.look()));
                }
            }
        }
        if (!now.isEmpty()) {
            all.add(now);
        }
        return all;
    }

    private static List<Cue.Piece> ended(List<Cue.Piece> pieces, Look look) {
        return pieces.isEmpty() ? List.of(new Cue.Piece(" ", look)) : pieces;
    }
}
