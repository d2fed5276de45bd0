package io.reelbench.engine.operation;

import io.reelbench.engine.plan.Chain;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.StillForm;
import io.reelbench.engine.schema.Ask;
import java.util.List;

/** Writes a picture in another format, upright. */
public record ConvertImage(StillForm still,
        @Ask(value = "Keep metadata", help = "Keeps colour profile and camera data as far as the format can; the picture is turned upright in any case.", advanced = true) boolean keepMetadata)
        implements
            Operation {

    private static final About ABOUT = new About("convert-image", "Picture format", "Writes a picture in another format.",
            About.Group.STILLS, About.Role.SINK,
            List.of("photo", "jpg", "jpeg", "png", "webp", "avif", "tiff", "bmp", "heic", "image"),
            "convert-image photo.png --format jpg -o photo.jpg");

    public ConvertImage() {
        this(new StillForm(), true);
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
        StillForms.check(still, problems);
        return StillForms.written(id(), Chain.EMPTY, still, keepMetadata, edit);
    }

    /** The same picture in its own format: what steps on a picture end in when nothing else is said. */
    Edit same(String label, Edit edit) {
        return StillForms.written(label, Chain.EMPTY, still.with(StillForm.Format.SAME), keepMetadata, edit);
    }
}
