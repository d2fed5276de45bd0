package io.reelbench.engine.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

    @TempDir
    Path dir;

    @Test
    void theProgramsStartAndSayWhoTheyAre() {
        assertThat(Clips.binaries().version()).startsWith("ffprobe version 8.");
        assertThat(Clips.binaries().ffmpeg()).isExecutable();
        assertThat(Clips.binaries().id()).matches("8\\.[0-9.]+-[0-9.]+-[0-9a-f]{12}");
    }

    @Test
    void anUnpackedFolderIsUsedAgainUntilSomethingInItChanges() throws Exception {
        Path parent = dir.resolve("private");
        try (Bundle bundle = Bundle.open()) {
            Unpacker unpacker = new Unpacker(parent, bundle);
            Path home = unpacker.unpacked();
            Path program = home.resolve(Bundle.executable("ffprobe"));
            Object first = Files.readAttributes(program, "*").get("fileKey");
            assertThat(Files.getPosixFilePermissions(parent)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(Files.getPosixFilePermissions(home)).isEqualTo(PosixFilePermissions.fromString("rwx------"));

            assertThat(unpacker.unpacked()).isEqualTo(home);
            assertThat(key(program)).as("touched nothing").isEqualTo(first);

            Files.setLastModifiedTime(program, FileTime.fromMillis(1));
            unpacker.unpacked();
            assertThat(key(program)).as("another date, same content").isEqualTo(first);

            Files.writeString(home.resolve("libplanted.so"), "evil");
            assertThat(Manifest.holds(home)).as("something foreign").isFalse();
            Files.delete(home.resolve("libplanted.so"));

            String manifest = Files.readString(home.resolve(Manifest.NAME));
            Files.writeString(home.resolve(Manifest.NAME), manifest.replaceFirst("a", "b"));
            assertThat(Manifest.holds(home)).as("a changed manifest").isFalse();
            Files.writeString(home.resolve(Manifest.NAME), manifest);
            assertThat(Manifest.holds(home)).isTrue();

            byte[] content = Files.readAllBytes(program);
            content[5000] ^= 1;
            Files.write(program, content);
            assertThat(Manifest.holds(home)).as("one bit is different").isFalse();
            unpacker.unpacked();
            assertThat(Manifest.holds(home)).isTrue();
            assertThat(key(program)).isNotEqualTo(first);
            try (var all = Files.list(parent)) {
                assertThat(all).as("nothing is left over").containsExactly(home);
            }
        }
    }

    @Test
    void programsThatStartTogetherDoNotDisturbEachOther() throws Exception {
        try (var threads = Executors.newFixedThreadPool(3)) {
            List<CompletableFuture<Path>> homes = List.of(1, 2, 3).stream()
                    .map(i -> CompletableFuture.supplyAsync(this::unpacked, threads)).toList();
            assertThat(homes).extracting(CompletableFuture::join).containsOnly(homes.getFirst().join());
        }
        try (var all = Files.list(dir)) {
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void theEnvironmentLosesWhatCouldTurnAgainstUs() {
        Map<String, String> ours = Map.ofEntries(Map.entry("PATH", "/bin"), Map.entry("HOME", "/home/me"),
                Map.entry("FFREPORT", "file=x"),
                Map.entry("LD_PRELOAD", "evil.so"), Map.entry("LD_LIBRARY_PATH", "/evil"), Map.entry("LD_BIND_NOW", "1"),
                Map.entry("http_proxy", "x"),
                Map.entry("HTTPS_PROXY", "x"), Map.entry("LC_ALL", "de_DE.ISO-8859-1"), Map.entry("AV_LOG_FORCE_COLOR", "1"),
                Map.entry("FFMPEG_DATADIR", "/evil"), Map.entry("LADSPA_PATH", "/evil"), Map.entry("FREI0R_PATH", "/evil"));

        assertThat(ChildEnvironment.from(ours, List.of(Path.of("/a"), Path.of("/b")))).isEqualTo(
                Map.of("PATH", "/bin", "HOME", "/home/me", "LC_ALL", "C.UTF-8", "LD_LIBRARY_PATH",
                        "/a" + java.io.File.pathSeparator + "/b"));
    }

    private Path unpacked() {
        try (Bundle bundle = Bundle.open()) {
            return new Unpacker(dir, bundle).unpacked();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Object key(Path file) throws Exception {
        return Files.readAttributes(file, "*").get("fileKey");
    }
}
