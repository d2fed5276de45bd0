package io.reelbench.app.recipe;

import io.reelbench.app.desk.StepKey;
import io.reelbench.app.desk.Card;
import io.reelbench.app.form.Shown;
import io.reelbench.app.form.Values;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The options of one step of all selected clips that have it. */
record StepValues(Scope scope, StepKey key) implements Values {

    private record Gesture(StepKey key, Object of) {
    }

    @Override
    public Shown shown(String option) {
        List<String> here = key.card(scope.draft()).map(c -> given(c, option)).orElse(List.of());
        boolean mixed = scope.clips().size() > 1 && scope.clips().stream()
                .anyMatch(clip -> key.card(clip.draft().get()).filter(c -> !given(c, option).equals(here)).isPresent());
        return new Shown(here, mixed);
    }

    private static List<String> given(Card card, String option) {
        return card.given().getOrDefault(option, List.of());
    }

    @Override
    public void change(String what, Object gesture, Map<String, List<String>> options) {
        scope.edit(Text.verbatim(what), gesture == null ? null : new Gesture(key, gesture), key, card -> {
            Card next = card;
            for (Map.Entry<String, List<String>> option : options.entrySet()) {
                next = next.with(option.getKey(), option.getValue());
            }
            return next;
        });
    }

    @Override
    public void mend(Problem problem, Fix fix) {
        scope.mend(problem, fix);
    }

    @Override
    public boolean mends(Fix fix) {
        return true;
    }

    @Override
    public OptionalLong playhead() {
        return scope.clip().map(c -> OptionalLong.of(c.playhead().get())).orElse(OptionalLong.empty());
    }
}
