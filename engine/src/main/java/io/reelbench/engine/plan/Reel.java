package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Time;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a clip is made of that was joined of several. Steps below the join see one clip, which no file holds; this says where its frames
 * and samples come from.
 *
 * @param members in order, at least one
 * @param ruling  the place of the one that the others are made alike to, from 0
 * @param whole   what steps below the join see
 * @param passage what lies between two of them
 * @param way     whether clips may be encoded
 */
public record Reel(List<Member> members, int ruling, Media whole, Passage passage, Way way) {

    /** What must be known of the clip that rules where others are encoded to stand beside it: how its decoder is set up. */
    public static final Fact.Stretch HEADERS = new Fact.Stretch(0, OptionalLong.of(Time.SECOND));

    /** Whether clips may be encoded. */
    public enum Way {
        /** Those that differ. */
        AUTO,
        /** None. */
        COPY,
        /** All. */
        REENCODE
    }

    /** The clip that the others are made alike to. */
    public Member ruler() {
        return members.get(ruling);
    }

    /** The files, in the order in which {@link Ref.Source} counts them. */
    List<Media> clips() {
        return members.stream().map(Member::clip).toList();
    }

    /** Those that are seen or heard in a part of the whole. */
    List<Member> in(Range part) {
        return members.stream().filter(m -> m.fromUs() < part.toUs() && m.toUs() > part.fromUs()).toList();
    }
}
