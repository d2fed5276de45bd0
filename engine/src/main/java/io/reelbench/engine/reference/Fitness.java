package io.reelbench.engine.reference;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Known;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Problems;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.problem.Code;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** On what an operation works, found out by asking it: it is given clips of each kind, and says whether it needs something else. */
final class Fitness {

    private static final Set<Code> NEEDS = Set.of(Code.NEEDS_PICTURE, Code.NEEDS_SOUND, Code.NEEDS_SUBTITLE, Code.NEEDS_STILL);

    private Fitness() {}

    /** In words, a film first. */
    static List<String> of(Operation operation) {
        boolean film = takes(operation, clip(OptionalLong.of(Time.SECOND), picture("h264"), sound(1)));
        boolean subtitled = takes(operation, clip(OptionalLong.of(Time.SECOND), picture("h264"), sound(1), subtitle(2)));
        boolean sound = takes(operation, clip(OptionalLong.of(Time.SECOND), sound(0)));
        boolean still = takes(operation, clip(OptionalLong.empty(), picture("png")));
        List<String> words = new ArrayList<>();
        if (film || subtitled) {
            words.add((film ? ReferenceWords.FILMS : ReferenceWords.WITH_SUBTITLES).say());
        }
        if (sound) {
            words.add(ReferenceWords.SOUNDS.say());
        }
        if (still) {
            words.add(ReferenceWords.PICTURES.say());
        }
        return words;
    }

    private static boolean takes(Operation operation, Media clip) {
        Problems problems = new Problems();
        operation.apply(Edit.of(clip), problems);
        return problems.all().stream().noneMatch(p -> NEEDS.contains(p.code()));
    }

    private static Media clip(OptionalLong lengthUs, Track... tracks) {
        boolean still = lengthUs.isEmpty();
        return new Media(Path.of("/clip"), 1_000_000, 0, still ? "png_pipe" : "mov,mp4,m4a,3gp,3g2,mj2", 0, lengthUs,
                Optional.empty(), Stream.of(tracks).toList(), List.of(), Map.of(), still, List.of(), Known.NOTHING);
    }

    private static Track.Facts facts(int index, String codec) {
        return new Track.Facts(index, codec, "", Optional.empty(), true, new Fraction(1, 12_800), OptionalLong.of(0),
                OptionalLong.of(Time.SECOND), Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty(),
                Set.of("default"), Map.of());
    }

    private static Track picture(String codec) {
        return new Track.Video(facts(0, codec), new Size(1920, 1080), Fraction.ONE, 0, false,
                new Track.PixelFormat("yuv420p", 8, 420, false, false), Optional.of(new Rate(25, 1)), false,
                Track.Fields.PROGRESSIVE, Track.ColourSpace.UNSAID, Track.Hdr.NONE, Optional.empty(), 0);
    }

    private static Track sound(int index) {
        return new Track.Audio(facts(index, "aac"), 48_000, 2, "stereo", 0, false);
    }

    private static Track subtitle(int index) {
        return new Track.Subtitle(facts(index, "mov_text"), true);
    }
}
