package io.reelbench.engine.output;

import io.reelbench.engine.schema.Ask;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where outputs go; asked alike for every operation.
 *
 * @param output    the file itself; only for a task with one product
 * @param to        a folder; without both the output lies beside its clip
 * @param name      how files are named when {@code output} is not given
 * @param ifExists  what to do when a file of that name is there
 * @param keepDates whether the output gets the clip's date of change
 */
public record OutputWish(@Ask(value = "File", help = "The output file itself; for one clip.") Optional<Path> output,
        @Ask(value = "Folder", help = "The folder that outputs go to; else each lies beside its clip.") Optional<Path> to,
        @Ask(value = "Name", help = "How outputs are named: words and {name}, {op}, {preset}, {n} or {n:3}, {index}, {date}, {time}, {recorded}, {parent}, {ext}, {label}; and of the output {width}, {height}, {resolution}, {fps}, {codec}, {container}, {duration}.") Names name,
        @Ask(value = "If it exists", help = "Another name, leave the old file alone, replace it once the new one is proven, or fail.") IfExists ifExists,
        @Ask(value = "Keep dates", help = "The output gets the clip's date.") boolean keepDates) {

    public OutputWish() {
        this(Optional.empty(), Optional.empty(), Names.DEFAULT, IfExists.RENAME, true);
    }

    public OutputWish into(Path folder) {
        return new OutputWish(output, Optional.of(folder), name, ifExists, keepDates);
    }

    /** The same in another folder, whatever it said of the place before. */
    public OutputWish elsewhere(Path folder) {
        return output.isPresent()
                ? new OutputWish(Optional.of(folder.resolve(output.get().getFileName())), Optional.empty(), name, ifExists,
                        keepDates)
                : into(folder);
    }

    /** The same with words in place of the keys that concern the batch. */
    public OutputWish fixed(Names.Turn turn) {
        return new OutputWish(output, to, name.fixed(turn), ifExists, keepDates);
    }
}
