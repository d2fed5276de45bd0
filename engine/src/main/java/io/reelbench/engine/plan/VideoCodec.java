package io.reelbench.engine.plan;

import io.reelbench.engine.schema.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which codec a picture gets. */
public enum VideoCodec implements Word {
    /** Copied if nothing changes it and the container takes it, else the container's own. */
    AUTO("", "automatic"),
    /** Copied; anything that would change the picture is then an error. */
    COPY("", "copy"),
    /** No picture. */
    NONE("", "none"), H264("h264", "H.264", "avc", "x264"), H265("hevc", "H.265", "hevc", "x265"), AV1("av1", "AV1"),
    VP9("vp9", "VP9"), PRORES("prores",
            "ProRes"),
    DNXHR("dnxhd", "DNxHR", "dnxhd"), FFV1("ffv1", "FFV1"), MPEG2("mpeg2video", "MPEG-2"), MJPEG("mjpeg", "Motion JPEG");

    private final String ffmpeg;
    private final String title;
    private final List<String> synonyms;

    VideoCodec(String ffmpeg, String title, String... synonyms) {
        this.ffmpeg = ffmpeg;
        this.title = title;
        this.synonyms = List.of(synonyms);
    }

    /** ffmpeg's codec name; empty for the words that are no codec. */
    public String ffmpeg() {
        return ffmpeg;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }

    public boolean isCodec() {
        return !ffmpeg.isEmpty();
    }

    /** Our codec of ffmpeg's name, if it is one that we write. */
    static Optional<VideoCodec> of(String ffmpeg) {
        return Arrays.stream(values()).filter(c -> c.isCodec() && c.ffmpeg.equals(ffmpeg)).findFirst();
    }
}
