package io.reelbench.engine.local;

import io.reelbench.engine.ffmpeg.Ran;
import io.reelbench.engine.plan.Command;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the largest crf whose samples still score as asked. XPSNR falls by about 0.75 dB a step and nearly in a line, so after two tries
 * the third is interpolated; a few more narrow it down where the line bends.
 */
final class CrfSearch {

    private static final int TRIES = 6;
    private static final Map<Step.Metric, Pattern> SUMMARY = Map.of(Step.Metric.XPSNR,
            Pattern.compile("XPSNR\\s+y:\\s*(inf|[0-9.]+)"), Step.Metric.SSIM,
            Pattern.compile("SSIM .*All:([0-9.]+)"), Step.Metric.VMAF, Pattern.compile("VMAF score: ([0-9.]+)"));
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
    record Found(int crf, double score, boolean reached) {
    }

    private final Step.Search search;
    private final Runs runs;
    private final Map<String, String> values;
    private final DoubleConsumer tell;
    private final TreeMap<Integer, Double> scores = new TreeMap<>();

    CrfSearch(Step.Search search, Runs runs, Map<String, String> values, DoubleConsumer tell) {
        this.search = search;
        this.runs = runs;
        this.values = values;
        this.tell = tell;
    }

    Found find() throws FailedException, InterruptedException {
        for (Step.Sample sample : search.samples()) {
            runs.run(sample.reference());
        }
        int next = Math.clamp((search.lowest() + search.highest()) / 2 - 4, search.lowest(), search.highest());
        for (int tries = 0; tries < TRIES && !scores.containsKey(next); tries++) {
            scores.put(next, score(next));
            tell.accept((tries + 1.0) / TRIES);
            next = guess();
        }
        int best = scores.entrySet().stream().filter(e -> e.getValue() >= search.target()).mapToInt(Map.Entry::getKey).max()
                .orElse(scores.firstKey());
        return new Found(best, scores.get(best), scores.get(best) >= search.target());
    }

    /** The crf to try next: between a good and a bad one, on the line through them; else a step further out. */
    private int guess() {
        Integer good = scores.entrySet().stream().filter(e -> e.getValue() >= search.target()).map(Map.Entry::getKey)
                .max(Integer::compare).orElse(null);
        Integer bad = scores.entrySet().stream().filter(e -> e.getValue() < search.target()).map(Map.Entry::getKey)
                .min(Integer::compare).orElse(null);
        if (good == null) {
            return Math.max(search.lowest(), bad - 8);
        } else if (bad == null) {
            return Math.min(search.highest(), good + 8);
        } else if (bad - good <= 1) {
            return good;
        }
        double over = scores.get(good) - search.target();
        double across = scores.get(good) - scores.get(bad);
        return Math.clamp(good + Math.round((bad - good) * over / across), good + 1, bad - 1);
    }

    /** The mean over the samples; for XPSNR the mean of the errors and not of their logarithms. */
    private double score(int crf) throws FailedException, InterruptedException {
        values.put(search.placeholder(), Integer.toString(crf));
        double sum = 0;
        for (Step.Sample sample : search.samples()) {
            runs.run(sample.encode());
            double one = read(runs.run(sample.compare()));
            sum += search.metric() == Step.Metric.XPSNR ? Math.pow(10, -one / 10) : one;
        }
        double mean = sum / search.samples().size();
        return search.metric() == Step.Metric.XPSNR ? -10 * Math.log10(mean) : mean;
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
