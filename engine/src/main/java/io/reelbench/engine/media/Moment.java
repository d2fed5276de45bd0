package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point of time as a person asks for it. It becomes microseconds only beside a clip, because "end-3s", "50%", "1500f" and a timecode
 * mean another time in each.
 */
public sealed interface Moment {

    /** From the first frame, in microseconds. */
    record At(long us) implements Moment {
        @Override
        public String toString() {
            return Time.seconds(us);
        }
    }

    /** Frame n, counted from 0. */
    record AtFrame(long frame) implements Moment {
        @Override
        public String toString() {
            return frame + "f";
        }
    }

    /** A share of the length, in hundredths of a percent. */
    record Share(int basisPoints) implements Moment {
        @Override
        public String toString() {
            return Length.percent(basisPoints);
        }
    }

    /** So long before the end. */
    record BeforeEnd(Length back) implements Moment {
        @Override
        public String toString() {
            return back.isZero() ? "end" : "end-" + back;
        }
    }

    /** The clip's own timecode. */
    record AtTimecode(Timecode timecode) implements Moment {
        @Override
        public String toString() {
            return timecode.toString();
        }
    }

    Moment START = new At(0);
    Moment END = new BeforeEnd(Length.NONE);

    Pattern TIMECODE = Pattern.compile("\\d{1,2}:\\d{2}:\\d{2}[:;]\\d{2,3}");
    Pattern FRAMES = Pattern.compile("(\\d{1,15})f");
    Pattern FROM_END = Pattern.compile("end(?:\\s*-\\s*(.+))?");

    /** Reads every form of the value grammar: seconds, clock fields, frames, share, from the end, timecode. */
    static Moment parse(String text) throws BadValue {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        Matcher frames = FRAMES.matcher(plain);
        Matcher end = FROM_END.matcher(plain);
        if (frames.matches()) {
            return new AtFrame(Long.parseLong(frames.group(1)));
        } else if (end.matches()) {
            return end.group(1) == null ? END : new BeforeEnd(Length.orZero(end.group(1)));
        } else if (plain.endsWith("%")) {
            return new Share(Length.basisPoints(plain, text));
        } else if (TIMECODE.matcher(plain).matches()) {
            return new AtTimecode(
                    Timecode.of(plain).orElseThrow(() -> new BadValue(Code.BAD_SYNTAX, MediaWords.SIXTY.with(text))));
        } else if (plain.startsWith("-")) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NEGATIVE_TIME.with(text));
        }
        Optional<Long> us = Time.read(plain);
        return new At(us.orElseThrow(() -> new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_TIME.with(text))));
    }

    /** Whether only the real frames can tell: true for frame numbers and timecodes. */
    default boolean countsFrames() {
        return switch (this) {
            case AtFrame _,AtTimecode _ -> true;
            case BeforeEnd(Length back) -> back instanceof Length.Frames;
            case At _,Share _ -> false;
        };
    }

    /**
     * The time in microseconds from the clip's first frame. Not checked against the clip's end.
     *
     * @return empty when the clip's length is needed and nobody knows it
     */
    default OptionalLong on(Clock clock) throws BadValue {
        return switch (this) {
            case At(long us) -> OptionalLong.of(us);
            case AtFrame(long frame) -> OptionalLong.of(clock.timeOf(frame, rate(clock)));
            case Share(int points) -> clock.lengthUs().isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Length.share(clock.lengthUs().getAsLong(), points));
            case BeforeEnd(Length back) -> {
                OptionalLong length = back.on(clock);
                yield length.isEmpty() || clock.lengthUs().isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(Math.max(0, clock.lengthUs().getAsLong() - length.getAsLong()));
            }
            case AtTimecode(Timecode wanted) -> {
                Rate rate = rate(clock);
                long first = clock.timecode().isPresent() ? clock.timecode().get().toFrame(rate) : 0;
                long frame = wanted.toFrame(rate) - first;
                if (frame < 0) {
                    throw new BadValue(Code.OUT_OF_RANGE, MediaWords.BEFORE_TIMECODE.with(wanted, clock.timecode().get()));
                }
                yield OptionalLong.of(clock.timeOf(frame, rate));
            }
        };
    }

    private Rate rate(Clock clock) throws BadValue {
        return clock.rate().orElseThrow(() -> new BadValue(Code.NEEDS_PICTURE, MediaWords.NO_RATE.with(this)));
    }
}
