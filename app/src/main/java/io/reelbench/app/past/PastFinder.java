package io.reelbench.app.past;

import io.reelbench.app.desk.Carrier;
import io.reelbench.engine.Engine;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.ArchiveQuery;
import io.reelbench.engine.queue.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Looks through the archive elsewhere and brings what is looked at to the list. The latest question counts. FX thread only. */
final class PastFinder {

    private final Engine engine;
    private final Carrier carrier;
    private final Consumer<Failure> wrong;
    private final PastPages pages = new PastPages(this::read);
    private final ReadOnlyIntegerWrapper found = new ReadOnlyIntegerWrapper(this, "found", -1);
    private ArchiveQuery query = ArchiveQuery.ALL;
    private final Function<Task, Optional<String>> account;
    private int turn;

    /** @param account how the account is called that did a task, or that it went to */
    PastFinder(Engine engine, Carrier carrier, Function<Task, Optional<String>> account, Consumer<Failure> wrong) {
        this.account = account;
        this.engine = engine;
        this.carrier = carrier;
        this.wrong = wrong;
    }

    PastPages pages() {
        return pages;
    }

    /** How many there are; −1 until it is known. */
    ReadOnlyIntegerProperty found() {
        return found.getReadOnlyProperty();
    }

    void find(ArchiveQuery now) {
        query = now;
        int asked = ++turn;
        carrier.fetch(() -> engine.archive().count(now), count -> {
            if (asked == turn) {
                pages.reset(count);
                found.set(count);
            }
        }, wrong);
    }

    private void read(int page) {
        int asked = turn;
        ArchiveQuery of = query;
        carrier.fetch(() -> rows(of, page), rows -> {
            if (asked == turn) {
                pages.put(page, rows.stream().map(row -> row.at(account.apply(row.task()))).toList());
            }
        }, failure -> {
            pages.failed(page);
            wrong.accept(failure);
        });
    }

    private List<PastRow> rows(ArchiveQuery of, int page) throws FailedException {
        List<PastRow> rows = new ArrayList<>();
        for (Task task : engine.archive().page(of, page * PastPages.PAGE, PastPages.PAGE)) {
            List<Path> missing = task.outcome().results().stream().map(Task.Result::file).filter(Files::notExists).toList();
            rows.add(new PastRow(task, did(task), Optional.empty(), missing));
        }
        return rows;
    }

    /** The name of its preset, or its steps. */
    private String did(Task task) {
        if (Cloud.isDelivery(task)) {
            return PastWords.PUBLISHED.say();
        }
        Optional<Recipe> recipe = Cloud.recipeOf(task).flatMap(json -> engine.recipes().read(json).value());
        return recipe.map(r -> r.name().orElseGet(
                () -> r.steps().stream().map(step -> step.about().called()).distinct().collect(Collectors.joining(", "))))
                .orElse("");
    }

    /** Operations that any task had, with their titles, in the order of the catalogue. */
    void operations(Consumer<List<Catalog.Entry>> then) {
        carrier.fetch(() -> engine.archive().operations(),
                ids -> then.accept(engine.catalog().entries().stream().filter(e -> ids.contains(e.about().id())).toList()),
                wrong);
    }
}
