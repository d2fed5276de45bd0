package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.preview.wire.Answer;
import io.reelbench.engine.preview.wire.Lane;
import io.reelbench.engine.preview.wire.Request;
import io.reelbench.engine.preview.wire.Slots;
import io.reelbench.engine.preview.wire.Source;
import io.reelbench.engine.preview.wire.Spot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/** Where one lane's requests are met: its open clips, its frames at hand, its part of the sheet. Belongs to one thread. */
final class Workshop implements AutoCloseable {

    private static final int OPEN_CLIPS = 4;
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final Canvas canvas;
    private final Display display;
    private final Shelf shelf;
    private final Map<Source, Reel> reels = new LinkedHashMap<>(16, 0.75f, true);
    private final KeyPictures pictures;
    private final Lane lane;

    private final Consumer<Answer> answers;

    /**
     * @param frames  bytes of decoded frames at hand
     * @param answers takes what is said before a request is met
     */
    Workshop(Lane lane, Canvas canvas, long frames, Consumer<Answer> answers) {
        this.answers = answers;
        this.lane = lane;
        this.shelf = new Shelf(frames);
        this.canvas = canvas;
        this.display = new Display(lane == Lane.FRAMES ? "bicubic" : "bilinear");
        this.pictures = new KeyPictures(canvas, display);
    }

    Answer meet(Job job) throws Unable, Job.Unwanted {
        return switch (job.request()) {
            case Request.Picture(var source, var spot, var us, var within) -> picture(job, source, spot, us, fitting(within));
            case Request.Result result ->
                new Result(display, canvas).show(job, result, reel(result.source()), fitting(result.within()));
            case Request.Thumbnail(var source, var within) -> pictures.thumbnail(job, source, fitting(within));
            case Request.Tile(var source, var us, var within) -> pictures.tile(job, source, us, fitting(within));
            case Request.Sound(var source, var slices) -> new Sound(source, slices, job).into(canvas.part());
            case Request.Play play -> new Playing(job, play, new Ring(canvas, Slots.of(play.within())), display, answers)
                    .play(play.picture().isPresent() ? Optional.of(reel(play.picture().get())) : Optional.empty());
            case Request.Keyframes(var source) -> new KeyTimes(source, job).into(canvas.part());
        };
    }

    private Size fitting(Size within) {
        return new Size(Math.clamp(within.width(), 1, lane.longestSide()), Math.clamp(within.height(), 1, lane.longestSide()));
    }

    private Answer picture(Job job, Source source, Spot spot, long us, Size within) throws Unable, Job.Unwanted {
        Reel reel = reel(source);
        Held held = reel.find(spot, us, job);
        job.goesOn();
        AVFrame shown = display.show(held.frame(), Display.Lie.of(source), source.light(), within);
        try {
            return new Answer.Shown(job.id(), canvas.lay(shown), held.us(), reel.lengthUs(held), held.key(), -1, List.of());
        } finally {
            avutil.av_frame_free(shown);
        }
    }

    private Reel reel(Source source) throws Unable {
        Reel known = reels.get(source);
        if (known != null) {
            return known;
        }
        Reel opened = source.still()
                ? new Photo(source, Film.Use.ONE_PICTURE, NO_LIMIT, shelf)
                : new Frames(source, lane == Lane.PLAYING ? Film.Use.IN_TIME : Film.Use.EVERY_FRAME, shelf);
        reels.put(source, opened);
        if (reels.size() > OPEN_CLIPS) {
            reels.remove(reels.keySet().iterator().next()).close();
        }
        return opened;
    }

    /** After a failure nobody knows what state a clip's decoder is in. */
    void forget(Source source) {
        Reel reel = reels.remove(source);
        if (reel != null) {
            reel.close();
        }
        pictures.close();
    }

    /** Lets go of files and memory. */
    @Override
    public void close() {
        reels.values().forEach(Reel::close);
        reels.clear();
        pictures.close();
        display.close();
    }
}
