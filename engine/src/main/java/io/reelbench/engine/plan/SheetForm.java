package io.reelbench.engine.plan;

import io.reelbench.engine.schema.Ask;

/** How the small pictures of a contact sheet are laid out. */
public record SheetForm(
        @Ask(value = "Columns", help = "Pictures side by side.", unit = "tiles", min = 1, max = 50, from = 2, to = 10) int columns,
        @Ask(value = "Rows", help = "Rows of pictures.", unit = "tiles", min = 1, max = 50, from = 2, to = 10) int rows,
        @Ask(value = "Tile width", help = "Width of each small picture; its height follows.", unit = "px", min = 16, max = 4096, from = 120, to = 640) int tileWidth,
        @Ask(value = "Gap", help = "Between the pictures and around them.", unit = "px", min = 0, max = 200, from = 0, to = 40) int gap,
        @Ask(value = "Timestamps", help = "The time on each picture.") boolean timestamps,
        @Ask(value = "Header", help = "Name, size, length and codecs on top.") boolean header,
        @Ask(value = "Frame", help = "The keyframe before each time is much quicker; exact shows that very frame.", advanced = true) Frame pick) {

    /** Which frames are shown. */
    public enum Frame {
        KEYFRAME, EXACT
    }

    public SheetForm() {
        this(4, 5, 320, 8, true, true, Frame.KEYFRAME);
    }

    int tiles() {
        return columns * rows;
    }
}
