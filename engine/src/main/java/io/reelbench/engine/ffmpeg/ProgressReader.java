package io.reelbench.engine.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Reads what {@code -progress} prints: blocks of {@code key=value}, each ended by {@code progress=continue} or {@code progress=end}. */
final class ProgressReader {

    private ProgressReader() {}

    static void read(InputStream in, Consumer<Progress> listener) throws IOException {
        Map<String, String> block = new HashMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int equals = line.indexOf('=');
            if (equals < 0) {
                continue;
            }
            block.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            if (line.startsWith("progress=")) {
                listener.accept(progress(block));
                block.clear();
            }
        }
    }

    private static Progress progress(Map<String, String> block) {
        // out_time_ms counts microseconds too, in spite of its name; before the first packet both say N/A
        return new Progress(whole(block.get("out_time_us")), whole(block.get("frame")), whole(block.get("total_size")),
                decimal(block.get("fps")), decimal(block.get("speed")), "end".equals(block.get("progress")));
    }

    private static OptionalLong whole(String text) {
        boolean number = text != null && text.matches("-?\\d{1,18}");
        return number ? OptionalLong.of(Math.max(0, Long.parseLong(text))) : OptionalLong.empty();
    }

    private static OptionalDouble decimal(String text) {
        String plain = text == null ? "" : text.endsWith("x") ? text.substring(0, text.length() - 1) : text;
        boolean number = plain.matches("\\d{1,12}(\\.\\d{1,12})?");
        return number ? OptionalDouble.of(Double.parseDouble(plain)) : OptionalDouble.empty();
    }
}
