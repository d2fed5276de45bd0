package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place on Earth as ISO 6709 writes it: {@code +48.8577+002.2950+035.000/}.
 *
 * @param latitude  degrees, north is positive, −90 to 90
 * @param longitude degrees, east is positive, −180 to 180
 * @param altitude  metres
 */
public record Location(BigDecimal latitude, BigDecimal longitude, Optional<BigDecimal> altitude) {

    private static final Pattern FORM = Pattern
            .compile("([+-]\\d{1,2}(?:\\.\\d{1,9})?)([+-]\\d{1,3}(?:\\.\\d{1,9})?)([+-]\\d{1,6}(?:\\.\\d{1,6})?)?/?");
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal HALF = BigDecimal.valueOf(180);

    public static Location parse(String text) throws BadValue {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_PLACE.with(text));
        }
        BigDecimal latitude = new BigDecimal(form.group(1));
        BigDecimal longitude = new BigDecimal(form.group(2));
        if (latitude.abs().compareTo(POLE) > 0 || longitude.abs().compareTo(HALF) > 0) {
            throw new BadValue(Code.OUT_OF_RANGE, MediaWords.PLACE_RANGE.with(text));
        }
        return new Location(latitude, longitude, Optional.ofNullable(form.group(3)).map(BigDecimal::new));
    }

    @Override
    public String toString() {
        int digits = Math.clamp(Math.max(latitude.scale(), longitude.scale()), 4, 7);
        return degrees(latitude, 2, digits) + degrees(longitude, 3, digits)
                + altitude.map(a -> String.format(Locale.ROOT, "%+08.3f", a)).orElse("") + "/";
    }

    private static String degrees(BigDecimal number, int whole, int digits) {
        return String.format(Locale.ROOT, "%+0" + (whole + digits + 2) + "." + digits + "f", number);
    }
}
