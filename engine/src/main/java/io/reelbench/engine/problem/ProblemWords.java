package io.reelbench.engine.problem;

/** The sentences of {@link Failure}. */
enum ProblemWords implements Message {
    INVALID("“{0}” cannot be done with these settings: {1}."), INVALID_FIX("Change the setting and add it again."),
    MISSING("{0} is not there any more."), MISSING_FIX("Put the file back, or add it again from its new place."),
    EMPTY_FILE("{0} is empty (0 bytes)."), EMPTY_FILE_FIX("Copy the file again from where it came from."),
    NOT_MEDIA("{0} is not a picture, sound or film that can be opened: {1}."),
    NOT_MEDIA_FIX("Check that it is the right file, and that it plays elsewhere."),
    REFUSED("{0} is a playlist or a script, not a clip: opening it would open other files."),
    REFUSED_FIX("Add the clips that it names instead."),
    DAMAGED("{0} is damaged: {1}."),
    DAMAGED_FIX("Copy it again from the card or camera; if that is all there is, try a repair tool."),
    ENCRYPTED("{0} is encrypted, so its picture and sound cannot be read."),
    ENCRYPTED_FIX("Export it without protection from where it was bought or made."),
    NO_LETTERS("Text cannot be drawn on this machine: {0}."),
    NO_LETTERS_FIX("Start the program with its own launcher, or install fontconfig and a font."),
    UNSUPPORTED("{0} uses {1}, which this program cannot decode."),
    UNSUPPORTED_FIX("Convert it with the program that made it, for example to H.264 in MP4."),
    TOO_LARGE("{0} is {1}, more than this program opens ({2})."), TOO_LARGE_FIX("Make it smaller in the program that made it."),
    NO_READ("{0} may not be read by you."),
    NO_READ_FIX("Give yourself permission to read it, or copy it to a folder of your own."),
    NO_WRITE("{0} may not be written by you."),
    NO_WRITE_FIX("Choose another folder, or give yourself permission to write there."),
    NO_FOLDER("The folder {0} is not there and cannot be made."), NO_FOLDER_FIX("Choose another folder."),
    DISK_FULL("The disk of {0} is full."), DISK_FULL_FIX("Free some space or choose another disk, then retry."),
    INCOMPLETE("The output is {0} long but should be {1}: {2} seems to end early or to be damaged."),
    INCOMPLETE_FIX("Check whether the clip plays to its end; trim it to the part that does."),
    NOT_AS_PLANNED("The output of {0} is not as planned: {1}."),
    NOT_AS_PLANNED_FIX("Retry; if it happens again, please report it with the log."),
    INPUT_CHANGED("{0} changed while it was being read."),
    INPUT_CHANGED_FIX("Wait until it is copied or recorded to its end, then retry."),
    EXISTS("{0} is already there."), EXISTS_FIX("Choose another name, or let it be renamed."),
    TOO_BIG("{0} would be {1}, more than the {2} that were asked for."),
    TOO_BIG_FIX("Ask for more room, a smaller picture or a shorter part."),
    LARGER("The compressed {0} is not smaller than the original ({1} against {2})."),
    LARGER_FIX("Use a lower quality, or keep the original."),
    STALLED("ffmpeg made no progress for {0} s with {1}."),
    STALLED_FIX("Check the disk or network drive that it lies on, then retry."),
    CRASHED("ffmpeg stopped unexpectedly with {0} ({1})."),
    CRASHED_FIX("Retry; if it happens again, please report it with the log."),
    NO_PICTURE("{0} has no picture."), NO_PICTURE_FIX("Choose a clip with a picture."),
    NOT_SHOWN("What {0} clips become together cannot be shown before it is made."),
    NOT_SHOWN_FIX("Look at the clips one by one, or make a short part of it first."),
    NO_SOUND("{0} has no sound."), NO_SOUND_FIX("Choose a clip with sound."),
    PREVIEW_CRASHED("The preview of {0} failed twice: something in it brings the decoder down."),
    PREVIEW_CRASHED_FIX("It may be damaged; try another moment, or another clip."),
    NO_MEMORY("There was not enough memory for {0}."),
    NO_MEMORY_FIX("Close other programs or run fewer tasks at once, then retry."),
    UNREADABLE("{0} could not be read: {1}."), UNREADABLE_FIX("Check the disk or network drive that it lies on, then retry."),
    BUSY("The queue in {0} is open in another window."), BUSY_FIX("Use that window, or close it first."),
    NO_ACCOUNT("There is no account “{0}”."), NO_ACCOUNT_FIX("Add the account, or run it on this computer."),
    NO_KEY("The key of the account “{0}” is not known here."), NO_KEY_FIX("Enter the key of the account, then retry."),
    KEY_REFUSED("“{0}” does not take the key."), KEY_REFUSED_FIX("Enter a valid key for the account, then retry."),
    NO_CREDIT("The account “{0}” has too little credit: {1}."),
    NO_CREDIT_FIX("Top it up, then retry; or run it on this computer."),
    OVER_BUDGET("It would cost {0} on “{1}”, of which {2} are spent this month; {3} is the most you allowed."),
    OVER_BUDGET_FIX("Raise the monthly limit of the account, or run it on this computer."),
    UNREACHABLE("{0} cannot be reached: {1}."), UNREACHABLE_FIX("Check the address of the account and the network, then retry."),
    REMOTE_FAILED("“{0}” could not do it: {1}."),
    REMOTE_FAILED_FIX("Change what it names and retry, or run it on this computer."),
    REMOTE_REFUSED("“{0}” refused it: {1}."), REMOTE_REFUSED_FIX("Change what it names and retry, or run it on this computer."),
    GARBLED("“{0}” gave an answer that cannot be understood: {1}."),
    GARBLED_FIX("Check the address of the account; if it is right, retry later."),
    ANSWER_LOST("It was sent to “{0}”, but the answer was lost: the work may be done there or not."),
    ANSWER_LOST_FIX("Check it on the pages of the service, or send it again, which may cost twice."),
    RESULT_GONE("“{0}” does not have the result any more."), RESULT_GONE_FIX("Send it again."),
    UNSAFE_ADDRESS("“{0}” named an address that it must not name: {1}."),
    UNSAFE_ADDRESS_FIX("Nothing was fetched from there; check the address of the account."),
    INTERNAL("Something went wrong in the program itself: {0}."),
    INTERNAL_FIX("Please report it with the log; the file was not touched.");

    private final String english;

    ProblemWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
