package io.reelbench.engine.preview;

import io.reelbench.engine.caption.Lettering;
import io.reelbench.engine.caption.draw.Faces;
import io.reelbench.engine.caption.draw.Strips;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.plan.Burning;
import io.reelbench.engine.plan.Command;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.plan.Glimpse;
import io.reelbench.engine.preview.wire.Making;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws the captions that are seen around one moment, so that filters can lay them over a frame. */
final class Inscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(Inscriptions.class);
    /** How far from the moment captions may matter, where filters look at frames around it. */
    private static final long AROUND = 2 * Time.SECOND;

    private final Path folder;
    /** Fonts are loaded once. */
    private Optional<Faces> faces = Optional.empty();

    /** @param folder of its own */
    Inscriptions(Path folder) {
        this.folder = folder;
    }

    /**
     * What was drawn.
     *
     * @param folder of its own; empty where there was nothing to draw
     * @param files  for the filters
     * @param values for the placeholders in their text
     */
    record Inscribed(Optional<Path> folder, List<Making.SideFile> files, Map<String, String> values) implements AutoCloseable {

        static final Inscribed NOTHING = new Inscribed(Optional.empty(), List.of(), Map.of());

        /** The text of filters with what was found out. */
        String filled(String chain) {
            String text = chain;
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace(Command.value(value.getKey()), value.getValue());
            }
            return text;
        }

        @Override
        public void close() {
            folder.ifPresent(Inscriptions::remove);
        }
    }

    static boolean areIn(Glimpse glimpse) {
        return glimpse.filters().stream().anyMatch(filter -> filter.burning().isPresent());
    }

    /** Takes a moment: captions are drawn and fonts may be loaded. */
    synchronized Inscribed of(Glimpse glimpse, long us) throws FailedException {
        try {
            Files.createDirectories(folder);
            Path own = Files.createTempDirectory(folder, "cues");
            List<Making.SideFile> files = new ArrayList<>();
            Map<String, String> values = new HashMap<>();
            for (Filter filter : glimpse.filters()) {
                if (filter.burning().isPresent()) {
                    Lettering lettering = filter.burning().get().lettering();
                    long clock = Burning.clock(glimpse.filters(), filter, glimpse.joinedUs(us));
                    long around = AROUND + 2 * glimpse.leadUs();
                    values.putAll(Strips.draw(lettering, clock - around, clock + around, faces(lettering), own).values());
                    lettering.thirds().forEach(third -> files.add(
                            new Making.SideFile(lettering.file(third), own.resolve(lettering.file(third)).toString())));
                }
            }
            return new Inscribed(Optional.of(own), List.copyOf(files), Map.copyOf(values));
        } catch (IOException full) {
            throw new FailedException(new Failure.NoWrite(folder.toString()), full);
        }
    }

    private Faces faces(Lettering lettering) throws FailedException {
        if (lettering.font().isPresent()) {
            return Faces.with(lettering.font());
        } else if (faces.isEmpty()) {
            faces = Optional.of(Faces.with(Optional.empty()));
        }
        return faces.get();
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException stillOpen) {
            LOG.warn("{} is left", folder, stillOpen);
        }
    }
}
