package io.reelbench.app.recipe;

import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.CutCard;
import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Span;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.problem.BadValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Several ranges in a few words: {@code 2 ranges · 0:26.5}. */
final class CutSummary {

    private static final String KEEP = "keep";
    private static final String RANGES = "ranges";

    private CutSummary() {}

    static boolean tells(String option) {
        return option.equals(KEEP) || option.equals(RANGES);
    }

    static Optional<String> of(Card card) {
        String option = card.op().equals(CutCard.TRIM) ? KEEP : RANGES;
        List<String> spans = card.given().getOrDefault(option, List.of());
        if (!card.op().equals(CutCard.TRIM) && !card.op().equals(CutCard.SLICE) || spans.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong kept = kept(spans);
        String length = kept.isPresent() ? Time.spoken(Math.round(kept.getAsLong() / 100_000.0) * 100_000) : "";
        CutWords words = length.isEmpty() ? CutWords.RANGES : CutWords.RANGES_LONG;
        return Optional.of(words.with(spans.size(), length).toString());
    }

    /** How long they are together; empty where the clip's length is needed. */
    private static OptionalLong kept(List<String> spans) {
        long kept = 0;
        for (String text : spans) {
            try {
                if (!(Span.parse(text) instanceof Span.Part(Moment.At(long from), Moment.At(long to)))) {
                    return OptionalLong.empty();
                }
                kept += to - from;
            } catch (BadValue unfinished) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(kept);
    }
}
