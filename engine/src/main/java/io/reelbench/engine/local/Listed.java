package io.reelbench.engine.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as a list of ours names it: in quotes, with its own quotes outside them. ffconcat knows no line break in a name, and what stands
 * behind one would be read as a line of its own, so such a place is named by a link.
 */
final class Listed {

    private Listed() {}

    /** @param link the name of the link, where one is needed, in the scratch folder */
    static String file(Path file, Path scratch, String link) throws IOException {
        return isPlain(file) ? quoted(file) : "'file:" + linked(file, scratch, link) + "'";
    }

    /** A file of a plain name in a folder. */
    static String name(Path folder, String name, Path scratch) throws IOException {
        return isPlain(folder)
                ? quoted(folder.resolve(name))
                : "'file:" + linked(folder, scratch, "folder-" + Integer.toHexString(folder.hashCode())) + "/" + name + "'";
    }

    private static boolean isPlain(Path path) {
        return path.toString().chars().noneMatch(c -> c == '\n' || c == '\r');
    }

    private static String quoted(Path path) {
        return "'file:" + path.toString().replace("'", "'\\''") + "'";
    }

    private static Path linked(Path to, Path scratch, String name) throws IOException {
        Path link = scratch.resolve(name);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, to);
        return link.getFileName();
    }
}
