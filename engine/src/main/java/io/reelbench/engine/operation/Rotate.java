package io.reelbench.engine.operation;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Effect;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns, mirrors or straightens the picture, after the turn that its metadata tells.
 *
 * @param angle empty means 90° when nothing else is asked for, else none
 */
public record Rotate(
        @Ask(value = "Turn", help = "Clockwise; 90 when nothing else is asked for.", unit = "°") Optional<Angle> angle,
        @Ask(value = "Flip", help = "Mirrors the picture, after it was turned.") Flip flip,
        @Ask(value = "Straighten", help = "Turns clockwise by any angle and cuts to the largest region without empty corners.", unit = "°", min = -45, max = 45, from = -10, to = 10) double straighten,
        @Ask(value = "How", help = "Pixels are turned for every player; a tag only tells players to turn (mp4, mov, mkv) and copies the picture.", advanced = true) Mode mode)
        implements
            Operation {

    /** Quarters of a turn, clockwise. */
    public enum Angle implements Word {
        NONE(0), RIGHT(90), HALF(180), LEFT(270);

        private final int degrees;

        Angle(int degrees) {
            this.degrees = degrees;
        }

        @Override
        public String word() {
            return Integer.toString(degrees);
        }

        @Override
        public String title() {
            return degrees + "°";
        }
    }

    public enum Flip {
        NONE, HORIZONTAL, VERTICAL, BOTH
    }

    public enum Mode {
        PIXELS, TAG
    }

    private static final About ABOUT = new About("rotate", "Turn", "Turns, mirrors or straightens the picture.",
            About.Group.PICTURE, About.Role.STEP,
            List.of("rotate", "flip", "mirror", "upside down", "portrait", "horizon", "straighten", "orientation"),
            "rotate phone.mp4 --angle 270 -o upright.mp4");

    public Rotate() {
        this(Optional.empty(), Flip.NONE, 0, Mode.PIXELS);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    private int degrees() {
        boolean alone = flip == Flip.NONE && straighten == 0;
        return angle.map(a -> a.degrees).orElse(alone ? 90 : 0);
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.picture(this, edit, problems)) {
            return edit;
        }
        if (mode == Mode.TAG && straighten != 0) {
            problems.add("straighten", Code.CHOOSE_ONE, PictureWords.TAG_STRAIGHT.with(),
                    Fix.use("mode", "pixels", PictureWords.TURN_PIXELS.with()));
            return edit;
        }
        boolean turnsBack = flip == Flip.BOTH && degrees() == 180;
        if (straighten == 0 && (turnsBack || flip == Flip.NONE && degrees() == 0)) {
            problems.add("angle", Code.NOTHING_TO_DO, PictureWords.NOT_TURNED);
            return edit;
        }
        if (mode == Mode.TAG && edit.picture().isEmpty() && !edit.first().still() && edit.reel().isEmpty()) {
            return tagged(edit);
        }
        Edit square = Shape.square(mode == Mode.TAG ? edit.noting(PictureWords.TAG_TOO_LATE) : edit);
        return square.withPicture(filters(square.video().orElseThrow()));
    }

    /** Tags mirror top to bottom first and turn then. Here the mirror comes last, and in front of it a turn goes the other way. */
    private Edit tagged(Edit edit) {
        Track.Video own = edit.first().video().orElseThrow();
        int turned = own.rotation() + degrees();
        boolean mirrored = flip == Flip.HORIZONTAL || flip == Flip.VERTICAL;
        int half = flip == Flip.HORIZONTAL || flip == Flip.BOTH ? 180 : 0;
        return edit.turned(Math.floorMod(half + (mirrored ? -turned : turned), 360), own.flipped() != mirrored);
    }

    private List<Filter> filters(Track.Video video) {
        List<Filter> filters = new ArrayList<>();
        Size size = video.upright();
        Track.Fields fields = video.fields();
        int turn = degrees();
        if (turn % 180 != 0) {
            filters.add(turning(turn == 90 ? "transpose=clock" : "transpose=cclock", size.turned(), combed(fields)));
            size = size.turned();
            fields = combed(fields);
        }
        boolean across = turn == 180 ^ (flip == Flip.HORIZONTAL || flip == Flip.BOTH);
        boolean down = turn == 180 ^ (flip == Flip.VERTICAL || flip == Flip.BOTH);
        if (across) {
            filters.add(turning("hflip", size, fields));
        }
        if (down) {
            fields = size.height() % 2 == 0 ? swapped(fields) : fields;
            filters.add(turning("vflip", size, fields));
        }
        if (straighten != 0) {
            Size clean = clean(size, Math.toRadians(Math.abs(straighten)));
            filters.add(turning("rotate=%s:ow=%d:oh=%d".formatted(Figures.of(Math.toRadians(straighten)), clean.width(),
                    clean.height()), clean, combed(fields)));
        }
        return filters;
    }

    private static Filter turning(String text, Size size, Track.Fields fields) {
        return Filter.of(text, Effect.NONE.sized(size).scanned(fields));
    }

    /** Lines that were turned are lines of a field no more. */
    private static Track.Fields combed(Track.Fields fields) {
        return fields.isInterlaced() ? Track.Fields.PROGRESSIVE : fields;
    }

    private static Track.Fields swapped(Track.Fields fields) {
        return switch (fields) {
            case TOP_FIRST -> Track.Fields.BOTTOM_FIRST;
            case BOTTOM_FIRST -> Track.Fields.TOP_FIRST;
            default -> fields;
        };
    }

    /** The largest upright rectangle inside a turned one, with even sides and a pixel left for what is interpolated. */
    private static Size clean(Size size, double angle) {
        double sine = Math.sin(angle);
        double cosine = Math.cos(angle);
        double longer = Math.max(size.width(), size.height());
        double shorter = Math.min(size.width(), size.height());
        double width;
        double height;
        if (shorter <= 2 * sine * cosine * longer || Math.abs(sine - cosine) < 1e-9) {
            // two corners touch the long sides: half of the short one decides
            double half = shorter / 2;
            width = size.width() >= size.height() ? half / sine : half / cosine;
            height = size.width() >= size.height() ? half / cosine : half / sine;
        } else {
            double twice = cosine * cosine - sine * sine;
            width = (size.width() * cosine - size.height() * sine) / twice;
            height = (size.height() * cosine - size.width() * sine) / twice;
        }
        return new Size(Math.max(2, (int) (width - 2) / 2 * 2), Math.max(2, (int) (height - 2) / 2 * 2));
    }
}
