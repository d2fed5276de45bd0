package io.reelbench.app.viewer;

import io.reelbench.app.desk.Cuts;
import io.reelbench.engine.media.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The words over the ranges: number, name and length of each. They can be reached by keys, told by a screen reader, and renamed. */
final class RangeTags extends Pane {

    private static final double INSET = 8;
    /** Narrower than this a range has no words. */
    private static final double LEAST = 22;
    private static final double LEAST_NAMED = 96;
    private static final double NAME_FIELD = 140;

    private final List<Tag> tags = new ArrayList<>();
    private final IntConsumer choose;
    private final IntConsumer delete;
    private final BiConsumer<Integer, String> rename;
    private final TextField field = new TextField();
    private int renaming = -1;

    RangeTags(IntConsumer choose, IntConsumer delete, BiConsumer<Integer, String> rename) {
        this.choose = choose;
        this.delete = delete;
        this.rename = rename;
        setPickOnBounds(false);
        field.getStyleClass().add("rb-range-field");
        field.setAccessibleText(TimelineWords.RANGE_NAME.say());
        field.setPromptText(TimelineWords.RANGE_NAME.say());
        field.setManaged(false);
        field.setOnAction(_ -> finish(true));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                finish(false);
            }
        });
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                finish(true);
            }
        });
    }

    /** Begins to write the name of a range where it stands. */
    void rename(int index) {
        if (index < 0 || index >= tags.size()) {
            return;
        }
        renaming = index;
        Tag tag = tags.get(index);
        field.setText(tag.part.name());
        field.resizeRelocate(Math.clamp(tag.getLayoutX(), 0, Math.max(0, getWidth() - NAME_FIELD)), tag.getLayoutY() - 2,
                NAME_FIELD, TimelineCanvas.LANE + 3);
        if (!getChildren().contains(field)) {
            getChildren().add(field);
        }
        field.requestFocus();
        field.selectAll();
    }

    private void finish(boolean keep) {
        int index = renaming;
        if (index < 0) {
            return;
        }
        renaming = -1;
        getChildren().remove(field);
        if (keep && index < tags.size() && !tags.get(index).part.name().equals(field.getText().strip())) {
            rename.accept(index, field.getText());
        }
        if (index < tags.size()) {
            tags.get(index).requestFocus();
        }
    }

    void show(List<Cuts.Part> parts, int active, Zoomed shown) {
        while (tags.size() > parts.size()) {
            getChildren().remove(tags.removeLast());
        }
        while (tags.size() < parts.size()) {
            Tag tag = new Tag(tags.size());
            tags.add(tag);
            getChildren().add(tag);
        }
        for (int i = 0; i < parts.size(); i++) {
            tags.get(i).show(parts.get(i), i == active, shown);
        }
    }

    /** Tenths are exact enough to read. */
    static String told(long us) {
        return Time.spoken(Math.round(us / 100_000.0) * 100_000);
    }

    /** One range. */
    private final class Tag extends Region {

        private final int index;
        private final Label name = new Label();
        private final Label length = new Label();
        private Cuts.Part part;

        Tag(int index) {
            this.index = index;
            getStyleClass().add("rb-range-tag");
            name.getStyleClass().add("rb-range-name");
            length.getStyleClass().add("rb-range-length");
            getChildren().addAll(name, length);
            setId("range-" + (index + 1));
            setFocusTraversable(true);
            setMouseTransparent(true);
            setManaged(false);
            setAccessibleRole(AccessibleRole.BUTTON);
            addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        }

        private void pressed(KeyEvent event) {
            if (event.isShortcutDown() || event.isAltDown()) {
                return;
            }
            switch (event.getCode()) {
                case ENTER, SPACE -> choose.accept(index);
                case DELETE, BACK_SPACE -> delete.accept(index);
                case F2 -> rename(index);
                default -> {
                    return;
                }
            }
            event.consume();
        }

        void show(Cuts.Part now, boolean active, Zoomed shown) {
            part = now;
            long end = now.endUs(shown.lengthUs());
            double left = Math.max(0, Math.round(shown.x(now.fromUs())));
            double right = Math.min(shown.width(), Math.round(shown.x(end)));
            setVisible(right - left > LEAST);
            String number = Integer.toString(index + 1);
            name.setText(now.name().isEmpty() ? number : number + "  " + now.name());
            length.setText(told(end - now.fromUs()));
            length.setVisible(right - left > LEAST_NAMED);
            setAccessibleText(TimelineWords.RANGE_TOLD.say(number, now.name(), told(now.fromUs()), told(end),
                    told(end - now.fromUs())));
            setAccessibleHelp((active ? TimelineWords.RANGE_ACTIVE : TimelineWords.RANGE_IDLE).say());
            resizeRelocate(left + 1, TimelineCanvas.RULER + 1, Math.max(0, right - left - 2), TimelineCanvas.LANE - 1);
        }

        @Override
        protected void layoutChildren() {
            double wide = length.isVisible() ? snapSizeX(length.prefWidth(-1)) : 0;
            double room = Math.max(0, getWidth() - 2 * INSET - (wide > 0 ? wide + INSET : 0));
            double high = name.prefHeight(-1);
            double top = snapPositionY((getHeight() - high) / 2);
            name.resizeRelocate(INSET, top, Math.min(room, snapSizeX(name.prefWidth(-1))), high);
            length.resizeRelocate(getWidth() - INSET - wide, top, wide, high);
        }
    }
}
