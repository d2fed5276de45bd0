package io.reelbench.engine;

import io.reelbench.engine.preview.Picture;
import java.nio.ByteBuffer;
import java.util.stream.DoubleStream;

/** How alike two pictures look: structural similarity as ffmpeg's filter {@code ssim} counts it, 1 for the same picture. */
final class Ssim {

    /** The constants of the paper for sums over 64 pixels of 8 bits. */
    private static final double C1 = 0.01 * 0.01 * 255 * 255 * 64;
    private static final double C2 = 0.03 * 0.03 * 255 * 255 * 64 * 63;
    private static final int STEP = 4;

    private Ssim() {}

    /** Of the luma; 0 for pictures of different sizes. */
    static double luma(Picture a, Picture b) {
        return a.size().equals(b.size()) ? plane(0.0722, 0.7152, 0.2126, a, b, a.size().width()) : 0;
    }

    /** Of the luma, or of red, green or blue where one of them is less alike: a turned hue may have the same luma. */
    static double least(Picture a, Picture b) {
        int width = a.size().width();
        return !a.size().equals(b.size())
                ? 0
                : DoubleStream.of(luma(a, b), plane(1, 0, 0, a, b, width), plane(0, 1, 0, a, b, width),
                        plane(0, 0, 1, a, b, width)).min().orElseThrow();
    }

    private static double plane(double blue, double green, double red, Picture a, Picture b, int width) {
        return of(plane(blue, green, red, a.bgra()), plane(blue, green, red, b.bgra()), width);
    }

    private static int[] plane(double blue, double green, double red, ByteBuffer bgra) {
        int[] plane = new int[bgra.capacity() / 4];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (int) Math.round(blue * (bgra.get(4 * i) & 0xFF) + green * (bgra.get(4 * i + 1) & 0xFF)
                    + red * (bgra.get(4 * i + 2) & 0xFF));
        }
        return plane;
    }

    /** The mean over windows of 8×8 pixels, one at every fourth. */
    static double of(int[] a, int[] b, int width) {
        int height = a.length / width;
        double sum = 0;
        int windows = 0;
        for (int y = 0; y + 2 * STEP <= height / STEP * STEP; y += STEP) {
            for (int x = 0; x + 2 * STEP <= width / STEP * STEP; x += STEP) {
                sum += window(a, b, width, x, y);
                windows++;
            }
        }
        return sum / windows;
    }

    private static double window(int[] a, int[] b, int width, int left, int top) {
        double as = 0;
        double bs = 0;
        double squares = 0;
        double products = 0;
        for (int y = top; y < top + 2 * STEP; y++) {
            for (int x = left; x < left + 2 * STEP; x++) {
                int p = a[y * width + x];
                int q = b[y * width + x];
                as += p;
                bs += q;
                squares += p * p + q * q;
                products += p * q;
            }
        }
        double variances = squares * 64 - as * as - bs * bs;
        double covariance = products * 64 - as * bs;
        return (2 * as * bs + C1) * (2 * covariance + C2) / ((as * as + bs * bs + C1) * (variances + C2));
    }
}
