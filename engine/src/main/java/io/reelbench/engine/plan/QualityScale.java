package io.reelbench.engine.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which crf of an encoder looks like a quality from 0 to 100: equal XPSNR on four real clips at 1080p, as the mean, measured with
 * {@code -Pbench -Dbench.only=quality} and kept as data. For H.264 the scale is its definition, crf = 51 − 0.4 · quality; below a quality of
 * 50, where nobody works, the others run in a line to their worst.
 */
final class QualityScale {

    private static final String FILE = "quality.json";
    private static final QualityScale MEASURED = read();

    /** A point of the scale. */
    private record Point(double quality, double crf) {
    }

    private final Map<VideoCodec, List<Point>> points = new EnumMap<>(VideoCodec.class);

    private QualityScale(JsonNode codecs) {
        codecs.propertyStream().forEach(codec -> {
            List<Point> line = new ArrayList<>();
            codec.getValue().valueStream().forEach(p -> line.add(new Point(p.get(0).asDouble(), p.get(1).asDouble())));
            points.put(VideoCodec.valueOf(codec.getKey().toUpperCase(Locale.ROOT)), List.copyOf(line));
        });
    }

    private static QualityScale read() {
        try (InputStream in = QualityScale.class.getResourceAsStream(FILE)) {
            return new QualityScale(new JsonMapper().readTree(in).get("codecs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The crf of a quality, 0 to 100; encoders that count crf in whole numbers are given one. */
    static double crf(VideoCodec codec, double quality) {
        List<Point> line = MEASURED.points.get(codec);
        if (line == null) {
            return Math.round((51 - 0.4 * quality) * 10) / 10.0;
        }
        int i = 1;
        while (i < line.size() - 1 && line.get(i).quality() < quality) {
            i++;
        }
        Point low = line.get(i - 1);
        Point high = line.get(i);
        double crf = low.crf() + (high.crf() - low.crf()) * (quality - low.quality()) / (high.quality() - low.quality());
        return codec == VideoCodec.H265 ? Math.round(crf * 10) / 10.0 : Math.round(crf);
    }
}
