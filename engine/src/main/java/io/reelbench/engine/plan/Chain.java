package io.reelbench.engine.plan;

import io.reelbench.engine.media.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Filters in order, for the picture and for the sound. A part whose chain is empty may be copied.
 *
 * @param picture in order
 * @param sound   in order, for each sound track alike
 */
public record Chain(List<Filter> picture, List<Filter> sound) {

    public static final Chain EMPTY = new Chain(List.of(), List.of());

    public Chain thenPicture(List<Filter> more) {
        return new Chain(Stream.concat(picture.stream(), more.stream()).toList(), sound);
    }

    /** The size behind it; empty when no filter changes it. */
    public Optional<Size> size() {
        return picture.reversed().stream().flatMap(f -> f.size().stream()).findFirst();
    }

    /** As the graph spells it; empty without filters. */
    static String text(List<Filter> filters) {
        return filters.stream().map(Filter::text).collect(Collectors.joining(","));
    }
}
