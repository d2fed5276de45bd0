package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Facts;
import io.reelbench.app.look.Icons;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.preview.Waveform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small picture of a clip with its length in the corner; moving the mouse over it shows other moments. */
final class ThumbView extends StackPane {

    /** Who only passes by wants nothing decoded. */
    private static final Duration PASSING = Duration.millis(90);
    private static final Duration HOVER = Duration.millis(220);
    private static final double WAVE_FROM = 8.5;
    private static final double WAVE_REACH = 15;

    private static final PseudoClass PICTURED = PseudoClass.getPseudoClass("pictured");

    private final Thumbs thumbs;
    private final double larger;
    private final Rectangle picture = new Rectangle(Thumbs.WIDTH, Thumbs.HEIGHT);
    private final FontIcon icon = Icons.CLIP.at(20);
    private final Label length = new Label();
    private final Region line = new Region();
    private final Path wave = new Path();
    private final PauseTransition soon = new PauseTransition(PASSING);
    private final PauseTransition hover = new PauseTransition(HOVER);
    private Optional<Media> media = Optional.empty();
    private CompletableFuture<?> coming = CompletableFuture.completedFuture(null);
    private CompletableFuture<?> strip = CompletableFuture.completedFuture(null);
    private double mouse = -1;

    ThumbView(Thumbs thumbs) {
        this(thumbs, 1);
    }

    /** @param larger how many times larger than in a row it is drawn */
    ThumbView(Thumbs thumbs, double larger) {
        this.thumbs = thumbs;
        this.larger = larger;
        getStyleClass().add("rb-clip-thumb");
        setMinSize(Thumbs.WIDTH, Thumbs.HEIGHT);
        setMaxSize(Thumbs.WIDTH, Thumbs.HEIGHT);
        picture.setArcWidth(6);
        picture.setArcHeight(6);
        picture.setVisible(false);
        icon.getStyleClass().add("rb-thumb-icon");
        length.getStyleClass().add("rb-thumb-length");
        length.setMinWidth(USE_PREF_SIZE);
        setAlignment(length, Pos.BOTTOM_RIGHT);
        line.getStyleClass().add("rb-scrub-line");
        line.setManaged(false);
        line.setVisible(false);
        wave.getStyleClass().add("rb-thumb-wave");
        wave.setManaged(false);
        getChildren().addAll(icon, wave, picture, line, length);
        soon.setOnFinished(_ -> ask());
        hover.setOnFinished(_ -> askStrip());
        setOnMouseMoved(event -> scrub(event.getX()));
        setOnMouseExited(_ -> leave());
    }

    /** Null: nothing is shown and nothing is wanted any more. */
    void show(Clip clip) {
        giveUp();
        Facts facts = clip == null ? new Facts.Reading() : clip.facts().get();
        Optional<Media> before = media;
        media = facts.understood();
        length.setText(media.flatMap(ClipFacts::length).orElse(""));
        length.setVisible(!length.getText().isEmpty());
        icon(facts).into(icon, 20);
        Optional<Image> known = media.flatMap(m -> thumbs.at(m, scale()));
        if (known.isPresent() || media.isEmpty() || !media.equals(before)) {
            paint(known.orElse(null));
        }
        paint(media.filter(ThumbView::isSound).flatMap(thumbs::waveAt));
        if (clip != null && known.isEmpty() && media.isPresent()) {
            soon.playFromStart();
        }
    }

    private static Icons icon(Facts facts) {
        return switch (facts) {
            case Facts.Reading _ -> Icons.CLIP;
            case Facts.Unreadable _ -> Icons.UNKNOWN;
            case Facts.Known(Media media) -> media.still()
                    ? Icons.IMAGE
                    : media.video().isPresent() ? Icons.CLIP : Icons.MUSIC;
        };
    }

    private int scale() {
        return getScene() == null || getScene().getWindow() == null
                ? (int) Math.ceil(larger)
                : (int) Math.ceil(larger * getScene().getWindow().getRenderScaleX());
    }

