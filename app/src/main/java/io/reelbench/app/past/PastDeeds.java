package io.reelbench.app.past;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Comparing;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Draft;
import io.reelbench.app.desk.History;
import io.reelbench.app.desk.Judge;
import io.reelbench.app.room.Outside;
import io.reelbench.app.room.Publishing;
import io.reelbench.engine.Request;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What can be done with a past task. What changes the queue or the bench can be undone. FX thread only. */
final class PastDeeds {

    private final Desk desk;
    private final Runnable bench;
    private final Consumer<String> wrong;
    private final Publishing publishing;

    /**
     * @param bench brings the bench to sight
     * @param wrong is told what could not be done, in a sentence
     */
    PastDeeds(Desk desk, Runnable bench, Consumer<String> wrong) {
        this.desk = desk;
        this.bench = bench;
        this.wrong = wrong;
        this.publishing = new Publishing(desk, this::failed);
    }

    void show(PastRow row) {
        outside(file(row), Outside::show);
    }

    void open(PastRow row) {
        outside(file(row), Outside::open);
    }

    private static Path file(PastRow row) {
        return row.task().outcome().results().stream().map(Task.Result::file).filter(f -> !row.missing().contains(f)).findFirst()
                .orElse(row.clip());
    }

    /** A way to hand a file to another program, which says why it could not. */
    private interface Way {
        Optional<Text> hand(Path file) throws InterruptedException;
    }

    private void outside(Path file, Way way) {
        desk.carrier().fetch(() -> way.hand(file), why -> why.ifPresent(w -> wrong.accept(w.toString())), this::failed);
    }

    private void failed(Failure failure) {
        wrong.accept(failure.headline().toString());
    }

    /** Puts the same into the queue once more. */
    void runAgain(PastRow row) {
        desk.carrier().fetch(
                () -> desk.engine().again(row.task(), request -> request).stream().map(Task::id).toList(),
                fresh -> desk.history().did(new Again(PastWords.DID_RUN_AGAIN.with(row.task().name()), fresh)), this::failed);
    }

    private final class Again implements History.Deed {

        private final Text name;
        private final List<String> ids;

        Again(Text name, List<String> ids) {
            this.name = name;
            this.ids = ids;
        }

        @Override
        public Text name() {
            return name;
        }

        @Override
        public void undo() {
            desk.carrier().bring(desk.engine().cancel(ids), _ -> {
            }, PastDeeds.this::failed);
        }

        @Override
        public void redo() {
            desk.carrier().bring(desk.engine().retry(ids), _ -> {
            }, PastDeeds.this::failed);
        }
    }

    /** Puts its clips on the bench, with the recipe it had. */
    void bringBack(PastRow row) {
        desk.carrier().fetch(() -> desk.engine().request(row.task()), request -> {
            Draft draft = draft(request).doneOn(Cloud.accountOf(row.task()));
            bench.run();
            List<Clip> clips = desk.add(request.clips());
            desk.edit(clips, PastWords.BROUGHT.with(row.task().name()), null, _ -> draft);
            desk.select(clips);
        }, this::failed);
    }

    /** Whether what it made is still there and has a picture. */
    static boolean isCompared(PastRow row) {
        return Comparing.isPossible(row.task()) && !row.missing().contains(row.task().outcome().results().getFirst().file());
    }

    /** Looks at what it made beside its clip. */
    void compare(PastRow row) {
        desk.comparing().begin(row.task(), bench, this::failed);
    }

    private Draft draft(Request request) {
        Map<String, List<String>> place = Judge.place().write(request.wish());
        return desk.judge().draft(request.recipe(), place);
    }

    /** The files that are still there and can be brought elsewhere. */
    static List<Path> published(PastRow row) {
        return row.task().state() == TaskState.DONE
                ? row.task().outcome().results().stream().filter(r -> !isFolder(r)).map(Task.Result::file)
                        .filter(f -> !row.missing().contains(f)).toList()
                : List.of();
    }

    private static boolean isFolder(Task.Result result) {
        return result.proof().filter(p -> p.pictures() > 1 && p.lengthUs().isEmpty() || p.pieces().isPresent()).isPresent();
    }

    void publish(PastRow row, Node beside) {
        publishing.offer(beside, published(row));
    }

    void copyReport(PastRow row) {
        ClipboardContent content = new ClipboardContent();
        content.putString(String.join("\n", PastFacts.report(row)));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
