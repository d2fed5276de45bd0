package io.reelbench.app.shell;

import io.reelbench.app.memory.Remembered.Splits;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The regions beside each other, with gaps that can be dragged. */
final class Bench extends Pane {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Region clips;
    private final Region centre;
    private final Region queue;
    private final Region recipe;
    private final Panels panels;
    private final Divider clipsEdge;
    private final Divider recipeEdge;
    private final Divider queueEdge;

    Bench(Region clips, Region centre, Region queue, Region recipe, Panels panels) {
        this.clips = clips;
        this.centre = centre;
        this.queue = queue;
        this.recipe = recipe;
        this.panels = panels;
        clipsEdge = new Divider(ShellWords.CLIPS_WIDTH.say(), Orientation.VERTICAL, 1, clips::getWidth, this::widenClips);
        recipeEdge = new Divider(ShellWords.RECIPE_WIDTH.say(), Orientation.VERTICAL, -1, recipe::getWidth, this::widenRecipe);
        queueEdge = new Divider(ShellWords.QUEUE_HEIGHT.say(), Orientation.HORIZONTAL, -1, queue::getHeight, this::heightenQueue);
        getStyleClass().add("rb-bench");
        getChildren().addAll(clips, centre, queue, clipsEdge, queueEdge, recipe, recipeEdge);
        panels.splits().subscribe(this::requestLayout);
        panels.drawer().subscribe(this::requestLayout);
        widthProperty().subscribe(w -> panels.narrow().set(w.doubleValue() > 0 && w.doubleValue() < Layout.NARROW));
        panels.narrow().subscribe(narrow -> {
            panels.drawer().set(false);
            recipe.getStyleClass().remove("rb-drawer");
            if (narrow) {
                recipe.getStyleClass().add("rb-drawer");
            }
        });
    }

    private void widenClips(double wish) {
        panels.clipsWidth(wish == 0 ? 0 : Math.clamp(wish, Layout.CLIPS_LEAST, Layout.CLIPS_MOST));
    }

    private void widenRecipe(double wish) {
        panels.recipeWidth(wish == 0 ? 0 : Math.clamp(wish, Layout.RECIPE_LEAST, Layout.RECIPE_MOST));
    }

    /** Dragged up from the strip it opens, dragged down far enough it closes. */
    private void heightenQueue(double wish) {
        boolean strip = wish != 0 && wish < Layout.STRIP * 2;
        if (!strip) {
            double most = layoutWith(Double.MAX_VALUE / 4).queue().getHeight();
            panels.queueHeight(wish == 0 ? 0 : Math.min(wish, most));
        }
        panels.queueOpen().set(!strip);
    }

    private Layout layoutWith(double queueWish) {
        Splits s = panels.splits().get();
        return Layout.of(getWidth(), getHeight(),
                new Splits(s.clips(), s.recipe(), queueWish, true, s.clipsAway(), s.recipeAway()),
                false);
    }

    @Override
    protected void layoutChildren() {
        Layout layout = Layout.of(getWidth(), getHeight(), panels.splits().get(), panels.drawer().get());
        put(clips, layout.clips());
        put(centre, Optional.of(layout.centre()));
        put(queue, Optional.of(layout.queue()));
        queue.pseudoClassStateChanged(OVER, layout.covers());
        put(recipe, layout.recipe());
        double half = (Divider.WIDTH - 1) / 2;
        put(clipsEdge, layout.clips().map(r -> new Rectangle2D(r.getMaxX() - half, 0, Divider.WIDTH, r.getHeight())));
        put(recipeEdge, layout.recipe().filter(_ -> !layout.drawer())
                .map(r -> new Rectangle2D(r.getMinX() - 1 - half, 0, Divider.WIDTH, r.getHeight())));
        Rectangle2D strip = layout.queue();
        put(queueEdge, Optional.of(new Rectangle2D(0, strip.getMinY() - 1 - half, strip.getWidth(), Divider.WIDTH)));
    }

    private static void put(Region region, Optional<Rectangle2D> place) {
        region.setVisible(place.isPresent());
        place.ifPresent(p -> region.resizeRelocate(p.getMinX(), p.getMinY(), p.getWidth(), p.getHeight()));
    }
}
