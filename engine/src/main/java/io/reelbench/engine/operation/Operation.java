package io.reelbench.engine.operation;

import io.reelbench.engine.plan.Edit;

/**
 * One thing that can be done to a clip. Its record components are its options (see {@link io.reelbench.engine.schema.Ask}); its
 * constructor without arguments gives their defaults. A new operation is one file, one name in {@code permits} and one test: form,
 * flags, JSON, reference page and validation follow from it.
 */
public sealed interface Operation permits Transcode, Compress, Scale, Trim, ExtractAudio, Thumbnail, Crop, Volume, Channels, Fade,
        Speed, ConvertImage, ResizeImage, Rotate, FrameRate, Deinterlace, Denoise, Sharpen, Gif, LoudnessReport, Detect, Probe,
        ColourAdjust, ToneMap, Lut, Frames, Loudness, ConvertAudio, ContactSheet, Metadata, Normalize, Proxy, Waveform, Raw,
        SubtitleExtract, Overlay, Mux, Slice, SubtitleBurn, Concat {

    /** What every face says of it. */
    About about();

    /**
     * The edit with this done to it. Pure: nothing is read, nothing runs. Whatever does not fit the clip goes into {@code problems}; the
     * edit returned is then of no use.
     */
    Edit apply(Edit edit, Problems problems);

    /** Whether it must know the time of every frame of a clip of variable rate. */
    default boolean countsFrames() {
        return false;
    }

    /** The id, for names and messages. */
    default String id() {
        return about().id();
    }
}
