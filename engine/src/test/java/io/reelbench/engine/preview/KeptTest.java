package io.reelbench.engine.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTest {

    private static final long MUCH = 1 << 20;

    @TempDir
    Path folder;

    private Path clip(String name, int seed) throws Exception {
        byte[] bytes = new byte[300_000];
        new java.util.Random(seed).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> found(Kept kept, Path clip, String what) {
        return kept.find(clip, what).map(b -> StandardCharsets.UTF_8.decode(b).toString());
    }

    private static ByteBuffer noise(int seed, int bytes) {
        byte[] noise = new byte[bytes];
        new java.util.Random(seed).nextBytes(noise);
        return ByteBuffer.wrap(noise);
    }

    @Test
    void whatWasKeptIsFoundByContent() throws Exception {
        Kept kept = new Kept(folder.resolve("kept"), MUCH);
        Path clip = clip("a.mp4", 1);
        assertThat(found(kept, clip, "thumbnail")).isEmpty();
        kept.keep(clip, "thumbnail", text("a"));
        assertThat(found(kept, clip, "thumbnail")).contains("a");
        assertThat(found(kept, clip, "other")).isEmpty();
        Path moved = Files.move(clip, folder.resolve("b.mp4"));
        assertThat(found(kept, moved, "thumbnail")).contains("a");
        Path copy = Files.copy(moved, folder.resolve("copy.mp4"));
        Files.setLastModifiedTime(copy, FileTime.fromMillis(1));
        assertThat(found(kept, copy, "thumbnail")).contains("a");
        assertThat(found(kept, clip("other.mp4", 2), "thumbnail")).isEmpty();
    }

    @Test
    void aChangedFileIsNotFound() throws Exception {
        Kept kept = new Kept(folder.resolve("kept"), MUCH);
        Path clip = clip("a.mp4", 1);
        kept.keep(clip, "thumbnail", text("a"));
        byte[] bytes = Files.readAllBytes(clip);
        // between the pieces that are looked at: only the date tells
        bytes[45_000]++;
        Files.write(clip, bytes);
        Files.setLastModifiedTime(clip, FileTime.fromMillis(1_000_000));
        assertThat(found(kept, clip, "thumbnail")).isEmpty();
    }

    @Test
    void whatIsDamagedIsNotFound() throws Exception {
        Path place = folder.resolve("kept");
        Kept kept = new Kept(place, MUCH);
        Path clip = clip("a.mp4", 1);
        kept.keep(clip, "thumbnail", text("a picture"));
        Path file;
        try (var files = Files.walk(place)) {
            file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        byte[] good = Files.readAllBytes(file);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x10;
            Files.write(file, bad);
            assertThat(found(kept, clip, "thumbnail")).as("byte " + i).isEmpty();
            Files.write(file, java.util.Arrays.copyOf(good, i));
            assertThat(found(kept, clip, "thumbnail")).as("cut to " + i).isEmpty();
        }
        Files.write(file, good);
        assertThat(found(kept, clip, "thumbnail")).contains("a picture");
    }

    @Test
    void whatWasNotUsedForLongestGoes() throws Exception {
        Path place = folder.resolve("kept");
        Kept kept = new Kept(place, 100_000);
        Path clip = clip("a.mp4", 1);
        for (int i = 0; i < 9; i++) {
            kept.keep(clip, "tile " + i, noise(i, 10_000));
        }
        try (var files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
            }
        }
        // finding it is using it
        assertThat(kept.find(clip, "tile 0")).isPresent();
        for (int i = 9; i < 13; i++) {
            kept.keep(clip, "tile " + i, noise(i, 10_000));
        }
        assertThat(kept.bytes()).isLessThanOrEqualTo(100_000);
        assertThat(kept.find(clip, "tile 0")).isPresent();
        assertThat(kept.find(clip, "tile 12")).isPresent();
        assertThat(IntStream.range(1, 9).filter(i -> kept.find(clip, "tile " + i).isPresent()).count()).isLessThan(8);
        kept.clear();
        assertThat(kept.bytes()).isZero();
    }

    @Test
    void twoProgramsMayUseItAtOnce() throws Exception {
        Path place = folder.resolve("kept");
        Path clip = clip("a.mp4", 1);
        List<Kept> both = List.of(new Kept(place, 200_000), new Kept(place, 200_000));
        List<Thread> threads = IntStream.range(0, 4).mapToObj(t -> Thread.ofVirtual().unstarted(() -> {
            Kept mine = both.get(t % 2);
            for (int i = 0; i < 100; i++) {
                int n = i % 30;
                mine.keep(clip, "tile " + n, noise(n, 10_000));
                Optional<ByteBuffer> found = mine.find(clip, "tile " + n);
                if (found.isPresent() && !found.get().equals(noise(n, 10_000))) {
                    throw new AssertionError("tile " + n);
                }
            }
        })).toList();
        List<Throwable> wrong = new java.util.concurrent.CopyOnWriteArrayList<>();
        threads.forEach(t -> t.setUncaughtExceptionHandler((_, e) -> wrong.add(e)));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).isEmpty();
        assertThat(both.getFirst().bytes()).isLessThan(300_000);
    }
}
