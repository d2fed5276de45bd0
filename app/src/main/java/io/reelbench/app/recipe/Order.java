package io.reelbench.app.recipe;

import io.reelbench.app.desk.StepKey;
import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Draft;
import io.reelbench.engine.operation.Catalog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where steps may stand: those that write files come last, in whatever order things are added or dragged. */
final class Order {

    private final Catalog catalog;

    Order(Catalog catalog) {
        this.catalog = catalog;
    }

    boolean writes(String op) {
        return catalog.find(op).filter(e -> e.about().role().writes()).isPresent();
    }

    private int firstSink(List<Card> cards) {
        int at = 0;
        while (at < cards.size() && !writes(cards.get(at).op())) {
            at++;
        }
        return at;
    }

    /** With another step at the end of its kind. */
    Draft added(Draft draft, String op) {
        return added(draft, Card.of(op));
    }

    /** The same with values to start from. */
    Draft added(Draft draft, Card card) {
        return draft.add(writes(card.op()) ? draft.cards().size() : firstSink(draft.cards()), card);
    }

    /** With a step moved so that it stands at an index, as far as its kind allows. */
    Draft moved(Draft draft, StepKey key, int to) {
        OptionalInt from = key.index(draft);
        if (from.isEmpty()) {
            return draft;
        }
        int sinks = firstSink(draft.cards());
        boolean writes = writes(key.op());
        int least = writes ? sinks : 0;
        int most = writes ? draft.cards().size() - 1 : sinks - 1;
        int there = Math.clamp(to, least, Math.max(least, most));
        return there == from.getAsInt() ? draft : draft.move(from.getAsInt(), there);
    }

    /** Without a step; a recipe without any has no name. */
    static Draft removed(Draft draft, StepKey key) {
        OptionalInt at = key.index(draft);
        if (at.isEmpty()) {
            return draft;
        }
        Draft rest = draft.remove(at.getAsInt());
        return rest.cards().isEmpty() ? rest.named(Optional.empty(), Optional.empty()) : rest;
    }
}
