package io.reelbench.app.shell;

import io.reelbench.app.look.Icons;
import io.reelbench.app.look.KeyCap;
import io.reelbench.app.room.Keys;
import io.reelbench.app.shell.PaletteCell.Heading;
import io.reelbench.app.shell.PaletteCell.Line;
import io.reelbench.app.shell.PaletteCell.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The command box: type a few letters, press Enter, and it is done. Escape gives the focus back to where it was. */
final class Palette extends StackPane {

    /** What it offers: everything under a few headings, or steps with what each does. */
    enum Kind {
        EVERYTHING(560), STEPS(680);

        private final double width;

        Kind(double width) {
            this.width = width;
        }
    }

    private static final double TOP = 72;
    private static final double ROW = 36;
    private static final double HEADING = 28;
    private static final double ROWS_MOST = 9.5;
    private static final double STEPS_MOST = 15.5;
    /** What stands above and below the list, and what is left free at the foot of the window. */
    private static final double AROUND = 48 + 40 + 36;
    /** The list's own padding, which the sheet gives it. */
    private static final double LIST_EDGE = 10;

    private final TextField field = new TextField();
    private final ListView<Line> list = new ListView<>();
    private final VBox card;
    private List<Entry> offers = List.of();
    private Kind kind = Kind.EVERYTHING;
    private double rows = ROWS_MOST;
    private Node before;

    Palette() {
        getStyleClass().add("rb-scrim");
        setVisible(false);
        field.getStyleClass().add("rb-palette-field");
        field.setAccessibleText(ShellWords.SEARCH.say());
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox input = new HBox(10, Icons.SEARCH.at(16), field, new KeyCap(Keys.words(KeyCode.ESCAPE)));
        input.getStyleClass().add("rb-palette-input");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new PaletteCell(this::run));
        Label nothing = new Label(ShellWords.NOTHING_CALLED.say());
        nothing.getStyleClass().add("rb-hint");
        list.setPlaceholder(nothing);
        card = new VBox(input, list, foot());
        card.getStyleClass().add("rb-palette");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        setAlignment(card, Pos.TOP_CENTER);
        setMargin(card, new Insets(TOP, 12, 12, 12));
        getChildren().add(card);
        field.textProperty().subscribe(this::find);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
    }

    private static HBox foot() {
        HBox foot = new HBox(18, hint("↑ ↓", ShellWords.CHOOSE.say()), hint("↵", ShellWords.DO_IT.say()));
        foot.getStyleClass().add("rb-palette-foot");
        return foot;
    }

    private static HBox hint(String key, String words) {
        Label label = new Label(words);
        label.getStyleClass().add("rb-hint");
        HBox hint = new HBox(8, new KeyCap(key), label);
        hint.setAlignment(Pos.CENTER_LEFT);
        return hint;
    }

    /** Opens it, or closes it when it is open. */
    void toggle(Kind what, String prompt, List<Entry> all) {
        if (isVisible()) {
            close();
            return;
        }
        before = getScene().getFocusOwner();
        offers = all;
        kind = what;
        card.setMaxWidth(what.width);
        rows = what == Kind.STEPS ? Math.clamp((getHeight() - TOP - AROUND) / ROW, ROWS_MOST, STEPS_MOST) : ROWS_MOST;
        field.setAccessibleText(prompt);
        field.setPromptText(prompt);
        field.clear();
        find("");
        setVisible(true);
        field.requestFocus();
    }

    void close() {
        if (isVisible()) {
            setVisible(false);
            Optional.ofNullable(before).filter(n -> n.getScene() != null).ifPresent(Node::requestFocus);
            before = null;
        }
    }

    private void run(Entry entry) {
        close();
        entry.run().run();
    }

    private void find(String query) {
        // the best of all steps is what was meant, in whatever group
        boolean ranked = kind == Kind.STEPS && !query.isBlank();
        List<Line> lines = new ArrayList<>();
        String section = "";
        for (Entry.Found found : ranked ? Entry.best(query, offers) : Entry.find(query, offers)) {
            if (!found.entry().section().equals(section) && !(ranked && found.entry().possible())) {
                section = found.entry().section();
                lines.add(new Heading(section));
            }
            lines.add(new Offer(found, ranked));
        }
        list.getItems().setAll(lines);
        long headings = lines.stream().filter(Heading.class::isInstance).count();
        list.setPrefHeight(Math.clamp(HEADING * headings + ROW * (lines.size() - headings), ROW, ROW * rows) + LIST_EDGE);
        list.scrollTo(0);
        choose(0, 1);
    }

    private void pressed(KeyEvent event) {
        int now = list.getSelectionModel().getSelectedIndex();
        boolean ours = true;
        switch (event.getCode()) {
            case DOWN -> goTo(now + 1, 1);
            case UP -> goTo(now - 1, -1);
            case PAGE_DOWN -> goTo(Math.min(now + (int) rows, list.getItems().size() - 1), -1);
            case PAGE_UP -> goTo(Math.max(now - (int) rows, 0), 1);
            case ENTER -> chosen().ifPresent(this::run);
            case ESCAPE -> close();
            case TAB -> field.requestFocus();
            default -> ours = false;
        }
        if (ours) {
            event.consume();
        }
    }

    private Optional<Entry> chosen() {
        return list.getSelectionModel().getSelectedItem() instanceof Offer(Entry.Found found, var _) && found.entry().possible()
                ? Optional.of(found.entry())
                : Optional.empty();
    }

    /** The next line from there that can be done; stays when there is none. */
    private void choose(int from, int step) {
        List<Line> lines = list.getItems();
        IntStream.iterate(from, i -> i >= 0 && i < lines.size(), i -> i + step)
                .filter(i -> lines.get(i) instanceof Offer(Entry.Found found, var _) && found.entry().possible())
                .findFirst()
                .ifPresent(list.getSelectionModel()::clearAndSelect);
    }

    private void goTo(int from, int step) {
        choose(from, step);
        show(list.getSelectionModel().getSelectedIndex());
    }

    /** Brings a line into sight, with the one before or behind it; the list stays when it is. */
    private void show(int at) {
        if (list.getSelectionModel().getSelectedIndex() < 0 || !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
                || flow.getFirstVisibleCell() == null) {
            return;
        }
        int first = flow.getFirstVisibleCell().getIndex();
        int last = flow.getLastVisibleCell().getIndex();
        if (at <= first) {
            list.scrollTo(Math.max(0, at - 1));
        } else if (at >= last) {
            list.scrollTo(Math.max(0, first + at - last + 2));
        }
    }
}
