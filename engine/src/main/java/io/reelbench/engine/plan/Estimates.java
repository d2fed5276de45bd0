package io.reelbench.engine.plan;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** How long and how large the outputs of a plan will be: ranges, by formula and by what this machine did before. */
final class Estimates {

    private static final long HEADERS = 2000;
    /** What the line leaves to the reasons. */
    private static final List<String> UNTOLD = List.of("subtitles", "member");

    private Estimates() {}

    /**
     * @param lengthUs of the first product
     * @param ceiling  what they cannot pass
     * @param endless  whether nobody knows how much there is to do
     */
    static Plan.Estimate of(Work work, OptionalLong lengthUs, boolean endless, OptionalLong ceiling, Past past) {
        Likely bytes = past.size(work);
        long most = Math.min((long) bytes.most() + HEADERS, ceiling.orElse(Long.MAX_VALUE));
        return new Plan.Estimate(lengthUs, Math.min((long) bytes.least(), most), most, 0, ceiling,
                endless ? Optional.empty() : Optional.of(past.time(work)), work);
    }

    /** What the products of a plan cannot pass; empty where nothing holds one of them back. */
    static OptionalLong ceiling(List<Product> products, List<Step> steps) {
        OptionalLong promised = products.isEmpty() ? OptionalLong.empty() : OptionalLong.of(0);
        for (Product product : products) {
            promised = promised.isPresent() && product.expect() instanceof Expect.Film film && film.maxBytes().isPresent()
                    ? OptionalLong.of(promised.getAsLong() + film.maxBytes().getAsLong())
                    : OptionalLong.empty();
        }
        LongStream instead = steps.stream().filter(Step.IfLarger.class::isInstance).map(Step.IfLarger.class::cast)
                .filter(step -> !step.fail()).mapToLong(step -> step.bytes() + HEADERS);
        return LongStream.concat(promised.stream(), instead).min();
    }

    /** The plan in one line: what happens to each kind of track, how long, how large. */
    static Text line(Draft draft, Plan.Estimate estimate) {
        List<String> parts = new java.util.ArrayList<>();
        draft.reasons.stream().filter(r -> UNTOLD.stream().noneMatch(r.subject().key()::endsWith)).limit(4)
                .forEach(r -> parts.add(r.subject() + " " + r.verdict()));
        estimate.lengthUs().ifPresent(us -> parts.add(Time.spoken(us)));
        parts.add(PlanWords.SIZE_RANGE.with(new Bytes(estimate.leastBytes()).spoken(), new Bytes(estimate.mostBytes()).spoken())
                .toString());
        estimate.seconds().ifPresent(range -> parts.add(took(range)));
        return PlanWords.LINE.with(String.join(" · ", parts));
    }

    /** {@code about 40 to 70 s}: as precise as it is sure. */
    private static String took(Likely range) {
        double unit = range.most() < 90 ? 1 : range.most() < 90 * 60 ? 60 : 3600;
        String least = amount(range.least() / unit);
        String most = amount(range.most() / unit);
        String name = unit == 1 ? "s" : unit == 60 ? "min" : "h";
        return least.equals(most)
                ? PlanWords.TAKES.with(most, name).toString()
                : PlanWords.TAKES_RANGE.with(least, most, name).toString();
    }

    private static String amount(double value) {
        return Encoders.decimal(value < 3 ? Math.max(0.5, Math.round(value * 2) / 2.0) : Math.round(value));
    }
}
