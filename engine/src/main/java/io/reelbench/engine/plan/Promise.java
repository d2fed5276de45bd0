package io.reelbench.engine.plan;

import io.reelbench.engine.media.Language;
import io.reelbench.engine.media.Location;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a clip must be found again in a product, beside its tracks and its length. What the container has no place for, and what was
 * changed on purpose, is not in it; what is missing all the same was lost without a word.
 *
 * @param items each is looked for by itself
 */
public record Promise(List<Item> items) {

    public static final Promise NOTHING = new Promise(List.of());

    /**
     * One thing.
     *
     * @param kind   what it is
     * @param detail what it must be
     */
    public record Item(Kind kind, String detail) {
    }

    /** What can be lost. */
    public enum Kind {
        CHAPTERS, TAG, DATE, PLACE, TIMECODE, LANGUAGES, TITLES, FRAME_RATE, COLOURS, MASTERING
    }

    /** What a product lacks, in words. */
    public List<Text> broken(Media made) {
        return items.stream().filter(item -> !isKept(item, made)).map(Promise::told).toList();
    }

    private static boolean isKept(Item item, Media made) {
        Optional<Track.Video> video = made.video();
        return switch (item.kind) {
            case CHAPTERS -> Integer.toString(made.chapters().size()).equals(item.detail);
            case TAG -> KnownTags.of(made).containsKey(item.detail);
            case DATE -> has(made, KnownTags.DATE) || has(made, "date");
            case PLACE -> made.tags().keySet().stream().anyMatch(KnownTags::isPlace)
                    || made.tracks().stream().anyMatch(t -> t.facts().tags().keySet().stream().anyMatch(KnownTags::isPlace));
            case TIMECODE -> video.flatMap(Track.Video::timecode).filter(c -> c.toString().equals(item.detail)).isPresent();
            case LANGUAGES -> languages(made.all(Track.Audio.class)).equals(item.detail);
            case TITLES -> titles(made.all(Track.Audio.class)).equals(item.detail);
            case FRAME_RATE -> video.flatMap(Track.Video::rate).filter(r -> r.toString().equals(item.detail)).isPresent();
            case COLOURS -> video.filter(v -> colours(v.colour()).equals(item.detail)).isPresent();
            case MASTERING -> video.filter(v -> v.hdr().mastering()).isPresent();
        };
    }

    private static boolean has(Media made, String key) {
        return made.tags().containsKey(key) || made.tracks().stream().anyMatch(t -> t.facts().tags().containsKey(key));
    }

    private static Text told(Item item) {
        return switch (item.kind) {
            case CHAPTERS -> PlanWords.LOST_CHAPTERS.with(item.detail);
            case TAG -> PlanWords.LOST_TAG.with(item.detail);
            case DATE -> PlanWords.LOST_DATE.with();
            case PLACE -> PlanWords.LOST_PLACE.with();
            case TIMECODE -> PlanWords.LOST_TIMECODE.with(item.detail);
            case LANGUAGES -> PlanWords.LOST_LANGUAGES.with(item.detail);
            case TITLES -> PlanWords.LOST_TITLES.with();
            case FRAME_RATE -> PlanWords.LOST_RATE.with(item.detail);
            case COLOURS -> PlanWords.LOST_COLOURS.with(item.detail);
            case MASTERING -> PlanWords.LOST_MASTERING.with();
        };
    }

    private static String languages(List<Track.Audio> sounds) {
        return String.join(", ", sounds.stream().map(s -> s.facts().language().orElse(Language.UNKNOWN).code()).toList());
    }

    private static String titles(List<Track.Audio> sounds) {
        return String.join("\n", sounds.stream().map(s -> s.facts().title().orElse("")).toList());
    }

    private static String colours(Track.ColourSpace colour) {
        return colour.matrix() + " " + colour.primaries() + " " + colour.transfer();
    }

    /** What one file must keep. */
    static final class Of {

        private final Edit edit;
        private final Sink.FileSink sink;
        private final Container container;
        private final Media media;
        private final List<Item> items = new ArrayList<>();

        Of(Edit edit, Sink.FileSink sink, Container container) {
            this.edit = edit;
            this.sink = sink;
            this.container = container;
            this.media = edit.first();
        }

