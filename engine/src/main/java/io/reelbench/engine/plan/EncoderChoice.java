package io.reelbench.engine.plan;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.Locale;

/**
 * Which encoder does the work: {@code auto} (software), {@code software}, {@code hardware} (falls back with a note), or ffmpeg's own name of
 * one (does not fall back).
 *
 * @param name one of these words
 */
public record EncoderChoice(String name) {

    public static final EncoderChoice AUTO = new EncoderChoice("auto");

    public static EncoderChoice parse(String text) throws BadValue {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (!plain.matches("[a-z0-9_-]{2,40}")) {
            throw new BadValue(Code.BAD_SYNTAX, PlanWords.NOT_AN_ENCODER.with(text));
        }
        return new EncoderChoice(plain);
    }

    boolean wantsHardware() {
        return name.equals("hardware");
    }

    /** Whether it may be a device that does the work, so that devices must have been tried. */
    public boolean mayBeDevice() {
        return wantsHardware() || isNamed() && !Encoders.isSoftware(name);
    }

    boolean isNamed() {
        return !name.equals("auto") && !name.equals("software") && !name.equals("hardware");
    }

    @Override
    public String toString() {
        return name;
    }
}
