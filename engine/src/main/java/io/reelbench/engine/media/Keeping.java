package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is to become of something that a clip may have: kept, left out, or given anew.
 *
 * @param stripped whether it is left out
 * @param given    what stands there instead
 */
public record Keeping<T>(boolean stripped, Optional<T> given) {

    /** Reads what is given anew. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(String text) throws BadValue;
    }

    public static <T> Keeping<T> kept() {
        return new Keeping<>(false, Optional.empty());
    }

    public static <T> Keeping<T> of(T value) {
        return new Keeping<>(false, Optional.of(value));
    }

    /** Reads {@code keep}, {@code strip}, or anything that the reader takes. */
    static <T> Keeping<T> parse(String text, Reader<T> reader) throws BadValue {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "keep" -> kept();
            case "strip" -> new Keeping<>(true, Optional.empty());
            default -> of(reader.read(text.strip()));
        };
    }

    public boolean isKept() {
        return !stripped && given.isEmpty();
    }

    /** As it is read again. */
    String written(Function<T, String> form) {
        return given.map(form).orElse(stripped ? "strip" : "keep");
    }
}
