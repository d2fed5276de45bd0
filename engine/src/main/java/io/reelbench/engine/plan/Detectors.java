package io.reelbench.engine.plan;

import io.reelbench.engine.media.Time;
import io.reelbench.engine.plan.Report.Event;
import io.reelbench.engine.plan.Traces.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The filters that find something and print it into a file; picture and sound pass them unchanged. */
final class Detectors {

    /** Scores are printed with three decimals; so much below the threshold "greater" means "at least". */
    private static final double ALMOST = 0.0005;
    /** Behind this, every frame is printed, so that the last counts are whole. */
    private static final long LAST = 300_000;
    private static final String PEAK = "astats=metadata=1:measure_perchannel=none:measure_overall=Peak_level";

    private final Traces traces;

    Detectors(Traces traces) {
        this.traces = traces;
    }

    /** @param end where the last frame is known to be, in the times that the filters see */
    List<Filter> picture(Report.Events wanted, boolean squarePixels, OptionalLong end) {
        // what a file says of its frames must not pass for what a detector says
        List<Filter> all = new ArrayList<>(List.of(Filter.of("metadata=delete")));
        if (wanted.kinds().contains(Event.SCENES)) {
            all.add(Filter.of("scdet=t=" + Encoders.decimal(wanted.sceneThreshold())));
            all.add(Filter.of("metadata=print:key=lavfi.scd.score:value=%s:function=greater:file=%s"
                    .formatted(Encoders.decimal(wanted.sceneThreshold() - ALMOST), traces.file(Trace.SCENES))));
        }
        if (wanted.kinds().contains(Event.BLACK)) {
            all.add(Filter.of("blackdetect=d=%s:pix_th=%s".formatted(Time.seconds(wanted.blackUs()),
                    Encoders.decimal(wanted.blackLevel()))));
            all.add(print("lavfi.black_start", Trace.BLACK_STARTS));
            all.add(print("lavfi.black_end", Trace.BLACK_ENDS));
        }
        if (wanted.kinds().contains(Event.FREEZE)) {
            all.add(Filter.of("freezedetect=d=" + Time.seconds(wanted.freezeUs())));
            all.add(print("lavfi.freezedetect.freeze_start", Trace.FREEZE_STARTS));
            all.add(print("lavfi.freezedetect.freeze_end", Trace.FREEZE_ENDS));
        }
        all.addAll(sampled(wanted, squarePixels, end));
        return all;
    }

    /** Bars are looked for twice a second; what passes here is thrown away, so frames may be dropped. */
    private List<Filter> sampled(Report.Events wanted, boolean squarePixels, OptionalLong end) {
        List<Filter> all = new ArrayList<>();
        boolean crop = wanted.kinds().contains(Event.CROP);
        if (wanted.kinds().contains(Event.INTERLACE)) {
            all.add(Filter.of("idet"));
        } else if (!crop) {
            return all;
        }
        String last = end.isPresent() ? "+gte(t\\," + Time.seconds(Math.max(0, end.getAsLong() - LAST)) + ")" : "";
        all.add(Filter.of("select=isnan(prev_selected_t)+gte(t-prev_selected_t\\,0.5)" + last));
        if (crop) {
            if (!squarePixels) {
                all.add(Filter.of("scale=iw*sar:ih,setsar=1"));
            }
            all.add(Filter.of("cropdetect=limit=%s:round=2:skip=0:reset=0".formatted(Encoders.decimal(wanted.blackLevel()))));
        }
        all.add(Filter.of("metadata=print:file=" + traces.file(Trace.SAMPLES)));
        return all;
    }

    private Filter print(String key, Trace trace) {
        return Filter.of("metadata=print:key=" + key + ":file=" + traces.file(trace));
    }

    List<Filter> sound(Report.Events wanted) {
        return List.of(Filter.of("ametadata=delete"),
                Filter.of("silencedetect=n=%sdB:d=%s".formatted(Encoders.decimal(wanted.silenceLevel()),
                        Time.seconds(wanted.silenceUs()))),
                Filter.of("ametadata=print:key=lavfi.silence_start:file=" + traces.file(Trace.SILENCE_STARTS)),
                Filter.of("ametadata=print:key=lavfi.silence_end:file=" + traces.file(Trace.SILENCE_ENDS)));
    }

    /**
     * Loudness by EBU R 128 and the highest sample. ebur128's own peaks are printed as shares with three decimals, too rough for quiet
     * sound; the true peak is the highest sample at four times the rate (BS.1770-5, annex 2).
     */
    List<Filter> loudness() {
        return List.of(Filter.of("ametadata=delete"), Filter.of("ebur128=metadata=1:framelog=quiet"),
                Filter.of("ametadata=print:file=" + traces.file(Trace.LOUDNESS)), Filter.of(PEAK), peaks(Trace.SAMPLE_PEAKS),
                Filter.of("aresample=192000:osf=dblp,aformat=sample_fmts=dblp"), Filter.of(PEAK), peaks(Trace.TRUE_PEAKS));
    }

    private Filter peaks(Trace trace) {
        return Filter.of("ametadata=print:key=lavfi.astats.Overall.Peak_level:file=" + traces.file(trace));
    }
}
