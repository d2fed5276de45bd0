package io.reelbench.engine.local;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.output.Pictures;
import io.reelbench.engine.plan.OwnWork;
import io.reelbench.engine.plan.Packing;
import io.reelbench.engine.plan.Ref;
import io.reelbench.engine.problem.FailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Does what a plan asks of the program itself. */
final class OwnHands {

    private final Media clip;
    private final Function<Ref, Path> places;
    private final Map<String, String> values;

    /**
     * @param places where the files are that a plan names
     * @param values the values of placeholders, which it may add to
     */
    OwnHands(Media clip, Function<Ref, Path> places, Map<String, String> values) {
        this.clip = clip;
        this.places = places;
        this.values = values;
    }

    void work(OwnWork work) throws FailedException {
        Path folder = places.apply(new Ref.Scratch(""));
        try {
            switch (work) {
                case OwnWork.ScenePalettes(var placeholder, var list, var palettes) ->
                    values.put(placeholder, palettes.forScenes(Files.readString(folder.resolve(list))));
                case OwnWork.MakeFolder(Ref made) -> {
                    folder = places.apply(made);
                    LocalKind.delete(folder);
                    Files.createDirectory(folder);
                }
                case OwnWork.Collect collect -> {
                    folder = places.apply(collect.into());
                    collect(collect);
                }
            }
        } catch (IOException e) {
            throw Faults.writing(folder.getParent(), e);
        }
    }

    private void collect(OwnWork.Collect collect) throws IOException {
        Path from = places.apply(collect.folder());
        Pictures pictures = new Pictures(from, clip.path(), collect.names(), collect.ending());
        if (collect.packing() == Packing.NONE) {
            pictures.rename();
        } else {
            pictures.pack(collect.packing(), places.apply(collect.into()), clip.modifiedMs());
            LocalKind.delete(from);
        }
    }
}
