package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import io.reelbench.engine.Request;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Priority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where measuring happens.
 *
 * @param folder for everything
 * @param n      how often each thing is measured
 */
record Stage(Path folder, int n) {

    interface Measure {
        List<Row> on(Stage stage) throws Exception;
    }

    /** Folders of the program: what is unpacked is shared, each queue is a new one. */
    Places places(String queue) {
        Places shared = Places.in(folder.resolve("program"));
        return new Places(folder.resolve("queues").resolve(queue), shared.cache(), shared.config(), shared.logs());
    }

    Engine engine() throws Exception {
        return Engine.open(places("none"), Engine.Mode.THROW_AWAY);
    }

    Path fresh(String name) throws IOException {
        Path fresh = folder.resolve(name);
        remove(fresh);
        return Files.createDirectories(fresh);
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    static Recipe recipe(Engine engine, String steps) {
        return engine.recipes().read("{\"schema\":1,\"steps\":[" + steps + "]}").value().orElseThrow();
    }

    static List<Request> requests(List<Path> clips, Recipe recipe, Path to) {
        OutputWish wish = new OutputWish().into(to);
        return clips.stream().map(clip -> new Request(clip, recipe, wish, Priority.NORMAL)).toList();
    }

    /** So many copies of some clips. */
    List<Path> copies(List<Path> clips, int count, String name) throws IOException {
        Path to = fresh(name);
        List<Path> copies = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path clip = clips.get(i % clips.size());
            copies.add(Files.copy(clip, to.resolve(String.format("%03d-%s", i, clip.getFileName()))));
        }
        return List.copyOf(copies);
    }
}
