package io.reelbench.engine.operation;

import io.reelbench.engine.media.Track;
import io.reelbench.engine.media.TrackChoice;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Heard;
import io.reelbench.engine.plan.Range;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.plan.WaveForm;
import io.reelbench.engine.schema.Ask;
import java.util.List;
import java.util.Optional;

/** Draws the sound, or writes its peaks as figures; one file for each track. */
public record Waveform(WaveForm wave, Excerpt excerpt,
        @Ask(value = "Sound tracks", help = "First, all, numbers from 1, or lang:eng; each becomes a file.") TrackChoice tracks)
        implements
            Operation {

    private static final About ABOUT = new About("waveform", "Waveform", "Draws the sound, or writes its peaks as figures.",
            About.Group.STILLS, About.Role.SINK, List.of("audio", "peaks", "picture", "sound", "json", "audiogram"),
            "waveform talk.mp4 --width 1280 --colour white --background black -o talk.png");

    public Waveform() {
        this(new WaveForm(), new Excerpt(), TrackChoice.FIRST);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public boolean countsFrames() {
        return excerpt.countsFrames();
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.sound(this, edit, problems)) {
            return edit;
        }
        Needs.tracks("tracks", tracks, Track.Audio.class, edit, problems);
        Optional<Range> part = excerpt.of(edit, problems);
        List<Heard> chosen = Heard.chosen(tracks, edit.sounds());
        Edit done = edit;
        for (Heard heard : chosen) {
            String label = chosen.size() == 1 ? id() : id() + "-" + (edit.sounds().indexOf(heard) + 1);
            done = done.withSink(new Sink.WaveSink(label, heard, part, wave));
        }
        return done;
    }
}
