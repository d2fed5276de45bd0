package io.reelbench.app.bench;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Robot;
import java.awt.Toolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From the start of {@code -Dbench.product} to its whole window on the display there is. The JVM's archive of classes lies in a folder of the
 * measure's own: none on a first start, that of the run before on all others.
 */
final class ProductStart implements WindowBench.Single {

    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(5);

    /** The ground of what may be seen before the engine is open. */
    private static final Color GREETING = new Color(0x1B1B1B);

    private final boolean first;

    /** @param first whether each start finds no archive */
    ProductStart(boolean first) {
        this.first = first;
    }

    @Override
    public String title() {
        return first
                ? "first start of the product to its window, at most 2000 ms"
                : "later starts of the product, at most 1000 ms";
    }

    @Override
    public double once(Path folder, int run) throws Exception {
        Path cache = folder.resolve(first ? "cache" + run : "cache");
        Path data = folder.resolve("data");
        if (!first && run == 0) {
            shown(cache, data);
        }
        return shown(cache, data);
    }

    private static double shown(Path cache, Path data) throws Exception {
        Files.createDirectories(cache);
        Robot eye = new Robot();
        Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
        Point middle = new Point(screen.width / 2, screen.height / 2);
        Color empty = eye.getPixelColor(middle.x, middle.y);
        ProcessBuilder builder = new ProcessBuilder(System.getProperty("bench.product"), "--window", "--data-dir",
                data.toString());
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        long from = System.nanoTime();
        Process product = builder.inheritIO().start();
        try {
            Color now = empty;
            while (now.equals(empty) || now.equals(GREETING)) {
                if (!product.isAlive()) {
                    throw new IllegalStateException("the product ended");
                }
                LockSupport.parkNanos(LOOK_NS);
                now = eye.getPixelColor(middle.x, middle.y);
            }
            return (System.nanoTime() - from) / 1e6;
        } finally {
            product.destroy();
            product.onExit().join();
        }
    }
}
