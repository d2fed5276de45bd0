package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.plan.Guarded;
import io.reelbench.engine.preview.wire.Answer.Reason;
import io.reelbench.engine.preview.wire.Source;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/** Opens files, behind the same allow-lists as every run of ffmpeg. */
final class Input {

    private Input() {}

    /** @param thorough whether streams are looked into where the container does not tell enough */
    static AVFormatContext open(Source source, boolean thorough) throws Unable {
        AVFormatContext file = new AVFormatContext(null);
        AVDictionary options = new AVDictionary(null);
        avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
        avutil.av_dict_set(options, "format_whitelist", Guarded.DEMUXERS, 0);
        AVInputFormat demuxer = null;
        if (!source.demuxer().isEmpty()) {
            demuxer = avformat.av_find_input_format(source.demuxer());
            if (source.demuxer().equals("image2")) {
                avutil.av_dict_set(options, "pattern_type", "none", 0);
            }
        }
        if (source.demuxer().equals("avi")) {
            // AVI stores decode times only
            avutil.av_dict_set(options, "fflags", "+genpts", 0);
        }
        try {
            Unable.unless(avformat.avformat_open_input(file, "file:" + source.path(), demuxer, options), Reason.CANNOT_OPEN);
        } finally {
            avutil.av_dict_free(options);
        }
        try {
            if (thorough || !tellsEnough(file, source.track())) {
                Unable.unless(avformat.avformat_find_stream_info(file, (AVDictionary) null), Reason.CANNOT_OPEN);
            }
            if (source.track() >= file.nb_streams()) {
                throw new Unable(Reason.NO_TRACK, "track " + source.track() + " of " + file.nb_streams());
            }
        } catch (Unable broken) {
            avformat.avformat_close_input(file);
            throw broken;
        }
        return file;
    }

    private static boolean tellsEnough(AVFormatContext file, int track) {
        String name = file.iformat().name().getString();
        boolean indexed = name.startsWith("mov") || name.startsWith("matroska");
        if (!indexed || track >= file.nb_streams()) {
            return false;
        }
        AVCodecParameters form = file.streams(track).codecpar();
        // a container that claims too much is not believed before the stream itself was asked
        return form.codec_id() > 0 && form.width() > 0 && (long) form.width() * form.height() <= Film.MOST_PIXELS;
    }
}
