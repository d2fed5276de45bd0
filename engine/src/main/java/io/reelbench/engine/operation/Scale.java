package io.reelbench.engine.operation;

import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.plan.Resize;
import io.reelbench.engine.problem.Code;
import java.util.List;

/** Changes the size of the picture. */
public record Scale(Resize size) implements Operation {

    private static final About ABOUT = new About("scale", "Size", "Changes the size of the picture, in pixels or by resolution.",
            About.Group.PICTURE, About.Role.STEP,
            List.of("resize", "resolution", "720p", "1080p", "4k", "letterbox", "width", "height"),
            "scale wide.mp4 --width 50% --crf 20 -o half.mp4");

    public Scale() {
        this(new Resize());
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.picture(this, edit, problems)) {
            return edit;
        }
        if (size.box().isEmpty()) {
            problems.add("resolution", Code.REQUIRED, OperationWords.SIZE_REQUIRED);
            return edit;
        }
        List<Filter> filters = Rules.resize(size, edit, edit.first().still(), problems);
        if (filters.isEmpty() && !problems.areSerious()) {
            problems.add("", Code.NOTHING_TO_DO, OperationWords.SAME_SIZE, edit.size().get());
        }
        return edit.withPicture(filters);
    }
}
