package io.reelbench.app.look;

import io.reelbench.engine.problem.Failure;

/** Why nothing can be made of a clip, so short that it fits its row: the name stands above. Pure. */
public final class WhyNot {

    private WhyNot() {}

    public static String of(Failure failure) {
        return switch (failure) {
            case Failure.Missing _ -> LookWords.NOT_THERE.say();
            case Failure.EmptyFile _ -> LookWords.EMPTY.say();
            case Failure.NotMedia _ -> LookWords.NOT_MEDIA.say();
            case Failure.Refused _ -> LookWords.PLAYLIST.say();
            case Failure.Damaged(String _, String reason) -> sentence(reason);
            case Failure.Encrypted _ -> LookWords.ENCRYPTED.say();
            case Failure.Unsupported(String _, String codec) -> LookWords.CANNOT_DECODE.say(codec);
            case Failure.TooLarge(String _, String is, String _) -> LookWords.TOO_LARGE.say(is);
            case Failure.NoRead _ -> LookWords.NO_PERMISSION.say();
            case Failure.Unreadable(String _, String reason) -> sentence(reason);
            case Failure.Stalled _ -> LookWords.NO_ANSWER.say();
            default -> failure.headline().toString();
        };
    }

    /** Its first half: what follows a colon is for the tool-tip. */
    private static String sentence(String reason) {
        String first = reason.split(":", 2)[0].strip();
        return first.isEmpty() ? LookWords.CANNOT_READ.say() : Character.toUpperCase(first.charAt(0)) + first.substring(1);
    }
}
