package io.reelbench.engine.operation;

import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Effect;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.schema.Ask;
import java.util.List;

/** Takes noise out of the picture, the sound, or both. */
public record Denoise(
        @Ask(value = "Of", help = "Picture, sound or both; the sound where there is no picture.") Target target,
        @Ask(value = "Strength", help = "Of the picture; more than 10 smears.", min = 0, max = 30, from = 0, to = 10) double strength,
        @Ask(value = "Method", help = "Fine keeps more detail of the picture and takes ten times as long.") Method method,
        @Ask(value = "Reduction", help = "By how much the noise of the sound is lowered.", unit = "dB", min = 0.01, max = 97, from = 3, to = 30) double reduction)
        implements
            Operation {

    public enum Target {
        PICTURE, SOUND, BOTH
    }

    public enum Method {
        FAST, FINE
    }

    private static final About ABOUT = new About("denoise", "Denoise", "Takes noise out of the picture, the sound, or both.",
            About.Group.PICTURE, About.Role.STEP,
            List.of("noise", "grain", "clean", "hiss", "hum", "night", "high iso", "smooth"),
            "denoise night.mp4 --strength 5 --target both -o clean.mp4");

    public Denoise() {
        this(Target.PICTURE, 3, Method.FAST, 12);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        boolean soundAlone = target == Target.PICTURE && !edit.hasPicture() && edit.hasSound();
        Edit done = edit;
        if (target != Target.PICTURE || soundAlone) {
            if (!Needs.sound(this, edit, problems)) {
                return edit;
            }
            Filter filter = Filter.of("afftdn=nr=" + Figures.of(reduction));
            done = done.withSounds(heard -> heard.then(filter));
        }
        if (target != Target.SOUND && !soundAlone) {
            if (!Needs.picture(this, edit, problems)) {
                return edit;
            }
            done = picture(done);
        }
        return done;
    }

    private Edit picture(Edit edit) {
        Track.Video video = edit.video().orElseThrow();
        if (method == Method.FAST) {
            Filter filter = Filter.of(Shape.opaque("hqdn3d=" + Figures.of(strength), video));
            return edit.withPicture(List.of(edit.first().still() ? filter : filter.lookingBack(Time.SECOND)));
        }
        String text = Shape.opaque("nlmeans=s=" + Figures.of(Math.max(1, strength)), video);
        if (video.pixels().bits() <= 8) {
            return edit.withPicture(List.of(Filter.of(text)));
        }
        Track.PixelFormat is = video.pixels();
        Track.PixelFormat eight = new Track.PixelFormat(is.rgb() ? "gbrp" : "yuv%dp".formatted(is.chroma()), 8, is.chroma(),
                is.rgb(), is.alpha());
        return edit.noting(PictureWords.FINE_BITS, is.bits()).withPicture(List.of(Filter.of(text, Effect.NONE.deep(eight))));
    }
}
