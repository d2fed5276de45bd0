package io.reelbench.engine.operation;

import io.reelbench.engine.media.Track;
import io.reelbench.engine.media.TrackChoice;
import io.reelbench.engine.plan.AudioCodec;
import io.reelbench.engine.plan.Chain;
import io.reelbench.engine.plan.Container;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.FileForm;
import io.reelbench.engine.plan.Heard;
import io.reelbench.engine.plan.RateControl;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.plan.SoundCoding;
import io.reelbench.engine.plan.TrackSelection;
import io.reelbench.engine.plan.VideoCodec;
import io.reelbench.engine.plan.VideoCoding;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Word;
import java.util.List;
import java.util.Optional;

/** Writes the sound to a file of its own, one file for each track. Copied where the format takes it as it is. */
public record ExtractAudio(
        @Ask(value = "Format", help = "Automatic copies the sound into its natural home; anything named is encoded unless it fits already.") Format format,
        @Ask(value = "Sound tracks", help = "First, all, numbers from 1, or lang:eng; each becomes a file.") TrackChoice audioTracks,
        SoundCoding sound) implements Operation {

    /** Sound files. */
    public enum Format implements Word {
        AUTO(Container.SAME), MP3(Container.MP3), M4A(Container.M4A), AAC(Container.AAC), WAV(Container.WAV), OGG(Container.OGG),
        OPUS(Container.OPUS), FLAC(
                Container.FLAC),
        MKA(Container.MKA);

        private final Container container;

        Format(Container container) {
            this.container = container;
        }

        @Override
        public String title() {
            return this == AUTO ? "Automatic" : container.title();
        }
    }

    private static final About ABOUT = new About("extract-audio", "Sound only", "Writes the sound to a file of its own.",
            About.Group.SOUND, About.Role.SINK,
            List.of("audio", "mp3", "wav", "music", "rip", "podcast"), "extract-audio talk.mp4 --format mp3 -o talk.mp3");

    public ExtractAudio() {
        this(Format.AUTO, TrackChoice.FIRST, new SoundCoding());
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.sound(this, edit, problems)) {
            return edit;
        }
        Needs.tracks("audio-tracks", audioTracks, Track.Audio.class, edit, problems);
        List<Heard> chosen = Heard.chosen(audioTracks, edit.sounds());
        Edit done = edit;
        for (Heard heard : chosen) {
            done = done.withSink(sink(edit, heard, chosen.size() > 1));
        }
        return done;
    }

    private Sink sink(Edit edit, Heard heard, boolean several) {
        Track.Audio track = heard.here();
        int number = edit.sounds().indexOf(heard) + 1;
        Container home = format == Format.AUTO ? home(track) : format.container;
        TrackSelection only = new TrackSelection(TrackChoice.NONE,
                new TrackChoice(false, new TrackChoice.Numbers(List.of(number))), TrackChoice.NONE, false, home.hasChapters());
        String label = !several ? id() : track.facts().language().map(l -> number + "-" + l).orElse(Integer.toString(number));
        return new Sink.FileSink(label, Chain.EMPTY, edit.sounds(), new FileForm(home, true, Optional.empty()),
                new VideoCoding().with(VideoCodec.NONE), new RateControl(), sound, only, false,
                Sink.IfLarger.WRITE);
    }

    /** Where the sound can be copied to, or where the codec that was asked for lives. */
    private Container home(Track.Audio track) {
        AudioCodec asked = sound.audioCodec();
        return asked.isCodec()
                ? asked == AudioCodec.PCM ? Container.WAV : Container.home(asked.ffmpeg())
                : Container.home(track.codec());
    }
}
