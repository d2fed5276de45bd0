package io.reelbench.app.viewer;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.look.FactsLabel;
import io.reelbench.app.look.Segments;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Room;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.preview.Playback;
import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.stream.Collectors;

/** The viewer: source and result of the clip that is looked at, with the time and the steps under it, and the timeline below. */
public final class ViewerPane extends BorderPane {

    private final Room room;
    private final Viewing viewing;
    /** No picture that is looked at has more pixels than this on a side. */
    private static final double MOST_SIDE = 4096;

    private final Player player;
    private final SoundView sound;
    private final Screen screen = new Screen();
    private final Segments<Mode> modes = new Segments<>(List.of(Mode.values()), Mode::words);
    private final FactsLabel caption = new FactsLabel();
    private final FinishedTag finished;
    private final Transport transport;
    private final TimelinePane timeline;

    public ViewerPane(Room room) {
        this.room = room;
        this.viewing = new Viewing(room.desk());
        this.player = new Player(room.desk(), viewing, room.memory());
        new ViewerActions(room, viewing, screen).register(player);
        this.finished = new FinishedTag(room);
        this.timeline = new TimelinePane(room, viewing);
        this.transport = new Transport(room.actions(), player);
        getStyleClass().add("rb-viewer");
        setTop(header());
        this.sound = new SoundView(room.desk().carrier(), room.desk().engine().previews(), viewing);
        setCenter(new StackPane(screen, new OpenPlace(room.desk(), viewing, screen).handles(), sound, timeline.checkPane()));
        setBottom(new javafx.scene.layout.VBox(transport, timeline));
        setMinSize(0, 0);
        modes.value().bindBidirectional(screen.mode());
        // arrows step frames again after a mode was clicked
        modes.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> screen.requestFocus());
        transport.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> screen.requestFocus());
        screen.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> screen.requestFocus());
        screen.setFocusTraversable(true);
        viewing.source().addListener((_, _, shot) -> show(shot));
        viewing.result().addListener((_, _, outcome) -> show(outcome));
        screen.mode().addListener((_, _, mode) -> {
            viewing.wantResult(mode.showsResult());
            fit();
        });
        screen.widthProperty().addListener((_, _, _) -> fit());
        screen.heightProperty().addListener((_, _, _) -> fit());
        screen.lens().addListener(_ -> fit());
        player.speed().subscribe(speed -> screen.setPlaying(speed.doubleValue() != 0));
        player.speed().addListener(_ -> captionOfPlaying());
        player.note().addListener(_ -> captionOfPlaying());
        room.desk().comparing().now().subscribe(now -> {
            if (now.isPresent() && !(screen.mode().get().showsSource() && screen.mode().get().showsResult())) {
                screen.mode().set(Mode.WIPE);
            }
        });
        room.desk().current().addListener((_, was, now) -> follow(was, now));
        follow(null, room.desk().current().get());
        show(viewing.source().get());
        show(viewing.result().get());
    }

    Viewing viewing() {
        return viewing;
    }

    ObjectProperty<Mode> modes() {
        return screen.mode();
    }

    Player player() {
        return player;
    }

    TimelinePane timeline() {
        return timeline;
    }

    private HBox header() {
        caption.getStyleClass().add("rb-viewer-caption");
        for (Mode mode : Mode.values()) {
            modes.explain(mode, Actions.words(room.actions().find(mode.action())));
        }
        HBox.setHgrow(caption, Priority.ALWAYS);
        caption.setMaxWidth(Double.MAX_VALUE);
        caption.setAlignment(Pos.CENTER_RIGHT);
        HBox header = new HBox(modes, caption, finished);
        header.getStyleClass().addAll("rb-panel", "rb-header");
        return header;
    }

    private void fit() {
        Rectangle2D area = screen.room();
        double scale = getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        // nearer, a picture needs more pixels; more than it has it does not get
        double zoom = Math.min(screen.lens().get().zoom(), MOST_SIDE / Math.max(1, Math.max(area.getWidth(), area.getHeight())));
        double wanted = scale * Math.max(1, zoom);
        viewing.fit(new Size((int) Math.round(area.getWidth() * wanted), (int) Math.round(area.getHeight() * wanted)));
    }

    private final javafx.beans.value.ChangeListener<Object> moved = (_, _, _) -> showTimes();

    private void follow(Clip was, Clip now) {
        if (was != null) {
            was.playhead().removeListener(moved);
            was.facts().removeListener(moved);
        }
        if (now != null) {
            now.playhead().addListener(moved);
            now.facts().addListener(moved);
        }
        if (was != now) {
            screen.lens().set(Lens.FIT);
        }
        showTimes();
    }

    private void showTimes() {
        Clip clip = room.desk().current().get();
        Media media = clip == null ? null : clip.media().orElse(null);
        if (media == null || media.still() || media.playedUs().isEmpty()) {
            transport.show("", "");
            return;
        }
        Timecodes codes = new Timecodes(media.clock(), media.video().map(Track.Video::variable).orElse(false));
        transport.show(codes.at(clip.playhead().get()), codes.length(media.playedUs().getAsLong()));
    }

    private void show(Shot shot) {
        sound.show(shot instanceof Shot.SoundOnly ? viewing.clip().orElse(null) : null);
        switch (shot) {
            case Shot.Nothing _ -> blank(room.desk().current().get() == null ? ViewerWords.SELECT_CLIP.say() : "");
            case Shot.SoundOnly _ -> blank("");
            case Shot.Wrong(var failure) -> blank(failure.headline() + "\n" + failure.fix());
            case Shot.Shown(_, var image) -> {
                screen.say("");
                screen.setTransparent(
                        viewing.clip().flatMap(Clip::media).flatMap(Media::video).map(v -> v.pixels().alpha()).orElse(false));
                viewing.clip().flatMap(Clip::media).flatMap(Media::video).map(Track.Video::upright).ifPresent(screen::setPixels);
                screen.showSource(image);
            }
        }
    }

    private void blank(String words) {
        screen.showSource(null);
        screen.showResult(null, "", true);
        screen.say(words);
    }

    private void show(Outcome outcome) {
        switch (outcome) {
            case Outcome.None(String why) -> {
                screen.showResult(null, "", true);
                caption(screen.mode().get().showsResult() && !why.isEmpty() ? List.of(why) : List.of(), List.of());
                sayInstead(why);
            }
            case Outcome.Coming _ -> {
                screen.showResult(null, "", true);
                caption(List.of(), List.of());
            }
            case Outcome.Wrong(var failure) -> {
                screen.showResult(null, "", true);
                caption(List.of(failure.headline().toString()), List.of(failure.fix()));
                sayInstead(failure.headline().toString());
            }
            case Outcome.Finished(var image, boolean kept) -> {
                screen.say("");
                screen.showResult(image, (kept ? ViewerWords.FINISHED : ViewerWords.CUT_AWAY).say(), kept);
                caption(List.of(), List.of());
            }
            case Outcome.Made(var made, var image) -> {
                screen.say("");
                screen.showResult(image, Captions.tag(made), made.kept());
                caption(Captions.of(made, viewing.clip().orElseThrow(), room.desk().engine().past()), made.caveats());
            }
        }
    }

    /** Where only the result is looked at, its absence must be explained on the picture's place. */
    private void sayInstead(String why) {
        if (screen.mode().get() == Mode.RESULT && viewing.source().get() instanceof Shot.Shown) {
            screen.say(why);
        }
    }

    private void captionOfPlaying() {
        double speed = player.speed().get();
        if (speed != 0) {
            List<String> facts = new java.util.ArrayList<>();
            if (speed < 0) {
                facts.add(ViewerWords.BACKWARDS.say((int) -speed));
            } else if (speed > 1) {
                facts.add((speed > Playback.FASTEST_SOUND ? ViewerWords.FAST : ViewerWords.FASTER).say((int) speed));
            }
            player.note().get().ifPresent(note -> facts.add(note.toString()));
            caption(facts, List.of());
        }
    }

    private void caption(List<String> facts, List<Text> more) {
        caption.say(facts);
        caption.explain(more.stream().map(Text::toString).collect(Collectors.joining("\n")));
    }
}
