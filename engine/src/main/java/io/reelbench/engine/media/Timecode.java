package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SMPTE timecode, {@code HH:MM:SS:FF} or with drop frame {@code HH:MM:SS;FF}. Drop frame skips the numbers (not the frames) 0 and 1
 * (0 to 3 at 59.94) of each minute but every tenth; SMPTE 12M.
 *
 * @param hours   0 to 23
 * @param minutes 0 to 59
 * @param seconds 0 to 59
 * @param frames  0 to the nominal rate less one
 * @param drop    whether drop-frame numbering is used
 */
public record Timecode(int hours, int minutes, int seconds, int frames, boolean drop) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,2}):(\\d{2}):(\\d{2})([:;.])(\\d{2,3})");

    /** Reads a tag of a file; nothing when it is no timecode. */
    public static Optional<Timecode> of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        Timecode code = new Timecode(number(form, 1), number(form, 2), number(form, 3), number(form, 5),
                !form.group(4).equals(":"));
        return code.hours < 24 && code.minutes < 60 && code.seconds < 60 ? Optional.of(code) : Optional.empty();
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    /** The count of frames since 00:00:00:00 at this rate. */
    public long toFrame(Rate rate) throws BadValue {
        long nominal = rate.perSecond().round();
        boolean dropRate = rate.den() == 1001 && nominal % 30 == 0;
        if (drop && !dropRate) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.DROP_FRAME.with(this, rate.spoken()));
        }
        if (frames >= nominal) {
            throw new BadValue(Code.OUT_OF_RANGE, MediaWords.TIMECODE_FRAMES.with(this, nominal - 1, rate.spoken()));
        }
        long wholeMinutes = hours * 60L + minutes;
        long counted = (wholeMinutes * 60 + seconds) * nominal + frames;
        return drop ? counted - (wholeMinutes - wholeMinutes / 10) * (nominal / 15) : counted;
    }

    /** The timecode so many frames after 00:00:00:00, wrapping at 24 hours. */
    public static Timecode ofFrame(long frame, Rate rate, boolean drop) {
        long nominal = rate.perSecond().round();
        long number = frame;
        if (drop) {
            long skip = nominal / 15;
            long tenMinutes = nominal * 600 - skip * 9;
            long minute = nominal * 60 - skip;
            long rest = frame % tenMinutes;
            number += skip * 9 * (frame / tenMinutes) + (rest >= nominal * 60 ? skip * ((rest - nominal * 60) / minute + 1) : 0);
        }
        long seconds = number / nominal;
        return new Timecode((int) (seconds / 3600 % 24), (int) (seconds / 60 % 60), (int) (seconds % 60),
                (int) (number % nominal), drop);
    }

    @Override
    public String toString() {
        return String.format("%02d:%02d:%02d%s%02d", hours, minutes, seconds, drop ? ";" : ":", frames);
    }
}
