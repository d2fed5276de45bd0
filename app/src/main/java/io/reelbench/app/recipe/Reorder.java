package io.reelbench.app.recipe;

import io.reelbench.app.desk.StepKey;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Drags a step to another place; a line says where it would go. */
final class Reorder {

    private final Scope scope;
    private final Supplier<List<StepCard>> cards;
    private final Pane layer = new Pane();
    private final Region line = new Region();
    private int target = -1;

    Reorder(Scope scope, Supplier<List<StepCard>> cards) {
        this.scope = scope;
        this.cards = cards;
        line.getStyleClass().add("rb-insertion");
        line.setVisible(false);
        // a layout would give it its own height: none
        line.setManaged(false);
        layer.setMouseTransparent(true);
        layer.getChildren().add(line);
    }

    /** Lies over the list of steps. */
    Node layer() {
        return layer;
    }

    void attach(StepCard card) {
        card.row().setOnMouseDragged(event -> dragged(card, event));
        card.row().setOnMouseReleased(_ -> dropped(card));
    }

    private void dragged(StepCard card, MouseEvent event) {
        if (event.isStillSincePress() || event.isSecondaryButtonDown()) {
            return;
        }
        List<StepCard> all = cards.get();
        double y = event.getSceneY();
        int gap = 0;
        while (gap < all.size() && y > middle(all.get(gap))) {
            gap++;
        }
        int from = all.indexOf(card);
        int wanted = gap > from ? gap - 1 : gap;
        var moved = scope.order().moved(scope.draft(), card.key(), wanted);
        target = moved.equals(scope.draft()) ? from : wanted;
        line.setVisible(target != from);
        if (target != from) {
            int at = clamped(card.key(), wanted);
            double edge = at > from ? bottom(all.get(at)) : top(all.get(at));
            line.resizeRelocate(12, layer.sceneToLocal(0, edge).getY() - 1, layer.getWidth() - 24, 2);
        }
        event.consume();
    }

    private int clamped(StepKey key, int wanted) {
        boolean writes = scope.order().writes(key.op());
        int sinks = (int) scope.draft().ops().stream().filter(op -> !scope.order().writes(op)).count();
        int size = scope.draft().cards().size();
        return writes ? Math.clamp(wanted, sinks, size - 1) : Math.clamp(wanted, 0, Math.max(0, sinks - 1));
    }

    private static double middle(StepCard card) {
        Bounds row = card.row().localToScene(card.row().getLayoutBounds());
        return row.getCenterY();
    }

    private static double top(StepCard card) {
        return card.localToScene(card.getLayoutBounds()).getMinY();
    }

    private static double bottom(StepCard card) {
        return card.localToScene(card.getLayoutBounds()).getMaxY();
    }

    private void dropped(StepCard card) {
        boolean moves = line.isVisible();
        line.setVisible(false);
        if (moves && target >= 0) {
            scope.move(card.key(), target);
        }
        target = -1;
    }
}
