package io.reelbench.app.recipe;

import io.reelbench.app.desk.Carrier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much room the disk of a folder has. Asked elsewhere; the last answer stays until the next one. */
final class FreeSpace {

    private final Carrier carrier;
    private final Runnable told;
    private Path folder;
    private OptionalLong bytes = OptionalLong.empty();

    FreeSpace(Carrier carrier, Runnable told) {
        this.carrier = carrier;
        this.told = told;
    }

    /** In bytes; empty until it is known. */
    OptionalLong of(Path wanted) {
        if (!wanted.equals(folder)) {
            folder = wanted;
            bytes = OptionalLong.empty();
            ask();
        }
        return bytes;
    }

    /** Asks again: something was written. */
    void ask() {
        Path asked = folder;
        if (asked == null) {
            return;
        }
        carrier.fetch(() -> usable(asked), now -> {
            if (asked.equals(folder) && !now.equals(bytes)) {
                bytes = now;
                told.run();
            }
        }, _ -> bytes = OptionalLong.empty());
    }

    /** A folder that is not there yet will be made on the disk of the nearest one that is. */
    private static OptionalLong usable(Path folder) throws IOException {
        Path there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there == null ? OptionalLong.empty() : OptionalLong.of(Files.getFileStore(there).getUsableSpace());
    }
}
