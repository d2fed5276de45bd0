package io.reelbench.engine.plan;

/** A file that a command names. A plan holds no output paths, so that it compares and prints the same everywhere. */
public sealed interface Ref {

    /** One of the clips, by its place among the edit's sources, from 0. */
    record Source(int index) implements Ref {
    }

    /** A file of the task's own scratch folder. */
    record Scratch(String name) implements Ref {
    }

    /** A file of the user's that goes with the clip, such as a cover. It was looked at before. */
    record Beside(java.nio.file.Path file) implements Ref {
    }

    /** One of the plan's products, from 0. */
    record Target(int index) implements Ref {
    }

    /** A file in a product that is a folder. With {@code %} in its name it stands for many, numbered. */
    record Inside(int index, String name) implements Ref {
    }

    /** No file at all: what is made is thrown away. */
    record Nowhere() implements Ref {
    }
}
