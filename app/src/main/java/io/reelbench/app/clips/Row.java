package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import java.nio.file.Path;
import java.util.List;

/** What a row of the list stands for. */
sealed interface Row {

    /** All clips that it stands for, in their order; never empty. */
    List<Clip> clips();

    /**
     * One clip.
     *
     * @param inside whether it stands under the row of its folder
     */
    record One(Clip clip, boolean inside) implements Row {

        @Override
        public List<Clip> clips() {
            return List.of(clip);
        }
    }

    /**
     * Clips of one folder that lie one after the other.
     *
     * @param folder that was brought
     * @param open   whether their rows follow
     */
    record Group(Path folder, List<Clip> clips, boolean open) implements Row {

        String name() {
            return folder.getFileName() == null ? folder.toString() : folder.getFileName().toString();
        }
    }
}
