package io.reelbench.app.room;

import io.reelbench.app.desk.Adding;
import io.reelbench.app.desk.Desk;
import io.reelbench.engine.cloud.deliver.Destination;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Has finished files brought somewhere. FX thread only. */
public final class Publishing {

    private final Desk desk;
    private final PublishGoals goals;
    private final Consumer<Failure> wrong;

    /** @param wrong is told what could not be done */
    public Publishing(Desk desk, Consumer<Failure> wrong) {
        this.desk = desk;
        this.goals = new PublishGoals(desk);
        this.wrong = wrong;
    }

    /** Shows under a node where files can go. */
    public void offer(Node beside, List<Path> files) {
        goals.offer(beside, goal -> publish(files, goal.to()));
    }

    /** Adds a delivery for each file; undone by taking away those that are not done. */
    public void publish(List<Path> files, Destination to) {
        if (!files.isEmpty()) {
            Text name = files.size() == 1
                    ? PublishWords.DID_PUBLISH.with(files.getFirst().getFileName())
                    : PublishWords.DID_PUBLISH_MANY.with(files.size());
            new Adding(desk, name, () -> desk.engine().deliver(files, to), _ -> {
            }, wrong).begin();
        }
    }

    /** Puts an address where it can be pasted. */
    public static void copy(String address) {
        ClipboardContent content = new ClipboardContent();
        content.putString(address);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
