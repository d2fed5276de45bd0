package io.reelbench.app.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person is about to do with a clip, as it stands on the screen. Immutable, so that undo is to take an older one.
 *
 * @param name  of the preset it came from; empty when it was made by hand
 * @param tag   that preset's short name for outputs
 * @param cards steps in order; where there are cuts, one of them says what they say
 * @param place how and where outputs are named, as typed: the options of {@link io.reelbench.engine.output.OutputWish}
 * @param cuts  the clip's own ranges, which stay when it gets another recipe
 * @param on    the id of the account that is to do it; empty for this computer
 * @param publish accounts, buckets and folders that outputs are brought to once they are proven
 */
public record Draft(Optional<String> name, Optional<String> tag, List<Card> cards, Map<String, List<String>> place, Cuts cuts,
        Optional<String> on, List<String> publish) {

    public static final Draft EMPTY = new Draft(Optional.empty(), List.of(), Map.of());

    public Draft(Optional<String> name, List<Card> cards, Map<String, List<String>> place) {
        this(name, Optional.empty(), cards, place);
    }

    public Draft(Optional<String> name, Optional<String> tag, List<Card> cards, Map<String, List<String>> place) {
        this(name, tag, cards, place, Cuts.NONE, Optional.empty(), List.of());
    }

    public Draft {
        tag = tag == null ? Optional.empty() : tag; // written by an earlier version
        on = on == null ? Optional.empty() : on; // the same
        cuts = cuts == null || CutCard.index(cards, cuts).isEmpty() ? Cuts.NONE : cuts;
        cards = List.copyOf(CutCard.written(cards, cuts));
        place = Map.copyOf(place);
        publish = publish == null ? List.of() : List.copyOf(publish); // written by an earlier version
    }

    /** The ids of its operations in order. */
    public List<String> ops() {
        return cards.stream().map(Card::op).toList();
    }

    /** The step that the clip's own ranges are written into; empty when it has none. */
    public OptionalInt cutCard() {
        return cuts.areNone() ? OptionalInt.empty() : CutCard.index(cards, cuts);
    }

    /** Under the name of a preset. */
    public Draft named(Optional<String> now, Optional<String> shortly) {
        return new Draft(now, shortly, cards, place, cuts, on, publish);
    }

    /** With steps that were changed by hand: what is typed about the ranges becomes the clip's. */
    public Draft with(List<Card> now) {
        return new Draft(name, tag, now, place, CutCard.read(cards, now, cuts), on, publish);
    }

    /**
     * With other ranges.
     *
     * @param writes whether an operation writes files
     */
    public Draft cut(Cuts now, Predicate<String> writes) {
        return new Draft(name, tag, CutCard.cut(cards, cuts, now, writes), place, now, on, publish);
    }

    /**
     * With the steps of another recipe and the clip's own ranges.
     *
     * @param writes whether an operation writes files
     */
    public Draft recipe(List<Card> other, Predicate<String> writes) {
        return new Draft(name, tag, CutCard.cut(other, Cuts.NONE, cuts, writes), place, cuts, on, publish);
    }

    /** The recipe without what belongs to this clip alone: what others get. */
    public Draft uncut() {
        OptionalInt own = cutCard();
        if (own.isEmpty()) {
            return allowingNothing();
        }
        List<Card> rest = new ArrayList<>(allowingNothing().cards);
        rest.remove(own.getAsInt());
        return new Draft(rest.isEmpty() ? Optional.empty() : name, rest.isEmpty() ? Optional.empty() : tag, rest, place,
                Cuts.NONE, on, publish);
    }

    /** Parts of written commands that a person allowed for the next run. */
    public Set<String> allowed() {
        return cards.stream().filter(Card::on).flatMap(card -> card.allowed().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** With one part of a written command more that is allowed for the next run. */
    public Draft allowing(int index, String part) {
        Set<String> all = Stream.concat(cards.get(index).allowed().stream(), Stream.of(part)).collect(Collectors.toSet());
        return change(index, card -> card.allowing(all));
    }

    /** The run that they were allowed for has been asked for. */
    Draft allowingNothing() {
        return new Draft(name, tag, cards.stream().map(card -> card.allowing(Set.of())).toList(), place, cuts, on, publish);
    }

    /** With other places that outputs are brought to. */
    public Draft published(List<String> to) {
        return new Draft(name, tag, cards, place, cuts, on, to);
    }

    public Draft placed(Map<String, List<String>> now) {
        return new Draft(name, tag, cards, now, cuts, on, publish);
    }

    /** Done by an account, or on this computer. */
    public Draft doneOn(Optional<String> account) {
        return new Draft(name, tag, cards, place, cuts, account, publish);
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
