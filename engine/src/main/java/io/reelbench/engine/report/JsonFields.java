package io.reelbench.engine.report;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/** Numbers in JSON that may be unknown: null then. */
public final class JsonFields {

    private static final double MICROS = 1e6;

    private JsonFields() {}

    public static void seconds(ObjectNode into, String name, OptionalLong us) {
        if (us.isPresent()) {
            into.put(name, us.getAsLong() / MICROS);
        } else {
            into.putNull(name);
        }
    }

    public static void number(ObjectNode into, String name, OptionalLong number) {
        if (number.isPresent()) {
            into.put(name, number.getAsLong());
        } else {
            into.putNull(name);
        }
    }

    public static void number(ObjectNode into, String name, OptionalDouble number) {
        if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
            into.put(name, number.getAsDouble());
        } else {
            into.putNull(name);
        }
    }

    /** A time exactly, without the tail that binary fractions have. */
    static BigDecimal exact(long us) {
        BigDecimal seconds = BigDecimal.valueOf(us, 6).stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }
}
