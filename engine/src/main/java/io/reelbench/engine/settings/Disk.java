package io.reelbench.engine.settings;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.output.IfExists;
import io.reelbench.engine.schema.Ask;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where things lie.
 *
 * @param outputs    a folder for outputs that are given no other
 * @param ifExists   for outputs that are told nothing else
 * @param cache      a folder for what can be made again
 * @param cacheLimit for pictures that are kept
 * @param reuse      whether results of earlier tasks are taken again
 * @param copies     for second copies of results; 0 for none
 */
public record Disk(
        @Ask(value = "Output folder", help = "For recipes that name no other. Else each output lies beside its clip.") Optional<Path> outputs,
        @Ask(value = "If the output exists", help = "For recipes that say nothing else.") IfExists ifExists,
        @Ask(value = "Working files", help = "What can be made again, and pieces of running tasks. From the next start on.") Optional<Path> cache,
        @Ask(value = "Preview cache", help = "Thumbnails, filmstrips and waveforms.", min = 100_000_000, max = 1e12, from = 250_000_000, to = 20e9) Bytes cacheLimit,
        @Ask(value = "Reuse results", help = "The same clip with the same recipe gives the earlier result at once.") boolean reuse,
        @Ask(value = "Copies of results", help = "So much is kept a second time, so that results can be reused after they are gone. 0 keeps none.", min = 0, max = 1e13, from = 0, to = 100e9) Bytes copies) {

    public Disk() {
        this(Optional.empty(), IfExists.RENAME, Optional.empty(), new Bytes(1_000_000_000), true, new Bytes(0));
    }
}
