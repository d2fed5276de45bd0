package io.reelbench.app.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a person is about to do with a clip, as it stands on the screen. Immutable, so that undo is to take an older one.
 *
 * @param name  of the preset it came from; empty when it was made by hand
 * @param tag   that preset's short name for outputs
 * @param cards steps in order
 * @param place how and where outputs are named, as typed: the options of {@link io.reelbench.engine.output.OutputWish}
 */
public record Draft(Optional<String> name, Optional<String> tag, List<Card> cards, Map<String, List<String>> place) {

    public static final Draft EMPTY = new Draft(Optional.empty(), List.of(), Map.of());

    public Draft(Optional<String> name, List<Card> cards, Map<String, List<String>> place) {
        this(name, Optional.empty(), cards, place);
    }

    public Draft {
        tag = tag == null ? Optional.empty() : tag; // written by an earlier version
        cards = List.copyOf(cards);
        place = Map.copyOf(place);
    }

    /** The ids of its operations in order. */
    public List<String> ops() {
        return cards.stream().map(Card::op).toList();
    }

    /** Under the name of a preset. */
    public Draft named(Optional<String> now, Optional<String> shortly) {
        return new Draft(now, shortly, cards, place);
    }

    public Draft with(List<Card> now) {
        return new Draft(name, tag, now, place);
    }

    public Draft placed(Map<String, List<String>> now) {
        return new Draft(name, tag, cards, now);
    }

    public Draft add(int index, Card card) {
        List<Card> next = new ArrayList<>(cards);
        next.add(index, card);
        return with(next);
    }

    public Draft remove(int index) {
        List<Card> next = new ArrayList<>(cards);
        next.remove(index);
        return with(next);
    }

    public Draft change(int index, UnaryOperator<Card> change) {
        List<Card> next = new ArrayList<>(cards);
        next.set(index, change.apply(next.get(index)));
        return with(next);
    }

    /** Takes a card out and puts it back so that it has the index {@code to}. */
    public Draft move(int from, int to) {
        List<Card> next = new ArrayList<>(cards);
        next.add(to, next.remove(from));
        return with(next);
    }
}