    private static boolean isSound(Media media) {
        return !Thumbs.hasPicture(media) && media.audio().isPresent();
    }

    private void ask() {
        media.filter(ThumbView::isSound).filter(m -> thumbs.waveAt(m).isEmpty()).ifPresent(
                wanted -> coming = thumbs.askWave(wanted, shape -> {
                    if (media.filter(wanted::equals).isPresent()) {
                        paint(Optional.of(shape));
                    }
                }));
        media.filter(Thumbs::hasPicture).ifPresent(wanted -> coming = thumbs.ask(wanted, scale(), image -> {
            if (media.filter(wanted::equals).isPresent() && mouse < 0) {
                paint(image);
            }
        }));
    }

    private void giveUp() {
        soon.stop();
        coming.cancel(true);
        leave();
    }

    private void paint(Optional<Waveform> shape) {
        wave.setVisible(shape.isPresent());
        icon.setVisible(shape.isEmpty());
        shape.ifPresent(now -> wave.getElements().setAll(bars(now)));
    }

    /** From the middle up and down, never so short that nothing is seen. */
    private static List<PathElement> bars(Waveform shape) {
        List<PathElement> bars = new ArrayList<>();
        double middle = Thumbs.HEIGHT / 2.0;
        for (int i = 0; i < shape.high().length; i++) {
            double x = WAVE_FROM + i * 3;
            bars.add(new MoveTo(x, middle - Math.max(0.5, shape.high()[i] * WAVE_REACH)));
            bars.add(new LineTo(x, middle - Math.min(-0.5, shape.low()[i] * WAVE_REACH)));
        }
        return bars;
    }

    private void paint(Image image) {
        picture.setVisible(image != null);
        pseudoClassStateChanged(PICTURED, image != null);
        if (image == null) {
            picture.setFill(Color.TRANSPARENT);
            return;
        }
        double across = Thumbs.WIDTH / image.getWidth();
        double down = Thumbs.HEIGHT / image.getHeight();
        boolean covers = Thumbs.covers(image.getWidth(), image.getHeight());
        double scale = covers ? Math.max(across, down) : Math.min(across, down);
        double width = image.getWidth() * scale;
        double height = image.getHeight() * scale;
        // a pattern repeats itself: what is shown whole gets a rectangle of its own size
        picture.setWidth(covers ? Thumbs.WIDTH : width);
        picture.setHeight(covers ? Thumbs.HEIGHT : height);
        picture.setFill(
                new ImagePattern(image, (picture.getWidth() - width) / 2, (picture.getHeight() - height) / 2, width, height,
                        false));
    }

    private void scrub(double x) {
        boolean first = mouse < 0;
        mouse = Math.clamp(x, 0, Thumbs.WIDTH - 1.0);
        boolean moves = media.filter(m -> m.video().isPresent() && !m.still()).isPresent();
        if (moves && first) {
            hover.playFromStart();
        }
        showMoment();
    }

    private void askStrip() {
        media.filter(m -> thumbs.stripAt(m, scale()).isEmpty())
                .ifPresent(m -> strip = thumbs.askStrip(m, scale(), this::showMoment));
        showMoment();
    }

    private void showMoment() {
        if (mouse < 0) {
            return;
        }
        media.flatMap(m -> thumbs.stripAt(m, scale())).ifPresent(images -> {
            Image image = images[(int) (mouse / Thumbs.WIDTH * images.length)];
            if (image != null) {
                paint(image);
                line.setVisible(true);
                line.resizeRelocate(Math.floor(mouse), 0, 1, Thumbs.HEIGHT);
            }
        });
    }

    private void leave() {
        hover.stop();
        strip.cancel(true);
        if (mouse >= 0) {
            mouse = -1;
            line.setVisible(false);
            media.flatMap(m -> thumbs.at(m, scale())).ifPresent(this::paint);
        }
    }
}
