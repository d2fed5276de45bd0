package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Answer.Reason;
import io.reelbench.engine.preview.wire.Making;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The files that a chain of filters reads, under names of ours in the folder in which this program works: a chain never holds a path. They
 * are gone again as soon as the chain is.
 */
final class Beside implements AutoCloseable {

    /** Also swept by their names, should this program be killed. */
    private static final String PREFIX = "beside-";
    private static final AtomicLong COUNT = new AtomicLong();

    private final List<Path> here = new ArrayList<>();
    private String chain;

    Beside(String chain, List<Making.SideFile> files) throws Unable {
        this.chain = chain;
        try {
            for (Making.SideFile file : files) {
                String ending = file.name().substring(file.name().lastIndexOf('.'));
                String own = PREFIX + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + ending;
                put(Path.of(file.path()), Path.of(own));
                this.chain = this.chain.replace(file.name(), own);
            }
        } catch (IOException gone) {
            close();
            throw new Unable(Reason.BAD_FILTER, gone.toString());
        }
    }

    private void put(Path file, Path own) throws IOException {
        here.add(own);
        try {
            Files.createSymbolicLink(own, file);
        } catch (IOException | UnsupportedOperationException noLinks) {
            Files.copy(file, own);
        }
    }

    /** The chain with the names as they are here. */
    String chain() {
        return chain;
    }

    @Override
    public void close() {
        for (Path each : here) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException stillOpen) {
                // swept later by its name
                System.err.println("decoder: " + stillOpen);
            }
        }
    }
}
