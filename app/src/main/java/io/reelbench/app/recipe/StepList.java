package io.reelbench.app.recipe;

import io.reelbench.app.desk.StepKey;
import io.reelbench.app.look.Icons;
import io.reelbench.app.memory.Memory;
import io.reelbench.app.room.Actions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All steps in order, at most one of them open; after them name and place. Without any step an invitation. */
final class StepList extends ScrollPane {

    private static final String SCROLLING = "rb-scrolling";
    private static final StepKey PLACE = new StepKey("", 0);

    private final Scope scope;
    private final VBox list = new VBox();
    private final Invitation invitation;
    private final NamePlace place;
    private final Button add = new Button("Add a step");
    private final Reorder reorder;
    private final Map<StepKey, StepCard> known = new HashMap<>();
    private List<StepCard> cards = List.of();
    private StepKey open;
    private StepKey focus;

    StepList(Scope scope, Actions actions, Memory memory, PresetShelf shelf) {
        this.scope = scope;
        this.reorder = new Reorder(scope, () -> cards);
        this.invitation = new Invitation(scope, shelf, actions);
        this.place = new NamePlace(scope, memory, () -> toggle(PLACE));
        getStyleClass().add("rb-steps");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        add.setGraphic(Icons.ADD.at(16));
        add.getStyleClass().add("rb-link");
        actions.bind(add, "add-step");
        VBox.setMargin(add, new javafx.geometry.Insets(8, 20, 8, 18));
        list.getStyleClass().add("rb-step-list");
        setContent(new StackPane(list, reorder.layer()));
        skinProperty().addListener((_, _, _) -> show());
        // cards keep their width when the scroll bar comes: it takes the place of their right margin
        viewportBoundsProperty().subscribe(this::fit);
        list.heightProperty().subscribe(this::fit);
    }

    private void fit() {
        boolean scrolls = list.getHeight() > getViewportBounds().getHeight() + 0.5;
        if (scrolls != list.getStyleClass().contains(SCROLLING)) {
            if (scrolls) {
                list.getStyleClass().add(SCROLLING);
            } else {
                list.getStyleClass().remove(SCROLLING);
            }
        }
    }

    private void toggle(StepKey key) {
        open(key.equals(open) ? null : key);
    }

    /** Opens one step and closes the others; null closes all. */
    void open(StepKey key) {
        open = key;
        show();
    }

    /** Opens a step that was just added and goes there. */
    void openNew(StepKey key) {
        focus = key;
        open(key);
    }

    void show() {
        List<StepKey> keys = StepKey.of(scope.draft());
        known.keySet().retainAll(keys);
        Troubles troubles = Troubles.of(scope);
        if (open != null && !open.equals(PLACE) && !keys.contains(open)) {
            open = null;
        }
        cards = keys.stream().map(this::card).toList();
        for (int i = 0; i < cards.size(); i++) {
            StepCard card = cards.get(i);
            if (card.isOpen() != card.key().equals(open)) {
                card.open(card.key().equals(open));
            }
            card.show(troubles.of(i), i + 1, cards.size());
        }
        if (place.isOpen() != PLACE.equals(open)) {
            place.open(PLACE.equals(open));
        }
        place.show(troubles.place());
        stand(keys.isEmpty());
        scope.desk().opened(Optional.ofNullable(open).filter(key -> !key.equals(PLACE)));
        if (focus != null && known.containsKey(focus)) {
            known.get(focus).row().requestFocus();
            focus = null;
        }
    }

    private StepCard card(StepKey key) {
        return known.computeIfAbsent(key, k -> {
            StepCard card = new StepCard(scope, k, () -> toggle(k));
            reorder.attach(card);
            return card;
        });
    }

    private void stand(boolean empty) {
        List<Node> wanted = new ArrayList<>();
        if (empty) {
            wanted.add(invitation);
        } else {
            wanted.addAll(cards);
            wanted.add(place);
            wanted.add(add);
        }
        if (!wanted.equals(list.getChildren())) {
            list.getChildren().setAll(wanted);
        }
    }
}
