package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A region of a picture as a person asks for it, from its top left corner; in pixels or shares of the picture's sides.
 *
 * @param width  of the region
 * @param height of the region
 * @param corner where it starts; empty centres it
 */
public record Region(Side width, Side height, Optional<Corner> corner) {

    /** The top left corner. */
    public record Corner(Side x, Side y) {
    }

    private static final Pattern GEOMETRY = Pattern.compile("([^x:+]+)x([^x:+]+)(?:\\+([^x:+]+)\\+([^x:+]+))?");

    /** Reads {@code w:h:x:y}, {@code w:h} (centred) or {@code WxH+X+Y}. */
    public static Region parse(String text) throws BadValue {
        String plain = text.strip().replace("px", "");
        Matcher geometry = GEOMETRY.matcher(plain);
        if (geometry.matches()) {
            plain = geometry.group(1) + ":" + geometry.group(2)
                    + (geometry.group(3) == null ? "" : ":" + geometry.group(3) + ":" + geometry.group(4));
        }
        String[] parts = plain.split(":", -1);
        if (parts.length != 2 && parts.length != 4) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_REGION.with(text));
        }
        Side width = Side.parse(parts[0]);
        Side height = Side.parse(parts[1]);
        return new Region(width, height,
                parts.length == 2 ? Optional.empty() : Optional.of(new Corner(Side.parse(parts[2]), Side.parse(parts[3]))));
    }

    /** In pixels of a picture, inside of it. */
    public Rect in(Size frame) throws BadValue {
        int across = Math.toIntExact(width.of(frame.width()));
        int down = Math.toIntExact(height.of(frame.height()));
        int x = corner.map(c -> Math.toIntExact(c.x.of(frame.width()))).orElse((frame.width() - across) / 2);
        int y = corner.map(c -> Math.toIntExact(c.y.of(frame.height()))).orElse((frame.height() - down) / 2);
        if (across < 1 || down < 1) {
            throw new BadValue(Code.OUT_OF_RANGE, MediaWords.REGION_EMPTY.with(this));
        } else if (x < 0 || x + across > frame.width()) {
            throw new BadValue(Code.OUT_OF_RANGE, MediaWords.REGION_WIDE.with(Math.max(across, x + across), frame.width()));
        } else if (y < 0 || y + down > frame.height()) {
            throw new BadValue(Code.OUT_OF_RANGE, MediaWords.REGION_HIGH.with(Math.max(down, y + down), frame.height()));
        }
        return new Rect(across, down, x, y);
    }

    @Override
    public String toString() {
        return width + ":" + height + corner.map(c -> ":" + c.x + ":" + c.y).orElse("");
    }
}
