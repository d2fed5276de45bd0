package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.operation.Probe;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/** What services tell about a clip. */
final class Probes {

    private Probes() {}

    /**
     * Facts that become a report of ours.
     *
     * @param key of the clip in the request
     */
    static BiConsumer<Probe, Draft> facts(String key, Yield.Facts facts) {
        return (op, draft) -> {
            asked(op, "json", draft.clip(key));
            draft.makes("json", new Expect.Words(Expect.Syntax.JSON)).gives(facts);
        };
    }

    /** ffprobe's own words, as they came. */
    static void words(Probe op, Draft draft) {
        asked(op, "ffprobe", draft.clip("file"));
        draft.makes("json", new Expect.Words(Expect.Syntax.JSON));
    }

    private static void asked(Probe op, String format, Draft draft) {
        draft.knows("format");
        draft.oneOf("format", op.format().name().toLowerCase(Locale.ROOT), List.of(format), format);
        if (!draft.isOnly()) {
            draft.cannot("op", Code.NOT_AVAILABLE, ProviderWords.FACTS_ALONE.with(draft.service()),
                    new Fix.Remove(ProviderWords.WITHOUT.with(op.about().title()), OptionalInt.empty()));
        }
    }
}
