package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Answer.Reason;
import org.bytedeco.ffmpeg.avfilter.AVBufferSrcParameters;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** A chain of ffmpeg's filters for frames of one form. */
final class Graph implements AutoCloseable {

    static final AVRational MICROSECONDS = new AVRational().num(1).den(1_000_000);

    private final AVFilterGraph graph;
    private final AVFilterContext in;
    private final AVFilterContext out;

    private Graph(AVFilterGraph graph, AVFilterContext in, AVFilterContext out) {
        this.graph = graph;
        this.in = in;
        this.out = out;
    }

    /**
     * @param like  what the frames look like that go in
     * @param shape of a pixel
     * @param tick  what the frames' times are counted in
     * @param rate  frames a second; 0/1 when nobody knows
     * @param chain as ffmpeg spells it
     */
    static Graph of(AVFrame like, AVRational shape, AVRational tick, AVRational rate, String chain) throws Unable {
        AVFilterGraph graph = avfilter.avfilter_graph_alloc();
        graph.nb_threads(2);
        try {
            return joined(graph, source(graph, like, shape, tick, rate), "buffersink", chain);
        } catch (Unable bad) {
            avfilter.avfilter_graph_free(graph);
            throw bad;
        }
    }

    /**
     * The same for sound, with times in microseconds.
     *
     * @param like what the pieces of sound look like that go in
     */
    static Graph ofSound(AVFrame like, String chain) throws Unable {
        AVFilterGraph graph = avfilter.avfilter_graph_alloc();
        try {
            AVFilterContext in = avfilter.avfilter_graph_alloc_filter(graph, avfilter.avfilter_get_by_name("abuffer"), "in");
            AVBufferSrcParameters form = avfilter.av_buffersrc_parameters_alloc();
            try {
                form.format(like.format()).sample_rate(like.sample_rate()).time_base(MICROSECONDS);
                avutil.av_channel_layout_copy(form.ch_layout(), like.ch_layout());
                Unable.unless(avfilter.av_buffersrc_parameters_set(in, form), Reason.BAD_FILTER);
            } finally {
                avutil.av_channel_layout_uninit(form.ch_layout());
                avutil.av_free(form);
            }
            Unable.unless(avfilter.avfilter_init_dict(in, (AVDictionary) null), Reason.BAD_FILTER);
            return joined(graph, in, "abuffersink", chain);
        } catch (Unable bad) {
            avfilter.avfilter_graph_free(graph);
            throw bad;
        }
    }

    private static Graph joined(AVFilterGraph graph, AVFilterContext in, String sink, String chain) throws Unable {
        AVFilterInOut head = avfilter.avfilter_inout_alloc();
        AVFilterInOut tail = avfilter.avfilter_inout_alloc();
        try {
            AVFilterContext out = avfilter.avfilter_graph_alloc_filter(graph, avfilter.avfilter_get_by_name(sink), "out");
            Unable.unless(avfilter.avfilter_init_dict(out, (AVDictionary) null), Reason.BAD_FILTER);
            end(head, "in", in);
            end(tail, "out", out);
            Unable.unless(avfilter.avfilter_graph_parse_ptr(graph, chain, tail, head, null), Reason.BAD_FILTER);
            Unable.unless(avfilter.avfilter_graph_config(graph, null), Reason.BAD_FILTER);
            return new Graph(graph, in, out);
        } finally {
            avfilter.avfilter_inout_free(head);
            avfilter.avfilter_inout_free(tail);
        }
    }

    private static AVFilterContext source(AVFilterGraph graph, AVFrame like, AVRational shape, AVRational tick, AVRational rate)
            throws Unable {
        AVFilterContext in = avfilter.avfilter_graph_alloc_filter(graph, avfilter.avfilter_get_by_name("buffer"), "in");
        AVBufferSrcParameters form = avfilter.av_buffersrc_parameters_alloc();
        try {
            form.format(like.format()).width(like.width()).height(like.height()).time_base(tick)
                    .sample_aspect_ratio(shape)
                    .color_space(like.colorspace()).color_range(like.color_range());
            if (rate.num() > 0) {
                form.frame_rate(rate);
            }
            Unable.unless(avfilter.av_buffersrc_parameters_set(in, form), Reason.BAD_FILTER);
        } finally {
            avutil.av_free(form);
        }
        Unable.unless(avfilter.avfilter_init_dict(in, (AVDictionary) null), Reason.BAD_FILTER);
        return in;
    }

    private static void end(AVFilterInOut end, String name, AVFilterContext filter) {
        end.name(avutil.av_strdup(new BytePointer(name)));
        end.filter_ctx(filter);
        end.pad_idx(0);
    }

    /** Puts a frame in; it stays the caller's. */
    void feed(AVFrame frame) throws Unable {
        Unable.unless(avfilter.av_buffersrc_write_frame(in, frame), Reason.BAD_FILTER);
    }

    /** Nothing more will come. */
    void finish() throws Unable {
        Unable.unless(avfilter.av_buffersrc_add_frame(in, null), Reason.BAD_FILTER);
    }

    /** What is ready, for the caller to free; null when there is nothing. */
    AVFrame take() {
        AVFrame frame = avutil.av_frame_alloc();
        if (avfilter.av_buffersink_get_frame(out, frame) >= 0) {
            return frame;
        }
        avutil.av_frame_free(frame);
        return null;
    }

    /** When a frame that was taken is shown, in microseconds. */
    long us(AVFrame taken) {
        return avutil.av_rescale_q(taken.pts(), avfilter.av_buffersink_get_time_base(out), MICROSECONDS);
    }

    /** What becomes of one frame, where each gives one. */
    AVFrame through(AVFrame frame) throws Unable {
        feed(frame);
        AVFrame made = take();
        if (made == null) {
            throw new Unable(Reason.BAD_FILTER, "nothing came out of the filters");
        }
        return made;
    }

    @Override
    public void close() {
        avfilter.avfilter_graph_free(graph);
    }
}
