package io.reelbench.app.viewer;

import io.reelbench.app.room.Action;
import io.reelbench.app.room.Actions;
import io.reelbench.engine.media.Size;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
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
    /** So many times as large as its pixels a picture can be looked at, and as large as it is fitted. */
    private static final double MOST_ZOOM = 8;
    private static final double PIXELS_SEEN = 1.9;

    private final Region checkers = new Region();
    private final Region resultCheckers = new Region();
    private final ImageView source = new ImageView();
    private final ImageView result = new ImageView();
    private final Rectangle uncovered = new Rectangle();
    private final Rectangle checkersUncovered = new Rectangle();
    private final WipeLine line = new WipeLine();
    private final Label sourceTag = tag(ViewerWords.SOURCE);
    private final Label resultTag = tag(ViewerWords.RESULT);
    private final Label message = new Label();
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.WIPE);
    private final DoubleProperty wipe = new SimpleDoubleProperty(0.5);
    private final ObjectProperty<Lens> lens = new SimpleObjectProperty<>(Lens.FIT);
    private final ReadOnlyObjectWrapper<Rectangle2D> area = new ReadOnlyObjectWrapper<>(Rectangle2D.EMPTY);
    private final Button level = new Button();
    private final Rectangle sourceSeen = new Rectangle();
    private Size pixels = new Size(1, 1);
    private boolean playing;

    Screen() {
        getStyleClass().add("rb-well");
        setAccessibleText(ViewerWords.PICTURE.say());
        checkers.getStyleClass().add("rb-checkers");
        resultCheckers.getStyleClass().add("rb-checkers");
        message.getStyleClass().add("rb-well-message");
        message.setWrapText(true);
        result.setClip(uncovered);
        resultCheckers.setClip(checkersUncovered);
        source.setClip(sourceSeen);
        level.getStyleClass().setAll("rb-picture-tag", "rb-zoom-level");
        level.setFocusTraversable(false);
        level.setOnAction(_ -> lens.set(Lens.FIT));
        getChildren().addAll(checkers, source, resultCheckers, result, line, sourceTag, resultTag, level, message);
        lens.addListener((_, _, _) -> requestLayout());
        Loupe.on(this);
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

    private static Label tag(ViewerWords words) {
        Label tag = new Label(words.say());
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

    /** Where the source lies, also what of it is not seen; empty while it is not seen or is played. */
    ReadOnlyObjectProperty<Rectangle2D> area() {
        return area.getReadOnlyProperty();
    }

    /** How near the pictures are looked at. */
    ObjectProperty<Lens> lens() {
        return lens;
    }

    /** Names the label that shows how near it is, and brings all of the picture back. */
    void explainLevel(Action fit) {
        Actions.tip(level, fit);
        level.setAccessibleText(fit.title());
    }

    /** How many pixels the source has, upright. */
    void setPixels(Size now) {
        pixels = now;
        requestLayout();
    }

    /** The zoom at which a pixel of the source is one of the screen. */
    private double toPixels() {
        double wide = fitted().getWidth() * scale();
        return wide <= 0 ? 1 : pixels.width() / wide;
    }

    private double scale() {
        return getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
    }

    /** Nearer or farther by a factor, at a place. */
    void zoom(double factor, double x, double y) {
        lens.set(lens.get().times(factor, Math.max(MOST_ZOOM, toPixels() * MOST_ZOOM), x, y, fitted(), roomAt(x)));
    }

    /** The same in the middle. */
    void zoom(double factor) {
        Rectangle2D room = room();
        zoom(factor, room.getMinX() + room.getWidth() / 2, room.getMinY() + room.getHeight() / 2);
    }

    /** A pixel of the source becomes one of the screen, at a place. */
    void zoomToPixels(double x, double y) {
        zoom(Math.max(1, toPixels()) / lens.get().zoom(), x, y);
    }

    void zoomToPixels() {
        Rectangle2D room = room();
        zoomToPixels(room.getMinX() + room.getWidth() / 2, room.getMinY() + room.getHeight() / 2);
    }

    private Rectangle2D roomAt(double x) {
        Rectangle2D left = room();
        return mode.get() == Mode.SIDE && x > left.getMaxX() + GAP / 2 ? beside(left) : left;
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
        Rectangle2D area = visible();
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

    private static Rectangle2D beside(Rectangle2D left) {
        return new Rectangle2D(left.getMaxX() + GAP, left.getMinY(), left.getWidth(), left.getHeight());
    }

    /** Where the picture would lie when all of it is seen. */
    Rectangle2D fitted() {
        Image one = source.getImage() != null ? source.getImage() : result.getImage();
        return one == null ? Rectangle2D.EMPTY : fitted(one, room());
    }

    /** Where the picture lies, also what of it is not seen. */
    Rectangle2D both() {
        Rectangle2D fitted = fitted();
        return fitted.getWidth() <= 0 ? fitted : snapped(lens.get().area(fitted, room()));
    }

    private Rectangle2D snapped(Rectangle2D area) {
        double x = snapPositionX(area.getMinX());
        double y = snapPositionY(area.getMinY());
        return new Rectangle2D(x, y, snapSizeX(area.getWidth()), snapSizeY(area.getHeight()));
    }

    /** What of it is seen. */
    private Rectangle2D visible() {
        Rectangle2D area = both();
        double x = Math.max(0, area.getMinX());
        double y = Math.max(0, area.getMinY());
        return new Rectangle2D(x, y, Math.max(0, Math.min(getWidth(), area.getMaxX()) - x),
                Math.max(0, Math.min(getHeight(), area.getMaxY()) - y));
    }

    @Override
    protected void layoutChildren() {
        Mode now = mode.get();
        boolean sourceThere = (now.showsSource() || playing) && source.getImage() != null;
        boolean resultThere = now.showsResult() && !playing && result.getImage() != null;
        Rectangle2D left = room();
        Rectangle2D right = now == Mode.SIDE
                ? beside(left)
                : left;
        place(source, checkers, left, sourceThere);
        place(result, resultCheckers, right, resultThere);
        boolean wiping = now == Mode.WIPE && sourceThere && resultThere;
        uncover(wiping);
        line.setVisible(wiping);
        tags(now, sourceThere, resultThere);
        level(sourceThere || resultThere);
        area.set(sourceThere && !playing ? both() : Rectangle2D.EMPTY);
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
        Rectangle2D area = snapped(lens.get().area(fitted(view.getImage(), room), room));
        // single pixels are seen as such
        view.setSmooth(lens.get().zoom() < toPixels() * PIXELS_SEEN);
        view.setFitWidth(area.getWidth());
        view.setFitHeight(area.getHeight());
        view.relocate(area.getMinX(), area.getMinY());
        behind.resizeRelocate(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
    }

    private void uncover(boolean wiping) {
        Rectangle2D area = visible();
        double x = snapPositionX(area.getMinX() + area.getWidth() * wipe.get());
        boolean side = mode.get() == Mode.SIDE;
        double middle = room().getMaxX() + GAP / 2;
        double from = wiping ? Math.max(0, x - result.getLayoutX()) : side ? Math.max(0, middle - result.getLayoutX()) : 0;
        sourceSeen.setX(0);
        sourceSeen.setWidth(side
                ? Math.clamp(middle - source.getLayoutX(), 0, Math.max(0, source.getFitWidth()))
                : Math.max(0, source.getFitWidth()));
        sourceSeen.setHeight(Math.max(0, source.getFitHeight()));
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
        double left = Math.max(0, on.getLayoutX());
        double end = Math.min(getWidth(), on.getLayoutX() + on.getFitWidth());
        double bottom = Math.min(getHeight(), on.getLayoutY() + on.getFitHeight());
        double x = right ? end - TAG_INSET - width : left + TAG_INSET;
        tag.resizeRelocate(snapPositionX(x), snapPositionY(bottom - TAG_INSET - height), width, height);
    }

    private void level(boolean pictures) {
        level.setVisible(pictures && lens.get().zoom() > 1);
        level.setText(ViewerWords.PER_CENT.say(Math.round(100 * lens.get().zoom() / toPixels())));
        double width = snapSizeX(level.prefWidth(-1));
        level.resizeRelocate(snapPositionX(getWidth() - TAG_INSET - width), TAG_INSET, width, snapSizeY(level.prefHeight(-1)));
    }

    private Rectangle2D fitted(Image image, Rectangle2D room) {
        double scale = Math.min(room.getWidth() / image.getWidth(), room.getHeight() / image.getHeight());
        double width = snapSizeX(image.getWidth() * scale);
        double height = snapSizeY(image.getHeight() * scale);
        return new Rectangle2D(snapPositionX(room.getMinX() + (room.getWidth() - width) / 2),
                snapPositionY(room.getMinY() + (room.getHeight() - height) / 2), Math.max(0, width), Math.max(0, height));
    }
}
