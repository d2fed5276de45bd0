package io.reelbench.app.clips;

import io.reelbench.app.desk.Facts;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import java.util.function.Predicate;

/** A property by which clips are found. Those of one group exclude each other; pure. */
enum ClipKind {
    VIDEO(Group.TYPE, ClipWords.VIDEO, media(m -> m.video().isPresent() && !m.still())),
    SOUND(Group.TYPE, ClipWords.SOUND, media(m -> m.video().isEmpty() && m.audio().isPresent())),
    STILL(Group.TYPE, ClipWords.STILL, media(Media::still)),
    HDR(Group.PICTURE, ClipWords.HDR, picture(v -> v.hdr().kind() != Track.Hdr.Kind.SDR)),
    VFR(Group.PICTURE, ClipWords.VFR, media(m -> !m.still() && m.video().filter(Track.Video::variable).isPresent())),
    INTERLACED(Group.PICTURE, ClipWords.INTERLACED, picture(v -> v.fields().isInterlaced())),
    TURNED(Group.PICTURE, ClipWords.TURNED, picture(v -> v.rotation() != 0 || v.flipped())),
    ALPHA(Group.PICTURE, ClipWords.ALPHA, picture(v -> v.pixels().alpha())),
    TROUBLE(Group.STATE, ClipWords.TROUBLE, facts -> facts instanceof Facts.Unreadable
            || facts.understood().filter(m -> m.notes().contains(Media.Note.DAMAGED) || m.notes().contains(Media.Note.CUT_SHORT))
                    .isPresent());

    /** A clip is found that has one property of each group that is asked for. */
    enum Group {
        TYPE, PICTURE, STATE
    }

    private final Group group;
    private final ClipWords word;
    private final Predicate<Facts> fits;

    ClipKind(Group group, ClipWords word, Predicate<Facts> fits) {
        this.group = group;
        this.word = word;
        this.fits = fits;
    }

    private static Predicate<Facts> media(Predicate<Media> fits) {
        return facts -> facts.understood().filter(fits).isPresent();
    }

    private static Predicate<Facts> picture(Predicate<Track.Video> fits) {
        return media(m -> m.video().filter(fits).isPresent());
    }

    Group group() {
        return group;
    }

    ClipWords word() {
        return word;
    }

    boolean fits(Facts facts) {
        return fits.test(facts);
    }
}
