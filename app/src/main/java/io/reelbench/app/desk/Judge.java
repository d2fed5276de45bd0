package io.reelbench.app.desk;

import io.reelbench.engine.operation.About;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Reading;
import io.reelbench.engine.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads drafts: what was typed becomes a recipe, or problems at the fields they concern. Pure. */
public final class Judge {

    private static final Schema<OutputWish> PLACE = Schema.of(OutputWish.class);

    private final Catalog catalog;
    private final Supplier<Map<String, List<String>>> usual;

    public Judge(Catalog catalog) {
        this(catalog, Map::of);
    }

    /** @param usual options of name and place for drafts that do not say otherwise */
    public Judge(Catalog catalog, Supplier<Map<String, List<String>>> usual) {
        this.catalog = catalog;
        this.usual = usual;
    }

    public Catalog catalog() {
        return catalog;
    }

    /** The options of name and place. */
    public static Schema<OutputWish> place() {
        return PLACE;
    }

    /** Whether an operation writes files, so that it stands below all others. */
    public boolean writes(String op) {
        return catalog.find(op).filter(e -> e.about().role().writes()).isPresent();
    }

    /** Whether a step of it makes one of several clips. */
    public boolean joins(Draft draft) {
        return draft.cards().stream().filter(Card::on)
                .anyMatch(card -> catalog.find(card.op()).filter(e -> e.about().role() == About.Role.JOIN).isPresent());
    }

    public Judged judge(Draft draft) {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        List<Operation> steps = new ArrayList<>();
        boolean good = true;
        int on = 0;
        for (int i = 0; i < draft.cards().size(); i++) {
            Card card = draft.cards().get(i);
            if (!card.on()) {
                continue;
            }
            Reading<? extends Operation> reading = catalog.find(card.op()).orElseThrow().schema().read(card.given());
            int step = on++;
            if (!reading.problems().isEmpty()) {
                problems.put(i, reading.problems().stream().map(p -> p.at(step)).toList());
            }
            reading.value().ifPresent(steps::add);
            good &= reading.value().isPresent();
        }
        Reading<OutputWish> place = PLACE.read(place(draft));
        Optional<Recipe> recipe = good && !steps.isEmpty()
                ? Optional.of(new Recipe(draft.name(), draft.tag(), Optional.empty(), steps, draft.publish()))
                : Optional.empty();
        return new Judged(recipe, place.value(), problems, place.problems(), draft.allowed());
    }

    private Map<String, List<String>> place(Draft draft) {
        Map<String, List<String>> all = new HashMap<>(usual.get());
        all.putAll(draft.place());
        return all;
    }

    /** The draft that shows a recipe. */
    public Draft draft(Recipe recipe, Map<String, List<String>> place) {
        List<Card> cards = recipe.steps().stream().map(step -> new Card(step.id(), true, catalog.write(step))).toList();
        return new Draft(recipe.name(), recipe.tag(), cards, place).published(recipe.publish());
    }
}
