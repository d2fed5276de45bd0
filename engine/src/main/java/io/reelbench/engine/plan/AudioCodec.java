package io.reelbench.engine.plan;

import io.reelbench.engine.schema.Word;
import java.util.Arrays;
import java.util.Optional;

/** Which codec a sound track gets. */
public enum AudioCodec implements Word {
    /** Copied if nothing changes it and the container takes it, else the container's own. */
    AUTO("", "automatic"),
    /** Copied; anything that would change the sound is then an error. */
    COPY("", "copy"),
    /** No sound. */
    NONE("", "none"), AAC("aac", "AAC"), OPUS("opus", "Opus"), MP3("mp3", "MP3"), FLAC("flac", "FLAC"),
    ALAC("alac", "Apple Lossless"), AC3("ac3",
            "AC-3"),
    EAC3("eac3", "E-AC-3"), PCM("pcm", "PCM"), VORBIS("vorbis", "Vorbis");

    private final String ffmpeg;
    private final String title;

    AudioCodec(String ffmpeg, String title) {
        this.ffmpeg = ffmpeg;
        this.title = title;
    }

    /** ffmpeg's codec name ({@code pcm} stands for all of its PCM codecs); empty for the words that are no codec. */
    public String ffmpeg() {
        return ffmpeg;
    }

    @Override
    public String title() {
        return title;
    }

    public boolean isCodec() {
        return !ffmpeg.isEmpty();
    }

    public boolean isLossless() {
        return this == FLAC || this == ALAC || this == PCM;
    }

    /** Whether ffmpeg's name is this codec. */
    public boolean is(String codec) {
        return isCodec() && (this == PCM ? codec.startsWith("pcm_") : codec.equals(ffmpeg));
    }

    static Optional<AudioCodec> of(String ffmpeg) {
        return Arrays.stream(values()).filter(c -> c.is(ffmpeg)).findFirst();
    }
}
