package io.reelbench.engine.bench;

import io.reelbench.engine.ffmpeg.Binaries;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at outputs with readers that know nothing of the engine. */
final class ReadBack {

    private static final Set<String> JAVA_PICTURES = Set.of("jpg", "png", "gif", "bmp", "tiff");
    private static final Set<String> OTHER_PICTURES = Set.of("webp", "avif");
    private static final int EDGE = 16;
    private static final long SHORT = 100_000;
    /** A time of the recipe is rounded, and a frame's too. */
    private static final long ALMOST = 2_000;
    /** Mean difference of a sample, for a quick encode of a small picture. */
    private static final long ALIKE = 10;

    private final Binaries binaries;
    private final JsonMapper json = JsonMapper.shared();
    private final Optional<Path> mkvmerge = Programs.find("mkvmerge");
    private final Optional<Path> ffprobe = Programs.find("ffprobe");

    ReadBack(Binaries binaries) {
        this.binaries = binaries;
    }

    Seen seen(Path file) throws IOException, InterruptedException {
        JsonNode root = json.readTree(Programs.bundled(binaries, "ffprobe",
                List.of("-v", "error", "-show_format", "-show_streams", "-of", "json", "file:" + file)).out());
        List<Seen.Part> parts = new ArrayList<>();
        int width = 0;
        int height = 0;
        for (JsonNode stream : root.path("streams").values()) {
            boolean cover = stream.path("disposition").path("attached_pic").asInt(0) == 1;
            String kind = stream.path("codec_type").asString("");
            parts.add(new Seen.Part(kind, stream.path("codec_name").asString("?"), cover));
            if (kind.equals("video") && !cover && width == 0) {
                boolean turned = stream.path("side_data_list").values().stream()
                        .anyMatch(s -> Math.abs(s.path("rotation").asInt(0)) == 90);
                width = stream.path(turned ? "height" : "width").asInt(0);
                height = stream.path(turned ? "width" : "height").asInt(0);
            }
        }
        String duration = root.path("format").path("duration").asString("");
        OptionalLong length = duration.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round(Double.parseDouble(duration) * 1e6));
        return new Seen(length, List.copyOf(parts), width, height, Files.size(file));
    }

    /** What is wrong with decoded frames; empty when one shows something. Decoders that fail paint black or green. */
    Optional<String> frame(Path file, Seen seen, Path source) throws IOException, InterruptedException {
        long length = seen.lengthUs().orElse(0);
        List<Long> places = length < SHORT ? List.of(0L) : List.of(length / 2, 0L, length / 4, length * 3 / 4);
        Optional<String> fault = Optional.of("no frame decodes");
        for (long place : places) {
            byte[] pixels = pixels(file, place);
            if (pixels.length > 0) {
                fault = fault(pixels);
                if (fault.isEmpty()) {
                    return fault;
                }
            }
        }
        return isDark(source) && fault.filter(f -> f.contains("one colour")).isPresent() ? Optional.empty() : fault;
    }

    private static Optional<String> fault(byte[] pixels) {
        int red = mean(pixels, 0);
        int green = mean(pixels, 1);
        int blue = mean(pixels, 2);
        boolean allGreen = green > 100 && red < 24 && blue < 24;
        return allGreen || red + green + blue < 9
                ? Optional.of("a frame of one colour: " + red + "," + green + "," + blue)
                : Optional.empty();
    }

    private boolean isDark(Path source) throws IOException, InterruptedException {
        return mean(pixels(source, 0), 1) < 9;
    }

    private byte[] pixels(Path file, long atUs) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-nostdin"));
        if (atUs > 0) {
            arguments.addAll(List.of("-ss", atUs + "us"));
        }
        arguments.addAll(List.of("-i", "file:" + file, "-frames:v", "1", "-vf", "scale=" + EDGE + ":" + EDGE, "-pix_fmt", "rgb24",
                "-f", "rawvideo", "-"));
        return Programs.bundled(binaries, "ffmpeg", arguments).out();
    }

    /** Whether the first frame is the source's at that time, which is found by decoding the source from its beginning. */
    Optional<String> startsAt(Path file, Path source, long atUs) throws IOException, InterruptedException {
        byte[] is = pixels(file, 0);
        byte[] wanted = Programs.bundled(binaries, "ffmpeg", List.of("-v", "error", "-nostdin", "-i", "file:" + source, "-vf",
                "trim=start=" + (atUs - ALMOST) + "us,scale=" + EDGE + ":" + EDGE, "-frames:v", "1", "-pix_fmt", "rgb24", "-f",
                "rawvideo", "-")).out();
        long sum = 0;
        for (int i = 0; i < Math.min(is.length, wanted.length); i++) {
            sum += Math.abs((is[i] & 0xFF) - (wanted[i] & 0xFF));
        }
        long mean = is.length == 0 || wanted.length == 0 ? 255 : sum / is.length;
        return mean <= ALIKE ? Optional.empty() : Optional.of("its first frame is another one: " + mean + " of 255 off");
    }

    private static int mean(byte[] pixels, int channel) {
        int sum = 0;
        for (int i = channel; i < pixels.length; i += 3) {
            sum += pixels[i] & 0xFF;
        }
        return pixels.length == 0 ? 0 : sum * 3 / pixels.length;
    }

    /**
     * What another program makes of it.
     *
     * @param reader its name, "none" when none is there
     * @param wrong  empty when it agrees
     */
    record Second(String reader, Optional<String> wrong) {
    }

    Second second(Path file, Seen seen) throws IOException, InterruptedException {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (JAVA_PICTURES.contains(ending)) {
            BufferedImage image = ImageIO.read(file.toFile());
            boolean same = image != null && image.getWidth() == seen.width() && image.getHeight() == seen.height();
            return new Second("javax.imageio", same ? Optional.empty() : Optional.of("another picture: " + image));
        } else if (mkvmerge.isPresent() && !OTHER_PICTURES.contains(ending)) {
            Second second = mkvmerge(file, seen);
            if (!second.reader.equals("none")) {
                return second;
            }
        }
        return ffprobe.isPresent() ? installed(file, seen) : new Second("none", Optional.empty());
    }

    private Second mkvmerge(Path file, Seen seen) throws IOException, InterruptedException {
        JsonNode root = json.readTree(Programs.run(mkvmerge.get(), List.of("-J", file.toString())).out());
        if (!root.path("container").path("supported").asBoolean(false)) {
            return new Second("none", Optional.empty());
        }
        List<String> kinds = root.path("tracks").values().stream().map(t -> t.path("type").asString("")).toList();
        long pictures = seen.tracks().stream().filter(t -> t.kind().equals("video") && !t.cover()).count();
        long sounds = seen.count("audio");
        boolean same = count(kinds, "video") == pictures && count(kinds, "audio") == sounds;
        return new Second("mkvmerge", same ? Optional.empty() : Optional.of("mkvmerge sees " + kinds));
    }

    private static long count(List<String> kinds, String kind) {
        return kinds.stream().filter(kind::equals).count();
    }

    private Second installed(Path file, Seen seen) throws IOException, InterruptedException {
        String said = Programs.run(ffprobe.get(),
                List.of("-v", "error", "-show_entries", "stream=codec_type", "-of", "csv=p=0", "file:" + file)).text();
        boolean same = said.lines().filter(l -> l.startsWith("video") || l.startsWith("audio")).count() == seen.count("video")
                + seen.count("audio");
        return new Second("installed ffprobe", same ? Optional.empty() : Optional.of("it sees " + said.replace('\n', ' ')));
    }
}
