package io.reelbench.engine.media;

import io.reelbench.engine.problem.Text;
import java.util.List;

/** A file beside the clip that an operation names: what was found of it. */
public sealed interface SideFile {

    /** There is none, or it may not be read. */
    record Missing() implements SideFile {
    }

    /** It is there and is not what it should be. */
    record Unfit(Text why) implements SideFile {
    }

    /**
     * It is what it should be.
     *
     * @param bytes      size on disk
     * @param modifiedMs last change, milliseconds since 1970
     */
    record Table(long bytes, long modifiedMs) implements SideFile {
    }

    /**
     * A list of chapters.
     *
     * @param marks in order of time; times are of the timeline on which they are to stand
     */
    record Chapters(List<Media.Chapter> marks) implements SideFile {
    }

    /**
     * A picture or clip that is to lie over others.
     *
     * @param demuxer ffmpeg's name
     * @param picture its track
     * @param media   all of it
     */
    record Mark(String demuxer, Track.Video picture, Media media) implements SideFile {

        /** Whether it does not move. */
        public boolean still() {
            return media.still();
        }
    }

    /**
     * A picture.
     *
     * @param codec ffmpeg's name
     * @param bytes size on disk
     */
    record Picture(String codec, Size size, long bytes) implements SideFile {
    }

    /**
     * Subtitles.
     *
     * @param charset in which its letters are bytes
     */
    record Cues(CueFormat format, java.nio.charset.Charset charset) implements SideFile {
    }

    /** Texts of subtitles. */
    enum CueFormat {
        SUBRIP("subrip", "srt"), WEBVTT("webvtt", "webvtt"), ASS("ass", "ass");

        private final String codec;
        private final String demuxer;

        CueFormat(String codec, String demuxer) {
            this.codec = codec;
            this.demuxer = demuxer;
        }

        /** ffmpeg's name. */
        public String codec() {
            return codec;
        }

        /** ffmpeg's name. */
        public String demuxer() {
            return demuxer;
        }
    }

    /** A clip, sound or picture that is read beside the clip. */
    record Clip(Media media) implements SideFile {
    }

    /**
     * A text.
     *
     * @param bytes as they are, each as one character
     */
    record Lines(String bytes) implements SideFile {
    }
}
