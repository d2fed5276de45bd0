package io.reelbench.app.form;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import java.util.OptionalDouble;

/** A number: a field with its unit inside, and before it a slider where there is a useful range. */
final class AmountInput extends TextInput {

    private static final double STEPS = 1000;

    private final Amounts amounts;
    private final HBox row = new HBox(8);
    private final Slider slider = new Slider();
    private String unit;
    private boolean moving;

    AmountInput(Sender sender, String prompt) {
        super(sender, prompt);
        this.amounts = new Amounts(sender.field());
        this.unit = amounts.unit();
        row.setAlignment(Pos.CENTER_LEFT);
        field().getStyleClass().add("rb-amount");
        if (amounts.slides()) {
            field().setMinWidth(76);
            field().setMaxWidth(76);
            prepareSlider();
            row.getChildren().addAll(slider, field());
        } else {
            HBox.setHgrow(field(), Priority.ALWAYS);
            row.getChildren().add(field());
        }
    }

    private void prepareSlider() {
        slider.getStyleClass().add("rb-slider");
        slider.setMaxWidth(Double.MAX_VALUE);
        slider.setMinWidth(40);
        slider.setPrefWidth(100);
        HBox.setHgrow(slider, Priority.ALWAYS);
        // the thumb hangs over the track's end, which stands below the fields above
        HBox.setMargin(slider, new Insets(0, 0, 0, -6));
        slider.setMax(STEPS);
        slider.setBlockIncrement(
                amounts.byRatio() ? STEPS / 40 : STEPS / Math.max(10, amounts.ask().to() - amounts.ask().from()));
        slider.setAccessibleText(sender().field().label());
        slider.valueProperty().addListener((_, _, now) -> {
            if (!moving) {
                sender().send(amounts.written(fromSlider(now.doubleValue())));
            }
        });
        slider.setOnMousePressed(_ -> sender().next());
        slider.setOnMouseReleased(_ -> sender().next());
        slider.focusedProperty().addListener((_, _, _) -> sender().next());
    }

    private double fromSlider(double at) {
        double from = amounts.ask().from();
        double to = amounts.ask().to();
        return amounts.byRatio() ? from * Math.pow(to / from, at / STEPS) : from + (to - from) * at / STEPS;
    }

    private double toSlider(double value) {
        double from = amounts.ask().from();
        double to = amounts.ask().to();
        double share = amounts.byRatio()
                ? Math.log(Math.max(from, value) / from) / Math.log(to / from)
                : (value - from) / (to - from);
        return Math.clamp(share, 0, 1) * STEPS;
    }

    @Override
    String written(String typed) {
        return amounts.join(typed, unit);
    }

    @Override
    String visible(String written) {
        Amounts.Split split = written.isEmpty() ? new Amounts.Split("", amounts.unit()) : amounts.split(written);
        unit = split.unit();
        beside(written.isEmpty() ? "" : unit);
        return split.number();
    }

    private void beside(String words) {
        String seen = words.equals("B") ? "" : words;
        field().getStyleClass().remove("rb-bare");
        if (seen.isEmpty()) {
            field().getStyleClass().add("rb-bare");
        }
        field().setUnit(seen);
    }

    /** While somebody types, the unit beside the number is that of what was understood; with a unit of its own it needs none. */
    private void understood(String written) {
        beside(Amounts.isBare(field().getText()) ? amounts.split(written).unit() : "");
    }

    @Override
    void nudge(int steps) {
        String text = shown().textOr(sender().field().usual().orElse(""));
        OptionalDouble value = amounts.value(text);
        if (value.isPresent()) {
            String bare = amounts.split(text).number();
            double one = bare.contains(".") ? Math.pow(10, bare.indexOf('.') - bare.length() + 1) : 1;
            double number = bare.isEmpty() ? 0 : Double.parseDouble(bare);
            String next = java.math.BigDecimal.valueOf(number + one * steps)
                    .setScale(Math.max(0, bare.length() - bare.indexOf('.') - 1) * (bare.contains(".") ? 1 : 0),
                            java.math.RoundingMode.HALF_UP)
                    .toPlainString();
            sender().send(amounts.join(next, amounts.split(text).unit()));
        }
    }

    @Override
    public void show(Shown now) {
        super.show(now);
        if (amounts != null && field().isFocused() && !now.given().isEmpty() && !now.mixed()) {
            understood(now.textOr(""));
        }
        if (amounts != null && amounts.slides()) {
            OptionalDouble value = amounts.value(now.textOr(sender().field().usual().orElse("")));
            moving = true;
            slider.setValue(value.isPresent() ? toSlider(value.getAsDouble()) : 0);
            moving = false;
            hollow(now.mixed() || value.isEmpty());
        }
    }

    private void hollow(boolean yes) {
        slider.getStyleClass().remove("rb-mixed");
        if (yes) {
            slider.getStyleClass().add("rb-mixed");
        }
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public Node edge() {
        return field();
    }
}
