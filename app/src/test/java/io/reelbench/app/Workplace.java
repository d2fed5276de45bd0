package io.reelbench.app;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.memory.Memory;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Room;
import io.reelbench.engine.CloudSeam;
import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import io.reelbench.engine.cloud.Cloud;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.testfx.util.WaitForAsyncUtils;

/** A real engine with its own folders, and what regions are given: for tests of the window. */
public final class Workplace implements AutoCloseable {

    /** Slow machines are slow; nobody waits that long where things work. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Engine engine;
    private final Carrier carrier = new Carrier();
    private final Room room;

    private Workplace(Path folder, Engine engine) {
        this.folder = folder;
        this.engine = engine;
        this.room = new Room(new Desk(engine, carrier), new Actions(), new Memory(Places.in(folder).config()));
    }

    /** In a folder of its own; the unpacked programs are shared by all. */
    public static Workplace in(Path folder) throws Exception {
        Places own = Places.in(folder);
        Path shared = Path.of("target", "test-cache").toAbsolutePath();
        return new Workplace(folder,
                Engine.open(new Places(own.data(), shared, own.config(), own.logs()), Engine.Mode.OWN_QUEUE));
    }

    /** The same in another world: services are asked there, and keys lie in that keyring. */
    public static Workplace in(Path folder, Cloud.World world) throws Exception {
        Places own = Places.in(folder);
        Path shared = Path.of("target", "test-cache").toAbsolutePath();
        return new Workplace(folder, CloudSeam.open(new Places(own.data(), shared, own.config(), own.logs()),
                Engine.Mode.OWN_QUEUE, world));
    }

    public Engine engine() {
        return engine;
    }

    public Room room() {
        return room;
    }

    public Desk desk() {
        return room.desk();
    }

    /** Makes a film: moving picture and a tone, a keyframe each second. */
    public Path film(String name, int seconds, int width, int height) throws Exception {
        return make(name,
                List.of("-f", "lavfi", "-i", "testsrc2=size=" + width + "x" + height + ":rate=25:duration=" + seconds, "-f",
                        "lavfi", "-i", "sine=frequency=440:duration=" + seconds, "-c:v", "libx264", "-preset", "ultrafast", "-g",
                        "25", "-c:a",
                        "aac", "-shortest"));
    }

    public Path make(String name, List<String> arguments) throws Exception {
        Path file = folder.resolve("clips").resolve(name);
        java.nio.file.Files.createDirectories(file.getParent());
        engine.generate(new ArrayList<>(arguments), file);
        return file;
    }

    /** Does something on the FX thread and gives what came of it. */
    public static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), work);
    }

    /** The same without a value. */
    public static void doFx(Runnable work) {
        onFx(() -> {
            work.run();
            return null;
        });
    }

    /** Waits until something holds, looked at on the FX thread. */
    public static void until(String what, Callable<Boolean> holds) {
        Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> onFx(holds));
    }

    @Override
    public void close() {
        carrier.close();
        engine.close();
    }
}
