package io.reelbench.app.viewer;

import io.reelbench.app.look.Icons;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Room;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Over the picture while a cut is checked: it plays, and under it stand the last frames before the seam and the first behind it. */
final class CheckPane extends BorderPane {

    private static final int EACH_SIDE = CutCheck.EACH_SIDE;
    private static final double SMALL = 54;
    /** What the words beside them need. */
    private static final double SIDES = 160;

    private final CutCheck check;
    private final ImageView picture = new ImageView();
    private final Label title = new Label();
    private final Label message = new Label();
    private final HBox strip = new HBox(2);
    private final Pane area = new Area();
    private final List<ImageView> small = new ArrayList<>();
    private final SeamPlayer player;

    CheckPane(CutCheck check, Room room) {
        this.check = check;
        this.player = new SeamPlayer(room.desk().carrier(), room.desk().engine().previews(), room.memory(), this::put);
        Actions actions = room.actions();
        getStyleClass().addAll("rb-well", "rb-check");
        setId("check");
        title.getStyleClass().add("rb-check-title");
        message.getStyleClass().add("rb-well-message");
        picture.setPreserveRatio(true);
        picture.setId("check-picture");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox top = new HBox(4, title, button(actions, "previous-seam", Icons.PREVIOUS), button(actions, "play-seam", Icons.RETRY),
                button(actions, "next-seam", Icons.NEXT), button(actions, "close-check", Icons.CLOSE));
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("rb-check-bar");
        prepareStrip();
        setTop(top);
        setCenter(area);
        setBottom(new VBox(strip));
        setMinSize(0, 0);
        setAccessibleText(CheckWords.FRAMES.say());
        check.state().addListener((_, _, now) -> show(now));
        show(check.state().get());
    }

    private static Button button(Actions actions, String id, Icons icon) {
        Button button = new Button(null, icon.at(16));
        button.getStyleClass().addAll("rb-icon-button", "rb-check-button");
        return actions.bind(button, id);
    }

    private void prepareStrip() {
        strip.getStyleClass().add("rb-check-strip");
        strip.setAlignment(Pos.CENTER);
        strip.setMinWidth(0);
        strip.setPrefWidth(0);
        // as large as all of them have room
        strip.widthProperty().subscribe(wide -> small
                .forEach(view -> view.setFitWidth(Math.max(1, (wide.doubleValue() - SIDES) / small.size()))));
        for (int i = 0; i < 2 * EACH_SIDE; i++) {
            if (i == EACH_SIDE) {
                Region seam = new Region();
                seam.getStyleClass().add("rb-check-seam");
                strip.getChildren().add(seam);
            }
            ImageView view = new ImageView();
            view.setPreserveRatio(true);
            view.setFitHeight(SMALL);
            small.add(view);
            strip.getChildren().add(view);
        }
        strip.getChildren().addFirst(side(CheckWords.BEFORE));
        strip.getChildren().add(side(CheckWords.AFTER));
    }

    private static Node side(CheckWords words) {
        Label label = new Label(words.say());
        label.getStyleClass().add("rb-check-side");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private void show(CutCheck.State now) {
        setVisible(!(now instanceof CutCheck.State.Closed));
        switch (now) {
            case CutCheck.State.Closed _ -> clear("", "");
            case CutCheck.State.Rendering(String of, double done) -> clear(of,
                    done > 0 ? CheckWords.RENDERING_AT.say(Math.round(done * 100)) : CheckWords.RENDERING.say());
            case CutCheck.State.Nothing(String why) -> clear(CheckWords.CHECK.say(), why);
            case CutCheck.State.Shown there -> shown(there);
        }
    }

    private void clear(String of, String words) {
        player.stop();
        title.setText(of);
        message.setText(words);
        message.setVisible(!words.isEmpty());
        picture.setImage(null);
        small.forEach(view -> view.setImage(null));
        strip.setVisible(false);
    }

    private void shown(CutCheck.State.Shown now) {
        title.setText(now.title());
        message.setVisible(false);
        strip.setVisible(true);
        for (int i = 0; i < EACH_SIDE; i++) {
            int back = now.before().size() - EACH_SIDE + i;
            small.get(i).setImage(back >= 0 ? now.before().get(back) : null);
            small.get(EACH_SIDE + i).setImage(i < now.after().size() ? now.after().get(i) : null);
        }
        if (now.whole()) {
            play();
        } else {
            rest(now);
        }
    }

    /** The first frame behind the seam stays. */
    private void rest(CutCheck.State.Shown now) {
        put(now.after().isEmpty() ? now.before().getLast() : now.after().getFirst());
    }

    private void put(Image image) {
        picture.setImage(image);
        area.requestLayout();
    }

    /** Plays it a few times. */
    void play() {
        if (check.state().get() instanceof CutCheck.State.Shown now && now.whole()) {
            player.play(now.film(), now.fromUs(), now.toUs(), () -> rest(now));
        }
    }

    /** The picture fitted into what room there is. */
    private final class Area extends Pane {

        private static final double INSET = 12;

        Area() {
            setMinSize(0, 0);
            picture.setManaged(false);
            message.setManaged(false);
            getChildren().addAll(picture, message);
        }

        @Override
        protected void layoutChildren() {
            message.resizeRelocate(INSET, 0, Math.max(0, getWidth() - 2 * INSET), getHeight());
            Image image = picture.getImage();
            if (image != null) {
                double scale = Math.min((getWidth() - 2 * INSET) / image.getWidth(), (getHeight() - INSET) / image.getHeight());
                picture.setFitWidth(Math.max(1, image.getWidth() * scale));
                picture.setFitHeight(Math.max(1, image.getHeight() * scale));
                picture.relocate(Math.round((getWidth() - image.getWidth() * scale) / 2),
                        Math.round((getHeight() - image.getHeight() * scale) / 2));
            }
        }
    }
}
