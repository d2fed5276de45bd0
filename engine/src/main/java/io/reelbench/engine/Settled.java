package io.reelbench.engine;

import io.reelbench.engine.ffmpeg.Binaries;
import io.reelbench.engine.ffmpeg.Launcher;
import io.reelbench.engine.ffmpeg.OwnPrograms;
import io.reelbench.engine.preview.Previews;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.reuse.Results;
import io.reelbench.engine.settings.Preferences;
import io.reelbench.engine.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was chosen in Settings as it applies to one engine: some of it while it is opened, the rest whenever it changes. */
final class Settled implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Settled.class);

    private final SettingsFile file;
    private final Places places;
    private final List<Text> troubles = new ArrayList<>();
    private Optional<Pin> pin = Optional.empty();
    private Preferences last;

    Settled(Places usual) {
        this.file = new SettingsFile(usual.config());
        this.last = file.now();
        this.places = last.disk().cache().filter(this::writable).map(usual::withCache).orElse(usual);
    }

    private boolean writable(Path cache) {
        try {
            Files.createDirectories(cache);
            if (Files.isWritable(cache)) {
                return true;
            }
        } catch (IOException notThere) {
            LOG.warn("{} cannot be made", cache, notThere);
        }
        troubles.add(EngineWords.CACHE_UNUSED.with(cache));
        return false;
    }

    SettingsFile file() {
        return file;
    }

    Places places() {
        return places;
    }

    /** What of it could not be had, in words. */
    List<Text> troubles() {
        List<Text> all = new ArrayList<>(file.troubles());
        all.addAll(troubles);
        return all;
    }

    /** The programs that were chosen, or those that come along. */
    Binaries programs(Launcher launcher) throws FailedException, InterruptedException {
        Optional<Path> own = last.tools().ffmpeg();
        if (own.isPresent()) {
            OwnPrograms.Looked looked = Binaries.chosen(own.get(), launcher);
            if (looked.programs().isPresent()) {
                return looked.programs().get();
            }
            looked.why().ifPresent(why -> troubles.add(EngineWords.OWN_FFMPEG_UNUSED.with(why)));
        }
        return Binaries.in(places.cache().resolve("programs"), launcher);
    }

    /** Whether results are taken again, as it is chosen at any time. */
    Results.Choice results() {
        return new Results.Choice(() -> file.now().disk().reuse(), () -> file.now().disk().copies().count());
    }

    /** From now on what changes takes effect at once. */
    void follow(IntConsumer slots, Previews previews, Runnable power) {
        pin = Optional.of(file.listen(now -> Thread.startVirtualThread(() -> apply(slots, previews, power))));
    }

    private synchronized void apply(IntConsumer slots, Previews previews, Runnable power) {
        Preferences now = file.now();
        Preferences before = last;
        last = now;
        if (now.work().tasks() != before.work().tasks()) {
            slots.accept(now.work().tasks());
        }
        if (now.work().keepAwake() != before.work().keepAwake()) {
            power.run();
        }
        if (!now.disk().cacheLimit().equals(before.disk().cacheLimit())) {
            previews.cacheLimit(now.disk().cacheLimit().count());
        }
        if (!now.tools().frames().equals(before.tools().frames())) {
            previews.frameMemory(now.tools().frames().count());
        }
    }

    @Override
    public void close() {
        pin.ifPresent(Pin::close);
    }
}
