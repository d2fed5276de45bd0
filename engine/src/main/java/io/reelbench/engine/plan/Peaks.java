package io.reelbench.engine.plan;

import io.reelbench.engine.media.Colour;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lowest and highest samples of a sound, stretch by stretch.
 *
 * @param channels how many
 * @param values   for each stretch and channel the lowest and the highest sample, -1 to 1
 */
public record Peaks(int channels, List<Float> values) {

    private static final Pattern LEVEL = Pattern.compile("lavfi\\.astats\\.(\\d+)\\.(Min|Max)_level=(\\S+)");
    private static final int LOUDEST = 32_767;

    /** Reads what ffmpeg's {@code astats} and {@code ametadata} printed. */
    public static Peaks read(Iterable<String> lines, int channels) {
        List<Float> values = new ArrayList<>();
        for (String line : lines) {
            Matcher level = LEVEL.matcher(line);
            if (level.matches() && Integer.parseInt(level.group(1)) <= channels) {
                values.add(number(level.group(3)));
            }
        }
        return new Peaks(channels, values.subList(0, values.size() / (2 * channels) * 2 * channels));
    }

    private static float number(String text) {
        return text.matches("-?[0-9.]+") ? Math.clamp(Float.parseFloat(text), -1, 1) : 0;
    }

    /** How many stretches. */
    public int count() {
        return values.size() / (2 * channels);
    }

    private float lowest(int stretch, int channel) {
        return values.get((stretch * channels + channel) * 2);
    }

    private float highest(int stretch, int channel) {
        return values.get((stretch * channels + channel) * 2 + 1);
    }

    /**
     * As audiowaveform writes them: {@code data} holds the lowest and highest 16 bit value of each stretch and channel in turn.
     *
     * @param samples in a stretch
     */
    public String json(int sampleRate, int samples, boolean split) {
        int lanes = split ? channels : 1;
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < count(); i++) {
            for (int lane = 0; lane < lanes; lane++) {
                data.append(data.isEmpty() ? "" : ",").append(Math.round(low(i, lane, split) * LOUDEST)).append(',')
                        .append(Math.round(high(i, lane, split) * LOUDEST));
            }
        }
        return "{\"version\":2,\"channels\":%d,\"sample_rate\":%d,\"samples_per_pixel\":%d,\"bits\":16,\"length\":%d,\"data\":[%s]}\n"
                .formatted(lanes, sampleRate, samples, count(), data);
    }

    private float low(int stretch, int lane, boolean split) {
        float low = lowest(stretch, split ? lane : 0);
        for (int channel = 1; channel < channels && !split; channel++) {
            low = Math.min(low, lowest(stretch, channel));
        }
        return low;
    }

    private float high(int stretch, int lane, boolean split) {
        float high = highest(stretch, split ? lane : 0);
        for (int channel = 1; channel < channels && !split; channel++) {
            high = Math.max(high, highest(stretch, channel));
        }
        return high;
    }

    /** A picture of them, four bytes a pixel: red, green, blue, opacity. */
    public byte[] drawn(WaveForm form) {
        byte[] pixels = new byte[form.width() * form.height() * 4];
        for (int at = 0; at < pixels.length; at += 4) {
            put(pixels, at, form.background());
        }
        int lanes = form.splitChannels() ? channels : 1;
        for (int lane = 0; lane < lanes; lane++) {
            int top = form.height() * lane / lanes;
            int bottom = form.height() * (lane + 1) / lanes;
            for (int x = 0; x < form.width(); x++) {
                column(pixels, form, lane, x, top, bottom);
            }
        }
        return pixels;
    }

    /** One column of one lane: all that the samples of its time reach; silence is a line. */
    private void column(byte[] pixels, WaveForm form, int lane, int x, int top, int bottom) {
        double middle = (top + bottom - 1) / 2.0;
        double half = (bottom - top) / 2.0;
        float low = 0;
        float high = 0;
        int last = Math.max((int) ((long) x * count() / form.width()) + 1, (int) ((long) (x + 1) * count() / form.width()));
        for (int i = (int) ((long) x * count() / form.width()); i < Math.min(last, count()); i++) {
            low = Math.min(low, low(i, lane, form.splitChannels()));
            high = Math.max(high, high(i, lane, form.splitChannels()));
        }
        int from = (int) Math.round(middle - form.scale().height(Math.max(0, high)) * half);
        int to = (int) Math.round(middle + form.scale().height(Math.max(0, -low)) * half);
        for (int y = Math.max(top, from); y <= Math.min(bottom - 1, to); y++) {
            put(pixels, (y * form.width() + x) * 4, form.colour());
        }
    }

    private static void put(byte[] pixels, int at, Colour colour) {
        for (int i = 0; i < 4; i++) {
            pixels[at + i] = (byte) (colour.rgba() >>> 24 - 8 * i);
        }
    }
}
