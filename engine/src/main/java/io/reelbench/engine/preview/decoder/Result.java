package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.preview.wire.Answer;
import io.reelbench.engine.preview.wire.Answer.Caveat;
import io.reelbench.engine.preview.wire.Answer.Reason;
import io.reelbench.engine.preview.wire.Making;
import io.reelbench.engine.preview.wire.Request;
import io.reelbench.engine.preview.wire.Source;
import io.reelbench.engine.preview.wire.Source.Light;
import io.reelbench.engine.preview.wire.Spot;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/** Shows what filters and an encoder make of one frame. */
final class Result {

    private final Display display;
    private final Canvas canvas;
    private final List<Caveat> caveats = new ArrayList<>();
    private long encodedBytes = -1;

    Result(Display display, Canvas canvas) {
        this.display = display;
        this.canvas = canvas;
    }

    Answer show(Job job, Request.Result request, Reel reel, Size within) throws Unable, Job.Unwanted {
        Making making = request.making();
        Held held = reel.find(Spot.AT, request.us(), job);
        long length = reel.lengthUs(held);
        List<Held> run = making.leadUs() == 0 ? List.of(held) : reel.run(held.us() - making.leadUs(), held.us(), job);
        if (making.leadUs() > 0 && run.getFirst().us() > Math.max(0, held.us() - making.leadUs())) {
            caveats.add(Caveat.TOO_FEW_BEFORE);
        }
        long us = held.us();
        boolean key = held.key();
        job.goesOn();
        AVFrame filtered = filtered(run, request.source(), making);
        AVFrame made = null;
        AVFrame shown = null;
        try {
            job.goesOn();
            made = encoded(filtered, making);
            job.goesOn();
            shown = display.show(made == null ? filtered : made, lie(filtered), light(filtered, request.source()), within);
            return new Answer.Shown(job.id(), canvas.lay(shown), us, length, key, encodedBytes, List.copyOf(caveats));
        } finally {
            avutil.av_frame_free(filtered);
            if (made != null) {
                avutil.av_frame_free(made);
            }
            if (shown != null) {
                avutil.av_frame_free(shown);
            }
        }
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

    private static AVFrame filtered(List<Held> run, Source source, Making making) throws Unable {
        List<String> chain = new ArrayList<>(List.of(upright(source), making.filters()));
        if (!making.pixels().isEmpty()) {
            chain.add("format=" + making.pixels());
        }
        chain.removeIf(String::isEmpty);
        AVFrame first = run.getFirst().frame();
        AVRational shape = new AVRational().num((int) source.shapeNum()).den((int) source.shapeDen());
        AVRational rate = new AVRational().num((int) making.rateNum()).den((int) making.rateDen());
        try (Graph graph = Graph.of(first, shape, rate, chain.isEmpty() ? "null" : String.join(",", chain))) {
            AVFrame last = null;
            for (Held held : run) {
                AVFrame own = avutil.av_frame_clone(held.frame());
                own.pts(held.us() - making.shiftUs());
                own.sample_aspect_ratio(shape);
                try {
                    graph.feed(own);
                } finally {
                    avutil.av_frame_free(own);
                }
                last = newest(graph, last);
            }
            graph.finish();
            last = newest(graph, last);
            if (last == null) {
                throw new Unable(Reason.BAD_FILTER, "nothing came out of the filters");
            }
            return last;
        }
    }

    private static AVFrame newest(Graph graph, AVFrame before) {
        AVFrame newest = before;
        for (AVFrame next = graph.take(); next != null; next = graph.take()) {
            if (newest != null) {
                avutil.av_frame_free(newest);
            }
            newest = next;
        }
        return newest;
    }

    /** Null when it is not encoded. */
    private AVFrame encoded(AVFrame filtered, Making making) throws Unable {
        if (making.encoder().isEmpty()) {
            return null;
        }
        try (OneFrame coder = new OneFrame(filtered, making)) {
            AVFrame made = coder.made();
            encodedBytes = coder.bytes();
            return made;
        } catch (OneFrame.NoEncoder none) {
            caveats.add(Caveat.NOT_ENCODED);
            return null;
        }
    }

    private static Display.Lie lie(AVFrame filtered) {
        AVRational shape = filtered.sample_aspect_ratio();
        return shape.num() > 0 && shape.den() > 0 ? new Display.Lie(0, false, shape.num(), shape.den()) : Display.Lie.UPRIGHT;
    }

    /** Filters may have made plain video of it. */
    private static Light light(AVFrame filtered, Source source) {
        return switch (filtered.color_trc()) {
            case avutil.AVCOL_TRC_UNSPECIFIED, avutil.AVCOL_TRC_SMPTE2084, avutil.AVCOL_TRC_ARIB_STD_B67 -> source.light();
            default -> Light.USUAL;
        };
    }
}
