package io.reelbench.engine.preview.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.reelbench.engine.preview.wire.Answer.Reason;
import io.reelbench.engine.preview.wire.Source;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/** One open file with the decoder of one of its picture tracks. Belongs to one thread. All times are microseconds from the first frame. */
final class Film implements AutoCloseable {

    /** What it is opened for. */
    enum Use {
        /** Every frame, as good as it gets. */
        EVERY_FRAME,
        /** Every frame, as soon as it is due. */
        IN_TIME,
        /** The only picture of a file, as good as it gets. */
        ONE_PICTURE,
        /** Keyframes as small pictures. */
        SMALL_KEYFRAMES;

        private boolean all() {
            return this == EVERY_FRAME || this == IN_TIME;
        }

        private int threads() {
            return this == IN_TIME ? Math.clamp(Runtime.getRuntime().availableProcessors(), 2, MOST_THREADS) : 2;
        }
    }

    private static final int MOST_THREADS = 8;

    /** Rec. ITU-T H.264, A.2.11: profile_idc. */
    private static final int HIGH_444_PREDICTIVE = 244;

    /** No more is allocated for one picture; 134 million pixels are 512 MB in RGB. */
    static final long MOST_PIXELS = 1L << 27;
    private static final int AGAIN = avutil.AVERROR_EAGAIN();

    private final Source source;
    private final AVFormatContext file;
    private final AVStream stream;
    private final AVCodecContext codec;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final long num;
    private final long den;
    private long zeroUs;
    private boolean draining;
    /** Decode time of the last packet that was read, in the container's own units. */
    private long lastRead;

    private Film(Source source, AVFormatContext file, AVStream stream, AVCodecContext codec) {
        this.source = source;
        this.file = file;
        this.stream = stream;
        this.codec = codec;
        this.zeroUs = source.zeroUs();
        this.num = stream.time_base().num();
        this.den = stream.time_base().den();
    }

    /** @param shortest no side of the picture needs more pixels than this; only kept to by decoders that save work so */
    static Film open(Source source, Use use, int shortest) throws Unable {
        return open(source, source.track(), use, shortest);
    }

