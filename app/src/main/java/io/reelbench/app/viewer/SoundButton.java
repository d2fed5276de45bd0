package io.reelbench.app.viewer;

import io.reelbench.app.look.Icons;
import io.reelbench.app.look.Theme;
import io.reelbench.app.room.Actions;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/** Shows whether sound is on; opens the volume, which the wheel turns as well. */
final class SoundButton extends Button {

    private static final double WHEEL = 0.05;

    private final Player player;
    private final PopOver over = new PopOver();
    private final Slider slider = new Slider(0, 1, 1);
    private final ToggleButton mute = new ToggleButton();

    SoundButton(Player player, Actions actions) {
        this.player = player;
        getStyleClass().add("rb-icon-button");
        setAccessibleText(ViewerWords.VOLUME.say());
        slider.setPrefWidth(140);
        slider.setBlockIncrement(WHEEL);
        slider.setAccessibleText(ViewerWords.VOLUME.say());
        slider.valueProperty().bindBidirectional(player.volume());
        mute.getStyleClass().add("rb-icon-button");
        mute.selectedProperty().bindBidirectional(player.muted());
        Actions.tip(mute, actions.find("mute"));
        mute.setAccessibleText(actions.find("mute").title());
        HBox row = new HBox(8, mute, slider);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("rb-volume");
        over.setContentNode(row);
        over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
        over.setArrowSize(0);
        over.setCornerRadius(8);
        over.setDetachable(false);
        over.setAnimated(false);
        over.setFadeInDuration(Duration.ZERO);
        over.setFadeOutDuration(Duration.ZERO);
        over.setAutoHide(true);
        setOnAction(_ -> open());
        addEventHandler(ScrollEvent.SCROLL, event -> {
            event.consume();
            player.volume().set(Math.clamp(player.volume().get() + Math.signum(event.getDeltaY()) * WHEEL, 0, 1));
        });
        player.muted().subscribe(this::show);
        player.volume().subscribe(this::show);
        show();
    }

    private void show() {
        boolean silent = player.muted().get() || player.volume().get() == 0;
        setGraphic((silent ? Icons.MUTED : Icons.SOUND).at(20));
        mute.setGraphic((silent ? Icons.MUTED : Icons.SOUND).at(20));
        setAccessibleHelp(silent ? ViewerWords.MUTED.say() : ViewerWords.SOUND.say());
    }

    private void open() {
        if (over.isShowing()) {
            over.hide();
        } else {
            Theme.wear(over.getRoot(), this);
            over.show(this);
            slider.requestFocus();
        }
    }
}
