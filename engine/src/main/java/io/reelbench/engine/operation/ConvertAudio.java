package io.reelbench.engine.operation;

import io.reelbench.engine.media.TrackChoice;
import io.reelbench.engine.plan.Chain;
import io.reelbench.engine.plan.Container;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.FileForm;
import io.reelbench.engine.plan.RateControl;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.plan.SoundCoding;
import io.reelbench.engine.plan.TrackSelection;
import io.reelbench.engine.plan.VideoCodec;
import io.reelbench.engine.plan.VideoCoding;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Word;
import java.util.List;
import java.util.Optional;

/** Writes a sound file in another format; what fits already is copied. */
public record ConvertAudio(
        @Ask(value = "Format", help = "MP3 opens everywhere; a sound that fits the format already is copied.") Format format,
        SoundCoding sound,
        @Ask(value = "Cover", help = "Keep the cover picture where the format can hold it.") boolean cover) implements Operation {

    /** Sound files. */
    public enum Format implements Word {
        MP3(Container.MP3), M4A(Container.M4A), AAC(Container.AAC), WAV(Container.WAV), OGG(Container.OGG), OPUS(Container.OPUS),
        FLAC(Container.FLAC), MKA(Container.MKA);

        private final Container container;

        Format(Container container) {
            this.container = container;
        }

        @Override
        public String title() {
            return container.title();
        }
    }

    private static final About ABOUT = new About("convert-audio", "Convert sound", "Writes a sound file in another format.",
            About.Group.SOUND, About.Role.SINK,
            List.of("audio", "mp3", "wav", "flac", "opus", "aac", "m4a", "music", "transcode"),
            "convert-audio song.wav --format mp3 --audio-quality 2 -o song.mp3");

    public ConvertAudio() {
        this(Format.MP3, new SoundCoding(), true);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.sound(this, edit, problems)) {
            return edit;
        } else if (edit.hasPicture()) {
            problems.add(new Problem("", Code.NOT_AVAILABLE, OperationWords.NOT_A_SOUND.with(edit.first().name()))
                    .mendedBy(new Fix.Replace(OperationWords.EXTRACT_INSTEAD.with(), problems.step(), "extract-audio")));
            return edit;
        }
        TrackSelection all = new TrackSelection(TrackChoice.NONE, TrackChoice.ALL, TrackChoice.ALL, false,
                format.container.hasChapters());
        return edit.withSink(new Sink.FileSink(id(), Chain.EMPTY, edit.sounds(),
                new FileForm(format.container, true, Optional.empty()),
                new VideoCoding().with(VideoCodec.NONE), new RateControl(), sound, all, false, Sink.IfLarger.WRITE, cover, ""));
    }
}
