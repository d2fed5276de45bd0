package io.reelbench.engine.plan;

/**
 * One file that a plan makes.
 *
 * @param extension without a dot, for example {@code mp4}
 * @param label     what tells it from other products of the same plan, for a name ({@code thumbnail}, {@code eng}); empty for the only one
 * @param expect    what it must be
 */
public record Product(String extension, String label, Expect expect) {
}
