package io.reelbench.app.clips;

import io.reelbench.engine.problem.Message;

/** What badges of clips say and mean. */
enum BadgeWords implements Message {
    OFFLINE("Offline"),
    OFFLINE_MEANS(
            "The file is not where it was: a disk may be unplugged, or it was moved or renamed. The clip and its recipe are kept, and it comes back by itself when the file is there again."),
    ENCRYPTED("Encrypted"),
    ENCRYPTED_MEANS(
            "Some of its tracks are encrypted and cannot be read. Export it without protection from where it was bought or made."),
    DAMAGED("Damaged"),
    DAMAGED_MEANS("Parts of the file cannot be read. What plays can be used; damaged parts may show blocks or a frozen picture."),
    CUT_SHORT_MEANS(
            "The file ends before it says it does, as after an interrupted copy. Trim it to the part that is there, or copy it again."),
    SINGLE("Still"), SINGLE_MEANS("A single picture. Steps for pictures work on it; it has no length."), COPY_ONLY("Copy only"),
    COPY_ONLY_MEANS("It uses {0}, which cannot be decoded here. It can be copied into another file, not changed."),
    A_CODEC("a codec"), MISNAMED("Misnamed"),
    MISNAMED_MEANS("The ending of its name does not fit what is inside. It is opened for what it is."),
    HDR_MEANS("High dynamic range ({0}). It stays HDR; H.265 and AV1 keep its 10 bits, with 8 bits skies may show bands."),
    UNEVEN("VFR"),
    UNEVEN_MEANS(
            "Frames are shown for different lengths, as telephones and screen recordings do it. Each frame keeps its own time, so sound stays in step."),
    INTERLACED_MEANS("Each picture is two half pictures, one after the other. It stays so when it is encoded, field by field."),
    ROTATED("Rotated"),
    ROTATED_MEANS(
            "Stored lying on its side or head and turned {0}° when it is played. What is encoded stands upright by itself."),
    MIRRORED("Mirrored"), MIRRORED_MEANS("Stored mirrored and turned round when it is played. What is encoded is as you see it."),
    SEE_THROUGH("Alpha"), SEE_THROUGH_MEANS(
            "Parts of the picture are transparent. They stay so where the codec can hold it, else black is put behind.");

    private final String english;

    BadgeWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
