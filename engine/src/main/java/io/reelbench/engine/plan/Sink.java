package io.reelbench.engine.plan;

import io.reelbench.engine.media.Track;
import io.reelbench.engine.raw.RawCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What an edit ends in. Each sink has a chain of its own, so that several can share one decode. */
public sealed interface Sink {

    /** The operation that asked for it, for names and messages. */
    String label();

    Chain chain();

    /**
     * A film or sound file.
     *
     * @param sounds       its sound tracks before one is chosen
     * @param alwaysEncode whether the picture is encoded even when it could be copied
     * @param ifLarger     what to do when the result is no smaller than the source
     * @param cover        whether a cover picture is kept where it can live
     * @param folder       a folder of its own below that of the outputs, where it keeps the very name of its clip; empty for none
     */
    record FileSink(String label, Chain chain, List<Heard> sounds, FileForm form, VideoCoding video, RateControl rate,
            SoundCoding sound,
            TrackSelection tracks, boolean alwaysEncode,
            IfLarger ifLarger, boolean cover, String folder) implements Sink {

        /** Only this part of the timeline of its sounds. */
        FileSink within(Range part) {
            List<Heard> cut = sounds.stream().map(heard -> heard.cut(List.of(part))).toList();
            return new FileSink(label, chain, cut, form, video, rate, sound, tracks, alwaysEncode, ifLarger, cover, folder);
        }

        /** With the cover picture, where it can live. */
        public FileSink(String label, Chain chain, List<Heard> sounds, FileForm form, VideoCoding video, RateControl rate,
                SoundCoding sound, TrackSelection tracks, boolean alwaysEncode, IfLarger ifLarger) {
            this(label, chain, sounds, form, video, rate, sound, tracks, alwaysEncode, ifLarger, true, "");
        }

        /** The same whatever its size. */
        FileSink writing() {
            return new FileSink(label, chain, sounds, form, video, rate, sound, tracks, alwaysEncode, IfLarger.WRITE, cover,
                    folder);
        }
    }

    /**
     * One picture.
     *
     * @param atUs  when, on the timeline of the edit; empty for a source that is itself a picture, of which the first frame is taken
     * @param keeps whether colour profile and camera data are kept as far as the format can
     */
    record StillSink(String label, Chain chain, StillForm form, OptionalLong atUs, Pick pick, boolean keeps) implements Sink {
    }

    /** Findings instead of a film: what is measured or found is written down. */
    record ReportSink(String label, Report report) implements Sink {

        @Override
        public Chain chain() {
            return Chain.EMPTY;
        }
    }

    /**
     * A picture file that moves.
     *
     * @param part of the timeline; empty for all of it
     */
    record GifSink(String label, Chain chain, Optional<Range> part, GifForm form) implements Sink {
    }

    /**
     * Many pictures out of a film.
     *
     * @param part of the timeline; empty for all of it. Times of {@code taking} count from its first moment
     */
    record FramesSink(String label, Chain chain, Optional<Range> part, StillForm form, Taking taking, Packing packing,
            PictureNames names) implements Sink {
    }

    /**
     * Many small pictures of a film side by side.
     *
     * @param part of the timeline; empty for all of it
     */
    record SheetSink(String label, Chain chain, Optional<Range> part, StillForm form, SheetForm sheet) implements Sink {
    }

    /**
     * A drawn sound.
     *
     * @param heard the sound
     * @param part  of the timeline; empty for all of it
     */
    record WaveSink(String label, Heard heard, Optional<Range> part, WaveForm wave) implements Sink {

        @Override
        public Chain chain() {
            return Chain.EMPTY;
        }
    }

    /**
     * One output of a command that a person wrote. The first of them runs the command, for all.
     *
     * @param command that was found safe
     * @param output  its place among the command's outputs, from 0; those of one folder are one product
     * @param beside  the files that the command reads beside the clip, by the names of their placeholders
     */
    record RawSink(String label, RawCommand command, int output, Map<String, Path> beside) implements Sink {

        @Override
        public Chain chain() {
            return Chain.EMPTY;
        }
    }

    /**
     * One track of subtitles as a file of its own.
     *
     * @param offsetUs how much later its cues come, in microseconds
     */
    record SubtitleSink(String label, Track.Subtitle track, SubtitleForm.Format format, long offsetUs,
            SubtitleForm.Charset charset) implements Sink {

        @Override
        public Chain chain() {
            return Chain.EMPTY;
        }
    }

    /** Which frame near the asked-for time. */
    enum Pick {
        EXACT, KEYFRAME, BEST
    }

    /** What to do when a compressed file is no smaller than its source. */
    enum IfLarger {
        KEEP_SOURCE, WRITE, FAIL
    }
}
