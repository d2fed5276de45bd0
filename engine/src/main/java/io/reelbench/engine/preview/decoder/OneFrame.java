package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Answer.Reason;
import io.reelbench.engine.preview.wire.Making;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** Encodes one frame as a keyframe with the real encoder and decodes it again, so that what the encoder loses is seen. */
final class OneFrame implements AutoCloseable {

    /** The encoder does not start here. */
    static final class NoEncoder extends Exception {
        private static final long serialVersionUID = 1;

        NoEncoder(String why) {
            super(why);
        }
    }

    /** ffmpeg's unit of a fixed quantiser. */
    private static final int LAMBDA = 118;
    /** Encoders that cut a frame into parts for their threads; others would wait for further frames. */
    private static final List<String> PARTS = List.of("libvpx-vp9", "libaom-av1", "libsvtav1", "prores_ks", "dnxhd", "ffv1");

    private final AVFrame frame;
    private final Making making;
    private final AVCodecContext encoder;
    private long bytes;

    OneFrame(AVFrame frame, Making making) throws NoEncoder {
        this.frame = frame;
        this.making = making;
        this.encoder = opened();
    }

    private AVCodecContext opened() throws NoEncoder {
        AVCodec codec = avcodec.avcodec_find_encoder_by_name(making.encoder());
        if (codec == null || codec.isNull()) {
            throw new NoEncoder(making.encoder());
        }
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        AVDictionary options = new AVDictionary(null);
        try {
            describe(context);
            for (int i = 0; i + 1 < making.options().size(); i += 2) {
                option(context, options, making.options().get(i), making.options().get(i + 1));
            }
            if (avcodec.avcodec_open2(context, codec, options) < 0) {
                throw new NoEncoder(making.encoder());
            }
            return context;
        } catch (NoEncoder none) {
            avcodec.avcodec_free_context(context);
            throw none;
        } finally {
            avutil.av_dict_free(options);
        }
    }

    private void describe(AVCodecContext context) {
        boolean rated = making.rate().num() > 0;
        AVRational rate = new AVRational().num(rated ? (int) making.rate().num() : 25).den(rated ? (int) making.rate().den() : 1);
        context.width(frame.width());
        context.height(frame.height());
        context.pix_fmt(frame.format());
        context.sample_aspect_ratio(frame.sample_aspect_ratio());
        context.color_range(frame.color_range());
        context.colorspace(frame.colorspace());
        context.color_primaries(frame.color_primaries());
        context.color_trc(frame.color_trc());
        context.framerate(rate);
        context.time_base(new AVRational().num(rate.den()).den(rate.num()));
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        context.thread_count(PARTS.contains(making.encoder()) ? 2 : 1);
    }

    private static void option(AVCodecContext context, AVDictionary options, String name, String value) {
        if (name.equals("q")) {
            context.flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE);
            context.global_quality((int) (LAMBDA * Double.parseDouble(value)));
        } else {
            avutil.av_dict_set(options, name, value, 0);
        }
    }

    long bytes() {
        return bytes;
    }

    /** The frame as it comes back, for the caller to free. */
    AVFrame made() throws Unable {
        AVFrame own = avutil.av_frame_clone(frame);
        try {
            own.pts(0);
            own.pict_type(avutil.AV_PICTURE_TYPE_I);
            own.quality(encoder.global_quality());
            Unable.unless(avcodec.avcodec_send_frame(encoder, own), Reason.BROKEN);
            Unable.unless(avcodec.avcodec_send_frame(encoder, null), Reason.BROKEN);
        } finally {
            avutil.av_frame_free(own);
        }
        AVCodecContext decoder = decoder();
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            while (avcodec.avcodec_receive_packet(encoder, packet) >= 0) {
                bytes += packet.size();
                avcodec.avcodec_send_packet(decoder, packet);
                avcodec.av_packet_unref(packet);
            }
            avcodec.avcodec_send_packet(decoder, null);
            return decoded(decoder);
        } finally {
            avcodec.av_packet_free(packet);
            avcodec.avcodec_free_context(decoder);
        }
    }

    private AVCodecContext decoder() throws Unable {
        AVCodec codec = avcodec.avcodec_find_decoder(encoder.codec_id());
        if (codec == null || codec.isNull()) {
            throw new Unable(Reason.NO_DECODER, making.encoder());
        }
        AVCodecContext decoder = avcodec.avcodec_alloc_context3(codec);
        AVCodecParameters form = avcodec.avcodec_parameters_alloc();
        try {
            Unable.unless(avcodec.avcodec_parameters_from_context(form, encoder), Reason.BROKEN);
            Unable.unless(avcodec.avcodec_parameters_to_context(decoder, form), Reason.BROKEN);
            decoder.thread_count(1);
            Unable.unless(avcodec.avcodec_open2(decoder, codec, (AVDictionary) null), Reason.NO_DECODER);
            return decoder;
        } catch (Unable broken) {
            avcodec.avcodec_free_context(decoder);
            throw broken;
        } finally {
            avcodec.avcodec_parameters_free(form);
        }
    }

    private AVFrame decoded(AVCodecContext decoder) throws Unable {
        AVFrame back = avutil.av_frame_alloc();
        int got = avcodec.avcodec_receive_frame(decoder, back);
        if (got < 0) {
            avutil.av_frame_free(back);
            Unable.unless(got, Reason.BROKEN);
        }
        if (back.colorspace() == avutil.AVCOL_SPC_UNSPECIFIED) {
            back.colorspace(frame.colorspace());
        }
        if (back.color_range() == avutil.AVCOL_RANGE_UNSPECIFIED) {
            back.color_range(frame.color_range());
        }
        return back;
    }

    @Override
    public void close() {
        avcodec.avcodec_free_context(encoder);
    }
}
