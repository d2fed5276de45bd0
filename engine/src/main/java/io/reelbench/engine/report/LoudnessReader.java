package io.reelbench.engine.report;

import io.reelbench.engine.plan.Step;
import io.reelbench.engine.plan.Traces;
import io.reelbench.engine.plan.Traces.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Makes figures of what the meters printed. */
final class LoudnessReader {

    private static final String PREFIX = "lavfi.r128.";
    /** ebur128 counts nothing below; so much is its word for silence. */
    private static final double FLOOR = -70;
    private static final int MOST = 2_000_000;

    private final Path folder;
    private final Step.Subject subject;

    LoudnessReader(Path folder, Step.Subject subject) {
        this.folder = folder;
        this.subject = subject;
    }

    LoudnessFigures read(Traces traces, boolean withSeries) throws IOException {
        Map<String, Double> last = new HashMap<>();
        List<LoudnessFigures.Instant> series = new ArrayList<>();
        Map<String, OptionalDouble> now = new HashMap<>();
        TraceReader.read(folder.resolve(traces.file(Trace.LOUDNESS)), (us, key, value) -> {
            OptionalDouble figure = TraceReader.figure(value);
            figure.ifPresent(f -> last.put(key, f));
            now.put(key, figure);
            if (withSeries && key.equals(PREFIX + "S") && series.size() < MOST) {
                series.add(new LoudnessFigures.Instant(Math.max(0, us - subject.soundZeroUs()), heard(now.get(PREFIX + "M")),
                        heard(figure)));
            }
        });
        boolean ranged = last.getOrDefault(PREFIX + "LRA.high", 0.0) < 0;
        OptionalDouble sample = peak(traces, Trace.SAMPLE_PEAKS);
        OptionalDouble between = peak(traces, Trace.TRUE_PEAKS);
        return new LoudnessFigures(heard(figure(last, "I")), ranged ? figure(last, "LRA") : OptionalDouble.empty(),
                ranged ? figure(last, "LRA.low") : OptionalDouble.empty(),
                ranged ? figure(last, "LRA.high") : OptionalDouble.empty(), sample, highest(sample, between),
                List.copyOf(series));
    }

    private static OptionalDouble figure(Map<String, Double> last, String key) {
        Double figure = last.get(PREFIX + key);
        return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
    }

    private static OptionalDouble heard(OptionalDouble loudness) {
        return loudness == null || loudness.isEmpty() || loudness.getAsDouble() <= FLOOR ? OptionalDouble.empty() : loudness;
    }

    /** The meters print the highest so far, so the last one counts. */
    private OptionalDouble peak(Traces traces, Trace trace) throws IOException {
        double[] highest = {Double.NEGATIVE_INFINITY};
        TraceReader.read(folder.resolve(traces.file(trace)),
                (us, key, value) -> TraceReader.figure(value).ifPresent(f -> highest[0] = Math.max(highest[0], f)));
        return Double.isInfinite(highest[0]) ? OptionalDouble.empty() : OptionalDouble.of(highest[0]);
    }

    /** A filter may round the highest sample down; the wave between the samples is never lower than they are. */
    private static OptionalDouble highest(OptionalDouble a, OptionalDouble b) {
        return a.isEmpty() ? b : b.isEmpty() ? a : OptionalDouble.of(Math.max(a.getAsDouble(), b.getAsDouble()));
    }
}
