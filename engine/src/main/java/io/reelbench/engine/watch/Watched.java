package io.reelbench.engine.watch;

/**
 * A watched folder.
 *
 * @param id     twelve small letters and digits
 * @param wish   what is asked; folder and preset are there
 * @param recipe as JSON, as it was when it was chosen
 * @param paused whether nothing is taken for now
 */
public record Watched(String id, WatchWish wish, String recipe, boolean paused) {

    public Watched paused(boolean now) {
        return new Watched(id, wish, recipe, now);
    }
}
