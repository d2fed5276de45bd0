package io.reelbench.app.look;

import io.reelbench.app.room.Tip;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** A label that makes its words fit the room it is given. What it shortens stands in full in its tool-tip and for screen readers. */
abstract class FittedLabel extends Label {

    private final Text ruler = new Text();
    private String more = "";
    private double fittedTo = -1;

    FittedLabel() {
        setMinWidth(0);
        fontProperty().subscribe(_ -> refit());
    }

    /** The words with nothing left out. */
    abstract String whole();

    abstract String fitted(double width, ToDoubleFunction<String> measure);

    final void refit() {
        fittedTo = -1;
        setAccessibleText(whole());
        requestLayout();
        if (getWidth() > 0) {
            fit(getWidth());
        }
    }

    @Override
    public void resize(double width, double height) {
        fit(width);
        super.resize(width, height);
    }

    private void fit(double width) {
        if (width != fittedTo) {
            fittedTo = width;
            setText(fitted(width - snappedLeftInset() - snappedRightInset(), this::widthOf));
            tell();
        }
    }

    /** Says more than the words while the mouse rests on them; empty for the words, where some are left out. */
    public final void explain(String now) {
        more = now;
        tell();
    }

    private void tell() {
        String all = whole();
        Tip.say(this, !more.isEmpty() ? more : all.equals(getText()) ? "" : all);
    }

    private double widthOf(String words) {
        ruler.setFont(getFont());
        ruler.setText(words);
        return ruler.getLayoutBounds().getWidth();
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(snappedLeftInset() + widthOf(whole()) + snappedRightInset());
    }
}
