package io.reelbench.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Properties;
import java.util.stream.Stream;

/** Which version of the program this is. */
public final class Version {

    private Version() {}

    /** Maven writes it into the jar; classes in a folder have none. */
    public static String text() {
        try (InputStream in = Version.class.getResourceAsStream("/META-INF/maven/io.reelbench/reelbench-engine/pom.properties")) {
            if (in == null) {
                return "(from classes)";
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Which build of it: another one may do things otherwise. Looks at files. */
    static String build() {
        try {
            Path home = Path.of(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return text() + " "
                    + (Files.isDirectory(home) ? newest(home) : Files.size(home) + "/" + Files.getLastModifiedTime(home));
        } catch (IOException | URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static FileTime newest(Path classes) throws IOException {
        try (Stream<Path> all = Files.find(classes, Integer.MAX_VALUE, (_, is) -> is.isRegularFile())) {
            FileTime newest = FileTime.fromMillis(0);
            for (Path each : all.toList()) {
                FileTime changed = Files.getLastModifiedTime(each);
                newest = changed.compareTo(newest) > 0 ? changed : newest;
            }
            return newest;
        }
    }
}
