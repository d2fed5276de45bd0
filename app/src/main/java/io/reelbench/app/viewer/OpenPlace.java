package io.reelbench.app.viewer;

import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Draft;
import io.reelbench.app.desk.StepKey;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.operation.Overlay;
import io.reelbench.engine.operation.Problems;
import io.reelbench.engine.plan.Edit;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;

/** Lets the place of the open step be set on the picture, when it has one and the picture is seen as that step meets it. FX thread only. */
final class OpenPlace {

    private static final double SAME_SHAPE = 0.01;
    /** Of what is not known yet. */
    private static final double USUAL_SHAPE = 1.5;

    private final Desk desk;
    private final Viewing viewing;
    private final Screen screen;
    private final Handles handles = new Handles(this::take);
    private final InvalidationListener changed = _ -> show();
    private final Map<Path, Double> shapes = new HashMap<>();
    private Clip watched;
    private boolean taking;

    OpenPlace(Desk desk, Viewing viewing, Screen screen) {
        this.desk = desk;
        this.viewing = viewing;
        this.screen = screen;
        desk.openStep().addListener(changed);
        viewing.source().addListener(changed);
        screen.area().addListener(changed);
        desk.current().subscribe(this::watch);
    }

    /** What lies over the picture. */
    Handles handles() {
        return handles;
    }

    private void watch(Clip now) {
        if (watched != null) {
            watched.draft().removeListener(changed);
        }
        watched = now;
        if (now != null) {
            now.draft().addListener(changed);
        }
        show();
    }

    /** A step with a place, and the frame as it meets it. */
    private record Found(StepKey key, Placing placing, Size frame) {
    }

    private Optional<Found> found() {
        Clip clip = watched;
        if (clip == null || desk.openStep().get().isEmpty() || !(viewing.source().get() instanceof Shot.Shown)) {
            return Optional.empty();
        }
        StepKey key = desk.openStep().get().get();
        Draft draft = clip.draft().get();
        Optional<Card> card = key.card(draft).filter(Card::on);
        Optional<Placing> placing = card
                .flatMap(c -> desk.judge().catalog().find(c.op()).orElseThrow().schema().read(c.given()).value()
                        .flatMap(Placing::of));
        return placing.flatMap(p -> clip.media().flatMap(m -> frame(draft, key.index(draft).orElseThrow(), m))
                .map(frame -> new Found(key, p, frame)));
    }

    /** The size of the frame before a step; empty when it is not the picture of the clip any more, but turned, or a part of it. */
    private Optional<Size> frame(Draft draft, int index, Media media) {
        Size own = media.video().map(Track.Video::upright).orElse(null);
        List<Card> before = draft.cards().subList(0, index);
        if (own == null || before.stream().anyMatch(c -> c.on() && c.op().equals("crop"))) {
            return Optional.empty();
        } else if (before.stream().noneMatch(Card::on)) {
            return Optional.of(own);
        }
        Problems problems = new Problems();
        Optional<Edit> edit = desk.judge().judge(Draft.EMPTY.with(before)).recipe().map(r -> r.apply(media, problems));
        return edit.filter(e -> !e.beside().turned()).flatMap(Edit::size)
                .filter(size -> Math.abs(shape(size) / shape(own) - 1) < SAME_SHAPE);
    }

    private static double shape(Size size) {
        return (double) size.width() / size.height();
    }

    private void show() {
        Optional<Found> found = taking ? Optional.empty() : found();
        if (taking) {
            return;
        }
        if (found.isEmpty() || screen.area().get().getWidth() <= 0) {
            handles.hide();
            return;
        }
        Found now = found.get();
        handles.name(now.placing().deed().say(),
                (now.placing().resizes() ? ViewerWords.NUDGE_SIZE : ViewerWords.NUDGE).say());
        handles.show(screen.area().get(), now.frame().width(), now.frame().height(),
                now.placing().box(now.frame(), ownShape(now.placing())), now.placing().resizes());
    }

    private double ownShape(Placing placing) {
        return placing instanceof Placing.Laid(Overlay overlay)
                ? overlay.image().map(file -> shapes.computeIfAbsent(file, this::ask)).orElse(USUAL_SHAPE)
                : USUAL_SHAPE;
    }

    /** Looked up elsewhere; until then it is taken for a usual one. */
    private double ask(Path file) {
        if (file.isAbsolute()) {
            desk.carrier().fetch(() -> desk.engine().probe(file), media -> media.video().map(Track.Video::upright)
                    .ifPresent(size -> {
                        shapes.put(file, shape(size));
                        show();
                    }), _ -> {
                    });
        }
        return USUAL_SHAPE;
    }

    private void take(Rectangle2D box, Object gesture) {
        found().ifPresent(now -> {
            boolean shares = desk.selected().stream().map(c -> c.media().flatMap(Media::video).map(Track.Video::upright))
                    .distinct().count() > 1;
            Map<String, List<String>> written = now.placing().written(box, now.frame(), shares);
            taking = true;
            desk.edit(now.placing().deed().with(), gesture, draft -> now.key().index(draft).isEmpty()
                    ? draft
                    : draft.change(now.key().index(draft).getAsInt(), card -> card.with(with(card, now.placing(), written))));
            taking = false;
        });
    }

    private static Map<String, List<String>> with(Card card, Placing placing, Map<String, List<String>> written) {
        Map<String, List<String>> next = new LinkedHashMap<>(card.given());
        placing.others().forEach(next::remove);
        next.putAll(written);
        return next;
    }
}
