package io.reelbench.engine.preview;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.preview.wire.Source;
import io.reelbench.engine.preview.wire.Source.Light;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;

/** What the decoder must know of a clip, taken from what the probe found. */
final class Sources {

    private Sources() {}

    /** The picture that operations work on, or the cover where there is no other. */
    static Source picture(Media clip) throws FailedException {
        if (clip.video().isPresent()) {
            return video(clip, clip.video().get());
        }
        Track.Cover cover = clip.all(Track.Cover.class).stream().findFirst()
                .orElseThrow(() -> new FailedException(new Failure.NoPicture(clip.name())));
        return new Source(clip.path().toString(), clip.bytes(), clip.modifiedMs(), demuxer(clip), cover.index(), -1, 0, false, 1,
                1,
                Light.USUAL, true, 0, 0);
    }

    /** The picture that a plan works on. */
    static Source picture(Media clip, int track) throws FailedException {
        return video(clip, clip.all(Track.Video.class).stream().filter(v -> v.index() == track).findFirst()
                .orElseThrow(() -> new FailedException(new Failure.NoPicture(clip.name()))));
    }

    private static Source video(Media clip, Track.Video video) {
        return new Source(clip.path().toString(), clip.bytes(), clip.modifiedMs(), demuxer(clip), video.index(),
                video.tileGroup().orElse(-1), video.rotation(), video.flipped(), video.pixelShape().num(),
                video.pixelShape().den(), light(video), clip.still(), clip.playedUs().orElse(0),
                video.facts().startUs().orElse(clip.startUs()));
    }

    /** The sound that operations work on. Its times count from the first frame of the picture, where there is one. */
    static Source sound(Media clip) throws FailedException {
        Track.Audio audio = clip.audio().orElseThrow(() -> new FailedException(new Failure.NoSound(clip.name())));
        long zero = clip.video().map(v -> v.facts().startUs().orElse(clip.startUs())).orElse(clip.startUs());
        return new Source(clip.path().toString(), clip.bytes(), clip.modifiedMs(), demuxer(clip), audio.index(), -1, 0, false, 1,
                1,
                Light.USUAL, false, clip.playedUs().orElse(0), zero);
    }

    private static Light light(Track.Video video) {
        return switch (video.colour().transfer()) {
            case "smpte2084" -> Light.PQ;
            case "arib-std-b67" -> Light.HLG;
            default -> Light.USUAL;
        };
    }

    /** A picture named 100%d.jpg is a name and not a numbered sequence: the demuxer that the probe found is named. */
    private static String demuxer(Media clip) {
        String format = clip.format();
        boolean named = format.endsWith("_pipe") || format.equals("image2") || format.equals("gif") || format.equals("apng")
                || format.equals("avi");
        return named ? format : "";
    }
}
