package io.reelbench.engine.operation;

import io.reelbench.engine.media.Colour;
import io.reelbench.engine.media.Position;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Side;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.AudioCodec;
import io.reelbench.engine.plan.Chain;
import io.reelbench.engine.plan.Container;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Effect;
import io.reelbench.engine.plan.FileForm;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.plan.Goal;
import io.reelbench.engine.plan.Heard;
import io.reelbench.engine.plan.LoudnessStandard;
import io.reelbench.engine.plan.Measure;
import io.reelbench.engine.plan.RateControl;
import io.reelbench.engine.plan.Resize;
import io.reelbench.engine.plan.SampleRate;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.plan.SoundCoding;
import io.reelbench.engine.plan.TrackSelection;
import io.reelbench.engine.plan.VideoCodec;
import io.reelbench.engine.plan.VideoCoding;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes clips alike: one size, one frame rate, one codec, one kind of sound. */
public record Normalize(FileForm file, Resize size,
        @Ask(value = "Frame rate", help = "Every clip gets this rate.", unit = "fps", min = 0.001, max = 1000, from = 12, to = 120) Rate rate,
        VideoCoding video, RateControl bits, SoundCoding sound,
        @Ask(value = "Loudness", help = "Levels the sound to a standard as well.") Level loudness,
        @Ask(value = "Fill sound", help = "A clip without sound gets a silent track.") boolean fillSound) implements Operation {

    /** Whether sound is levelled, and to what. */
    public enum Level implements Word {
        NONE(Optional.empty()), PODCAST(Optional.of(LoudnessStandard.PODCAST)),
        STREAMING(Optional.of(LoudnessStandard.STREAMING)),
        EBU_R128(Optional.of(LoudnessStandard.EBU_R128)), ATSC_A85(Optional.of(LoudnessStandard.ATSC_A85));

        private final Optional<LoudnessStandard> standard;

        Level(Optional<LoudnessStandard> standard) {
            this.standard = standard;
        }

        @Override
        public String title() {
            return standard.map(LoudnessStandard::title).orElse("None");
        }
    }

    private static final About ABOUT = new About("normalize", "Make alike",
            "Makes clips alike: one size with bars, one frame rate, one codec, one kind of sound.", About.Group.CONVERT,
            About.Role.SINK, List.of("conform", "uniform", "same", "batch", "standard", "1080p"),
            "normalize *.mp4 --width 640 --height 360 --rate 30 --pad-colour black --to ready");

    private static final Resize.Box WIDE = box(1920, 1080);
    private static final Resize.Box TALL = box(1080, 1920);

    public Normalize() {
        this(new FileForm().with(Container.MP4),
                new Resize(Optional.of(WIDE), Resize.Fit.PAD, true, Position.CENTER, Colour.BLACK, Optional.empty(),
                        Resize.Scaler.LANCZOS),
                new Rate(30, 1), form(), new RateControl().with(new Goal.EqualQuality(70)),
                new SoundCoding(AudioCodec.AAC, Optional.empty(), new SampleRate(48_000), SoundCoding.Channels.STEREO,
                        SoundCoding.SampleDepth.AUTO),
                Level.NONE, false);
    }

    private static Resize.Box box(int width, int height) {
        return new Resize.Sides(Optional.of(new Side.Pixels(width)), Optional.of(new Side.Pixels(height)));
    }

    private static VideoCoding form() {
        VideoCoding usual = new VideoCoding().with(VideoCodec.H264);
        return usual.with(VideoCoding.BitDepth.B8, VideoCoding.ChromaChoice.C420);
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
        if (!Needs.picture(this, edit, problems) || !Needs.film(this, edit, problems)) {
            return edit;
        }
        Rules.coding(video, bits, problems);
        Track.Video here = edit.video().orElseThrow();
        List<Filter> filters = new ArrayList<>(Rules.resize(turned(here.upright()), edit, false, problems));
        if (here.variable() || here.rate().filter(rate::equals).isEmpty()) {
            Filter even = Filter.of("fps=" + rate, Effect.NONE.timed(rate));
            // fewer frames are scaled
            boolean fewer = here.rate().filter(r -> r.compareTo(rate) > 0).isPresent();
            filters.add(fewer ? 0 : filters.size(), even);
        }
        return edit.withSink(
                new Sink.FileSink(id(), new Chain(List.copyOf(filters)), sounds(edit, problems), file, video, bits, sound,
                        new TrackSelection(), true, Sink.IfLarger.WRITE));
    }

    /** The usual box lies down or stands up with the clip; one that was asked for does not. */
    private Resize turned(Size clip) {
        boolean tall = clip.height() > clip.width() && size.box().filter(WIDE::equals).isPresent();
        return tall ? size.with(TALL) : size;
    }

    private List<Heard> sounds(Edit edit, Problems problems) {
        if (edit.sounds().isEmpty() && fillSound) {
            OptionalLong length = edit.lengthUs();
            if (length.isEmpty()) {
                problems.add("fill-sound", Code.NEEDS_OTHER, OperationWords.LENGTH_UNKNOWN, edit.first().name());
                return List.of();
            }
            return List.of(Heard.silence(edit, length.getAsLong()));
        }
        return loudness.standard.isEmpty()
                ? edit.sounds()
                : edit.sounds().stream().map(heard -> levelled(heard, loudness.standard.get())).toList();
    }

    private static Heard levelled(Heard heard, LoudnessStandard to) {
        return heard.then(Filter.measured(
                new Measure.Loudness(to.integrated(), to.truePeak(), to.range(), heard.here().sampleRate())));
    }
}
