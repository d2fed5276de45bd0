package io.reelbench.engine.operation;

import io.reelbench.engine.media.Colour;
import io.reelbench.engine.media.Length;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.TrackChoice;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Fades picture and sound in at the start and out at the end. */
public record Fade(
        @Ask(value = "In", help = "How long the start takes to appear; 0 for none.", unit = "s", min = 0, from = 0, to = 5, zero = true) Length in,
        @Ask(value = "Out", help = "How long the end takes to vanish; 0 for none.", unit = "s", min = 0, from = 0, to = 5, zero = true) Length out,
        @Ask(value = "Of", help = "Both, or the picture or the sound alone.") Target target,
        @Ask(value = "Colour", help = "What the picture comes from and goes to.") Colour colour,
        @Ask(value = "Curve", help = "How the sound swells: smooth keeps its power even, log suits long fades.", advanced = true) Curve curve)
        implements
            Operation {

    /** What is faded. */
    public enum Target {
        BOTH, PICTURE, SOUND
    }

    /** How the sound swells. */
    public enum Curve {
        LINEAR("tri"), SMOOTH("qsin"), LOG("log");

        private final String ffmpeg;

        Curve(String ffmpeg) {
            this.ffmpeg = ffmpeg;
        }
    }

    private static final About ABOUT = new About("fade", "Fade", "Fades picture and sound in at the start and out at the end.",
            About.Group.PICTURE, About.Role.STEP, List.of("in", "out", "black", "dissolve", "ramp"),
            "fade talk.mp4 --in 1 --out 2s -o faded.mp4");

    public Fade() {
        this(new Length.Micros(Time.SECOND), new Length.Micros(Time.SECOND), Target.BOTH, Colour.BLACK, Curve.SMOOTH);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        boolean fits = switch (target) {
            case BOTH -> Needs.either(this, edit, problems);
            case PICTURE -> Needs.picture(this, edit, problems) && Needs.film(this, edit, problems);
            case SOUND -> Needs.sound(this, edit, problems);
        };
        When when = new When(edit, problems);
        Optional<Long> first = fits ? when.resolve("in", in) : Optional.empty();
        Optional<Long> last = fits ? when.resolve("out", out) : Optional.empty();
        if (first.isEmpty() || last.isEmpty() || !fits(first.get(), last.get(), edit, problems)) {
            return edit;
        }
        return faded(edit, first.get(), last.get());
    }

    private boolean fits(long first, long last, Edit edit, Problems problems) {
        OptionalLong length = edit.lengthUs();
        if (first == 0 && last == 0) {
            problems.add("", Code.NOTHING_TO_DO, OperationWords.NO_FADE);
        } else if (length.isEmpty() && last > 0) {
            problems.add("out", Code.NEEDS_OTHER, OperationWords.FADE_UNKNOWN, edit.first().name());
            return false;
        } else if (length.isPresent() && first + last > length.getAsLong()) {
            problems.add(first > length.getAsLong() ? "in" : "out", Code.OUT_OF_RANGE, OperationWords.FADE_LONG,
                    Time.spoken(first + last), edit.first().name(), Time.spoken(length.getAsLong()));
            return false;
        }
        return first > 0 || last > 0;
    }

    private Edit faded(Edit edit, long first, long last) {
        Edit done = edit;
        if (target != Target.SOUND && edit.hasPicture()) {
            String hue = colour.rgba() >>> 8 == 0 ? "" : ":color=" + String.format(Locale.ROOT, "0x%06X", colour.rgba() >>> 8);
            OptionalLong end = edit.lengthOf(edit.first().video().orElseThrow().facts());
            done = done.withPicture(List.of(filter("fade", hue, first, last, end)));
        }
        if (target != Target.PICTURE) {
            done = done.withSounds(heard -> heard.then(filter("afade", ":curve=" + curve.ffmpeg, first, last,
                    heard.isSingle() ? edit.lengthOf(heard.here().facts()) : edit.lengthUs())));
        }
        return done;
    }

    private static Filter filter(String name, String more, long first, long last, OptionalLong end) {
        List<String> both = new ArrayList<>();
        if (first > 0) {
            both.add("%s=t=in:st=0:d=%s%s".formatted(name, Time.seconds(first), more));
        }
        if (last > 0) {
            both.add("%s=t=out:st=%s:d=%s%s".formatted(name, Time.seconds(Math.max(0, end.orElseThrow() - last)),
                    Time.seconds(last), more));
        }
        return Filter.of(String.join(",", both)).onClock();
    }
}
