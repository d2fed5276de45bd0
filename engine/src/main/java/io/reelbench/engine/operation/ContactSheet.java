package io.reelbench.engine.operation;

import io.reelbench.engine.media.Colour;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.SheetForm;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.plan.StillForm;
import java.util.List;
import java.util.Optional;

/** Shows a film on one page: many small pictures with their times. */
public record ContactSheet(SheetForm sheet, Excerpt excerpt, StillForm still) implements Operation {

    private static final Colour DARK = new Colour(0x202020FF);
    private static final About ABOUT = new About("contact-sheet", "Contact sheet",
            "Shows a film on one page: many small pictures with their times.", About.Group.STILLS, About.Role.SINK,
            List.of("index", "overview", "thumbnails", "tiles", "storyboard", "grid"),
            "contact-sheet film.mkv --columns 5 --rows 6 -o film.jpg");

    public ContactSheet() {
        this(new SheetForm(), new Excerpt(), new StillForm(StillForm.Format.JPG, Optional.empty(), DARK));
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
        StillForms.check(still, problems);
        return edit.withSink(
                new Sink.SheetSink(id(), io.reelbench.engine.plan.Chain.EMPTY, excerpt.of(edit, problems), still, sheet));
    }
}
