package io.reelbench.engine.plan;

import io.reelbench.engine.media.Time;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a plan of a joined whole has beside that of one clip: what is done to each of the clips, and how they come together. */
final class ReelPlan {

    private final Reel reel;
    private final ReelList list;
    private final Capabilities can;

    ReelPlan(Reel reel, Capabilities can) {
        this.can = can;
        this.reel = reel;
        this.list = new ReelList(reel, can);
    }

    /** The steps of a plan of the whole, as steps that read the clips. */
    List<Step> steps(List<Step> whole) {
        List<Step> steps = new ArrayList<>();
        // files that filters name are there before anything runs
        whole.stream().filter(Step.Fetch.class::isInstance).forEach(steps::add);
        reel.members().forEach(member -> steps.addAll(measured(member)));
        Unfolding unfolding = new Unfolding(reel, list, can);
        List<Step> unfolded = unfolding.of(whole.stream().filter(s -> !(s instanceof Step.Fetch)).toList());
        steps.addAll(unfolding.before());
        steps.addAll(unfolded);
        return steps;
    }

    /** What the sounds of a clip must be measured for, before they are joined. */
    private static List<Step> measured(Member member) {
        Measuring measuring = ReelGraph.measuring(member);
        member.edit().sounds().forEach(measuring::resolved);
        return new Renumbering(member.place()).of(measuring.steps());
    }

    void tell(List<SinkPlan> plans, Draft draft) {
        boolean copied = plans.stream()
                .anyMatch(p -> p instanceof FilePlan file && file.picture.filter(PictureOut::isCopy).isPresent());
        boolean differ = false;
        for (Member member : reel.members()) {
            String why = member.unlike().stream().map(Text::toString).collect(Collectors.joining(", "));
            differ |= !member.unlike().isEmpty();
            if (!member.unlike().isEmpty()) {
                draft.reason(ReelWords.MEMBER.with(member.place() + 1), ReelWords.MADE_ALIKE.with(),
                        ReelWords.DIFFERS.with(member.clip().name(), why));
            } else if (copied) {
                draft.reason(ReelWords.MEMBER.with(member.place() + 1), PlanWords.COPIED.with(),
                        ReelWords.ALIKE.with(member.clip().name()));
            }
        }
        long odd = reel.members().stream().filter(m -> !m.unlike().isEmpty()).count();
        draft.reasons.addFirst(new Explanation.Reason(ReelWords.CLIPS.with(reel.members().size()),
                odd == 0 ? ReelWords.ONE_FILE.with() : ReelWords.ONE_FILE_ALIKE.with(odd),
                ReelWords.JOINED.with(Time.spoken(reel.whole().lengthUs().orElse(0)))));
        if (differ) {
            draft.note(ReelWords.RULES, reel.ruler().clip().name());
        }
        if (differ && copied) {
            draft.note(ReelWords.SCRATCH);
        }
    }
}
