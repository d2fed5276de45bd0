package io.reelbench.engine.report;

import io.reelbench.engine.media.Rect;
import io.reelbench.engine.plan.Report;
import io.reelbench.engine.plan.Report.Event;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.plan.Traces;
import io.reelbench.engine.plan.Traces.Trace;
import io.reelbench.engine.report.Found.Cut;
import io.reelbench.engine.report.Found.Stretch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Makes findings of what detectors printed. */
final class FoundReader {

    private static final int MOST = 1_000_000;

    private final Path folder;
    private final Traces traces;
    private final Step.Subject subject;

    FoundReader(Path folder, Traces traces, Step.Subject subject) {
        this.folder = folder;
        this.traces = traces;
        this.subject = subject;
    }

    Found read(Report.Events wanted) throws IOException {
        Map<String, Double> last = new HashMap<>();
        read(Trace.SAMPLES, (us, key, value) -> TraceReader.figure(value).ifPresent(figure -> last.put(key, figure)));
        return new Found(cuts(wanted), stretches(wanted, Event.BLACK, Trace.BLACK_STARTS, Trace.BLACK_ENDS, wanted.blackUs()),
                stretches(wanted, Event.SILENCE, Trace.SILENCE_STARTS, Trace.SILENCE_ENDS, wanted.silenceUs()),
                stretches(wanted, Event.FREEZE, Trace.FREEZE_STARTS, Trace.FREEZE_ENDS, wanted.freezeUs()),
                wanted.kinds().contains(Event.CROP) ? crop(last) : Optional.empty(),
                wanted.kinds().contains(Event.INTERLACE) ? Optional.of(fields(last)) : Optional.empty());
    }

    private void read(Trace trace, TraceReader.Listener listener) throws IOException {
        TraceReader.read(folder.resolve(traces.file(trace)), listener);
    }

    private List<Cut> cuts(Report.Events wanted) throws IOException {
        List<Cut> cuts = new ArrayList<>();
        if (!wanted.kinds().contains(Event.SCENES)) {
            return cuts;
        }
        read(Trace.SCENES, (us, key, value) -> {
            OptionalDouble score = TraceReader.figure(value);
            long at = here(us, Event.SCENES);
            boolean follows = at > (cuts.isEmpty() ? 0 : cuts.getLast().us());
            if (score.isPresent() && follows && cuts.size() < MOST) {
                cuts.add(new Cut(at, score.getAsDouble()));
            }
        });
        return List.copyOf(cuts);
    }

    /** The times themselves are the values; the frame only says when it became known. */
    private List<Stretch> stretches(Report.Events wanted, Event event, Trace starts, Trace ends, long leastUs)
            throws IOException {
        if (!wanted.kinds().contains(event)) {
            return List.of();
        }
        List<Long> from = times(starts, event);
        List<Long> to = times(ends, event);
        List<Stretch> stretches = new ArrayList<>();
        int next = 0;
        for (long start : from) {
            while (next < to.size() && to.get(next) <= start) {
                next++;
            }
            OptionalLong end = next < to.size() ? OptionalLong.of(to.get(next)) : subject.lengthUs();
            if (end.isEmpty() || end.getAsLong() - start >= Math.max(1, leastUs)) {
                stretches.add(new Stretch(start, end));
            }
        }
        return List.copyOf(stretches);
    }

    private List<Long> times(Trace trace, Event event) throws IOException {
        List<Long> times = new ArrayList<>();
        read(trace, (us, key, value) -> TraceReader.micros(value).filter(_ -> times.size() < MOST)
                .ifPresent(at -> times.add(here(at, event))));
        return times.stream().sorted().distinct().toList();
    }

    /** A printed time on the timeline of the clip at this step. */
    private long here(long us, Event event) {
        long zero = event.isHeard() ? subject.soundZeroUs() : subject.pictureZeroUs();
        return Math.clamp(us - zero, 0, subject.lengthUs().orElse(Long.MAX_VALUE));
    }

    private static Optional<Rect> crop(Map<String, Double> last) {
        int width = number(last, "cropdetect.w");
        int height = number(last, "cropdetect.h");
        int x = number(last, "cropdetect.x");
        int y = number(last, "cropdetect.y");
        return width > 0 && height > 0 && x >= 0 && y >= 0 ? Optional.of(new Rect(width, height, x, y)) : Optional.empty();
    }

    private static Found.Fields fields(Map<String, Double> last) {
        return new Found.Fields(number(last, "idet.multiple.progressive"), number(last, "idet.multiple.tff"),
                number(last, "idet.multiple.bff"), number(last, "idet.multiple.undetermined"));
    }

    private static int number(Map<String, Double> last, String key) {
        return Math.clamp(Math.round(last.getOrDefault("lavfi." + key, 0.0)), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
