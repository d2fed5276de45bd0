package io.reelbench.app.bench;

import io.reelbench.app.Workplace;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Robot;
import java.awt.Toolkit;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * What the product's window takes with {@code -Dbench.memory} clips in it, after all pictures of the list were seen. Starts {@code -Dbench.product} on the
 * display there is; the decoder is a process of its own and does not count.
 */
final class ProductMemory implements WindowBench.Single {

    private static final int USUAL = 200;
    private static final int CLIPS = Integer.getInteger("bench.memory", USUAL);
    /** A new window stands in the middle of the screen, the list at its left. */
    private static final int LIST_LEFT_OF_MIDDLE = 500;
    private static final int NOTCHES = 3;
    private static final long CALM_NS = TimeUnit.SECONDS.toNanos(5);
    /** The wheel passes some rows again and again before it stops at the last few. */
    private static final double MOST_SEEN = 0.9;
    private static final double KIB_PER_MB = 1e6 / 1024;

    @Override
    public String title() {
        return "memory of the window with " + CLIPS + " clips, decoder apart, at most " + (CLIPS > USUAL ? 600 : 400) + " MB";
    }

    @Override
    public String unit() {
        return "MB";
    }

    @Override
    public double once(Path folder, int run) throws Exception {
        Path data = folder.resolve("product" + run);
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("bench.product"), "--window", "--data-dir", data.toString()));
        files(folder.resolve("clips" + run)).forEach(f -> command.add(f.toString()));
        Process product = new ProcessBuilder(command).inheritIO().start();
        try {
            scroll(product, data.resolve("cache").resolve("previews").resolve("kept"));
            return Files.readAllLines(Path.of("/proc/" + product.pid() + "/status")).stream().filter(l -> l.startsWith("VmRSS"))
                    .mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) / KIB_PER_MB).findFirst().orElseThrow();
        } finally {
            product.destroy();
            product.onExit().join();
        }
    }

    /** Turns the wheel over the list until nothing new has come for a while. */
    private static void scroll(Process product, Path kept) throws Exception {
        Robot hand = new Robot();
        Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
        Point list = new Point(screen.width / 2 - LIST_LEFT_OF_MIDDLE, screen.height / 2);
        long before = -1;
        long changed = System.nanoTime();
        int turn = 0;
        while (before < CLIPS * MOST_SEEN || System.nanoTime() - changed < CALM_NS && before < CLIPS) {
            if (!product.isAlive()) {
                throw new IllegalStateException("the product ended");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
            hand.mouseMove(list.x, list.y);
            hand.mouseWheel(turn++ / (CLIPS / 2) % 2 == 0 ? NOTCHES : -NOTCHES);
            long now = count(kept);
            if (now != before) {
                before = now;
                changed = System.nanoTime();
            }
        }
    }

    private static long count(Path kept) throws Exception {
        if (!Files.isDirectory(kept)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(kept)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    /** Each ends a little differently: alike files share their pictures in the cache. */
    private static List<Path> files(Path folder) throws Exception {
        List<Path> files = new ArrayList<>();
        try (Workplace place = Workplace.in(folder)) {
            Path film = place.film("film.mp4", 4, 1280, 720);
            for (int i = 0; i < CLIPS; i++) {
                Path file = Files.copy(film, film.resolveSibling("clip " + i + ".mp4"));
                Files.write(file, freeBox(i), StandardOpenOption.APPEND);
                files.add(file);
            }
        }
        return files;
    }

    private static byte[] freeBox(int number) {
        return ByteBuffer.allocate(12).putInt(12).put("free".getBytes(StandardCharsets.US_ASCII)).putInt(number).array();
    }
}
