package io.reelbench.engine.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The ffmpeg programs and libraries of this platform, still inside their jar. The jar is read directly: JavaCPP's own loader would
 * unpack into a cache folder that other programs share.
 */
final class Bundle implements AutoCloseable {

    private static final String VERSION = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";

    private final JarFile jar;
    private final String folder;

    private Bundle(JarFile jar, String folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /** @throws IOException when no ffmpeg for this platform is on the class path */
    static Bundle open() throws IOException {
        String folder = "org/bytedeco/ffmpeg/" + platform() + "-gpl/";
        URL program = Bundle.class.getClassLoader().getResource(folder + executable("ffmpeg"));
        if (program == null || !(program.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("no ffmpeg for " + platform() + " on the class path");
        }
        connection.setUseCaches(false);
        return new Bundle(connection.getJarFile(), folder);
    }

    /** Names without folder. The glue of JavaCPP is left out: only in-process decoding needs it, and finds it by itself. */
    List<String> names() {
        return jar.stream().filter(e -> !e.isDirectory() && e.getName().startsWith(folder)).map(this::name)
                .filter(n -> !n.contains("/") && !n.startsWith("libjni") && !n.startsWith("jni")).sorted().toList();
    }

    InputStream read(String name) throws IOException {
        return jar.getInputStream(jar.getEntry(folder + name));
    }

    /** Version and content in one word, for example {@code 8.1.2-1.5.14-9c0f2b7a11de}; read off the jar's directory, so it costs nothing. */
    String id() {
        StringBuilder listing = new StringBuilder();
        for (String name : names()) {
            JarEntry entry = jar.getJarEntry(folder + name);
            listing.append(name).append(' ').append(entry.getSize()).append(' ').append(entry.getCrc()).append('\n');
        }
        return version() + "-" + Hash.of(listing.toString()).substring(0, 12);
    }

    private String version() {
        Properties pom = new Properties();
        try (InputStream in = jar.getInputStream(jar.getEntry(VERSION))) {
            pom.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return pom.getProperty("version", "0");
    }

    private String name(JarEntry entry) {
        return entry.getName().substring(folder.length());
    }

    static String executable(String program) {
        return platform().startsWith("windows") ? program + ".exe" : program;
    }

    /** The platform in JavaCPP's words. */
    static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String os = system.contains("mac") ? "macosx" : system.contains("windows") ? "windows" : "linux";
        return os + "-" + (machine.equals("aarch64") || machine.equals("arm64") ? "arm64" : "x86_64");
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
