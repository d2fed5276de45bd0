package io.reelbench.app.desk;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Problems;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether an operation can be done to clips at all, whatever its options: a silent film has no loudness. Pure. */
public final class Suiting {

    /** What a clip is missing, or has no use for; anything else is a matter of options. */
    private static final Set<Code> OF_CLIPS = Set.of(Code.NEEDS_PICTURE, Code.NEEDS_SOUND, Code.NEEDS_SUBTITLE, Code.NEEDS_STILL,
            Code.NOT_AVAILABLE, Code.NOTHING_TO_DO);

    private Suiting() {}

    /** Why none of these clips can be done so; empty when one of them can, or nothing is known of any. */
    public static Optional<Problem> against(Schema<? extends Operation> schema, List<Media> clips) {
        Operation usual = (Operation) schema.usual();
        Optional<Problem> first = Optional.empty();
        for (Media clip : clips) {
            Optional<Problem> why = against(usual, clip);
            if (why.isEmpty()) {
                return why;
            }
            first = first.or(() -> why);
        }
        return first;
    }

    private static Optional<Problem> against(Operation usual, Media clip) {
        Problems problems = new Problems();
        usual.apply(Edit.of(clip), problems);
        return problems.all().stream().filter(p -> p.option().isEmpty() && OF_CLIPS.contains(p.code()))
                .filter(p -> p.text().arguments().contains(clip.name())).findFirst();
    }
}
