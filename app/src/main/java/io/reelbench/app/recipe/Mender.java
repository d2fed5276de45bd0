package io.reelbench.app.recipe;

import io.reelbench.app.desk.StepKey;
import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Draft;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Does to a draft what would mend a problem of it. Steps that are off are not among those that the engine counts. */
final class Mender {

    /** What stands for a step that writes where there is none. */
    private static final String WRITES = "transcode";

    private final Catalog catalog;
    private final Order order;

    Mender(Catalog catalog, Order order) {
        this.catalog = catalog;
        this.order = order;
    }

    Draft mended(Draft draft, Problem problem, Fix fix) {
        List<Integer> on = IntStream.range(0, draft.cards().size()).filter(i -> draft.cards().get(i).on()).boxed().toList();
        return switch (fix) {
            case Fix.Choose(var _, OptionalInt step, Map<String, List<String>> options) ->
                chosen(draft, card(draft, problem, step, on), options);
            case Fix.Move(var _, int from, int to) when from < on.size() && to < on.size() ->
                draft.move(on.get(from), on.get(to));
            case Fix.Move _ -> draft;
            case Fix.Allow(var _, String part) -> {
                int at = card(draft, problem, problem.step(), on);
                yield at < 0 ? draft : draft.allowing(at, part);
            }
            case Fix.Remove(var _, OptionalInt step) -> {
                int at = card(draft, problem, step, on);
                yield at < 0 ? draft : Order.removed(draft, StepKey.of(draft).get(at));
            }
            case Fix.Replace(var _, OptionalInt step, String op) -> {
                int at = card(draft, problem, step, on);
                yield at < 0 ? draft : Order.removed(draft, StepKey.of(draft).get(at)).add(at, Card.of(op));
            }
            case Fix.Add(var _, OptionalInt at, String op, Map<String, List<String>> options) -> {
                int index = card(draft, problem, at, on);
                yield draft.add(index < 0 ? draft.cards().size() : index, with(Card.of(op), options));
            }
        };
    }

    /** The card that a fix is about; less than 0 when there is none. */
    private int card(Draft draft, Problem problem, OptionalInt step, List<Integer> on) {
        if (step.isPresent()) {
            return step.getAsInt() < on.size() ? on.get(step.getAsInt()) : -1;
        }
        return Troubles.index(problem, draft, catalog);
    }

    private Draft chosen(Draft draft, int at, Map<String, List<String>> options) {
        if (at >= 0 && options.keySet().stream().allMatch(option -> has(draft.cards().get(at), option))) {
            return draft.change(at, card -> with(card, options));
        }
        OptionalInt other = IntStream.range(0, draft.cards().size())
                .filter(i -> draft.cards().get(i).on() && options.keySet().stream().allMatch(o -> has(draft.cards().get(i), o)))
                .reduce((_, last) -> last);
        if (other.isPresent()) {
            return draft.change(other.getAsInt(), card -> with(card, options));
        }
        Draft writing = order.added(draft, WRITES);
        return writing.change(writing.cards().size() - 1, card -> with(card, options));
    }

    private boolean has(Card card, String option) {
        return catalog.find(card.op()).filter(e -> e.schema().field(option).isPresent()).isPresent();
    }

    private static Card with(Card card, Map<String, List<String>> options) {
        Card next = card;
        for (Map.Entry<String, List<String>> option : options.entrySet()) {
            next = next.with(option.getKey(), option.getValue());
        }
        return next;
    }
}
