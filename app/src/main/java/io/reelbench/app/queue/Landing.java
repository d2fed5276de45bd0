package io.reelbench.app.queue;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;

/** Brings what models made to the clips, and says so in the head of the queue. FX thread only. */
final class Landing {

    private final Desk desk;
    private final QueueNotes notes;
    private final Set<String> landed = new HashSet<>();
    /** Of those that the note speaks of. */
    private List<Clip> told = List.of();
    private Node said;

    Landing(Desk desk, QueueNotes notes) {
        this.desk = desk;
        this.notes = notes;
        desk.engine().listen(event -> {
            if (event instanceof TaskEvent.Changed(Task task) && task.state() == TaskState.DONE
                    && Cloud.modelOf(task).isPresent()) {
                desk.carrier().onFx(() -> land(task));
            }
        });
    }

    private void land(Task task) {
        List<Path> files = task.outcome().results().stream().map(Task.Result::file).toList();
        if (landed.add(task.id()) && !desk.receive(files).isEmpty()) {
            List<Clip> all = new ArrayList<>(notes.says(said) ? told : List.of());
            desk.clips().stream().filter(clip -> files.contains(clip.file())).forEach(all::add);
            told = List.copyOf(all);
            said = notes.quiet(QueueWords.LANDED.say(told.size()), DeedWords.SHOW.say(), () -> show(all));
        }
    }

    private void show(List<Clip> those) {
        List<Clip> here = those.stream().filter(desk.clips()::contains).toList();
        if (!here.isEmpty()) {
            desk.select(here, here.getFirst());
        }
    }
}
