package io.reelbench.engine.cloud.account;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.math.BigDecimal;
import java.util.Optional;

/** The most to spend in a month, in the service's own unit; 0 stands for no limit. */
public record Cap(BigDecimal most) {

    public static Cap parse(String text) throws BadValue {
        try {
            BigDecimal most = new BigDecimal(text.strip());
            if (most.signum() < 0) {
                throw new BadValue(Code.OUT_OF_RANGE, AccountWords.CAP_BELOW_ZERO.with());
            }
            return new Cap(most);
        } catch (NumberFormatException nonsense) {
            throw new BadValue(Code.BAD_SYNTAX, AccountWords.NO_AMOUNT.with(text));
        }
    }

    /** Empty for no limit. */
    Optional<BigDecimal> limit() {
        return most.signum() == 0 ? Optional.empty() : Optional.of(most);
    }

    @Override
    public String toString() {
        return most.stripTrailingZeros().toPlainString();
    }
}
