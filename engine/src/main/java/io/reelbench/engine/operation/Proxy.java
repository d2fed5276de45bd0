package io.reelbench.engine.operation;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Length;
import io.reelbench.engine.media.Side;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.plan.AudioCodec;
import io.reelbench.engine.plan.Chain;
import io.reelbench.engine.plan.Container;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.FileForm;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.plan.Goal;
import io.reelbench.engine.plan.RateControl;
import io.reelbench.engine.plan.Resize;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.plan.SoundCoding;
import io.reelbench.engine.plan.TrackSelection;
import io.reelbench.engine.plan.VideoCodec;
import io.reelbench.engine.plan.VideoCoding;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Word;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A light stand-in for editing that relinks to its clip: same name, frames, rate, timecode, reel name and sound tracks. */
public record Proxy(
        @Ask(value = "Codec", help = "What the editor reads easily: ProRes Proxy or DNxHR LB in MOV, or H.264 of keyframes alone.") Codec codec,
        @Ask(value = "Size", help = "Of the picture; its shape is kept.") Resolution resolution,
        @Ask(value = "Sound", help = "Uncompressed with 16 bits, or copied; all tracks in their order.") Sound audio)
        implements
            Operation {

    /** What editors take. */
    public enum Codec implements Word {
        PRORES_PROXY("prores-proxy", "ProRes Proxy"), DNXHR_LB("dnxhr-lb", "DNxHR LB"), H264_INTRA("h264-intra", "H.264 intra");

        private final String word;
        private final String title;

        Codec(String word, String title) {
            this.word = word;
            this.title = title;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** How large the picture is. */
    public enum Resolution implements Word {
        FULL("full", 1, 0), HALF("half", 2, 0), QUARTER("quarter", 4, 0), P1080("1080p", 0, 1080), P720("720p", 0, 720);

        private final String word;
        private final int part;
        private final int shortSide;

        Resolution(String word, int part, int shortSide) {
            this.word = word;
            this.part = part;
            this.shortSide = shortSide;
        }

        @Override
        public String word() {
            return word;
        }

        /** The new size; empty where the picture stays as it is. */
        Optional<Size> of(Size now) {
            int side = shortSide > 0 ? Math.min(shortSide, now.shortSide()) : Math.max(2, now.shortSide() / part);
            if (side >= now.shortSide()) {
                return Optional.empty();
            }
            Fraction scale = new Fraction(side, now.shortSide());
            return Optional.of(new Size(even(scale, now.width()), even(scale, now.height())));
        }

        private static int even(Fraction scale, int side) {
            return Math.max(2, (int) (scale.times(Fraction.of(side)).round() / 2 * 2));
        }
    }

    /** What becomes of the sound. */
    public enum Sound {
        PCM, COPY
    }

    /** The folder beside the others in which editors look. */
    public static final String FOLDER = "Proxy";

    private static final About ABOUT = new About("proxy", "Edit proxy",
            "Writes a light stand-in for editing that relinks to its clip: same name, frames, rate, timecode and sound tracks.",
            About.Group.CONVERT, About.Role.SINK,
            List.of("prores", "dnxhr", "offline", "edit", "relink", "premiere", "resolve", "final cut", "avid"),
            "proxy *.mov --codec prores-proxy --resolution half --to edit");

    public Proxy() {
        this(Codec.PRORES_PROXY, Resolution.HALF, Sound.PCM);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.picture(this, edit, problems) || !Needs.film(this, edit, problems)) {
            return edit;
        }
        if (!relinks(edit)) {
            problems.add("", Code.NOT_AVAILABLE, OperationWords.NO_RELINK.with(edit.first().name()), waysOut(edit, problems));
            return edit;
        }
        return edit
                .withSink(new Sink.FileSink(id(), Rules.picture(smaller(edit)), edit.sounds(), new FileForm().with(container()),
                        picture(), bits(), sound(), new TrackSelection(), true, Sink.IfLarger.WRITE, true, FOLDER));
    }

    /** Whether it still has the frames of its clip, one for one. */
    private static boolean relinks(Edit edit) {
        return edit.isWhole() && edit.pace().equals(Fraction.ONE) && !edit.changesFrames() && edit.reel().isEmpty();
    }

    /** The only step that takes the frames away is left out, or else this one. */
    private static Fix[] waysOut(Edit edit, Problems problems) {
        List<Operation> above = problems.above();
        int[] guilty = IntStream.range(0, above.size())
                .filter(i -> above.get(i).about().role() == About.Role.JOIN
                        || !relinks(above.get(i).apply(Edit.of(edit.first()), new Problems())))
                .toArray();
        Stream<Fix> theOther = guilty.length == 1
                ? Stream.of(new Fix.Remove(OperationWords.LEAVE_THAT.with(above.get(guilty[0]).id()), OptionalInt.of(guilty[0])))
                : Stream.of();
        return Stream.concat(theOther, Stream.of(new Fix.Remove(OperationWords.LEAVE_STEP.with(), problems.step())))
                .toArray(Fix[]::new);
    }

    private List<Filter> smaller(Edit edit) {
        Optional<Size> size = edit.size().flatMap(resolution::of);
        if (size.isEmpty()) {
            return List.of();
        }
        Resize.Box box = new Resize.Sides(Optional.of(new Side.Pixels(size.get().width())),
                Optional.of(new Side.Pixels(size.get().height())));
        return io.reelbench.engine.plan.Scaling.filters(new Resize().with(box, Resize.Fit.STRETCH), edit.size().get(),
                edit.hasSquarePixels(), false);
    }

    /** mp4 has no place for sound without loss that editors would read. */
    private Container container() {
        return codec == Codec.H264_INTRA && audio == Sound.COPY ? Container.MP4 : Container.MOV;
    }

    private VideoCoding picture() {
        return switch (codec) {
            case PRORES_PROXY -> new VideoCoding().with(VideoCodec.PRORES).with(VideoCoding.Profile.PROXY);
            case DNXHR_LB -> new VideoCoding().with(VideoCodec.DNXHR).with(VideoCoding.Profile.LB);
            case H264_INTRA -> new VideoCoding().with(VideoCodec.H264).with(new Length.Frames(1));
        };
    }

    private RateControl bits() {
        return codec == Codec.H264_INTRA ? new RateControl().with(new Goal.EqualQuality(65)) : new RateControl();
    }

    private SoundCoding sound() {
        return audio == Sound.COPY
                ? new SoundCoding().with(AudioCodec.COPY)
                : new SoundCoding().with(AudioCodec.PCM).with(SoundCoding.SampleDepth.B16);
    }
}
