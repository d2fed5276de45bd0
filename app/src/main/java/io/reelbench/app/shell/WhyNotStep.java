package io.reelbench.app.shell;

import io.reelbench.engine.problem.Problem;

/** Why a step is not for a clip, in a few words: its title and the clip are in sight. */
final class WhyNotStep {

    private WhyNotStep() {}

    static String of(Problem problem) {
        return switch (problem.text().key()) {
            case "operation.needs-film" -> "Needs a film";
            case "operation.needs-either" -> "Needs picture or sound";
            case "operation.not-a-sound" -> "For sound files; Sound only takes the sound out of a film";
            case "operation.not-hdr" -> "Needs HDR";
            default -> byCode(problem);
        };
    }

    private static String byCode(Problem problem) {
        return switch (problem.code()) {
            case NEEDS_PICTURE -> "Needs a picture";
            case NEEDS_SOUND -> "Needs sound";
            case NEEDS_SUBTITLE -> "Needs subtitles";
            case NEEDS_STILL -> "For picture files";
            default -> problem.text().toString();
        };
    }
}
