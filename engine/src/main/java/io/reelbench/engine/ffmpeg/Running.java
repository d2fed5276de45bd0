package io.reelbench.engine.ffmpeg;

/** A run of ffmpeg that is going on. */
public interface Running {

    /** For the record of what to look for after a crash. */
    long pid();

    /**
     * Holds it; time that is held counts for nothing.
     *
     * @return false where the system cannot (Windows), or when it has just ended
     */
    boolean pause();

    /** Lets it go on. */
    boolean resume();

    /** Asks it to end; two seconds later it is killed. Returns at once; {@link #await} tells when it has gone. */
    void cancel();

    /** Waits for its end. An interruption is passed on and leaves it running; {@link #cancel} ends it. */
    Ran await() throws InterruptedException;
}
