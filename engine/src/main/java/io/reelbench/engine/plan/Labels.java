package io.reelbench.engine.plan;

/** What is written about the clip beside picture and sound: tags, date, place, chapters, names of tracks. */
public record Labels() {

    /** All that the container can hold, as it was. */
    public static final Labels KEPT = new Labels();
}
