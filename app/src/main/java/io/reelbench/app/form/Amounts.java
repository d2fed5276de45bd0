package io.reelbench.app.form;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number in the written form of a value, and its unit as people write it: "192k" of a bit rate is 192 and kb/s. What is typed into
 * a field without a unit means the unit that stands in it; of a side these are always pixels, and a share says its % with the number.
 */
final class Amounts {

    /** A number and what stands behind it. */
    record Split(String number, String unit) {
    }

    private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?[\\d.]+)\\s*([%a-zA-Z/]*)\\s*");
    private static final List<String> NUMBERS = List.of("number", "int", "bitrate", "bytes", "side", "moment", "length", "rate");

    private final Field field;

    Amounts(Field field) {
        this.field = field;
    }

    /** Whether values of this kind are numbers with a unit. */
    static boolean has(Kind kind) {
        return NUMBERS.contains(kind.name()) && !kind.list();
    }

    Ask ask() {
        return field.ask();
    }

    /** Whether there is a useful range for a slider. */
    boolean slides() {
        return Double.isFinite(field.ask().from()) && Double.isFinite(field.ask().to());
    }

    /** Wide ranges are felt by their ratio: from 32 to 64 is as far as from 128 to 256. */
    boolean byRatio() {
        return field.ask().from() > 0 && field.ask().to() / field.ask().from() >= 50;
    }

    /** What a field shows of a written value. */
    Split split(String written) {
        Matcher form = NUMBER.matcher(written);
        if (!form.matches()) {
            return new Split(written, "");
        }
        String number = form.group(1);
        String behind = form.group(2);
        return switch (field.kind().name()) {
            case "bitrate" -> switch (behind) {
                case "k", "K" -> new Split(number, "kb/s");
                case "M", "m" -> new Split(number, "Mb/s");
                case "" -> new Split(number, "b/s");
                default -> new Split(written, "");
            };
            case "bytes" -> behind.isEmpty() ? new Split(number, "B") : new Split(number, behind.replace("K", "k"));
            case "moment", "length" -> behind.isEmpty() ? new Split(number, "s") : new Split(written, "");
            case "side" -> behind.isEmpty() || behind.equals("px") ? new Split(number, "px") : new Split(number + behind, "");
            default -> behind.isEmpty() ? new Split(number, field.unit()) : new Split(written, "");
        };
    }

    /** Whether it is a number without a unit. */
    static boolean isBare(String typed) {
        return typed.strip().matches("[+-]?[\\d.]+");
    }

    /** The written form of what was typed while a unit stood beside it. */
    String join(String typed, String unit) {
        if (!isBare(typed)) {
            return typed.strip();
        }
        String number = typed.strip();
        return switch (field.kind().name()) {
            case "bitrate" -> number + (unit.startsWith("M") ? "M" : unit.startsWith("b") ? "" : "k");
            case "bytes" -> number + (unit.isEmpty() ? "MB" : unit);
            default -> number;
        };
    }

    /** The unit of a field in which nothing stands yet. */
    String unit() {
        return switch (field.kind().name()) {
            case "bitrate" -> "kb/s";
            case "bytes" -> "MB";
            case "moment", "length" -> "";
            default -> field.unit();
        };
    }

    /** The value of a written form in the field's own unit; empty when it cannot be read or is no number. */
    OptionalDouble value(String written) {
        try {
            return Kind.amount(field.kind().reader().read(written));
        } catch (BadValue unreadable) {
            return OptionalDouble.empty();
        }
    }

    /** The written form of a value, as round as people choose. */
    String written(double value) {
        double bounded = Math.clamp(value, field.ask().min(), field.ask().max());
        return switch (field.kind().name()) {
            case "bitrate" -> bounded >= 1e6 ? plain(rounded(bounded / 1e6)) + "M" : plain(rounded(bounded / 1e3)) + "k";
            case "bytes" -> bytes(bounded);
            case "int", "side" -> plain(whole(bounded));
            case "moment", "length" -> plain(BigDecimal.valueOf(bounded).setScale(bounded < 10 ? 2 : 1, RoundingMode.HALF_UP));
            default -> plain(BigDecimal.valueOf(bounded).setScale(span() > 20 ? 0 : 2, RoundingMode.HALF_UP));
        };
    }

    private double span() {
        return slides() ? field.ask().to() - field.ask().from() : field.ask().max() - field.ask().min();
    }

    private static String bytes(double bytes) {
        return bytes >= 1e9
                ? plain(rounded(bytes / 1e9)) + "GB"
                : bytes >= 1e6 ? plain(rounded(bytes / 1e6)) + "MB" : plain(rounded(bytes / 1e3)) + "KB";
    }

    private BigDecimal whole(double value) {
        BigDecimal number = BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP);
        boolean pixels = field.kind().name().equals("side") && value >= 4;
        return pixels ? number.subtract(number.remainder(BigDecimal.TWO)) : number;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(value >= 100 ? 3 : 2));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
