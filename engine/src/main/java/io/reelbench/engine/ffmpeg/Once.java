package io.reelbench.engine.ffmpeg;

import java.io.IOException;

/** A value that is asked for when it is first needed, and kept. A failure is not kept. */
final class Once<T> {

    interface Question<T> {
        T ask() throws IOException, InterruptedException;
    }

    private final Question<T> question;
    private T answer;

    Once(Question<T> question) {
        this.question = question;
    }

    synchronized T get() throws IOException, InterruptedException {
        if (answer == null) {
            answer = question.ask();
        }
        return answer;
    }
}
