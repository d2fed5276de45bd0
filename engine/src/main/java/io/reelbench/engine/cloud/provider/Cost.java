package io.reelbench.engine.cloud.provider;

import java.math.BigDecimal;

/** What a task costs. */
public record Cost(BigDecimal amount, Unit unit) {

    public enum Unit {
        CREDITS, DOLLARS;

        private String of(BigDecimal amount) {
            String plain = amount.stripTrailingZeros().toPlainString();
            ProviderWords credits = amount.compareTo(BigDecimal.ONE) == 0 ? ProviderWords.CREDIT : ProviderWords.CREDITS;
            return (this == DOLLARS ? ProviderWords.DOLLARS : credits).say(plain);
        }
    }

    public static Cost nothing(Unit unit) {
        return new Cost(BigDecimal.ZERO, unit);
    }

    public Cost plus(Cost other) {
        return new Cost(amount.add(other.amount), unit);
    }

    @Override
    public String toString() {
        return unit.of(amount);
    }
}
