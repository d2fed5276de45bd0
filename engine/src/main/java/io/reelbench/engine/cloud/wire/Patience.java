package io.reelbench.engine.cloud.wire;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before asking again.
 *
 * @param first before the second time; it doubles from then on
 * @param most  never longer than this by ourselves
 * @param asked never longer than this when a server asks for it
 * @param times how often in a row a server's trouble is put up with
 * @param away  how often a network that is away is waited for
 * @param hurry divides the pauses that services want between questions: 1, and more only where nobody minds
 */
public record Patience(Duration first, Duration most, Duration asked, int times, int away, int hurry) {

    public static final Patience USUAL = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofMinutes(10), 6,
            Integer.MAX_VALUE, 1);

    /** @param before how often it was asked again already */
    public Duration before(int before) {
        long doubled = first.toNanos() << Math.min(before, 20);
        long whole = Math.min(doubled, most.toNanos());
        // many that fail together must not come back together
        return Duration.ofNanos(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
    }

    /** What a server asks for: a number of seconds, or a date. */
    public Optional<Duration> asked(HttpHeaders headers, InstantSource clock) {
        return headers.firstValue("Retry-After").flatMap(text -> read(text.strip(), clock))
                .map(d -> d.compareTo(asked) > 0 ? asked : d.isNegative() ? Duration.ZERO : d);
    }

    private static Optional<Duration> read(String text, InstantSource clock) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(Duration.between(clock.instant(), then));
        } catch (DateTimeParseException nonsense) {
            return Optional.empty();
        }
    }
}
