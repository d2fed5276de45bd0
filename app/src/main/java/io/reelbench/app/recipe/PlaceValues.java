package io.reelbench.app.recipe;

import io.reelbench.app.desk.Draft;
import io.reelbench.app.form.Shown;
import io.reelbench.app.form.Values;
import io.reelbench.engine.problem.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** How and where the outputs of all selected clips are named. */
record PlaceValues(Scope scope) implements Values {

    @Override
    public Shown shown(String option) {
        List<String> here = given(scope.draft(), option);
        return new Shown(here, scope.drafts().stream().anyMatch(d -> !given(d, option).equals(here)));
    }

    private static List<String> given(Draft draft, String option) {
        return draft.place().getOrDefault(option, List.of());
    }

    @Override
    public void change(String what, Object gesture, Map<String, List<String>> options) {
        scope.edit(Text.verbatim(what), gesture == null ? null : List.of("place", gesture), draft -> {
            Map<String, List<String>> next = new LinkedHashMap<>(draft.place());
            options.forEach((name, values) -> {
                if (values.isEmpty()) {
                    next.remove(name);
                } else {
                    next.put(name, values);
                }
            });
            return draft.placed(next);
        });
    }

    @Override
    public OptionalLong playhead() {
        return OptionalLong.empty();
    }
}
