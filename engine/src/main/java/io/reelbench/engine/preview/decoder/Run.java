package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Answer.Reason;
import io.reelbench.engine.preview.wire.Making;
import io.reelbench.engine.preview.wire.Source;
import io.reelbench.engine.preview.wire.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Sends frames through filters until the one comes out that is on screen at the time that is asked for: filters may look at frames before
 * and behind, and frames may come out at other times than they went in.
 */
final class Run {

    /** Containers round times to whole ticks, Matroska's are milliseconds. */
    private static final long ROUNDING = 600;

    private final Reel reel;
    private final Job job;
    private final Source source;
    private final Making making;
    private final Making.Run run;
    private AVFrame best;
    private boolean past;

    Run(Reel reel, Job job, Source source, Making making) {
        this.reel = reel;
        this.job = job;
        this.source = source;
        this.making = making;
        this.run = making.run();
    }

    /**
     * The frame behind the filters, for the caller to free.
     *
     * @param held the frame on screen in the clip
     */
    AVFrame frame(Held held) throws Unable, Job.Unwanted {
        Held now = run.single() ? held : reel.find(Spot.AT, run.fromUs(), job);
        AVRational shape = new AVRational().num((int) source.shapeNum()).den((int) source.shapeDen());
        AVRational rate = new AVRational().num((int) run.rate().num()).den((int) run.rate().den());
        try (Beside beside = new Beside(chain(), making.files());
                Graph graph = Graph.of(now.frame(), shape, reel.tick(), rate, beside.chain())) {
            feed(graph, now, shape);
            Optional<Held> next = run.single() ? Optional.empty() : reel.after(now, job);
            while (!past && next.isPresent() && next.get().us() < run.toUs()) {
                job.goesOn();
                feed(graph, next.get(), shape);
                next = past ? Optional.empty() : reel.after(next.get(), job);
            }
            if (!past) {
                graph.finish();
                take(graph);
            }
            if (best == null) {
                throw new Unable(Reason.BAD_FILTER, "nothing came out of the filters");
            }
            return best;
        } catch (Unable | Job.Unwanted | RuntimeException broken) {
            if (best != null) {
                avutil.av_frame_free(best);
            }
            throw broken;
        }
    }

    private void feed(Graph graph, Held held, AVRational shape) throws Unable {
        AVFrame own = avutil.av_frame_clone(held.frame());
        own.pts(reel.ticks(held, run.shiftUs()));
        own.sample_aspect_ratio(shape);
        try {
            graph.feed(own);
        } finally {
            avutil.av_frame_free(own);
        }
        take(graph);
    }

    /** Keeps the last frame that begins by the time asked for; the first one of all is on screen before its time. */
    private void take(Graph graph) {
        for (AVFrame next = graph.take(); next != null; next = graph.take()) {
            past = !run.single() && graph.us(next) > run.outUs() + ROUNDING;
            if (past && best != null) {
                avutil.av_frame_free(next);
                return;
            }
            if (best != null) {
                avutil.av_frame_free(best);
            }
            best = next;
            if (past) {
                return;
            }
        }
    }

    private String chain() {
        List<String> chain = new ArrayList<>(List.of(upright(source), making.filters()));
        if (!making.pixels().isEmpty()) {
            chain.add("format=" + making.pixels());
        }
        chain.removeIf(String::isEmpty);
        return chain.isEmpty() ? "null" : String.join(",", chain);
    }

    /** What ffmpeg does first of all: the picture is turned upright. */
    private static String upright(Source source) {
        List<String> turns = new ArrayList<>();
        if (source.flipped()) {
            turns.add("vflip");
        }
        turns.addAll(switch (source.rotation()) {
            case 90 -> List.of("transpose=clock");
            case 180 -> List.of("hflip", "vflip");
            case 270 -> List.of("transpose=cclock");
            default -> List.of();
        });
        return String.join(",", turns);
    }
}
