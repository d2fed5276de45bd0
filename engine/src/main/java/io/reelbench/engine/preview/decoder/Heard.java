package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Answer.Reason;
import io.reelbench.engine.preview.wire.Source;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/** A clip's sound from a moment on, as a speaker wants it: 48 kHz, stereo, 16 bits, without holes. Belongs to one thread. */
final class Heard implements AutoCloseable {

    /** Decoders need what comes before to be right at once. */
    private static final long BEFORE_US = 200_000;

    private final Film film;
    private final long fromUs;
    private final double speed;
    private final Job job;
    private Graph graph;
    private int format;
    private int rate;
    private int channels;
    private long made;
    private boolean ended;

    /**
     * @param fromUs the moment that the first sample belongs to
     * @param speed  as many times as fast, at the same pitch; 0.5 to 100
     */
    Heard(Source source, long fromUs, double speed, Job job) throws Unable {
        this.film = Film.open(source, Film.Use.EVERY_FRAME, Integer.MAX_VALUE);
        this.fromUs = fromUs;
        this.speed = speed;
        this.job = job;
        if (fromUs > 0 && !film.seek(Math.max(0, fromUs - BEFORE_US))) {
            film.rewind();
        }
    }

    /** The next samples; an empty array where there are none yet, null at the end. */
    byte[] next() throws Unable, Job.Unwanted {
        byte[] ready = taken();
        if (ready.length > 0) {
            return ready;
        } else if (ended) {
            return null;
        }
        AVFrame piece = film.next(job);
        if (piece == null) {
            ended = true;
            if (graph == null) {
                return null;
            }
            graph.finish();
            return taken();
        }
        try {
            return put(piece) ? taken() : ready;
        } finally {
            avutil.av_frame_free(piece);
        }
    }

    /** Whether it is not over before the first moment. */
    private boolean put(AVFrame piece) throws Unable {
        long pts = piece.best_effort_timestamp();
        if (pts == avutil.AV_NOPTS_VALUE || piece.sample_rate() <= 0) {
            return false;
        }
        long us = film.us(pts) - fromUs;
        if (us + piece.nb_samples() * 1_000_000L / piece.sample_rate() <= 0) {
            return false;
        }
        if (piece.ch_layout().order() == avutil.AV_CHANNEL_ORDER_UNSPEC) {
            avutil.av_channel_layout_default(piece.ch_layout(), piece.ch_layout().nb_channels());
        }
        if (graph == null || piece.format() != format || piece.sample_rate() != rate
                || piece.ch_layout().nb_channels() != channels) {
            begin(piece);
        }
        piece.pts(us);
        graph.feed(piece);
        return true;
    }

    private void begin(AVFrame like) throws Unable {
        if (graph != null) {
            graph.close();
        }
        format = like.format();
        rate = like.sample_rate();
        channels = like.ch_layout().nb_channels();
        String tempo = speed == 1 ? "" : ",atempo=" + speed;
        // what is missing at the beginning or in between is silence, what comes too early is left out
        long first = Math.round(made * speed);
        graph = Graph.ofSound(like, "aresample=" + Speaker.RATE + ":async=1:first_pts=" + first + tempo
                + ",aformat=sample_fmts=s16:channel_layouts=stereo:sample_rates=" + Speaker.RATE);
    }

    private byte[] taken() throws Unable {
        AVFrame out = graph == null ? null : graph.take();
        if (out == null) {
            return new byte[0];
        }
        try {
            if (out.sample_rate() != Speaker.RATE) {
                throw new Unable(Reason.BAD_FILTER, "sound at " + out.sample_rate());
            }
            byte[] bytes = new byte[out.nb_samples() * Speaker.FRAME_BYTES];
            out.data(0).get(bytes);
            made += out.nb_samples();
            return bytes;
        } finally {
            avutil.av_frame_free(out);
        }
    }

    @Override
    public void close() {
        if (graph != null) {
            graph.close();
        }
        film.close();
    }
}
