package io.reelbench.engine.operation;

import io.reelbench.engine.media.Colour;
import io.reelbench.engine.media.Position;
import io.reelbench.engine.media.Side;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.GifForm;
import io.reelbench.engine.plan.Range;
import io.reelbench.engine.plan.Resize;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.schema.Ask;
import java.util.List;
import java.util.Optional;

/** Turns a film, or a part of it, into a picture that moves. */
public record Gif(Excerpt excerpt,
        @Ask(value = "Width", help = "In pixels or % of the picture's own; the height follows.", unit = "px", min = 1, max = 16_384, from = 160, to = 1280) Side width,
        @Ask(value = "Height", help = "In pixels or % of the picture's own; the picture then fits into width and height.", unit = "px", min = 1, max = 16_384, from = 90, to = 1280, advanced = true) Optional<Side> height,
        @Ask(value = "Method", help = "How pixels are computed; lanczos is sharp.", advanced = true) Resize.Scaler scaler,
        @Ask(value = "Enlarge", help = "May make the picture larger than it is.", advanced = true) boolean enlarge,
        GifForm form) implements Operation {

    private static final About ABOUT = new About("gif", "GIF", "Turns a film, or a part of it, into a picture that moves.",
            About.Group.STILLS, About.Role.SINK, List.of("animation", "webp", "loop", "meme", "animated"),
            "gif cat.mp4 --start 0:03.5 --duration 4 --width 480 -o cat.gif");

    public Gif() {
        this(new Excerpt(), new Side.Pixels(480), Optional.empty(), Resize.Scaler.LANCZOS, false, new GifForm());
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public boolean countsFrames() {
        return excerpt.countsFrames();
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.picture(this, edit, problems) || !Needs.film(this, edit, problems)) {
            return edit;
        }
        Resize size = new Resize(Optional.of(new Resize.Sides(Optional.of(width), height)), Resize.Fit.CONTAIN, enlarge,
                Position.CENTER, Colour.BLACK, Optional.empty(), scaler);
        Optional<Range> part = excerpt.of(edit, problems);
        return edit.withSink(
                new Sink.GifSink(id(), Rules.picture(Rules.resize(size, edit, true, problems)), part, form));
    }
}
