package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.media.Rect;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.operation.Crop;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Rotate;
import io.reelbench.engine.operation.Scale;
import io.reelbench.engine.operation.Transcode;
import io.reelbench.engine.plan.Expect.TrackExpected.Kind;
import io.reelbench.engine.plan.VideoCodec;
import io.reelbench.engine.problem.BadValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * RelayStation's conversion, which crops, turns or scales as well. In which order it would do several of these nobody says, so each is a job
 * of its own, and only a conversion goes along with it.
 */
final class RelayConvert {

    private static final List<String> FILMS = List.of("mp4", "mov", "mkv");
    /** It makes higher pictures smaller, so that their turned or cropped size is not what was asked for. */
    private static final String HIGHEST = "720";

    private final List<Operation> steps;
    private final Draft draft;

    private RelayConvert(List<Operation> steps, Draft draft) {
        this.steps = steps;
        this.draft = draft;
    }

    /** One change of the picture, and a conversion. */
    static int span(List<Operation> steps) {
        Operation first = steps.getFirst();
        boolean shapes = first instanceof Scale || first instanceof Crop || first instanceof Rotate;
        int next = shapes ? 1 : 0;
        return next < steps.size() && steps.get(next) instanceof Transcode ? next + 1 : next;
    }

    static void write(List<Operation> steps, Draft draft) {
        new RelayConvert(steps, draft).write();
    }

    private void write() {
        draft.knows("container", "video-codec", "audio-codec", "resolution", "width", "height").clip("file");
        boolean film = draft.clip().video().isPresent() && !RelayStation.SOUNDS.contains(draft.extension());
        String format = draft.container(film ? FILMS : RelayStation.SOUNDS, film ? "mp4" : "mp3");
        draft.text("format", format);
        Optional<Size> size = Common.size(draft).or(() -> Common.source(draft));
        if (film) {
            picture(size);
        }
        draft.makesFilm(format, film ? Common.has(draft, Kind.VIDEO, "h264") : Optional.empty(),
                Common.has(draft, Kind.AUDIO, film ? "aac" : Common.codecOf(format)), draft.lengthUs(), true,
                film ? size : Optional.empty());
    }

    private void picture(Optional<Size> size) {
        boolean chosen = steps.getLast() instanceof Transcode op && op.video().videoCodec() != VideoCodec.AUTO;
        if (chosen) {
            draft.oneOf("video-codec", draft.codec(Kind.VIDEO).orElse("h264"), List.of("h264"), "h264");
        }
        size.ifPresent(s -> draft.within("height", BigDecimal.valueOf(s.height()), "1", HIGHEST));
        switch (steps.getFirst()) {
            case Crop crop -> crop(crop);
            case Rotate rotate -> rotate(rotate);
            default -> size.ifPresent(s -> draft.whole("width", s.width()).whole("height", s.height()));
        }
    }

    private void low() {
        Common.source(draft).ifPresent(s -> draft.within("height", BigDecimal.valueOf(s.height()), "1", HIGHEST));
    }

    private void crop(Crop op) {
        draft.knows("rect", "sides");
        low();
        Size frame = Common.source(draft).orElseThrow();
        try {
            Rect rect = switch (op.what()) {
                case Crop.Drawn(var region) -> region.in(frame);
                case Crop.Inside(var sides) -> sides.in(frame);
                case Crop.Shaped _ -> told("aspect", frame);
                case Crop.Barless _ -> told("auto", frame);
            };
            Rect kept = rect.inwards(2, 2).orElse(rect);
            ObjectNode crop = draft.body().putObject("crop");
            crop.put("w", kept.width()).put("h", kept.height()).put("x", kept.x()).put("y", kept.y());
        } catch (BadValue wrong) {
            draft.wrong(op.what() instanceof Crop.Inside ? "sides" : "rect", wrong);
        }
    }

    private Rect told(String option, Size frame) {
        Common.notTold(draft, option);
        return Rect.of(frame);
    }

    private void rotate(Rotate op) {
        draft.knows("angle");
        low();
        String angle = op.angle().map(Rotate.Angle::word).orElse("90");
        draft.oneOf("angle", angle, List.of("90", "180", "270"), "90");
        draft.whole("rotate", Integer.parseInt(angle));
    }
}
