package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which tags mean something to people, and which of them a container can hold; measured by writing and reading back. */
final class KnownTags {

    /** Keys that only ffmpeg's own switch carries from one mp4 to another. */
    static final String APPLE = "com.apple.quicktime.";
    static final String DATE = "creation_time";

    /** What containers write about themselves, and what stands elsewhere as well. */
    private static final Pattern TECHNICAL = Pattern
            .compile("(major_brand|minor_version|compatible_brands|encoder|creation_time|timecode"
                    + "|handler_name|vendor_id|language|duration.*|bps.*|number_of_.*|_statistics.*|location.*|com\\.android\\..*"
                    + "|com\\.apple\\.quicktime\\.(location|creationdate).*|isvbr|is_?vfr|devicec.*|metadata_block_picture|waveformat.*"
                    + "|mastered_.*|totaldatarate|framerate|width|height|video.*|audio.*|stereo|filesize|datasize|.*keyframe.*|has.*|canseek.*"
                    + "|software|wm/.*|wmfsdk.*|.*peak.*|.*averagelevel.*)(-[a-z]{3})?");
    private static final Set<String> MP4 = Set.of("title", "artist", "album_artist", "composer", "album", "date", "comment",
            "genre",
            "copyright", "grouping", "lyrics", "description", "synopsis", "show", "episode_id", "network", "keywords", "track",
            "disc",
            "compilation", "episode_sort", "season_number", "media_type", "hd_video", "gapless_playback", "rating", "tmpo");
    private static final Set<String> MOV = Set.of("title", "artist", "author", "album", "date", "comment", "genre", "copyright",
            "make",
            "model", "keywords");
    private static final Set<String> WAV = Set.of("title", "artist", "album", "comment", "date", "genre", "copyright", "track",
            "language");

    private KnownTags() {}

    /** The tags of a clip that somebody wrote, by key; Ogg keeps them with its track. */
    static Map<String, String> of(Media media) {
        Map<String, String> tags = new TreeMap<>(media.tags());
        if (media.format().equals("ogg")) {
            media.tracks().forEach(t -> t.facts().tags().forEach(tags::putIfAbsent));
            media.tracks().forEach(t -> t.facts().title().ifPresent(title -> tags.putIfAbsent("title", title)));
        }
        tags.keySet().removeIf(key -> TECHNICAL.matcher(key).matches());
        tags.values().removeIf(String::isBlank);
        return tags;
    }

    /** Whether a container writes a tag of its own accord. */
    static boolean holds(Container container, String key) {
        return switch (container) {
            case MP4, M4A -> MP4.contains(key);
            case MOV -> MOV.contains(key);
            case WAV -> WAV.contains(key);
            case TS, AAC -> false;
            default -> true;
        };
    }

    static boolean holdsDate(Container container) {
        return container != Container.TS && container != Container.AAC && container != Container.WAV;
    }

    /** Any tag of the clip that says where it was recorded. */
    static boolean isPlace(String key) {
        return key.startsWith("location") || key.startsWith(APPLE + "location") || key.equals("gps") || key.contains("geo");
    }
}
