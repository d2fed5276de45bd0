package io.reelbench.engine.problem;

import static io.reelbench.engine.problem.ProblemWords.*;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why one file or one task could not be done: a value that says what happened to which file, what to do, and whether trying again
 * can help. Components are plain text and numbers, so that a failure can be stored and shown again in any language.
 */
public sealed interface Failure {

    /** What happened, to which file. One sentence. */
    Text headline();

    /** What the person can do. One sentence. */
    Text fix();

    /** Whether the same task may succeed without any change to it. */
    default boolean retryable() {
        return false;
    }

    /** Settings that do not fit the clip. */
    record Invalid(String what, List<Problem> problems) implements Failure {
        public Text headline() {
            return INVALID.with(what, problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        }

        public Text fix() {
            return INVALID_FIX.with();
        }
    }

    record Missing(String file) implements Failure {
        public Text headline() {
            return MISSING.with(file);
        }

        public Text fix() {
            return MISSING_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    record EmptyFile(String file) implements Failure {
        public Text headline() {
            return EMPTY_FILE.with(file);
        }

        public Text fix() {
            return EMPTY_FILE_FIX.with();
        }
    }

    record NotMedia(String file, String reason) implements Failure {
        public Text headline() {
            return NOT_MEDIA.with(file, reason);
        }

        public Text fix() {
            return NOT_MEDIA_FIX.with();
        }
    }

    /** A playlist or script in disguise. */
    record Refused(String file) implements Failure {
        public Text headline() {
            return REFUSED.with(file);
        }

        public Text fix() {
            return REFUSED_FIX.with();
        }
    }

    record Damaged(String file, String reason) implements Failure {
        public Text headline() {
            return DAMAGED.with(file, reason);
        }

        public Text fix() {
            return DAMAGED_FIX.with();
        }
    }

    record Encrypted(String file) implements Failure {
        public Text headline() {
            return ENCRYPTED.with(file);
        }

        public Text fix() {
            return ENCRYPTED_FIX.with();
        }
    }

    /** A codec that the installed ffmpeg cannot decode. */
    record Unsupported(String file, String codec) implements Failure {
        public Text headline() {
            return UNSUPPORTED.with(file, codec);
        }

        public Text fix() {
            return UNSUPPORTED_FIX.with();
        }
    }

    /** A picture of more pixels, or a file of more tracks, than is opened. */
    record TooLarge(String file, String is, String limit) implements Failure {
        public Text headline() {
            return TOO_LARGE.with(file, is, limit);
        }

        public Text fix() {
            return TOO_LARGE_FIX.with();
        }
    }

    record NoRead(String file) implements Failure {
        public Text headline() {
            return NO_READ.with(file);
        }

        public Text fix() {
            return NO_READ_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    record NoWrite(String place) implements Failure {
        public Text headline() {
            return NO_WRITE.with(place);
        }

        public Text fix() {
            return NO_WRITE_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    record NoFolder(String folder) implements Failure {
        public Text headline() {
            return NO_FOLDER.with(folder);
        }

        public Text fix() {
            return NO_FOLDER_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    record DiskFull(String folder) implements Failure {
        public Text headline() {
            return DISK_FULL.with(folder);
        }

        public Text fix() {
            return DISK_FULL_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    /** The output is shorter than planned; lengths are printed times. */
    record Incomplete(String file, String is, String expected) implements Failure {
        public Text headline() {
            return INCOMPLETE.with(is, expected, file);
        }

        public Text fix() {
            return INCOMPLETE_FIX.with();
        }
    }

    record NotAsPlanned(String file, String difference) implements Failure {
        public Text headline() {
            return NOT_AS_PLANNED.with(file, difference);
        }

        public Text fix() {
            return NOT_AS_PLANNED_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    record InputChanged(String file) implements Failure {
        public Text headline() {
            return INPUT_CHANGED.with(file);
        }

        public Text fix() {
            return INPUT_CHANGED_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    record Exists(String file) implements Failure {
        public Text headline() {
            return EXISTS.with(file);
        }

        public Text fix() {
            return EXISTS_FIX.with();
        }
    }

    /** Does not fit under the asked-for size; sizes are printed. */
    record TooBig(String file, String is, String limit) implements Failure {
        public Text headline() {
            return TOO_BIG.with(file, is, limit);
        }

        public Text fix() {
            return TOO_BIG_FIX.with();
        }
    }

    /** Compressing made it larger, and the person asked to be told. */
    record Larger(String file, String is, String was) implements Failure {
        public Text headline() {
            return LARGER.with(file, is, was);
        }

        public Text fix() {
            return LARGER_FIX.with();
        }
    }

    record Stalled(String file, int seconds) implements Failure {
        public Text headline() {
            return STALLED.with(seconds, file);
        }

        public Text fix() {
            return STALLED_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    record Crashed(String file, String how) implements Failure {
        public Text headline() {
            return CRASHED.with(file, how);
        }

        public Text fix() {
            return CRASHED_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    /** A preview needs what the file has not. */
    record NoPicture(String file) implements Failure {
        public Text headline() {
            return NO_PICTURE.with(file);
        }

        public Text fix() {
            return NO_PICTURE_FIX.with();
        }
    }

    /** A preview shows frames of one file, and what several become together is none yet. */
    record NotShown(int clips) implements Failure {
        public Text headline() {
            return NOT_SHOWN.with(clips);
        }

        public Text fix() {
            return NOT_SHOWN_FIX.with();
        }
    }

    record NoSound(String file) implements Failure {
        public Text headline() {
            return NO_SOUND.with(file);
        }

        public Text fix() {
            return NO_SOUND_FIX.with();
        }
    }

    /** The decoder of previews ended twice over the same request. */
    record PreviewCrashed(String file) implements Failure {
        public Text headline() {
            return PREVIEW_CRASHED.with(file);
        }

        public Text fix() {
            return PREVIEW_CRASHED_FIX.with();
        }
    }

    record NoMemory(String file) implements Failure {
        public Text headline() {
            return NO_MEMORY.with(file);
        }

        public Text fix() {
            return NO_MEMORY_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    record Unreadable(String file, String reason) implements Failure {
        public Text headline() {
            return UNREADABLE.with(file, reason);
        }

        public Text fix() {
            return UNREADABLE_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    /** Another program has the queue. */
    record Busy(String folder) implements Failure {
        public Text headline() {
            return BUSY.with(folder);
        }

        public Text fix() {
            return BUSY_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    /** Java finds no way to draw text on this machine. */
    record NoLetters(String why) implements Failure {
        public Text headline() {
            return NO_LETTERS.with(why);
        }

        public Text fix() {
            return NO_LETTERS_FIX.with();
        }
    }

    /** An account that a task names was taken away. */
    record NoAccount(String account) implements Failure {
        public Text headline() {
            return NO_ACCOUNT.with(account);
        }

        public Text fix() {
            return NO_ACCOUNT_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    /** Nobody knows the key of an account any more. */
    record NoKey(String account) implements Failure {
        public Text headline() {
            return NO_KEY.with(account);
        }

        public Text fix() {
            return NO_KEY_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    /** A service does not take the key of an account. */
    record KeyRefused(String account) implements Failure {
        public Text headline() {
            return KEY_REFUSED.with(account);
        }

        public Text fix() {
            return KEY_REFUSED_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    /** An account has too little money or credit left; {@code said} are the words of the service. */
    record NoCredit(String account, String said) implements Failure {
        public Text headline() {
            return NO_CREDIT.with(account, said);
        }

        public Text fix() {
            return NO_CREDIT_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    /** It would pass what the person wants to spend in a month; all are printed amounts. */
    record OverBudget(String account, String cost, String spent, String cap) implements Failure {
        public Text headline() {
            return OVER_BUDGET.with(cost, account, spent, cap);
        }

        public Text fix() {
            return OVER_BUDGET_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    /** A server cannot be reached or trusted. */
    record Unreachable(String host, String why) implements Failure {
        public Text headline() {
            return UNREACHABLE.with(host, why);
        }

        public Text fix() {
            return UNREACHABLE_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    /** A service took a task and could not do it; {@code said} are its words. */
    record RemoteFailed(String account, String said) implements Failure {
        public Text headline() {
            return REMOTE_FAILED.with(account, said);
        }

        public Text fix() {
            return REMOTE_FAILED_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    /** A service does not take a request; {@code said} are its words. */
    record RemoteRefused(String account, String said) implements Failure {
        public Text headline() {
            return REMOTE_REFUSED.with(account, said);
        }

        public Text fix() {
            return REMOTE_REFUSED_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    /** A service answered what its own description does not allow. */
    record Garbled(String account, String what) implements Failure {
        public Text headline() {
            return GARBLED.with(account, what);
        }

        public Text fix() {
            return GARBLED_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    /** A task was sent and the answer was lost, and the service has no means to send it twice without doing it twice. */
    record AnswerLost(String account) implements Failure {
        public Text headline() {
            return ANSWER_LOST.with(account);
        }

        public Text fix() {
            return ANSWER_LOST_FIX.with();
        }
    }

    /** A service does not know a task any more, or its result is gone. */
    record ResultGone(String account) implements Failure {
        public Text headline() {
            return RESULT_GONE.with(account);
        }

        public Text fix() {
            return RESULT_GONE_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }

    /** A server wanted to send us to an address that is not for it to name. */
    record UnsafeAddress(String account, String address) implements Failure {
        public Text headline() {
            return UNSAFE_ADDRESS.with(account, address);
        }

        public Text fix() {
            return UNSAFE_ADDRESS_FIX.with();
        }
    }

    record Internal(String what) implements Failure {
        public Text headline() {
            return INTERNAL.with(what);
        }

        public Text fix() {
            return INTERNAL_FIX.with();
        }

        public boolean retryable() {
            return true;
        }
    }
}
