package io.reelbench.app.memory;

import io.reelbench.app.desk.Draft;
import java.util.List;
import java.util.Optional;

/**
 * What the window remembers from one run to the next.
 *
 * @param look   theme
 * @param window where it stood
 * @param splits sizes of the regions in pixels
 * @param clips  what lay on the desk
 * @param draft  what newcomers get
 * @param recent files opened lately, the last one first
 * @param openFolder where "Open…" starts
 * @param saveFolder where outputs went, when a person chose a folder
 * @param hearing how clips are played
 */
public record Remembered(Look look, Optional<Bounds> window, Splits splits, List<Lying> clips, Draft draft, List<String> recent,
        Optional<String> openFolder, Optional<String> saveFolder, Hearing hearing) {

    /** What an older version did not write yet is as at a first start. */
    public Remembered {
        look = look == null ? Look.DARK : look;
        window = window == null ? Optional.empty() : window;
        splits = splits == null ? Splits.DESIGNED : splits;
        clips = clips == null ? List.of() : clips;
        draft = draft == null ? Draft.EMPTY : draft;
        recent = recent == null ? List.of() : recent;
        openFolder = openFolder == null ? Optional.empty() : openFolder;
        saveFolder = saveFolder == null ? Optional.empty() : saveFolder;
        hearing = hearing == null ? Hearing.USUAL : hearing;
    }

    /** How clips are played: how loud, 0 to 1, and whether they begin anew at their end. */
    public record Hearing(double volume, boolean muted, boolean looping) {

        /** At a first start. */
        public static final Hearing USUAL = new Hearing(1, false, false);
    }

    /** Which colours. */
    public enum Look {
        DARK, LIGHT
    }

    /** A window's place on the screen, in logical pixels. */
    public record Bounds(double x, double y, double width, double height, boolean maximised) {
    }

    /**
     * Sizes of regions in logical pixels, which of them were put away, and whether the queue is opened. Zero: as the design has it.
     *
     * @param tiles whether clips are shown as pictures and not as a list
     */
    public record Splits(double clips, double recipe, double queue, boolean queueOpen, boolean clipsAway, boolean recipeAway,
            boolean tiles) {

        public Splits(double clips, double recipe, double queue, boolean queueOpen, boolean clipsAway, boolean recipeAway) {
            this(clips, recipe, queue, queueOpen, clipsAway, recipeAway, false);
        }

        public Splits tiled(boolean now) {
            return new Splits(clips, recipe, queue, queueOpen, clipsAway, recipeAway, now);
        }

        /** As the design has it. */
        public static final Splits DESIGNED = new Splits(0, 0, 0, false, false, false);
    }

    /**
     * A clip on the desk.
     *
     * @param below where it lies below the folder that was brought; empty for a file brought itself
     * @param markers moments that are marked, in microseconds from its first frame
     * @param folder the folder that was brought; empty for a file brought itself
     */
    public record Lying(String file, String below, Draft draft, List<Long> markers, String folder) {

        public Lying {
            markers = markers == null ? List.of() : List.copyOf(markers); // written by an earlier version
            below = below == null ? "" : below; // written by an earlier version
            folder = folder == null ? "" : folder; // written by an earlier version
        }
    }

    /** Of a first start. */
    public static final Remembered NOTHING = new Remembered(Look.DARK, Optional.empty(), Splits.DESIGNED, List.of(),
            Draft.EMPTY, List.of(), Optional.empty(), Optional.empty(), Hearing.USUAL);

    public Remembered with(Look now) {
        return new Remembered(now, window, splits, clips, draft, recent, openFolder, saveFolder, hearing);
    }

    public Remembered with(Bounds now) {
        return new Remembered(look, Optional.of(now), splits, clips, draft, recent, openFolder, saveFolder, hearing);
    }

    public Remembered with(Splits now) {
        return new Remembered(look, window, now, clips, draft, recent, openFolder, saveFolder, hearing);
    }

    public Remembered with(List<Lying> lying, Draft forNewcomers) {
        return new Remembered(look, window, splits, lying, forNewcomers, recent, openFolder, saveFolder, hearing);
    }

    public Remembered withRecent(List<String> files) {
        return new Remembered(look, window, splits, clips, draft, files, openFolder, saveFolder, hearing);
    }

    public Remembered withOpenFolder(String folder) {
        return new Remembered(look, window, splits, clips, draft, recent, Optional.of(folder), saveFolder, hearing);
    }

    public Remembered withSaveFolder(String folder) {
        return new Remembered(look, window, splits, clips, draft, recent, openFolder, Optional.of(folder), hearing);
    }

    public Remembered with(Hearing now) {
        return new Remembered(look, window, splits, clips, draft, recent, openFolder, saveFolder, now);
    }
}
