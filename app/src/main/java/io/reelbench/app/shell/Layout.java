package io.reelbench.app.shell;

import io.reelbench.app.memory.Remembered.Splits;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/**
 * Where the regions lie, in whole pixels with one between them: clips, centre, the queue under both, and the recipe at full height.
 *
 * @param clips  empty when it was put away
 * @param recipe empty when it was put away; over the centre when the window is narrow
 * @param drawer whether the recipe lies over the centre
 * @param covers whether the opened queue lies over the centre, because there is no room under it
 */
record Layout(Optional<Rectangle2D> clips, Rectangle2D centre, Rectangle2D queue, Optional<Rectangle2D> recipe, boolean drawer,
        boolean covers) {

    /** Below this width the recipe is a drawer. */
    static final double NARROW = 1100;
    static final double STRIP = 44;
    static final double CLIPS_LEAST = 240;
    static final double CLIPS_MOST = 420;
    static final double RECIPE_LEAST = 300;
    static final double RECIPE_MOST = 420;
    private static final double GAP = 1;
    private static final double THREE_ROWS = 208;
    private static final double FIVE_ROWS = 304;
    private static final double LANES_LEAST = 140;
    /** Header, a picture of 200, transport and timeline. */
    private static final double CENTRE_LEAST = 40 + 160 + 40 + 146;
    private static final double CENTRE_NARROWEST = 340;

    /** @param drawerOpen whether the recipe shows while the window is narrow */
    static Layout of(double width, double height, Splits splits, boolean drawerOpen) {
        boolean narrow = width < NARROW;
        boolean recipeShown = narrow ? drawerOpen : !splits.recipeAway();
        double recipe = Math.min(recipeWidth(width, splits), width);
        double left = recipeShown && !narrow ? width - recipe - GAP : width;
        double clips = Math.min(clipsWidth(width, splits), Math.max(CLIPS_LEAST, left - CENTRE_NARROWEST));
        double queue = queueHeight(height, splits);
        boolean covers = splits.queueOpen() && queue == STRIP;
        double above = Math.max(0, height - queue - GAP);
        double shown = covers ? Math.clamp(height - LANES_LEAST, STRIP, THREE_ROWS) : queue;
        double centreFrom = splits.clipsAway() ? 0 : clips + GAP;
        return new Layout(splits.clipsAway() ? Optional.empty() : Optional.of(new Rectangle2D(0, 0, clips, above)),
                new Rectangle2D(centreFrom, 0, Math.max(0, left - centreFrom), above),
                new Rectangle2D(0, height - shown, left, shown),
                recipeShown ? Optional.of(new Rectangle2D(width - recipe, 0, recipe, height)) : Optional.empty(),
                narrow, covers);
    }

    static double clipsWidth(double width, Splits splits) {
        return wish(splits.clips(), 296, 336, width, CLIPS_LEAST, CLIPS_MOST);
    }

    static double recipeWidth(double width, Splits splits) {
        return wish(splits.recipe(), 320, 360, width, RECIPE_LEAST, RECIPE_MOST);
    }

    /** The design's widths belong to windows of 1280 and 1920. */
    private static double wish(double given, double small, double large, double width, double least, double most) {
        double share = Math.clamp((width - 1280) / 640, 0, 1);
        return Math.rint(Math.clamp(given > 0 ? given : small + (large - small) * share, least, most));
    }

    /** Three rows to two fifths; the picture goes first: only the strip where there is no room for both. */
    private static double queueHeight(double height, Splits splits) {
        if (!splits.queueOpen()) {
            return STRIP;
        }
        double share = Math.clamp((height - 680) / 360, 0, 1);
        double wish = splits.queue() > 0 ? splits.queue() : THREE_ROWS + (FIVE_ROWS - THREE_ROWS) * share;
        double most = Math.min(Math.max(THREE_ROWS, height * 0.4), height - CENTRE_LEAST - GAP);
        double given = Math.rint(Math.min(Math.max(wish, LANES_LEAST), most));
        return given < LANES_LEAST ? STRIP : given;
    }
}
