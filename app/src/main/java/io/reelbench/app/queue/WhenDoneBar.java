package io.reelbench.app.queue;

import io.reelbench.app.look.Icons;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Section;
import io.reelbench.engine.settings.AfterWork;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.HBox;

/** What happens when all is done, in the queue's header: a button that says it and offers others, and the count before it happens. */
final class WhenDoneBar {

    private final WhenDone deed;
    private final Actions actions;
    private final Button button = new Button();
    private final Label words = new Label();
    private final HBox count;

    WhenDoneBar(WhenDone deed, Actions actions) {
        this.deed = deed;
        this.actions = actions;
        for (AfterWork one : AfterWork.values()) {
            BooleanBinding possible = Bindings.createBooleanBinding(() -> deed.possible().get().contains(one), deed.possible());
            actions.add(id(one), QueueWords.WHEN_ALL_DONE.with(title(one).say()), Section.QUEUE, "", possible,
                    () -> deed.choose(one));
        }
        Action off = actions.add("call-off", QueueWords.CALL_OFF.with(), Section.QUEUE, "", deed.left().greaterThan(0),
                deed::callOff);
        button.getStyleClass().add("rb-quiet");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> open());
        button.textProperty().bind(deed.choice().map(now -> then(now).say()));
        words.getStyleClass().add("rb-strong");
        words.setMinWidth(0);
        words.setEllipsisString("…");
        Button cancel = new Button(DeedWords.CANCEL.say());
        cancel.getStyleClass().add("rb-link");
        cancel.setMinWidth(Button.USE_PREF_SIZE);
        actions.bind(cancel, off.id());
        count = new HBox(Icons.TIME.at(16), words, cancel);
        count.getStyleClass().addAll("rb-attention", "rb-countdown");
        deed.left().subscribe(seconds -> words.setText(soon(deed.choice().get()).say(seconds)));
    }

    private static String id(AfterWork one) {
        return "when-done-" + one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What will happen, and the way to something else. */
    Button button() {
        return button;
    }

    /** How long until it happens, and the way to call it off. */
    HBox count() {
        return count;
    }

    /** Whether it is about to happen. */
    boolean counts() {
        return deed.left().get() > 0;
    }

    /** Whether anything but nothing happens. */
    boolean chosen() {
        return deed.choice().get() != AfterWork.NOTHING;
    }

    private void open() {
        deed.ask();
        ContextMenu menu = new ContextMenu();
        for (AfterWork one : AfterWork.values()) {
            RadioMenuItem item = new RadioMenuItem(title(one).say());
            item.setSelected(deed.choice().get() == one);
            item.visibleProperty().bind(deed.possible().map(all -> all.contains(one)));
            item.setOnAction(_ -> actions.find(id(one)).fire());
            menu.getItems().add(item);
        }
        menu.show(button, Side.TOP, 0, -4);
    }

    private static QueueWords title(AfterWork one) {
        return switch (one) {
            case NOTHING -> QueueWords.DO_NOTHING;
            case TELL -> QueueWords.DO_TELL;
            case CLOSE -> QueueWords.DO_CLOSE;
            case SLEEP -> QueueWords.DO_SLEEP;
            case SHUT_DOWN -> QueueWords.DO_SHUT_DOWN;
        };
    }

    private static QueueWords then(AfterWork one) {
        return switch (one) {
            case NOTHING -> QueueWords.WHEN_DONE;
            case TELL -> QueueWords.THEN_TELL;
            case CLOSE -> QueueWords.THEN_CLOSE;
            case SLEEP -> QueueWords.THEN_SLEEP;
            case SHUT_DOWN -> QueueWords.THEN_SHUT_DOWN;
        };
    }

    private static QueueWords soon(AfterWork one) {
        return switch (one) {
            case NOTHING, TELL, CLOSE -> QueueWords.CLOSES_IN;
            case SLEEP -> QueueWords.SLEEPS_IN;
            case SHUT_DOWN -> QueueWords.SHUTS_DOWN_IN;
        };
    }
}
