package io.reelbench.engine.cloud.provider;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a service takes at most.
 *
 * @param upload   bytes of one file; empty when it says none
 * @param together bytes of all files of a task; empty when it says none
 * @param longest  clip; empty when it says none
 * @param formats  names of formats as ffprobe gives them; empty when it takes all
 * @param atOnce   tasks that it runs at once
 */
public record Limits(OptionalLong upload, OptionalLong together, Optional<Duration> longest, Set<String> formats, int atOnce) {

    public Limits lasting(Duration most) {
        return new Limits(upload, together, Optional.of(most), formats, atOnce);
    }

    /** No limit of length. */
    public Limits ofAnyLength() {
        return new Limits(upload, together, Optional.empty(), formats, atOnce);
    }
}
