package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** When a clip was recorded: {@code keep}, {@code strip}, or ISO 8601 ({@code 2024-05-01T18:30:00+02:00}; without a zone UTC is meant). */
public record Recorded(Keeping<OffsetDateTime> choice) {

    public static final Recorded KEPT = new Recorded(Keeping.kept());

    public static Recorded parse(String text) throws BadValue {
        return new Recorded(Keeping.parse(text, Recorded::date));
    }

    private static OffsetDateTime date(String text) throws BadValue {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                            ? OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                            : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
        } catch (DateTimeParseException wrong) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_DATE.with(text));
        }
    }

    @Override
    public String toString() {
        return choice.written(OffsetDateTime::toString);
    }
}
