package io.reelbench.app.look;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.effect.ColorAdjust;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A small picture with round corners that fills its place, cropped around its centre. It can show how much of something is done. */
public final class Thumb extends Region {

    /** Everything is done: the whole picture has colour. */
    public static final double WHOLE = 1;

    private final ObjectProperty<Image> image = new SimpleObjectProperty<>(this, "image");
    private final DoubleProperty done = new SimpleDoubleProperty(this, "done", WHOLE);
    private final ImageView coloured = new ImageView();
    private final ImageView grey = new ImageView();
    private final Region line = new Region();
    private final Rectangle rest = new Rectangle();

    public Thumb(double width, double height) {
        getStyleClass().add("rb-thumb");
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        Rectangle round = new Rectangle(width, height);
        round.setArcWidth(6);
        round.setArcHeight(6);
        setClip(round);
        grey.setClip(rest);
        line.getStyleClass().add("rb-thumb-line");
        for (ImageView view : new ImageView[]{coloured, grey}) {
            view.setFitWidth(width);
            view.setFitHeight(height);
            view.setSmooth(true);
            view.imageProperty().bind(image);
        }
        getChildren().addAll(coloured, grey, line);
        image.subscribe(this::crop);
        done.subscribe(_ -> split());
        split();
    }

    public ObjectProperty<Image> image() {
        return image;
    }

    /** The share that is done, 0 to 1: the rest is grey. */
    public DoubleProperty done() {
        return done;
    }

    private void crop(Image now) {
        if (now == null || now.getWidth() == 0 || now.getHeight() == 0) {
            return;
        }
        double shape = getPrefWidth() / getPrefHeight();
        double width = Math.min(now.getWidth(), now.getHeight() * shape);
        double height = width / shape;
        Rectangle2D part = new Rectangle2D((now.getWidth() - width) / 2, (now.getHeight() - height) / 2, width, height);
        coloured.setViewport(part);
        grey.setViewport(part);
    }

    private void split() {
        boolean partly = done.get() < WHOLE;
        grey.setVisible(partly);
        line.setVisible(partly && done.get() > 0);
        if (partly && grey.getEffect() == null) {
            ColorAdjust faint = new ColorAdjust();
            faint.setSaturation(-1);
            faint.setBrightness(-0.25);
            grey.setEffect(faint);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double at = Math.round(Math.clamp(done.get(), 0, 1) * getWidth());
        rest.setX(at);
        rest.setWidth(Math.max(0, getWidth() - at));
        rest.setHeight(getHeight());
        line.resizeRelocate(Math.min(at, getWidth() - 1), 0, 1, getHeight());
    }
}
