package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One of nine places in a frame. */
public enum Position {
    TOP_LEFT("tl", 0, 0), TOP("t", 1, 0), TOP_RIGHT("tr", 2, 0), LEFT("l", 0, 1), CENTER("c", 1, 1), RIGHT("r", 2, 1),
    BOTTOM_LEFT("bl", 0, 2), BOTTOM("b", 1, 2), BOTTOM_RIGHT("br", 2, 2);

    private final String brief;
    private final int across;
    private final int down;

    Position(String brief, int across, int down) {
        this.brief = brief;
        this.across = across;
        this.down = down;
    }

    public static Position parse(String text) throws BadValue {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace("centre", "center");
        Optional<Position> found = Arrays.stream(values()).filter(p -> p.toString().equals(plain) || p.brief.equals(plain))
                .findFirst();
        return found.orElseThrow(() -> new BadValue(Code.UNKNOWN_VALUE,
                MediaWords.NOT_A_POSITION.with(text, Arrays.toString(values())),
                Nearest.to(plain, Arrays.stream(values()).map(Position::toString).toList()).map(MediaWords.NEAREST::with)));
    }

    /** Halves of the free width that lie left of it: 0, 1 or 2. */
    public int across() {
        return across;
    }

    /** Halves of the free height that lie above it: 0, 1 or 2. */
    public int down() {
        return down;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