        /** @param arguments those of the file: what they say is changed on purpose */
        Promise all(Optional<PictureOut> picture, List<SoundOut> sounds, List<String> arguments) {
            tags();
            if (edit.labels().chapters().isKept() && edit.isWhole() && sink.tracks().chapters() && container.hasChapters()
                    && !media.chapters().isEmpty()) {
                add(Kind.CHAPTERS, Integer.toString(media.chapters().size()));
            }
            timecode(picture, arguments);
            labels(sounds);
            picture.ifPresent(this::picture);
            return new Promise(List.copyOf(items));
        }

        private void add(Kind kind, String detail) {
            items.add(new Item(kind, detail));
        }

        private void tags() {
            boolean apple = new TagArguments(edit, container).keepsAppleKeys();
            if (!edit.labels().stripped()) {
                KnownTags.of(media).keySet().stream().filter(key -> KnownTags.holds(container, key) || apple)
                        .filter(key -> !edit.labels().removed().contains(key) && edit.labels().set().stream()
                                .noneMatch(t -> t.key().equals(key) && t.value().isEmpty()))
                        .forEach(key -> add(Kind.TAG, key));
            }
            if (media.tags().containsKey(KnownTags.DATE) && !edit.labels().dropsDate() && KnownTags.holdsDate(container)) {
                add(Kind.DATE, "");
            }
            boolean placed = media.tags().entrySet().stream().anyMatch(t -> KnownTags.isPlace(t.getKey()) && isPlace(t));
            if (placed && !edit.labels().dropsPlace() && KnownTags.holdsDate(container)) {
                add(Kind.PLACE, "");
            }
        }

        /** Some cameras write a place that is none. */
        private static boolean isPlace(Map.Entry<String, String> tag) {
            try {
                return Location.parse(tag.getValue()) != null;
            } catch (io.reelbench.engine.problem.BadValue none) {
                return false;
            }
        }

        private void timecode(Optional<PictureOut> picture, List<String> arguments) {
            if (picture.isEmpty() || !container.hasTimecode() || edit.labels().timecode().stripped()) {
                return;
            }
            int at = arguments.indexOf("-timecode");
            Optional<String> code = at >= 0
                    ? Optional.of(arguments.get(at + 1))
                    : picture.get().track().timecode()
                            .filter(_ -> edit.isWhole() && edit.pace().equals(io.reelbench.engine.media.Fraction.ONE))
                            .map(Object::toString);
            code.ifPresent(c -> add(Kind.TIMECODE, c));
        }

        private void labels(List<SoundOut> sounds) {
            boolean plain = edit.labels().languages().isEmpty() && edit.labels().titles().isEmpty() && !edit.labels().stripped();
            List<Track.Audio> tracks = sounds.stream().map(SoundOut::track).toList();
            boolean spoken = tracks.stream().anyMatch(t -> t.facts().language().isPresent());
            if (plain && spoken
                    && List.of(Container.MP4, Container.MOV, Container.MKV, Container.WEBM, Container.TS).contains(container)) {
                add(Kind.LANGUAGES, languages(tracks));
            }
            if (plain && new TrackLabels(edit, container).holdsTitles()
                    && tracks.stream().anyMatch(t -> t.facts().title().isPresent())) {
                add(Kind.TITLES, titles(tracks));
            }
        }

        private void picture(PictureOut picture) {
            Track.Video here = picture.here();
            boolean encoded = !picture.isCopy();
            if (encoded && !here.variable()) {
                here.rate().ifPresent(rate -> add(Kind.FRAME_RATE, rate.toString()));
            }
            boolean complete = !here.colour().matrix().isEmpty() && !here.colour().primaries().isEmpty()
                    && !here.colour().transfer().isEmpty();
            if (complete && !here.pixels().rgb() && !picture.codec().equals("mjpeg")) {
                add(Kind.COLOURS, colours(here.colour()));
            }
            boolean able = !encoded || List.of("hevc", "av1", "h264", "prores").contains(picture.codec());
            if (here.hdr().mastering() && able && container != Container.TS) {
                add(Kind.MASTERING, "");
            }
        }
    }
}
