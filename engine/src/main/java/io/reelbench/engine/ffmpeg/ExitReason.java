package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.problem.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says why a run of ffmpeg failed. ffmpeg 8 ends with 256 − errno, older ones with a plain 1, so the text is read as well. What is
 * said first counts most: later complaints follow from it.
 */
public final class ExitReason {

    private static final int NO_FILE = 254;
    private static final int IO_ERROR = 251;
    private static final int NO_PERMISSION = 243;
    private static final int DISK_FULL = 228;
    private static final int READ_ONLY = 226;
    private static final int QUOTA = 134;
    private static final int FILE_TOO_LARGE = 229;
    private static final int SIGXFSZ = 153;
    private static final int NO_MEMORY = 244;
    private static final int TRY_AGAIN = 245;
    private static final int INVALID_DATA = 183;
    private static final int TOO_MANY_ERRORS = 69;
    private static final int BAD_OPTION = 8;
    private static final int INVALID_ARGUMENT = 234;

    private static final Pattern NO_DECODER = Pattern
            .compile(
                    "(?:Decoder \\(codec (\\S+)\\) not found|Decoding requested, but no decoder found for: (\\S+)|no decoder could be found for codec (\\S+))");
    private static final Pattern OF_OUTPUT = Pattern
            .compile(
                    "\\[(out#|vost#|aost#|sost#).*|.*Error (opening output|submitting a packet to the muxer|writing|muxing|closing file).*");

    private ExitReason() {}

    /**
     * @param ran    what came of it; not a cancelled one
     * @param input  name of the clip, for people
     * @param folder where the output goes, for people
     */
    public static Failure of(Ran ran, String input, String folder) {
        if (ran.stalled()) {
            return new Failure.Stalled(input, (int) FfmpegRunner.Patience.USUAL.quiet().toSeconds());
        }
        return fromText(ran, input, folder).or(() -> fromCode(ran, input, folder)).orElseGet(() -> unknown(ran, input));
    }

    private static Optional<Failure> fromText(Ran ran, String input, String folder) {
        String text = ran.complaints();
        Matcher decoder = NO_DECODER.matcher(text);
        if (says(text, "No space left on device", "Disk quota exceeded", "File too large")) {
            return Optional.of(new Failure.DiskFull(folder));
        } else if (says(text, "Read-only file system")) {
            return Optional.of(new Failure.NoWrite(folder));
        } else if (says(text, "Permission denied", "Operation not permitted")) {
            return Optional.of(concerning(ran, "Permission denied") ? new Failure.NoWrite(folder) : new Failure.NoRead(input));
        } else if (says(text, "No such file or directory")) {
            return Optional.of(concerning(ran, "No such file") ? new Failure.NoFolder(folder) : new Failure.Missing(input));
        } else if (says(text, "Cannot allocate memory", "Out of memory", "malloc of size", "Resource temporarily unavailable")) {
            return Optional.of(new Failure.NoMemory(input));
        } else if (says(text, "Error reinitializing filters", "could not choose their formats")) {
            // ffmpeg calls this an input/output error; it is a fault of the plan and of no disk
            return Optional.of(unknown(ran, input));
        } else if (says(text, "Input/output error") && !concerning(ran, "Input/output error")) {
            return Optional.of(new Failure.Unreadable(input, FfmpegWords.DISK.say()));
        } else if (says(text, "encrypted", "Decryption key")) {
            return Optional.of(new Failure.Encrypted(input));
        } else if (decoder.find()) {
            return Optional.of(new Failure.Unsupported(input, first(decoder)));
        } else if (says(text, "moov atom not found")) {
            return Optional.of(new Failure.Damaged(input, FfmpegWords.NO_MOOV.say()));
        } else if (says(text, "Format not on whitelist", "not on whitelist")) {
            return Optional.of(new Failure.Refused(input));
        }
        return Optional.empty();
    }

    private static Optional<Failure> fromCode(Ran ran, String input, String folder) {
        return switch (ran.exitCode()) {
            case DISK_FULL, QUOTA, FILE_TOO_LARGE, SIGXFSZ -> Optional.of(new Failure.DiskFull(folder));
            case READ_ONLY, NO_PERMISSION -> Optional.of(new Failure.NoWrite(folder));
            case NO_FILE -> Optional.of(new Failure.Missing(input));
            case NO_MEMORY, TRY_AGAIN -> Optional.of(new Failure.NoMemory(input));
            case IO_ERROR -> Optional.of(new Failure.Unreadable(input, FfmpegWords.DISK.say()));
            case INVALID_DATA, TOO_MANY_ERRORS -> Optional.of(new Failure.Damaged(input, FfmpegWords.BAD_DATA.say(telling(ran))));
            case BAD_OPTION, INVALID_ARGUMENT -> Optional.of(new Failure.Internal(FfmpegWords.NOT_ACCEPTED.say(telling(ran))));
            default -> Optional.empty();
        };
    }

    /** Signals are 129 to 159; above that errno counts down from 256. */
    private static Failure unknown(Ran ran, String input) {
        boolean signal = ran.exitCode() > 128 && ran.exitCode() < 160;
        return new Failure.Crashed(input, signal
                ? FfmpegWords.BY_SIGNAL.say(ran.exitCode() - 128)
                : FfmpegWords.WITH_CODE.say(ran.exitCode(), telling(ran)));
    }

    private static boolean says(String text, String... words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return List.of(words).stream().anyMatch(w -> lower.contains(w.toLowerCase(Locale.ROOT)));
    }

    /** Whether the first line that says so speaks of the output. */
    private static boolean concerning(Ran ran, String words) {
        return ran.complaints().lines().filter(l -> says(l, words)).findFirst().filter(l -> OF_OUTPUT.matcher(l).matches())
                .isPresent();
    }

    private static String first(Matcher found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return FfmpegWords.SOME_CODEC.say();
    }

    /** The first complaint that names a cause. */
    private static String telling(Ran ran) {
        return ran.complaints().lines().map(Complaint::of).filter(c -> c.isError() && !c.isSummary()).map(Complaint::what)
                .findFirst()
                .orElseGet(() -> ran.firstErrors().stream().findFirst().orElse(FfmpegWords.SILENT.say()));
    }
}
