package io.reelbench.engine.operation;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Effect;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import java.util.List;
import java.util.Optional;

/** Makes whole frames of fields. */
public record Deinterlace(
        @Ask(value = "Frames", help = "Flagged leaves progressive frames alone; a sample is measured where the flags lie.") Frames frames,
        @Ask(value = "Method", help = "Inverse telecine takes the 24 film frames out of 29.97 video.") Method method,
        @Ask(value = "Output rate", help = "A frame for each frame, or for each field: 50 or 59.94 a second, smoother.") OutputRate outputRate,
        @Ask(value = "Field order", help = "Which field comes first; measured on a sample when automatic.", advanced = true) FieldOrder fieldOrder)
        implements
            Operation {

    public enum Frames {
        FLAGGED, ALL
    }

    public enum Method {
        BWDIF, YADIF, W3FDIF, INVERSE_TELECINE
    }

    public enum OutputRate {
        FRAME, FIELD
    }

    public enum FieldOrder {
        AUTO, TOP, BOTTOM
    }

    private static final Rate NTSC = new Rate(30000, 1001);
    private static final Rate FILM = new Rate(24000, 1001);

    private static final About ABOUT = new About("deinterlace", "Deinterlace", "Makes whole frames of fields.",
            About.Group.PICTURE, About.Role.STEP,
            List.of("interlaced", "fields", "combing", "1080i", "bob", "yadif", "bwdif", "telecine", "dv", "camcorder"),
            "deinterlace tape.mpg --output-rate field -o tape.mp4");

    public Deinterlace() {
        this(Frames.FLAGGED, Method.BWDIF, OutputRate.FRAME, FieldOrder.AUTO);
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
        Track.Video video = edit.video().orElseThrow();
        boolean field = outputRate == OutputRate.FIELD;
        if (method == Method.INVERSE_TELECINE && field) {
            problems.add("output-rate", Code.CHOOSE_ONE, PictureWords.TELECINE_FIELDS);
            return edit;
        } else if (method == Method.INVERSE_TELECINE && video.rate().filter(NTSC::equals).isEmpty()) {
            problems.add("method", Code.NOT_AVAILABLE, PictureWords.TELECINE_RATE, edit.first().name(),
                    video.rate().map(Rate::spoken).orElse("?"));
            return edit;
        }
        boolean asks = frames == Frames.FLAGGED || fieldOrder == FieldOrder.AUTO;
        if (asks && edit.first().known().fields().isEmpty()) {
            return edit.wanting(new Fact.Interlacing());
        }
        Track.Fields flagged = video.fields();
        Track.Fields seen = edit.first().known().fields().orElse(flagged);
        if (frames == Frames.FLAGGED && !flagged.isInterlaced() && !seen.isInterlaced()
                && method != Method.INVERSE_TELECINE) {
            problems.add("", Code.NOTHING_TO_DO, PictureWords.PROGRESSIVE, edit.first().name());
            return edit;
        }
        boolean flagsLie = frames == Frames.FLAGGED && !flagged.isInterlaced();
        Edit told = flagsLie && method != Method.INVERSE_TELECINE
                ? edit.noting(PictureWords.FLAGS_LIE, edit.first().name())
                : edit;
        return told.withPicture(List.of(filter(video, flagged, seen, flagsLie || frames == Frames.ALL)));
    }

    private Filter filter(Track.Video video, Track.Fields flagged, Track.Fields seen, boolean all) {
        String order = order(flagged, seen);
        String which = all ? "all" : "interlaced";
        String mode = outputRate == OutputRate.FIELD ? "field" : "frame";
        String text = switch (method) {
            case BWDIF -> "bwdif=mode=send_%s:parity=%s:deint=%s".formatted(mode, order, which);
            case YADIF -> "yadif=mode=send_%s:parity=%s:deint=%s".formatted(mode, order, which);
            case W3FDIF -> "w3fdif=filter=complex:mode=%s:parity=%s:deint=%s".formatted(mode, order, which);
            case INVERSE_TELECINE ->
                "fieldmatch=order=%s:mode=pc_n:combmatch=full,yadif=mode=send_frame:deint=interlaced,decimate=cycle=5"
                        .formatted(order);
        };
        Effect effect = Effect.NONE.scanned(Track.Fields.PROGRESSIVE);
        Optional<Rate> rate = video.rate().filter(_ -> !video.variable());
        if (method == Method.INVERSE_TELECINE) {
            effect = effect.timed(FILM);
        } else if (outputRate == OutputRate.FIELD && rate.isPresent()) {
            effect = effect.timed(Rate.of(rate.get().perSecond().times(Fraction.of(2))));
        }
        return Filter.of(text, effect).lookingBack(Time.SECOND / 2);
    }

    /** Frames know their own order; where they were seen to be wrong, or know none, it is told. */
    private String order(Track.Fields flagged, Track.Fields seen) {
        return switch (fieldOrder) {
            case TOP -> "tff";
            case BOTTOM -> "bff";
            case AUTO -> !seen.isInterlaced() || seen == flagged ? "auto" : seen == Track.Fields.TOP_FIRST ? "tff" : "bff";
        };
    }
}
