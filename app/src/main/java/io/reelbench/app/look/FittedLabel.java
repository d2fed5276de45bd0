package io.reelbench.app.look;

import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/** A label that makes its words fit the room it is given. What it shortens stands in full in its tool-tip and for screen readers. */
abstract class FittedLabel extends Label {

    private final Text ruler = new Text();
    private final Tooltip whole = new Tooltip();
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
            String all = whole();
            String now = fitted(width - snappedLeftInset() - snappedRightInset(), this::widthOf);
            setText(now);
            whole.setText(all);
            setTooltip(now.equals(all) ? null : whole);
        }
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
