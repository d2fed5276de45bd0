package io.reelbench.engine.operation;

import io.reelbench.engine.media.Moment;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Resize;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.plan.StillForm;
import io.reelbench.engine.schema.Ask;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One picture out of a film. */
public record Thumbnail(
        @Ask(value = "Time", help = "Which moment; the first frames of many films are black, so the default is a tenth into it.", unit = "s", min = 0) Moment time,
        @Ask(value = "Frame", help = "Exactly that frame, the keyframe before it (quicker), or the most typical one around it.", advanced = true) Sink.Pick pick,
        Resize size,
        StillForm still) implements Operation {

    private static final About ABOUT = new About("thumbnail", "Still", "One picture out of a film.", About.Group.STILLS,
            About.Role.SINK,
            List.of("still", "frame", "poster", "screenshot", "grab", "jpg", "png"),
            "thumbnail film.mp4 --time 1:02.5 --width 640 -o poster.jpg");

    public Thumbnail() {
        this(new Moment.Share(1000), Sink.Pick.EXACT, new Resize(), new StillForm());
    }

    @Override
    public About about() {
        return ABOUT;
    }

    /** The frame on screen at a time can only be told from the frames themselves when they do not come evenly. */
    @Override
    public boolean countsFrames() {
        return pick == Sink.Pick.EXACT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.picture(this, edit, problems)) {
            return edit;
        }
        var chain = Rules.picture(Rules.resize(size, edit, true, problems));
        StillForms.check(still, problems);
        if (edit.first().still()) {
            return edit.withSink(new Sink.StillSink(id(), chain, still, OptionalLong.empty(), pick, true));
        }
        // a clip of unknown length has no tenth: its first frame then
        boolean unknowable = edit.lengthUs().isEmpty() && time.equals(new Thumbnail().time());
        Optional<Long> at = unknowable ? Optional.of(0L) : new When(edit, problems).inside("time", time);
        return at.isEmpty() ? edit : edit.withSink(new Sink.StillSink(id(), chain, still, OptionalLong.of(at.get()), pick, true));
    }
}
