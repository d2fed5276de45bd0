package io.reelbench.engine.cli;

import io.reelbench.engine.schema.Ask;
import java.nio.file.Path;

/** Where the demo writes. */
public record DemoPlace(@Ask(value = "Folder", help = "The folder that clips and outputs go to.") Path to) {

    public DemoPlace() {
        this(Path.of("reelbench-demo"));
    }
}
