package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.problem.Failure;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why ffprobe could not make anything of a file, in words for its owner. */
final class Refusal {

    private static final Pattern PIXELS = Pattern.compile("Picture size (\\d+)x(\\d+) (?:is invalid|exceeds)");
    private static final List<String> OPENS_OTHERS = List.of("Format not on whitelist", "Not detecting m3u8", "not on whitelist",
            "Protocol '", "unsafe file name");
    private static final List<String> NO_BEGINNING = List.of("trun track id unknown", "could not find corresponding trex");

    private Refusal() {}

    static Failure of(Entrance file, Captured said) {
        String name = file.name();
        String err = said.err();
        Matcher pixels = PIXELS.matcher(err);
        if (said.late()) {
            return new Failure.Stalled(name, (int) Ffprobe.MOMENT.toSeconds());
        } else if (OPENS_OTHERS.stream().anyMatch(err::contains)) {
            return new Failure.Refused(name);
        } else if (pixels.find()) {
            return tooLarge(name, pixels.group(1), pixels.group(2));
        } else if (err.contains("Permission denied")) {
            return new Failure.NoRead(name);
        } else if (err.contains("No such file or directory")) {
            return new Failure.Missing(name);
        } else if (err.contains("Input/output error")) {
            return new Failure.Unreadable(name, FfmpegWords.DISK.say());
        } else if (err.contains("Cannot allocate memory")) {
            return new Failure.NoMemory(name);
        } else if (said.exitCode() > 128 && said.exitCode() < 160) {
            return new Failure.Crashed(name, FfmpegWords.BY_SIGNAL.say(said.exitCode() - 128));
        }
        return unreadable(file, err);
    }

    /** A picture whose size is claimed to be more than anyone can hold. */
    static Failure tooLarge(String name, Object width, Object height) {
        return new Failure.TooLarge(name, FfmpegWords.PIXELS.say(width, height), FfmpegWords.PIXELS.say(16384, 16384));
    }

    private static Failure unreadable(Entrance file, String err) {
        boolean guessed = err.contains("detected only with low score");
        if (NO_BEGINNING.stream().anyMatch(err::contains)) {
            return new Failure.Damaged(file.name(), FfmpegWords.NO_INIT.say());
        } else if (err.contains("moov atom not found") && !guessed) {
            return new Failure.Damaged(file.name(), FfmpegWords.NO_MOOV.say());
        } else if (Sniff.isText(file.head()) && file.head().contains("-->")) {
            return new Failure.NotMedia(file.name(), FfmpegWords.BAD_TIMES.say());
        } else if (guessed || !err.contains("@ 0x")) {
            return new Failure.NotMedia(file.name(), FfmpegWords.NO_CLIP.say());
        }
        return new Failure.Damaged(file.name(), FfmpegWords.BAD_HEADER.say(telling(err)));
    }

    /** The last complaint that names a cause, without ffmpeg's addresses. */
    static String telling(String err) {
        return err.lines().map(Complaint::of).filter(c -> c.isError() && !c.isSummary()).map(Complaint::what)
                .reduce((first, last) -> last)
                .orElse(FfmpegWords.SILENT.say());
    }
}
