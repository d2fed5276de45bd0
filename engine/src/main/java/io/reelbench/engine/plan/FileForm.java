package io.reelbench.engine.plan;

import io.reelbench.engine.media.Length;
import io.reelbench.engine.schema.Ask;
import java.util.Optional;

/** What kind of file is written. */
public record FileForm(
        @Ask(value = "Container", help = "Same keeps the source's; one that is only read becomes MP4 or M4A.") Container container,
        @Ask(value = "Fast start", help = "The index in front, so that it plays while it is still loading (MP4, MOV, M4A).", advanced = true) boolean faststart,
        @Ask(value = "At most", help = "Cut at the end so that it is no longer than this, after all other steps.", unit = "s", min = 0, advanced = true) Optional<Length> trimTo) {

    public FileForm() {
        this(Container.SAME, true, Optional.empty());
    }

    public FileForm with(Container other) {
        return new FileForm(other, faststart, trimTo);
    }
}
