package io.reelbench.engine.operation;

import io.reelbench.engine.media.Length;
import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Packing;
import io.reelbench.engine.plan.PictureNames;
import io.reelbench.engine.plan.Range;
import io.reelbench.engine.plan.Resize;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.plan.StillForm;
import io.reelbench.engine.plan.Taking;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Called;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Many pictures out of a film, in a folder or an archive.
 *
 * @param which empty is one each second
 */
public record Frames(Optional<Which> which, Excerpt excerpt, Resize size, StillForm still,
        @Ask(value = "Archive", help = "A folder of pictures, or one file that holds them all.") Packing archive,
        @Ask(value = "Names", help = "How the pictures are named: {name} is the clip, %05d or {index} the number.", advanced = true) PictureNames pattern)
        implements
            Operation {

    /** Which frames; exactly one of them. */
    @Called(value = "Take", none = "One a second")
    public sealed interface Which {
    }

    @Called("Interval")
    public record Each(
            @Ask(value = "Interval", help = "The frame on screen each so often, from the first on.", unit = "s", min = 0.001, max = 86_400, from = 0.1, to = 60) Length interval)
            implements
                Which {
    }

    @Called("Rate")
    public record PerSecond(
            @Ask(value = "Frames a second", help = "So many pictures for each second.", unit = "fps", min = 0.001, max = 1000, from = 0.1, to = 30) Rate fps)
            implements
                Which {
    }

    @Called("Number")
    public record Spread(
            @Ask(value = "Number", help = "So many pictures, spread evenly.", min = 1, max = 100_000, from = 1, to = 200) int count)
            implements
                Which {
    }

    @Called("Times")
    public record These(
            @Ask(value = "Times", help = "The frames on screen at these times: 0:05,0:10.5,end-1s.") List<Moment> at)
            implements
                Which {
    }

    @Called("Scenes")
    public record OfScenes(
            @Ask(value = "Scenes", help = "The first frame of each scene; how much it must differ from the frame before.", unit = "%", min = 0, max = 100, from = 5, to = 30) double scenes)
            implements
                Which {
    }

    @Called("Every frame")
    public record All(@Ask(value = "Every frame", help = "All frames, one picture each.") boolean everyFrame) implements Which {
    }

    private static final About ABOUT = new About("frames", "Frames", "Many pictures out of a film, in a folder or an archive.",
            About.Group.STILLS, About.Role.SINK,
            List.of("stills", "images", "sequence", "extract", "screenshots", "zip", "png", "jpg"),
            "frames talk.mp4 --interval 5 --width 640 --archive zip -o shots.zip");

    public Frames() {
        this(Optional.empty(), new Excerpt(), new Resize(), new StillForm(), Packing.NONE, PictureNames.USUAL);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public boolean countsFrames() {
        return excerpt.countsFrames() || which.filter(w -> w instanceof These || w instanceof Each(Length.Frames _)).isPresent();
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.picture(this, edit, problems) || !Needs.film(this, edit, problems)) {
            return edit;
        }
        StillForms.check(still, problems);
        Optional<Range> part = excerpt.of(edit, problems);
        Optional<Taking> taking = taking(edit, part, problems);
        return taking.isEmpty()
                ? edit
                : edit.withSink(new Sink.FramesSink(id(), Rules.picture(Rules.resize(size, edit, true, problems)), part, still,
                        taking.get(), archive, pattern));
    }

    private Optional<Taking> taking(Edit edit, Optional<Range> part, Problems problems) {
        if (which.isEmpty()) {
            return Optional.of(new Taking.Every(Time.SECOND));
        }
        return switch (which.get()) {
            case Each(Length interval) -> interval(edit, interval, problems);
            case PerSecond(Rate fps) -> Optional.of(new Taking.PerSecond(fps));
            case Spread(int count) -> Optional.of(new Taking.Spread(count));
            case These(List<Moment> at) -> at(edit, at, part, problems);
            case OfScenes(double percent) -> Optional.of(new Taking.Scenes(percent));
            case All(boolean yes) -> {
                if (!yes) {
                    problems.add("every-frame", Code.BAD_SYNTAX, OperationWords.LOSSLESS_YES);
                }
                yield Optional.of(new Taking.All());
            }
        };
    }

    private static Optional<Taking> interval(Edit edit, Length interval, Problems problems) {
        try {
            OptionalLong us = interval.on(edit.clock());
            if (us.isPresent() && us.getAsLong() > 0) {
                return Optional.of(new Taking.Every(us.getAsLong()));
            }
            problems.add("interval", Code.NEEDS_OTHER, OperationWords.LENGTH_UNKNOWN, edit.first().name());
        } catch (BadValue wrong) {
            problems.add("interval", wrong);
        }
        return Optional.empty();
    }

    /** Times are of the whole timeline; those outside the part that is used are no mistake but cannot be taken. */
    private static Optional<Taking> at(Edit edit, List<Moment> moments, Optional<Range> part, Problems problems) {
        When when = new When(edit, problems);
        List<Long> times = moments.stream().map(m -> when.inside("at", m)).flatMap(Optional::stream).distinct().sorted().toList();
        Range range = part.orElse(new Range(0, Range.OPEN));
        List<Long> inside = times.stream().filter(t -> t >= range.fromUs() && t < range.toUs()).map(t -> t - range.fromUs())
                .toList();
        if (!times.isEmpty() && inside.isEmpty()) {
            problems.add("at", Code.OUT_OF_RANGE, OperationWords.NOTHING_LEFT, edit.first().name());
        }
        return inside.isEmpty() ? Optional.empty() : Optional.of(new Taking.At(inside));
    }
}
