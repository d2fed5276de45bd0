package io.reelbench.engine.plan;

import io.reelbench.engine.media.Keeping;
import io.reelbench.engine.media.Location;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Tag;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tags of one file: those of the clip, and what was changed of them. */
final class TagArguments {

    private static final List<String> OF_ANOTHER_FILE = List.of("major_brand", "minor_version", "compatible_brands");
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ", Locale.ROOT);

    private final Labels labels;
    private final Media media;
    private final Container container;

    TagArguments(Edit edit, Container container) {
        this.labels = edit.labels();
        this.media = edit.first();
        this.container = container;
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("-map_metadata", labels.stripped() ? "-1" : "0"));
        if (labels.stripped()) {
            // else the muxer signs with its version
            arguments.addAll(List.of("-fflags", "+bitexact"));
        }
        changes().forEach((key, value) -> arguments.addAll(List.of("-metadata", key + "=" + value)));
        if (!labels.stripped() && (labels.dropsDate() || labels.recorded().flatMap(Keeping::given).isPresent())) {
            arguments.addAll(List.of("-metadata:s", KnownTags.DATE + "="));
        }
        return arguments;
    }

    /** By key; an empty value takes a tag away. */
    private Map<String, String> changes() {
        Map<String, String> changes = new TreeMap<>();
        if (!labels.stripped() && container != Container.MP4 && container != Container.MOV && container != Container.M4A
                || keepsAppleKeys()) {
            OF_ANOTHER_FILE.stream().filter(media.tags()::containsKey).forEach(key -> changes.put(key, ""));
        }
        labels.removed().forEach(key -> changes.put(key.toLowerCase(Locale.ROOT), ""));
        date(changes);
        place(changes);
        for (Tag tag : labels.set()) {
            changes.put(tag.key(), tag.value());
        }
        if (labels.stripped()) {
            changes.values().removeIf(String::isEmpty);
        }
        return changes;
    }

    private void date(Map<String, String> changes) {
        Optional<OffsetDateTime> given = labels.recorded().flatMap(Keeping::given);
        boolean kept = labels.recorded().filter(Keeping::isKept).isPresent();
        if (given.isPresent()) {
            OffsetDateTime at = given.get().truncatedTo(ChronoUnit.SECONDS);
            changes.put(KnownTags.DATE, UTC.format(at.withOffsetSameInstant(ZoneOffset.UTC)));
            if (media.tags().containsKey(KnownTags.APPLE + "creationdate")) {
                changes.put(KnownTags.APPLE + "creationdate", LOCAL.format(at));
            }
            if (container.isSound() && container != Container.M4A) {
                changes.put("date", at.toLocalDate().toString());
            }
        } else if (labels.dropsDate()) {
            List.of(KnownTags.DATE, KnownTags.APPLE + "creationdate", "date").forEach(key -> changes.put(key, ""));
        } else if (kept && labels.stripped()) {
            carry(changes,
                    key -> key.equals(KnownTags.DATE) || key.equals(KnownTags.APPLE + "creationdate") || key.equals("date"));
        }
    }

    private void place(Map<String, String> changes) {
        Optional<Location> given = labels.location().flatMap(Keeping::given);
        if (given.isPresent() || labels.dropsPlace()) {
            media.tags().keySet().stream().filter(KnownTags::isPlace).forEach(key -> changes.put(key, ""));
        }
        if (given.isPresent()) {
            changes.put("location", given.get().toString());
            if (media.tags().containsKey(KnownTags.APPLE + "location.iso6709")) {
                changes.put(KnownTags.APPLE + "location.ISO6709", given.get().toString());
                changes.remove(KnownTags.APPLE + "location.iso6709");
            }
        } else if (!labels.dropsPlace() && labels.stripped()) {
            carry(changes, KnownTags::isPlace);
        }
    }

    private void carry(Map<String, String> changes, java.util.function.Predicate<String> which) {
        media.tags().forEach((key, value) -> {
            if (which.test(key)) {
                changes.put(key, value);
            }
        });
    }

    /** Whether keys that only players of Apple know are written; the container then has no place for a cover. */
    boolean keepsAppleKeys() {
        boolean there = media.tags().keySet().stream().anyMatch(k -> k.startsWith(KnownTags.APPLE));
        boolean asked = labels.set().stream().anyMatch(t -> !KnownTags.holds(container, t.key()));
        return container.isMp4Family() && (there && !labels.stripped() || asked);
    }
}
