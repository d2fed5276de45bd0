package io.reelbench.engine.plan;

import io.reelbench.engine.media.DefaultTrack;
import io.reelbench.engine.media.Language;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.media.TrackLanguage;
import io.reelbench.engine.media.TrackName;
import io.reelbench.engine.media.TrackTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Language, title and flags of the tracks of one file. ffmpeg carries them over by itself, except where this says otherwise. */
final class TrackLabels {

    private static final List<String> FLAGS = List.of("default", "forced", "dub", "original", "comment", "hearing_impaired",
            "visual_impaired");

    /** What mkvmerge counted is of its own file, and believed by players. */
    private static final Pattern COUNTED = Pattern.compile("(bps|duration-|number_of_(frames|bytes)|_statistics_).*");

    private final Labels labels;
    private final Container container;
    private final boolean fromMp4;

    TrackLabels(Edit edit, Container container) {
        this.labels = edit.labels();
        this.container = container;
        // the mp4 family reads a title under another name than it is written under
        this.fromMp4 = List.of(edit.first().format().split(",")).contains("mov");
    }

    /**
     * The arguments of one track.
     *
     * @param name      as people number it in the clip
     * @param specifier ffmpeg's, of the output: {@code a:0}
     * @param forgotten whether it comes out of a filter graph, which knows no labels
     */
    List<String> arguments(TrackName name, Track.Facts facts, String specifier, boolean forgotten) {
        List<String> arguments = new ArrayList<>();
        boolean all = forgotten || labels.stripped();
        Optional<Language> own = facts.language().filter(l -> !l.equals(Language.UNKNOWN));
        Optional<Language> language = labels.language(name).map(TrackLanguage::language).or(() -> own);
        boolean spelt = language.filter(l -> !spelling(l).equals(l.code())).isPresent();
        if (language.isPresent() && (all || spelt || labels.language(name).isPresent())) {
            arguments.addAll(List.of("-metadata:s:" + specifier, "language=" + spelling(language.get())));
        }
        Optional<String> asked = labels.title(name).map(TrackTitle::title);
        Optional<String> title = asked.or(() -> labels.stripped() ? Optional.empty() : facts.title());
        if (title.isPresent() && holdsTitles() && (forgotten || fromMp4 || asked.isPresent())) {
            arguments.addAll(List.of("-metadata:s:" + specifier, "title=" + title.get()));
        }
        if (!all && container.isMatroska()) {
            facts.tags().keySet().stream().filter(COUNTED.asMatchPredicate()).sorted()
                    .forEach(key -> arguments.addAll(List.of("-metadata:s:" + specifier, key + "=")));
        }
        return arguments;
    }

    /** QuickTime numbers the languages of its time, and ffmpeg knows those by older codes. */
    static String spelling(Language language, Container container) {
        return container == Container.MOV ? language.quickTime() : language.code();
    }

    private String spelling(Language language) {
        return spelling(language, container);
    }

    boolean holdsTitles() {
        return switch (container) {
            case MP4, MOV, M4A, MKV, WEBM, MKA -> true;
            default -> false;
        };
    }

    /** Which flags a track has, if somebody asked for others than it had. */
    Optional<String> flags(TrackName name, Track.Facts facts) {
        List<DefaultTrack> ofKind = labels.defaults().stream().filter(d -> d.track().kind() == name.kind()).toList();
        if (ofKind.isEmpty()) {
            return Optional.empty();
        }
        boolean another = ofKind.stream().anyMatch(d -> d.chosen() && !d.track().equals(name));
        boolean now = labels.byDefault(name).map(DefaultTrack::chosen)
                .orElse(!another && facts.dispositions().contains("default"));
        TreeSet<String> flags = new TreeSet<>(facts.dispositions());
        flags.retainAll(FLAGS);
        flags.remove("default");
        if (now) {
            flags.add("default");
        }
        return Optional.of(written(flags));
    }

    /** The flags that a track had. */
    static String own(Track.Facts facts) {
        TreeSet<String> flags = new TreeSet<>(facts.dispositions());
        flags.retainAll(FLAGS);
        return written(flags);
    }

    private static String written(TreeSet<String> flags) {
        return flags.isEmpty() ? "0" : String.join("+", flags);
    }
}
