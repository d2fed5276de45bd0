package io.reelbench.engine;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A real engine for tests, with short ways to make clips, to run a recipe to its end and to look at what came out. */
public final class Studio implements AutoCloseable {

    private static final Path HOME = Path.of("target", "studio").toAbsolutePath();

    final Engine engine;
    private final Path folder;
    private final ConcurrentHashMap<String, CompletableFuture<Task>> over = new ConcurrentHashMap<>();
    private final Pin pin;

    public Studio(Path folder) throws Exception {
        this.folder = folder;
        this.engine = Engine.open(Places.in(HOME), Engine.Mode.THROW_AWAY);
        this.pin = engine.listen(event -> {
            if (event instanceof TaskEvent.Changed(Task task) && task.state().isOver()) {
                future(task.id()).complete(task);
            }
        });
    }

    private CompletableFuture<Task> future(String id) {
        return over.computeIfAbsent(id, _ -> new CompletableFuture<>());
    }

    /** Makes a clip with the bundled ffmpeg. */
    Path clip(String name, String... arguments) throws Exception {
        Path file = folder.resolve(name);
        engine.generate(List.of(arguments), file);
        return file;
    }

    /**
     * A film whose frame n is grey of luma 20 + 4·(n mod 50), 25 a second, a keyframe every so many frames, and a tone.
     */
    Path counted(String name, int seconds, int gop) throws Exception {
        return clip(name, "-f", "lavfi", "-i",
                "color=black:s=160x90:r=25:d=" + seconds + ",format=yuv420p,geq=lum='20+4*mod(N,50)':cb=128:cr=128", "-f",
                "lavfi", "-i",
                "sine=440:r=48000:d=" + seconds, "-c:v", "libx264", "-crf", "10", "-bf", "2", "-g", Integer.toString(gop),
                "-keyint_min", Integer.toString(gop), "-sc_threshold", "0",
                "-c:a", "aac", "-metadata:s:a:0", "language=deu");
    }

    /** A film with much movement. */
    Path busy(String name, int seconds, String size) throws Exception {
        return clip(name, "-f", "lavfi", "-i", "testsrc2=s=" + size + ":r=25:d=" + seconds + ",noise=alls=20:allf=t", "-f",
                "lavfi", "-i", "anoisesrc=a=0.2:r=48000:d=" + seconds,
                "-c:v", "libx264", "-preset", "ultrafast", "-crf", "12", "-c:a", "aac", "-b:a", "128k");
    }

    Recipe recipe(String... steps) {
        String json = ("{\"schema\":1,\"steps\":[" + String.join(",", steps) + "]}").replace('\'', '"');
        return engine.recipes().read(json).value().orElseThrow(() -> new AssertionError(engine.recipes().read(json).problems()));
    }

    /** Runs a recipe to its end, into a folder beside the clip; never takes an earlier result. */
    Task run(Path clip, String... steps) throws Exception {
        return run(clip, new OutputWish().into(folder.resolve("out")), steps);
    }

    Task run(Path clip, OutputWish wish, String... steps) throws Exception {
        return awaited(List.of(queued(clip, wish, steps))).getFirst();
    }

    /** Runs a recipe that joins these clips to its end, into a folder beside them. */
    Task join(List<Path> clips, String... steps) throws Exception {
        return awaited(
                engine.submit(List.of(new Request(clips, Path.of(""), recipe(steps), new OutputWish().into(folder.resolve("out")),
                        Priority.NORMAL).afresh())))
                .getFirst();
    }

    /** Starts what {@link #awaited} waits for; as many run at once as the engine likes. */
    Task queued(Path clip, OutputWish wish, String... steps) throws Exception {
        return engine.submit(List.of(new Request(clip, recipe(steps), wish, Priority.NORMAL).afresh())).getFirst();
    }

    List<Task> awaited(List<Task> tasks) throws Exception {
        List<Task> ended = new ArrayList<>();
        for (Task task : tasks) {
            ended.add(future(task.id()).get(5, TimeUnit.MINUTES));
        }
        return ended;
    }

    /** The only output of a task that must have gone well. */
    static Path output(Task task) {
        if (task.outcome().results().isEmpty()) {
            throw new AssertionError(
                    task.state() + ": " + task.outcome().failure().map(f -> f.headline().toString()).orElse("no output"));
        }
        return task.outcome().results().getFirst().file();
    }

    Media look(Path file) throws Exception {
        return engine.probe(file);
    }

    /** The frame numbers (modulo 50) that a film made of {@link #counted} shows, in order. */
    List<Integer> frames(Path film) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        for (byte luma : raw(film, "-map", "0:v:0", "-vf", "extractplanes=y,scale=1:1:flags=area", "-fps_mode", "passthrough",
                "-f", "rawvideo")) {
            numbers.add(Math.round(((luma & 0xFF) - 20) / 4f));
        }
        return numbers;
    }

    /** What the bundled ffmpeg makes of a file, as bytes. */
    byte[] raw(Path file, String... arguments) throws Exception {
        Path out = Files.createTempFile(folder, "raw", ".bin");
        List<String> all = new ArrayList<>(List.of("-i", "file:" + file));
        all.addAll(List.of(arguments));
        engine.generate(all, out);
        byte[] bytes = Files.readAllBytes(out);
        Files.delete(out);
        return bytes;
    }

    /** One pixel as red, green and blue. */
    int[] pixel(Path picture, int x, int y) throws Exception {
        byte[] rgb = raw(picture, "-vf", "format=rgb24,crop=1:1:%d:%d".formatted(x, y), "-frames:v", "1", "-f", "rawvideo");
        return new int[]{rgb[0] & 0xFF, rgb[1] & 0xFF, rgb[2] & 0xFF};
    }

    /** Everything in a folder, hidden files too. */
    static List<String> names(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        pin.close();
        engine.close();
    }
}
