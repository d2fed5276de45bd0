package io.reelbench.engine;

import io.reelbench.engine.problem.Message;

/** What the engine says of itself. */
enum EngineWords implements Message {
    OWN_FFMPEG_UNUSED("The ffmpeg that comes along is used, because the one in Settings cannot be: {0}."),
    CACHE_UNUSED("Working files lie where they usually do, because {0} cannot be written."),
    TASKS_RUN("Tasks are running");

    private final String english;

    EngineWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
