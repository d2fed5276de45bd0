package io.reelbench.engine.plan;

import io.reelbench.engine.plan.Expect.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is to be found out about a clip as it is at the end of the steps, and how it is written down. */
public sealed interface Report {

    Form form();

    /**
     * How loud its sound tracks are, by EBU R 128.
     *
     * @param standard what they are held against; empty for nothing
     * @param series   whether the meters' readings are wanted too
     * @param sounds   the tracks
     * @param numbers  their numbers among the sound tracks, from 1
     */
    record Loudness(Form form, Optional<LoudnessStandard> standard, boolean series, List<Heard> sounds, List<Integer> numbers)
            implements
                Report {
    }

    /**
     * Where something happens.
     *
     * @param kinds          what is looked for
     * @param sceneThreshold how unlike two frames are at a cut, 0 to 100
     * @param blackUs        shortest black, in microseconds
     * @param blackLevel     up to how light a pixel is black, as a share of white, 0 to 1
     * @param silenceUs      shortest silence, in microseconds
     * @param silenceLevel   up to how loud it is silent, in dBFS
     * @param freezeUs       shortest standstill, in microseconds
     */
    record Events(Form form, Set<Event> kinds, double sceneThreshold, long blackUs, double blackLevel, long silenceUs,
            double silenceLevel, long freezeUs) implements Report {
    }

    /** What the file is. All of it is known from the clip. */
    record Facts(Form form) implements Report {
    }

    /** What can be looked for. */
    enum Event {
        SCENES, BLACK, SILENCE, FREEZE, CROP, INTERLACE;

        public boolean isHeard() {
            return this == SILENCE;
        }
    }

    /** How a report is written. */
    enum Form {
        TEXT("txt", Syntax.PLAIN), JSON("json", Syntax.JSON), CSV("csv", Syntax.CSV),
        /** CMX 3600: the shots as events, all else as markers. */
        EDL("edl", Syntax.PLAIN),
        /** ffmpeg's own text of chapters. */
        CHAPTERS("txt", Syntax.PLAIN),
        /** ffprobe's JSON as it came. */
        FFPROBE("json", Syntax.JSON);

        private final String extension;
        private final Syntax syntax;

        Form(String extension, Syntax syntax) {
            this.extension = extension;
            this.syntax = syntax;
        }

        /** Without a dot. */
        public String extension() {
            return extension;
        }

        public Syntax syntax() {
            return syntax;
        }
    }
}
