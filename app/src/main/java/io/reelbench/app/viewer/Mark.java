package io.reelbench.app.viewer;

/**
 * Something that was found in a clip.
 *
 * @param fromUs where it begins, in microseconds from the clip's first frame
 * @param toUs   where it ends; the same for what has no length
 */
record Mark(Kind kind, long fromUs, long toUs) {

    /** What it is. */
    enum Kind {
        SCENE, BLACK, SILENCE
    }

    /** Where a cut between what is before and behind it belongs: a scene begins there, a pause is parted in its middle. */
    long cutUs() {
        return fromUs + (toUs - fromUs) / 2;
    }
}
