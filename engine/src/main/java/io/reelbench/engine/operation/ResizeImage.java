package io.reelbench.engine.operation;

import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Resize;
import io.reelbench.engine.plan.StillForm;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import java.util.List;

/** Changes the size of a picture, in its own format unless told otherwise. */
public record ResizeImage(Resize size, StillForm still,
        @Ask(value = "Keep metadata", help = "Keeps colour profile and camera data as far as the format can; the picture is turned upright in any case.", advanced = true) boolean keepMetadata)
        implements
            Operation {

    private static final About ABOUT = new About("resize-image", "Picture size", "Changes the size of a picture.",
            About.Group.STILLS, About.Role.SINK, List.of("photo", "scale", "smaller", "shrink", "image", "width", "height"),
            "resize-image photo.jpg --width 1200 -o small.jpg");

    public ResizeImage() {
        this(new Resize(), new StillForm().with(StillForm.Format.SAME), true);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.still(this, edit, problems)) {
            return edit;
        }
        if (size.box().isEmpty()) {
            problems.add("width", Code.REQUIRED, OperationWords.SIZE_REQUIRED);
            return edit;
        }
        StillForms.check(still, problems);
        return StillForms.written(id(), Rules.picture(Rules.resize(size, edit, true, problems)), still, keepMetadata, edit);
    }
}
