package io.reelbench.app.viewer;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** The picture area: source and result as the mode wants them, fitted into the room there is, with a wipe that can be dragged. */
final class Screen extends Region {

    private static final double INSET = 12;
    private static final double GAP = 8;
    private static final double TAG_INSET = 10;

    private final Region checkers = new Region();
    private final Region resultCheckers = new Region();
    private final ImageView source = new ImageView();
    private final ImageView result = new ImageView();
    private final Rectangle uncovered = new Rectangle();
    private final Rectangle checkersUncovered = new Rectangle();
    private final WipeLine line = new WipeLine();
    private final Label sourceTag = tag("Source");
    private final Label resultTag = tag("Result");
    private final Label message = new Label();
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.WIPE);
    private final DoubleProperty wipe = new SimpleDoubleProperty(0.5);
    private boolean playing;

    Screen() {
        getStyleClass().add("rb-well");
        setAccessibleText("Picture");
        checkers.getStyleClass().add("rb-checkers");
        resultCheckers.getStyleClass().add("rb-checkers");
        message.getStyleClass().add("rb-well-message");
        message.setWrapText(true);
        result.setClip(uncovered);
        resultCheckers.setClip(checkersUncovered);
        getChildren().addAll(checkers, source, resultCheckers, result, line, sourceTag, resultTag, message);
        mode.addListener((_, _, _) -> requestLayout());
        wipe.addListener((_, _, _) -> requestLayout());
        setMinSize(0, 0);
        line.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        line.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> fadeTags(true));
        line.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> fadeTags(false));
        Rectangle bounds = new Rectangle();
        bounds.widthProperty().bind(widthProperty());
        bounds.heightProperty().bind(heightProperty());
        setClip(bounds);
    }

    private static Label tag(String words) {
        Label tag = new Label(words);
        tag.getStyleClass().add("rb-picture-tag");
        tag.setMouseTransparent(true);
        return tag;
    }

    ObjectProperty<Mode> mode() {
        return mode;
    }

    /** Where the wipe stands, 0 to 1 of the picture's width. */
    DoubleProperty wipe() {
        return wipe;
    }

    /** Shows a source picture; null for none. */
    void showSource(Image picture) {
        source.setImage(picture);
        requestLayout();
    }

    /**
     * Shows a result picture.
     *
     * @param picture null for none
     * @param words   what stands on it
     * @param kept    whether this moment is in the output; else it is dimmed
     */
    void showResult(Image picture, String words, boolean kept) {
        result.setImage(picture);
        result.setOpacity(kept ? 1 : 0.25);
        resultTag.setText(words);
        requestLayout();
    }

    /** Says something instead of a picture; empty text for nothing. */
    void say(String words) {
        message.setText(words);
        requestLayout();
    }

    /** Whether pictures may be seen through. */
    void setTransparent(boolean transparent) {
        checkers.setVisible(transparent);
        resultCheckers.setVisible(transparent);
    }

    /** While a clip is played only its source is seen, whatever is looked at otherwise. */
    void setPlaying(boolean now) {
        playing = now;
        requestLayout();
    }

    private void fadeTags(boolean away) {
        sourceTag.setOpacity(away ? 0 : 1);
        resultTag.setOpacity(away ? 0 : 1);
    }

    private void drag(MouseEvent event) {
        Rectangle2D area = both();
        if (area.getWidth() > 0) {
            double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
            wipe.set(Math.clamp((x - area.getMinX()) / area.getWidth(), 0, 1));
        }
        event.consume();
    }

    /** The room for one picture in this mode, without the inset. */
    Rectangle2D room() {
        double width = Math.max(0, getWidth() - 2 * INSET);
        double height = Math.max(0, getHeight() - 2 * INSET);
        return new Rectangle2D(INSET, INSET, mode.get() == Mode.SIDE ? Math.max(0, (width - GAP) / 2) : width, height);
    }

    private Rectangle2D both() {
        Image one = source.getImage() != null ? source.getImage() : result.getImage();
        return one == null ? Rectangle2D.EMPTY : fitted(one, room());
    }

    @Override
    protected void layoutChildren() {
        Mode now = mode.get();
        boolean sourceThere = (now.showsSource() || playing) && source.getImage() != null;
        boolean resultThere = now.showsResult() && !playing && result.getImage() != null;
        Rectangle2D left = room();
        Rectangle2D right = now == Mode.SIDE
                ? new Rectangle2D(left.getMaxX() + GAP, left.getMinY(), left.getWidth(), left.getHeight())
                : left;
        place(source, checkers, left, sourceThere);
        place(result, resultCheckers, right, resultThere);
        boolean wiping = now == Mode.WIPE && sourceThere && resultThere;
        uncover(wiping);
        line.setVisible(wiping);
        tags(now, sourceThere, resultThere);
        message.setVisible(!message.getText().isEmpty());
        message.resizeRelocate(INSET * 2, 0, Math.max(0, getWidth() - INSET * 4), getHeight());
    }

    private void place(ImageView view, Region behind, Rectangle2D room, boolean there) {
        view.setVisible(there);
        behind.setManaged(there);
        if (!there) {
            behind.resize(0, 0);
            return;
        }
        Rectangle2D area = fitted(view.getImage(), room);
        view.setFitWidth(area.getWidth());
        view.setFitHeight(area.getHeight());
        view.relocate(area.getMinX(), area.getMinY());
        behind.resizeRelocate(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
    }

    private void uncover(boolean wiping) {
        Rectangle2D area = both();
        double x = snapPositionX(area.getMinX() + area.getWidth() * wipe.get());
        double from = wiping ? Math.max(0, x - result.getLayoutX()) : 0;
        for (Rectangle shown : new Rectangle[]{uncovered, checkersUncovered}) {
            shown.setX(from);
            shown.setY(0);
            shown.setWidth(Math.max(0, result.getFitWidth() - from));
            shown.setHeight(result.getFitHeight());
        }
        line.resizeRelocate(x - WipeLine.WIDTH / 2, area.getMinY(), WipeLine.WIDTH, area.getHeight());
    }

    private void tags(Mode now, boolean sourceThere, boolean resultThere) {
        sourceTag.setVisible(sourceThere && now != Mode.SOURCE);
        resultTag.setVisible(resultThere && !resultTag.getText().isEmpty());
        place(sourceTag, source, false);
        place(resultTag, result, true);
    }

    private void place(Label tag, ImageView on, boolean right) {
        double width = snapSizeX(tag.prefWidth(-1));
        double height = snapSizeY(tag.prefHeight(-1));
        double x = right ? on.getLayoutX() + on.getFitWidth() - TAG_INSET - width : on.getLayoutX() + TAG_INSET;
        tag.resizeRelocate(snapPositionX(x), snapPositionY(on.getLayoutY() + on.getFitHeight() - TAG_INSET - height), width,
                height);
    }

    private Rectangle2D fitted(Image image, Rectangle2D room) {
        double scale = Math.min(room.getWidth() / image.getWidth(), room.getHeight() / image.getHeight());
        double width = snapSizeX(image.getWidth() * scale);
        double height = snapSizeY(image.getHeight() * scale);
        return new Rectangle2D(snapPositionX(room.getMinX() + (room.getWidth() - width) / 2),
                snapPositionY(room.getMinY() + (room.getHeight() - height) / 2), Math.max(0, width), Math.max(0, height));
    }
}
