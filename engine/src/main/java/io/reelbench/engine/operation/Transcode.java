package io.reelbench.engine.operation;

import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.FileForm;
import io.reelbench.engine.plan.RateControl;
import io.reelbench.engine.plan.Resize;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.plan.SoundCoding;
import io.reelbench.engine.plan.TrackSelection;
import io.reelbench.engine.plan.VideoCoding;
import java.util.List;

/** Writes a film or sound file. What nothing changes and the container takes is copied, so with no options at all it is a remux. */
public record Transcode(FileForm file, Resize size, VideoCoding video, RateControl rate, SoundCoding sound,
        TrackSelection tracks) implements Operation {

    private static final About ABOUT = new About("transcode", "Convert",
            "Writes another container or codec; whatever can be copied is copied.", About.Group.CONVERT, About.Role.SINK,
            List.of("convert", "remux", "rewrap", "encode", "export", "mp4", "mkv", "mov", "prores"),
            "transcode clip.avi -o clip.mp4");

    public Transcode() {
        this(new FileForm(), new Resize(), new VideoCoding(), new RateControl(), new SoundCoding(), new TrackSelection());
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public boolean countsFrames() {
        return file.trimTo().filter(l -> l instanceof io.reelbench.engine.media.Length.Frames).isPresent();
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.either(this, edit, problems)) {
            return edit;
        }
        Rules.coding(video, rate, problems);
        Rules.tracks(tracks, edit, problems);
        var chain = Rules.picture(Rules.resize(size, edit, false, problems));
        return edit.withSink(
                new Sink.FileSink(id(), chain, edit.sounds(), file, video, rate, sound, tracks, false, Sink.IfLarger.WRITE));
    }
}
