package io.reelbench.engine.problem;

/**
 * One sentence that a person may read, named by a key. Each package keeps its sentences in an enum of its own, so a key cannot be
 * misspelt and English stands beside the code; other languages are bundles found by {@link #key()}.
 */
public interface Message {

    /** The constant's own name, as enums give it. */
    String name();

    /** The English sentence; {@code {0}}, {@code {1}} … stand for the arguments. */
    String english();

    /** The key in a translation bundle: the last package word, a dot and the name in kebab-case, for example {@code media.no-moov}. */
    default String key() {
        String[] path = getClass().getPackageName().split("\\.");
        return path[path.length - 1] + '.' + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** This sentence with its arguments. */
    default Text with(Object... arguments) {
        return new Text(this, arguments);
    }

    /** The sentence itself, for a person. */
    default String say(Object... arguments) {
        return with(arguments).toString();
    }
}
