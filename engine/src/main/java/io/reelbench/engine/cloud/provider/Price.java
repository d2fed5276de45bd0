package io.reelbench.engine.cloud.provider;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What an offer costs, told before anything is sent. All in decimal numbers. */
public sealed interface Price {

    /** What a price is told from. */
    record Subject(long firstBytes, long allBytes, OptionalLong inputUs, OptionalLong outputUs, int shortSide) {
    }

    /** Which length counts. */
    enum Basis {
        INPUT, OUTPUT
    }

    /** Nobody asks for money. */
    record Free() implements Price {
        @Override
        public Optional<Cost> of(Subject subject) {
            return Optional.of(Cost.nothing(Cost.Unit.CREDITS));
        }
    }

    /** The same for every task. */
    record Flat(Cost cost) implements Price {
        @Override
        public Optional<Cost> of(Subject subject) {
            return Optional.of(cost);
        }
    }

    /**
     * Credits by length and size: {@code max(1, ceil(seconds × 0.05 × factor × that of the size))}.
     *
     * @param sized whether the size of the picture counts
     */
    record BySeconds(BigDecimal factor, Basis basis, boolean sized) implements Price {

        private static final BigDecimal A_SECOND = new BigDecimal("0.05");
        private static final List<Integer> SIDES = List.of(480, 720, 1080);
        private static final List<BigDecimal> FACTORS = List.of(new BigDecimal("0.6"), new BigDecimal("1.0"),
                new BigDecimal("1.8"));
        private static final BigDecimal LARGER = new BigDecimal("3.0");

        public BySeconds(String factor, Basis basis) {
            this(new BigDecimal(factor), basis, true);
        }

        /** Sizes between two steps count as the larger. */
        static BigDecimal ofSize(int shortSide) {
            for (int i = 0; i < SIDES.size(); i++) {
                if (shortSide <= SIDES.get(i)) {
                    return FACTORS.get(i);
                }
            }
            return LARGER;
        }

        @Override
        public Optional<Cost> of(Subject subject) {
            OptionalLong length = basis == Basis.INPUT ? subject.inputUs : subject.outputUs;
            if (length.isEmpty()) {
                return Optional.empty();
            }
            BigDecimal size = sized ? ofSize(subject.shortSide) : BigDecimal.ONE;
            BigDecimal credits = BigDecimal.valueOf(length.getAsLong(), 6).multiply(A_SECOND).multiply(factor).multiply(size)
                    .setScale(0, RoundingMode.CEILING).max(BigDecimal.ONE);
            return Optional.of(new Cost(credits, Cost.Unit.CREDITS));
        }
    }

    /**
     * Dollars by size, at least for one MiB. What “MB” means is not said, so it is a million bytes: the dearer reading.
     *
     * @param all whether all files count, or the first only
     */
    record ByMegabyte(BigDecimal each, boolean all) implements Price {

        private static final long LEAST = 1L << 20;

        @Override
        public Optional<Cost> of(Subject subject) {
            long bytes = Math.max(LEAST, all ? subject.allBytes : subject.firstBytes);
            return Optional.of(new Cost(BigDecimal.valueOf(bytes, 6).multiply(each), Cost.Unit.DOLLARS));
        }
    }

    /** Known only when the service answers. */
    record Metered() implements Price {
        @Override
        public Optional<Cost> of(Subject subject) {
            return Optional.empty();
        }
    }

    /** Empty when nobody knows before. */
    Optional<Cost> of(Subject subject);
}
