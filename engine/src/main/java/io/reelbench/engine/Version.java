package io.reelbench.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

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
}