    static Film open(Source source, int track, Use use, int shortest) throws Unable {
        AVFormatContext file = Input.open(source, use.all());
        try {
            for (int i = 0; i < file.nb_streams(); i++) {
                file.streams(i).discard(i == track ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
            }
            AVStream stream = file.streams(track);
            Film film = new Film(source, file, stream, decoder(stream, use, shortest));
            if (isReadFromItsStart(stream.codecpar())) {
                film.seeFirst();
            }
            return film;
        } catch (Unable broken) {
            avformat.avformat_close_input(file);
            throw broken;
        }
    }

    /** H.264 of 4:4:4: early x264 wrote it in a way of its own and says so in the first frame only (libavcodec, x264_build below 151). */
    private static boolean isReadFromItsStart(AVCodecParameters form) {
        if (form.codec_id() != avcodec.AV_CODEC_ID_H264) {
            return false;
        }
        AVPixFmtDescriptor pixels = avutil.av_pix_fmt_desc_get(form.format());
        boolean full = pixels != null && !pixels.isNull() && pixels.nb_components() == 3 && pixels.log2_chroma_w() == 0;
        boolean said = form.extradata_size() > 1 && form.extradata().get(0) == 1
                && (form.extradata().get(1) & 0xFF) == HIGH_444_PREDICTIVE;
        return full || said;
    }

    /** Shows the decoder the first packet, whose note it keeps. */
    private void seeFirst() {
        int found;
        do {
            avcodec.av_packet_unref(packet);
            found = avformat.av_read_frame(file, packet);
        } while (found >= 0 && packet.stream_index() != stream.index());
        if (found >= 0) {
            send();
        }
        rewind();
    }

    private static AVCodecContext decoder(AVStream stream, Use use, int shortest) throws Unable {
        AVCodec decoder = avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
        if (decoder == null || decoder.isNull()) {
            throw new Unable(Reason.NO_DECODER, avcodec.avcodec_get_name(stream.codecpar().codec_id()).getString());
        }
        int width = stream.codecpar().width();
        int height = stream.codecpar().height();
        if ((long) width * height > MOST_PIXELS) {
            throw new Unable(Reason.TOO_LARGE, width + "×" + height);
        }
        AVCodecContext codec = avcodec.avcodec_alloc_context3(decoder);
        try {
            Unable.unless(avcodec.avcodec_parameters_to_context(codec, stream.codecpar()), Reason.NO_DECODER);
            codec.pkt_timebase(stream.time_base());
            codec.max_pixels(MOST_PIXELS);
            codec.thread_count(use.threads());
            if (!use.all()) {
                // one frame is wanted as soon as possible: threads that work on several frames would only wait for them
                codec.thread_type(AVCodecContext.FF_THREAD_SLICE);
            }
            if (use == Use.SMALL_KEYFRAMES) {
                codec.skip_loop_filter(avcodec.AVDISCARD_ALL);
                int halves = 0;
                while (halves < decoder.max_lowres() && Math.min(width, height) >> halves + 1 >= shortest) {
                    halves++;
                }
                codec.lowres(halves);
            }
            Unable.unless(avcodec.avcodec_open2(codec, decoder, (AVDictionary) null), Reason.NO_DECODER);
            return codec;
        } catch (Unable broken) {
            avcodec.avcodec_free_context(codec);
            throw broken;
        }
    }

    Source source() {
        return source;
    }

    String format() {
        return file.iformat().name().getString();
    }

    String codec() {
        return avcodec.avcodec_get_name(stream.codecpar().codec_id()).getString();
    }

    AVRational timeBase() {
        return stream.time_base();
    }

    /** Whether the first frame's time must be looked up: AVI stores decode times only, so the probe could not know it. */
    boolean hidesItsStart() {
        return source.demuxer().equals("avi");
    }

    /** From now on times count from this one, which was told so far. */
    void startsAt(long us) {
        zeroUs += us;
    }

    /** Half a unit of the container's clock, which rounds times to whole ones; where units are whole frames nothing is rounded. */
    long halfTick() {
        return Math.min(600, 500_000 * num / den + 1);
    }

    long us(long pts) {
        return avutil.av_rescale(pts, 1_000_000 * num, den) - zeroUs;
    }

    /** A stretch of time in ticks. */
    long ticks(long us) {
        return avutil.av_rescale(us, den, 1_000_000 * num);
    }

    /** How many ticks a time of the container is later than a time of the clip. */
    long ticks(long pts, long us) {
        return pts - ticks(us + zeroUs);
    }

    private long pts(long us) {
        return avutil.av_rescale_rnd(us + zeroUs, den, 1_000_000 * num, avutil.AV_ROUND_DOWN);
    }

    /** Goes to a place from which decoding can begin, at or before a time where the container knows one; false when it cannot. */
    boolean seek(long us) {
        avcodec.avcodec_flush_buffers(codec);
        draining = false;
        return avformat.av_seek_frame(file, stream.index(), pts(us), avformat.AVSEEK_FLAG_BACKWARD) >= 0;
    }

    /** The same for the very beginning. */
    boolean rewind() {
        avcodec.avcodec_flush_buffers(codec);
        draining = false;
        if (format().startsWith("mpeg")) {
            // a seek by time to the beginning loses the first packet of these
            return avformat.av_seek_frame(file, -1, 0, avformat.AVSEEK_FLAG_BYTE) >= 0;
        }
        long start = stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time();
        return avformat.av_seek_frame(file, stream.index(), Math.min(0, start), avformat.AVSEEK_FLAG_BACKWARD) >= 0;
    }

    /** Reads the next packet of the track into {@link #packet}; false at the end. */
    boolean read(Job job) throws Job.Unwanted {
        while (true) {
            job.goesOn();
            avcodec.av_packet_unref(packet);
            if (avformat.av_read_frame(file, packet) < 0) {
                return false;
            } else if (packet.stream_index() == stream.index()) {
                lastRead = packet.dts() != AV_NOPTS_VALUE ? packet.dts() : packet.pts();
                return true;
            }
        }
    }

    boolean packetIsKey() {
        return (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    }

    boolean packetIsHidden() {
        return (packet.flags() & AV_PKT_FLAG_DISCARD) != 0;
    }

    boolean packetHasTime() {
        return packet.pts() != AV_NOPTS_VALUE || packet.dts() != AV_NOPTS_VALUE;
    }

    /** When the packet is shown; when decoded, where the container says no more. */
    long packetUs() {
        return us(packet.pts() != AV_NOPTS_VALUE ? packet.pts() : packet.dts());
    }

    /** When the last packet that was read is decoded. */
    long lastReadUs() {
        return us(lastRead);
    }

    /** Gives the packet that was read to the decoder; what it makes of a broken one is its affair. */
    void send() {
        avcodec.avcodec_send_packet(codec, packet);
    }

    /** Nothing more will come: the decoder gives what it has. */
    void drain() {
        if (!draining) {
            draining = true;
            avcodec.avcodec_send_packet(codec, null);
        }
    }

    /** Lets the decoder go on after it was drained. */
    void restart() {
        avcodec.avcodec_flush_buffers(codec);
        draining = false;
    }

    /** What the decoder has ready; null when it wants more, or has no more. */
    AVFrame receive() {
        AVFrame frame = avutil.av_frame_alloc();
        int got = avcodec.avcodec_receive_frame(codec, frame);
        while (got < 0 && got != AGAIN && got != avutil.AVERROR_EOF() && draining) {
            got = avcodec.avcodec_receive_frame(codec, frame);
        }
        if (got >= 0) {
            return frame;
        }
        avutil.av_frame_free(frame);
        return null;
    }

    /** Decodes on to the next frame; null at the end. */
    AVFrame next(Job job) throws Job.Unwanted {
        while (true) {
            AVFrame frame = receive();
            if (frame != null || draining) {
                return frame;
            }
            if (read(job)) {
                send();
            } else {
                drain();
            }
        }
    }

    /**
     * When the next keyframe behind a decode time is decoded, by the container's index; the largest long when there is none.
     *
     * @param us a decode time
     */
    long nextIndexed(long us) {
        AVIndexEntry entry = avformat.avformat_index_get_entry_from_timestamp(stream, pts(us) + 1, 0);
        return entry == null || entry.isNull() ? Long.MAX_VALUE : us(entry.timestamp());
    }

    /** When the last keyframe at or before a decode time is decoded, by the container's index; the smallest long when there is none. */
    long lastIndexed(long us) {
        AVIndexEntry entry = avformat.avformat_index_get_entry_from_timestamp(stream, pts(us), avformat.AVSEEK_FLAG_BACKWARD);
        return entry == null || entry.isNull() ? Long.MIN_VALUE : us(entry.timestamp());
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(codec);
        avformat.avformat_close_input(file);
    }
}
