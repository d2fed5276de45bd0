package io.reelbench.engine.local;

import io.reelbench.engine.ffmpeg.Ran;
import io.reelbench.engine.plan.Command;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the largest crf whose samples still score as asked. Scores fall nearly in a line: the second try lies on the usual one, the next on
 * the line through the two tries nearest to the target.
 */
final class CrfSearch {

    private static final int TRIES = 6;
    private static final Map<Step.Metric, Pattern> SUMMARY = Map.of(Step.Metric.XPSNR,
            Pattern.compile("XPSNR\\s+y:\\s*(inf|[0-9.]+)"), Step.Metric.SSIM,
            Pattern.compile("SSIM .*All:([0-9.]+)"), Step.Metric.VMAF, Pattern.compile("VMAF score: ([0-9.]+)"));
    /** By how much a score falls with each crf, as measured on film. */
    private static final Map<Step.Metric, Double> SLOPE = Map.of(Step.Metric.XPSNR, 0.75, Step.Metric.SSIM, 0.004,
            Step.Metric.VMAF,
            2.5);
    /** A score that is no more than this part of a crf's worth too good is good. */
    private static final double CLOSE = 0.3;
    /** What stands for a perfect copy. */
    private static final double PERFECT = 100;

    /** Runs one command. */
    interface Runs {
        Ran run(Command command) throws FailedException, InterruptedException;
    }

    /**
     * What was found.
     *
     * @param reached whether the score is as asked
     */
    record Found(double crf, double score, boolean reached) {
    }

    private final Step.Search search;
    private final Runs runs;
    private final Map<String, String> values;
    private final DoubleConsumer tell;
    /** By the steps of the scale. */
    private final TreeMap<Integer, Double> scores = new TreeMap<>();

    CrfSearch(Step.Search search, Runs runs, Map<String, String> values, DoubleConsumer tell) {
        this.search = search;
        this.runs = runs;
        this.values = values;
        this.tell = tell;
    }

    Found find() throws FailedException, InterruptedException {
        for (Command piece : search.pieces()) {
            runs.run(piece);
        }
        Step.CrfScale scale = search.scale();
        int next = clamp((int) Math.round(((scale.highest() - scale.lowest()) / 2 - 4) / scale.step()));
        for (int tries = 0; tries < TRIES && !scores.containsKey(next) && !isFound(); tries++) {
            scores.put(next, score(next));
            tell.accept((tries + 1.0) / TRIES);
            next = guess();
        }
        Map.Entry<Integer, Double> best = good().orElse(scores.firstEntry());
        return new Found(crf(best.getKey()), best.getValue(), best.getValue() >= search.target());
    }

    private double crf(int step) {
        return search.scale().lowest() + step * search.scale().step();
    }

    private int clamp(int step) {
        return Math.clamp(step, 0, (int) ((search.scale().highest() - search.scale().lowest()) / search.scale().step()));
    }

    private double slope() {
        return SLOPE.get(search.metric()) * search.scale().step();
    }

    private boolean isFound() {
        return good().filter(e -> e.getValue() - search.target() <= CLOSE * SLOPE.get(search.metric())).isPresent();
    }

    /** The worst that is still good. */
    private Optional<Map.Entry<Integer, Double>> good() {
        return scores.entrySet().stream().filter(e -> e.getValue() >= search.target()).max(Map.Entry.comparingByKey());
    }

    /** The best that is not. */
    private Optional<Map.Entry<Integer, Double>> bad() {
        return scores.entrySet().stream().filter(e -> e.getValue() < search.target()).min(Map.Entry.comparingByKey());
    }

    /** The step to try next: on the line through the two that the target lies between, or on the usual line from the one there is. */
    private int guess() {
        Map.Entry<Integer, Double> good = good().orElse(null);
        Map.Entry<Integer, Double> bad = bad().orElse(null);
        if (good == null) {
            return clamp(Math.min(bad.getKey() - 1, along(bad)));
        } else if (bad == null) {
            return clamp(Math.max(good.getKey() + 1, along(good)));
        } else if (bad.getKey() - good.getKey() <= 1) {
            return good.getKey();
        }
        double over = good.getValue() - search.target();
        double across = good.getValue() - bad.getValue();
        int apart = bad.getKey() - good.getKey();
        return Math.clamp(good.getKey() + (int) Math.floor(apart * over / across), good.getKey() + 1, bad.getKey() - 1);
    }

    private int along(Map.Entry<Integer, Double> from) {
        return from.getKey() + (int) Math.floor((from.getValue() - search.target()) / slope());
    }

    private double score(int step) throws FailedException, InterruptedException {
        values.put(search.placeholder(), written(crf(step)));
        return read(runs.run(search.trial()));
    }

    /** Without a point where it is whole. */
    static String written(double crf) {
        return BigDecimal.valueOf(crf).stripTrailingZeros().toPlainString();
    }

    private double read(Ran ran) throws FailedException {
        Matcher summary = SUMMARY.get(search.metric()).matcher(ran.complaints());
        String last = null;
        while (summary.find()) {
            last = summary.group(1);
        }
        if (last == null) {
            throw new FailedException(new Failure.Internal(LocalWords.NO_SCORE.english()));
        }
        return last.equals("inf") ? PERFECT : Double.parseDouble(last);
    }
}
