package io.reelbench.engine.operation;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Length;
import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Span;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Pieces;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Called;
import java.util.List;
import java.util.Optional;

/**
 * Cuts the clip into files.
 *
 * @param way        where it is cut
 * @param mode       how a cut is made
 * @param thumbnails whether each piece gets two pictures of its first frame
 * @param minLength  shorter pieces join the one before, where scenes or pauses decide
 */
public record Slice(Optional<Way> way,
        @Ask(value = "Cut", help = "Smart and reencode are exact to the frame; copy is instant and loses nothing, but cuts at the next keyframe.") Pieces.Mode mode,
        @Ask(value = "Pictures", help = "The first frame of each piece beside it: full size as JPEG, and 480 wide as WebP.") boolean thumbnails,
        @Ask(value = "Shortest", help = "Pieces shorter than this join the one before; for scenes and pauses.", unit = "s", min = 0, max = 3600, from = 0, to = 10, zero = true, advanced = true) Length minLength)
        implements
            Operation {

    /** Where it is cut; exactly one of them. */
    @Called(value = "Into", none = "Not chosen")
    public sealed interface Way {
    }

    @Called("Equal lengths")
    public record Every(
            @Ask(value = "Every", help = "Pieces of this length; the last may be shorter.", unit = "s", min = 0.04, max = 86_400, from = 1, to = 600) Length every)
            implements
                Way {
    }

    @Called("Times")
    public record At(
            @Ask(value = "At", help = "Another piece begins at each of these times: 5,15,0:30.", unit = "s") List<Moment> at)
            implements
                Way {
    }

    @Called("Number")
    public record Count(
            @Ask(value = "Number", help = "So many pieces of the same length.", min = 1, max = 10_000, from = 2, to = 50) int count)
            implements
                Way {
    }

    @Called("Ranges")
    public record Ranges(
            @Ask(value = "Ranges", help = "Only these parts, one file each; they may overlap: 0:05..0:12,0:20.., or @found.json.") List<Span> ranges)
            implements
                Way {
    }

    @Called("Chapters")
    public record Chapters(
            @Ask(value = "Chapters", help = "One file a chapter, named by it.") boolean chapters) implements Way {
    }

    @Called("Scenes")
    public record Scenes(
            @Ask(value = "Scenes", help = "Where the picture changes at once; how much it must differ from the frame before.", unit = "%", min = 0, max = 100, from = 5, to = 30) double scenes)
            implements
                Way {
    }

    @Called("Pauses")
    public record Silence(
            @Ask(value = "Pause", help = "In the middle of pauses of the sound of this length (below −30 dB).", unit = "s", min = 0.1, max = 60, from = 0.3, to = 5) Length silence)
            implements
                Way {
    }

    @Called("File size")
    public record MaxSize(
            @Ask(value = "Largest", help = "As few files as possible, each smaller than this.", unit = "B", min = 100_000, from = 1e6, to = 4e9) Bytes maxSize)
            implements
                Way {
    }

    private static final About ABOUT = new About("slice", "Slice",
            "Cuts the clip into many files, with a list of them and pictures if wanted.", About.Group.CUT, About.Role.STEP,
            List.of("split", "segments", "chunks", "pieces", "parts", "chapters", "scenes", "divide"),
            "slice show.mp4 --at 5,15,0:30 --thumbnails --to pieces");

    private static final Length HALF_A_SECOND = new Length.Micros(500_000);

    public Slice() {
        this(Optional.empty(), Pieces.Mode.SMART, false, HALF_A_SECOND);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public boolean countsFrames() {
        return way.filter(w -> switch (w) {
            case Every(Length every) -> every instanceof Length.Frames;
            case At(List<Moment> at) -> at.stream().anyMatch(Moment::countsFrames);
            case Ranges(List<Span> ranges) -> ranges.stream()
                    .anyMatch(s -> s instanceof Span.Part(Moment from, Moment to) && (from.countsFrames() || to.countsFrames()));
            case Count _,Chapters _,Scenes _,Silence _,MaxSize _ -> false;
        }).isPresent() || minLength instanceof Length.Frames;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.either(this, edit, problems)) {
            return edit;
        } else if (edit.pieces().isPresent()) {
            problems.add("", Code.NOT_AVAILABLE, SliceWords.TWICE);
            return edit;
        } else if (way.isEmpty()) {
            problems.add("every", Code.REQUIRED, SliceWords.WAY_REQUIRED);
            return edit;
        }
        boolean copies = mode == Pieces.Mode.COPY || way.get() instanceof MaxSize;
        if (copies && edit.first().known().read().keys().isEmpty()) {
            return edit.wanting(new Fact.Keyframes());
        }
        SliceTimes times = new SliceTimes(edit, problems, minLength, mode != Pieces.Mode.COPY);
        Optional<Fact> fact = times.missing(way.get());
        if (fact.isPresent()) {
            return edit.wanting(fact.get());
        } else if (way.get() instanceof Ranges(List<Span> spans)) {
            Edit asking = new Lists(edit, problems).asking(spans);
            if (asking != edit) {
                return asking;
            }
        }
        return times.cut(way.get()).map(cut -> edit.sliced(new Pieces(cut, mode, thumbnails && edit.hasPicture()))).orElse(edit);
    }
}
