package io.reelbench.engine.local;

import io.reelbench.engine.problem.Message;

/** What a run on this machine tells. */
enum LocalWords implements Message {
    BAD_RECIPE("the stored recipe cannot be read"), DECODE_ERRORS("{0} damaged places were read over; the first: {1}"),
    SCORE_FOUND("{0} {1} at crf {2}"),
    SCORE_MISSED("{0} {1} at crf {2} is the nearest that is sensible"),
    KEPT_SOURCE("It came out no smaller ({0} against {1}), so the source's streams were copied."),
    SPLICE_FAILED("Copied and encoded frames did not fit together here, so everything was encoded."),
    PIECES("{0} pieces came out instead of {1}"), UNREADABLE_PIECE("piece {0} cannot be read again"),
    NO_SCORE("what ffmpeg measured could not be read"), SILENT("The sound is silent; nothing was changed."),
    LOUDNESS_GAIN("Loudness {0} → {1} LUFS with one gain of {2} dB"),
    LOUDNESS_DYNAMIC("Loudness {0} → {1} LUFS; its peaks of {2} dBTP do not allow one gain, so it was levelled over time"),
    LOUDNESS_NARROWED("Loudness {0} → {1} LUFS; its range of {2} LU was to become {3}, so it was levelled over time"),
    LOUDNESS_AFTER("Sound {0} came out at {1} LUFS with a true peak of {2} dBTP"),
    PEAK_GAIN("Highest sample {0} → {1} dBFS, a gain of {2} dB");

    private final String english;

    LocalWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
