package io.reelbench.app.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Shows one room at a time. A room is made when it is first entered; the focus it had is given back to it. */
final class Rooms extends StackPane {

    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(this, "view", View.BENCH);
    private final Map<View, Supplier<Region>> makers = new EnumMap<>(View.class);
    private final Map<View, Region> made = new EnumMap<>(View.class);
    private final Map<View, Node> focused = new EnumMap<>(View.class);

    Rooms(Region bench) {
        getStyleClass().add("rb-rooms");
        made.put(View.BENCH, bench);
        getChildren().add(bench);
    }

    /** How to make a room that nobody has entered yet. */
    void put(View which, Supplier<Region> maker) {
        makers.put(which, maker);
    }

    ReadOnlyObjectProperty<View> view() {
        return view.getReadOnlyProperty();
    }

    void go(View to) {
        View from = view.get();
        if (from == to) {
            return;
        }
        Node focus = getScene().getFocusOwner();
        if (isIn(focus, made.get(from))) {
            focused.put(from, focus);
        }
        Region room = made.computeIfAbsent(to, v -> {
            Region fresh = makers.get(v).get();
            if (!getChildren().contains(fresh)) {
                getChildren().add(fresh);
            }
            return fresh;
        });
        made.forEach((which, node) -> node.setVisible(which == to));
        view.set(to);
        if (!isOnRail(focus)) {
            Node before = focused.get(to);
            if (before != null) {
                before.requestFocus();
            } else {
                room.requestFocus();
            }
        }
    }

    private static boolean isIn(Node node, Region room) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == room) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOnRail(Node node) {
        return node != null && node.getParent() instanceof Rail;
    }
}
