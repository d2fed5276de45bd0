package io.reelbench.engine.operation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as ffmpeg's graphs spell them. */
final class Figures {

    private Figures() {}

    /** To the millionth, without what says nothing. */
    static String of(double number) {
        BigDecimal plain = BigDecimal.valueOf(number).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return plain.signum() == 0 ? "0" : plain.toPlainString();
    }
}
