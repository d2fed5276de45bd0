package io.reelbench.app.look;

import io.reelbench.engine.problem.Failure;

/** Why nothing can be made of a clip, so short that it fits its row: the name stands above. Pure. */
public final class WhyNot {

    private WhyNot() {}

    public static String of(Failure failure) {
        return switch (failure) {
            case Failure.Missing _ -> "File is not there";
            case Failure.EmptyFile _ -> "Empty file, 0 bytes";
            case Failure.NotMedia _ -> "Not a picture, sound or film";
            case Failure.Refused _ -> "A playlist or script, not a clip";
            case Failure.Damaged(String _, String reason) -> sentence(reason);
            case Failure.Encrypted _ -> "Encrypted, cannot be read";
            case Failure.Unsupported(String _, String codec) -> "Cannot decode " + codec;
            case Failure.TooLarge(String _, String is, String _) -> "Too large: " + is;
            case Failure.NoRead _ -> "No permission to read it";
            case Failure.Unreadable(String _, String reason) -> sentence(reason);
            case Failure.Stalled _ -> "The disk does not answer";
            default -> failure.headline().toString();
        };
    }

    /** Its first half: what follows a colon is for the tool-tip. */
    private static String sentence(String reason) {
        String first = reason.split(":", 2)[0].strip();
        return first.isEmpty() ? "Cannot be read" : Character.toUpperCase(first.charAt(0)) + first.substring(1);
    }
}
