package io.reelbench.engine.plan;

import io.reelbench.engine.problem.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Changes of a sink's options that planning proposes where codec and container do not go together. */
final class Mending {

    /** In which order containers are proposed: what holds most first. */
    private static final List<Container> OTHERS = List.of(Container.MKV, Container.MOV, Container.MP4, Container.WEBM);

    private Mending() {}

    /** For a picture codec that the container does not hold: the container's own codec, or a container that holds it. */
    static List<Fix> picture(Container container, VideoCodec codec, AudioCodec sound) {
        List<Fix> fixes = new ArrayList<>();
        container.pictures().stream().findFirst().ifPresent(own -> fixes.add(codec("video-codec", own.name(), own.title())));
        fixes.addAll(container(c -> c.pictures().contains(codec) && (!sound.isCodec() || c.sounds().contains(sound))));
        return fixes;
    }

    /** For a picture that was asked for in a container of sound: one that holds both, or the sound alone. */
    static List<Fix> soundAlone(String source, VideoCodec codec, AudioCodec sound) {
        Predicate<Container> hears = c -> !sound.isCodec() || c.sounds().contains(sound);
        List<Fix> fixes = new ArrayList<>(container(
                hears.and(c -> codec == VideoCodec.COPY ? c.copiesPicture(source) : c.pictures().contains(codec))));
        fixes.add(Fix.use("video-codec", "none", PlanWords.NO_PICTURE_FIX.with()));
        return fixes;
    }

    /** As for a picture, for sound; a container must go on to hold the picture codec that was asked for. */
    static List<Fix> sound(Container container, AudioCodec codec, VideoCodec picture) {
        List<Fix> fixes = new ArrayList<>();
        container.sounds().stream().findFirst().ifPresent(own -> fixes.add(codec("audio-codec", own.name(), own.title())));
        fixes.addAll(container(container.isSound()
                ? c -> false
                : c -> c.sounds().contains(codec) && (!picture.isCodec() || c.pictures().contains(picture))));
        return fixes;
    }

    /** For a track that was to be copied: it is encoded, or written into a container that takes it as it is. */
    static List<Fix> copy(String option, Predicate<Container> takes) {
        List<Fix> fixes = new ArrayList<>(
                List.of(new Fix.Choose(PlanWords.LET_ENCODE.with(), OptionalInt.empty(), Map.of(option, List.of("auto")))));
        fixes.addAll(container(takes));
        return fixes;
    }

    /** An option goes back to its default. */
    static Fix without(String option) {
        return new Fix.Choose(PlanWords.LEAVE.with(option), OptionalInt.empty(), Map.of(option, List.of()));
    }

    /** An option gets another value. */
    static Fix use(String option, String value) {
        return Fix.use(option, value, PlanWords.USE.with(value));
    }

    private static Fix codec(String option, String name, String title) {
        return Fix.use(option, name.toLowerCase(java.util.Locale.ROOT), PlanWords.USE.with(title));
    }

    private static List<Fix> container(Predicate<Container> fits) {
        return OTHERS.stream().filter(fits).limit(1)
                .map(c -> Fix.use("container", c.extension(), PlanWords.USE.with(c.title()))).toList();
    }
}
