package io.reelbench.engine.queue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tasks for tests. */
final class Asked {

    private Asked() {}

    static NewTask named(String name) {
        return named(name, Priority.NORMAL);
    }

    static NewTask named(String name, Priority priority) {
        List<Task.Input> inputs = List.of(new Task.Input(Path.of("/in/é 🎬 \"" + name + "\".mov"), 12345, 1_600_000_000_000L));
        return new NewTask("batch1", "fake", name, "{\"schema\":1,\"steps\":[{\"op\":\"scale\",\"height\":720}]}", inputs,
                "{\"folder\":\"/out\"}", priority);
    }

    static List<NewTask> all(String... names) {
        return Stream.of(names).map(Asked::named).toList();
    }

    static List<NewTask> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> named("clip " + i)).toList();
    }
}
