package io.reelbench.app.shell;

import io.reelbench.engine.problem.Problem;

/** Why a step is not for a clip, in a few words: its title and the clip are in sight. */
final class WhyNotStep {

    private WhyNotStep() {}

    static String of(Problem problem) {
        return switch (problem.text().key()) {
            case "operation.needs-film" -> ShellWords.NEEDS_FILM.say();
            case "operation.needs-either" -> ShellWords.NEEDS_EITHER.say();
            case "operation.not-a-sound" -> ShellWords.NOT_A_SOUND.say();
            case "operation.not-hdr" -> ShellWords.NEEDS_HDR.say();
            default -> byCode(problem);
        };
    }

    private static String byCode(Problem problem) {
        return switch (problem.code()) {
            case NEEDS_PICTURE -> ShellWords.NEEDS_PICTURE.say();
            case NEEDS_SOUND -> ShellWords.NEEDS_SOUND.say();
            case NEEDS_SUBTITLE -> ShellWords.NEEDS_SUBTITLES.say();
            case NEEDS_STILL -> ShellWords.NEEDS_STILL.say();
            default -> problem.text().toString();
        };
    }
}
