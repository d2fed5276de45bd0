package io.reelbench.engine.output;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.Names.Key;
import io.reelbench.engine.plan.AudioCodec;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.plan.Expect.TrackExpected;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Product;
import io.reelbench.engine.plan.StillForm;
import io.reelbench.engine.plan.VideoCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the keys of a name stand for, as far as the clip, the recipe and the plan tell. What is not known is left out. */
public final class KeyValues {

    /** Cameras and phones that never were told the time say 1904 or 1970. */
    private static final int FIRST_YEAR = 1971;
    private static final int PLAIN_DATE = "2026-08-03".length();

    private KeyValues() {}

    /** @param zone where the day of a moment is told */
    public static Map<Key, String> of(Recipe recipe, Plan plan, Product product, ZoneId zone) {
        Map<Key, String> values = new EnumMap<>(Key.class);
        values.put(Key.OP, recipe.label());
        recipe.name().ifPresent(name -> values.put(Key.PRESET, name));
        values.put(Key.LABEL, product.label());
        values.put(Key.RECORDED, recorded(plan.sources().getFirst(), zone).toString());
        values.put(Key.CONTAINER, product.extension());
        if (product.expect() instanceof Expect.Film film) {
            film(plan, product, film, values);
        }
        return values;
    }

    private static void film(Plan plan, Product product, Expect.Film film, Map<Key, String> values) {
        film.size().ifPresent(size -> {
            values.put(Key.WIDTH, Integer.toString(size.width()));
            values.put(Key.HEIGHT, Integer.toString(size.height()));
            values.put(Key.RESOLUTION, size.shortSide() + "p");
        });
        if (isStill(product)) {
            values.put(Key.CODEC, product.extension());
            return;
        }
        codec(film).ifPresent(codec -> values.put(Key.CODEC, codec));
        film.lengthUs().ifPresent(us -> values.put(Key.DURATION, length(us)));
        rate(plan, film).ifPresent(rate -> values.put(Key.FPS, rate.rounded()));
    }

    private static boolean isStill(Product product) {
        return Arrays.stream(StillForm.Format.values()).anyMatch(f -> f.word().equals(product.extension()));
    }

    private static Optional<String> codec(Expect.Film film) {
        return Stream.of(TrackExpected.Kind.VIDEO, TrackExpected.Kind.AUDIO)
                .flatMap(kind -> film.tracks().stream().filter(t -> t.kind() == kind)).findFirst()
                .map(t -> ours(t.codec()));
    }

    /** Our word for a codec of ffmpeg's. */
    private static String ours(String codec) {
        return Arrays.stream(VideoCodec.values()).filter(c -> c.isCodec() && c.ffmpeg().equals(codec)).map(VideoCodec::word)
                .findFirst()
                .or(() -> Arrays.stream(AudioCodec.values()).filter(c -> c.is(codec)).map(AudioCodec::word).findFirst())
                .orElse(codec);
    }

    /** Only of the plan's own picture; frames that come unevenly have their average. */
    private static Optional<Rate> rate(Plan plan, Expect.Film film) {
        if (film.tracks().stream().noneMatch(t -> t.kind() == TrackExpected.Kind.VIDEO)) {
            return Optional.empty();
        }
        return plan.glimpse().flatMap(g -> g.coding().flatMap(c -> c.rate()).or(() -> track(plan, g.track())))
                .or(() -> plan.sources().getFirst().video().flatMap(Track.Video::rate));
    }

    private static Optional<Rate> track(Plan plan, int index) {
        return plan.sources().getFirst().all(Track.Video.class).stream().filter(v -> v.index() == index).findFirst()
                .flatMap(Track.Video::rate);
    }

    /** {@code 1h02m03s}; thousandths only under a second. */
    private static String length(long us) {
        long seconds = Math.round(us / (double) Time.SECOND);
        if (us < Time.SECOND) {
            return us / 1000 + "ms";
        } else if (seconds < 60) {
            return seconds + "s";
        }
        return seconds < 3600
                ? "%dm%02ds".formatted(seconds / 60, seconds % 60)
                : "%dh%02dm%02ds".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** The camera's own day where it says its zone (Apple), else that of its clock here, else the file's. */
    private static LocalDate recorded(Media clip, ZoneId zone) {
        return Stream.of("com.apple.quicktime.creationdate", "creation_time", "date_recorded", "date").map(clip.tags()::get)
                .filter(java.util.Objects::nonNull).map(tag -> day(tag.strip(), zone)).flatMap(Optional::stream)
                .filter(day -> day.getYear() >= FIRST_YEAR).findFirst()
                .orElseGet(() -> Instant.ofEpochMilli(clip.modifiedMs()).atZone(zone).toLocalDate());
    }

    private static Optional<LocalDate> day(String tag, ZoneId zone) {
        try {
            if (tag.endsWith("Z")) {
                return Optional.of(Instant.parse(tag).atZone(zone).toLocalDate());
            } else if (tag.matches(".*[+-]\\d{2}:?\\d{2}") && tag.length() > PLAIN_DATE) {
                return Optional.of(OffsetDateTime.parse(tag.replaceFirst("([+-]\\d{2}):?(\\d{2})$", "$1:$2")).toLocalDate());
            }
            return tag.length() < PLAIN_DATE ? Optional.empty() : Optional.of(LocalDate.parse(tag.substring(0, PLAIN_DATE)));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
