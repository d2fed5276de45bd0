package io.reelbench.engine.bench;

import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.media.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What readers that know nothing of the engine say against files that it called done: mediainfo, exiftool, mkvmerge, ImageMagick and
 * the two ffprobes, as far as they are installed. Each is started once for many files where it can.
 */
final class Disputes {

    private static final long SLACK = 300_000;
    private static final Map<String, Set<String>> FORMATS = Map.ofEntries(Map.entry("mp4", Set.of("MPEG-4")),
            Map.entry("m4a", Set.of("MPEG-4")), Map.entry("mov", Set.of("MPEG-4", "QuickTime")),
            Map.entry("mkv", Set.of("Matroska")), Map.entry("mka", Set.of("Matroska")), Map.entry("webm", Set.of("WebM")),
            Map.entry("ts", Set.of("MPEG-TS")), Map.entry("mp3", Set.of("MPEG Audio")), Map.entry("wav", Set.of("Wave")),
            Map.entry("ogg", Set.of("Ogg")), Map.entry("opus", Set.of("Ogg")), Map.entry("flac", Set.of("FLAC")),
            Map.entry("aac", Set.of("ADTS")), Map.entry("jpg", Set.of("JPEG")), Map.entry("png", Set.of("PNG")),
            Map.entry("gif", Set.of("GIF")), Map.entry("webp", Set.of("WebP")), Map.entry("bmp", Set.of("Bitmap")),
            Map.entry("tiff", Set.of("TIFF")));
    private static final Map<String, String> CODECS = Map.ofEntries(Map.entry("h264", "AVC"), Map.entry("hevc", "HEVC"),
            Map.entry("av1", "AV1"), Map.entry("vp9", "VP9"), Map.entry("vp8", "VP8"), Map.entry("prores", "ProRes"),
            Map.entry("ffv1", "FFV1"), Map.entry("mpeg2video", "MPEG Video"), Map.entry("mpeg4", "MPEG-4 Visual"),
            Map.entry("aac", "AAC"), Map.entry("mp3", "MPEG Audio"), Map.entry("opus", "Opus"), Map.entry("flac", "FLAC"),
            Map.entry("alac", "ALAC"), Map.entry("ac3", "AC-3"), Map.entry("eac3", "E-AC-3"), Map.entry("vorbis", "Vorbis"));
    private static final Map<String, String> EXIF = Map.ofEntries(Map.entry("mp4", "MP4"), Map.entry("mov", "MOV"),
            Map.entry("m4a", "M4A"), Map.entry("mkv", "MKV"), Map.entry("webm", "WEBM"),
            Map.entry("mp3", "MP3"), Map.entry("wav", "WAV"), Map.entry("flac", "FLAC"), Map.entry("jpg", "JPEG"),
            Map.entry("png", "PNG"), Map.entry("gif", "GIF"), Map.entry("bmp", "BMP"), Map.entry("tiff", "TIFF"));
    private static final Set<String> PICTURES = Set.of("jpg", "png", "gif", "webp", "bmp", "tiff", "avif");
    private static final Set<String> TEXTS = Set.of("txt", "json", "csv", "edl", "srt", "vtt", "ass");

    private final ReadBack reader;
    private final Decoding decoding;
    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, Optional<Path>> programs = Stream.of("mediainfo", "exiftool", "mkvmerge", "identify", "ffprobe")
            .collect(Collectors.toMap(p -> p, Programs::find));

    /** Plays a file with the bundled ffmpeg; what it complains of, empty when nothing. */
    interface Decoding {
        String complaints(Path file) throws IOException, InterruptedException;
    }

    Disputes(ReadBack reader, Decoding decoding) {
        this.reader = reader;
        this.decoding = decoding;
    }

    /** Which of the other readers this machine has. */
    String readers() {
        return programs.entrySet().stream().filter(e -> e.getValue().isPresent()).map(Map.Entry::getKey).sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * A file that was called done.
     *
     * @param mustPlay whether the bundled ffmpeg must play it without a complaint
     */
    record Made(Path file, Expect expect, boolean mustPlay) {

        String ending() {
            String name = file.getFileName().toString();
            return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        }
    }

    /** What is said against each of them; files that nobody disputes are not in it. */
    Map<Path, String> of(List<Made> all) throws IOException, InterruptedException {
        Map<Path, String> wrong = new HashMap<>();
        List<Made> media = new ArrayList<>();
        for (Made made : all) {
            if (Files.isDirectory(made.file())) {
                folder(made.file()).ifPresent(w -> wrong.putIfAbsent(made.file(), w));
            } else if (TEXTS.contains(made.ending())) {
                text(made).ifPresent(w -> wrong.putIfAbsent(made.file(), w));
            } else if (made.ending().equals("zip") || made.ending().equals("gz") || made.ending().equals("tgz")) {
                archive(made.file()).ifPresent(w -> wrong.putIfAbsent(made.file(), w));
            } else {
                media.add(made);
            }
        }
        byMediainfo(media, wrong);
        byExiftool(media, wrong);
        for (Made made : media) {
            if (!wrong.containsKey(made.file())) {
                oneByOne(made).ifPresent(w -> wrong.put(made.file(), w));
            }
        }
        return wrong;
    }

    private static Optional<String> folder(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.allMatch(f -> f.toFile().length() > 0) && folder.toFile().list().length > 0
                    ? Optional.empty()
                    : Optional.of("the folder is empty or holds empty files");
        }
    }

    private Optional<String> text(Made made) throws IOException {
        String text = Files.readString(made.file());
        if (text.isBlank()) {
            return Optional.of("an empty text");
        } else if (made.ending().equals("json")) {
            try {
                json.readTree(text);
            } catch (JacksonException e) {
                return Optional.of("no JSON: " + e.getOriginalMessage());
            }
        } else if (made.ending().equals("csv")) {
            long columns = text.lines().map(l -> l.replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == ',').count()).distinct()
                    .count();
            return columns == 1 ? Optional.empty() : Optional.of("lines of CSV differ in columns");
        }
        return Optional.empty();
    }

    private static Optional<String> archive(Path file) throws IOException, InterruptedException {
        Optional<Path> tool = Programs.find(file.toString().endsWith(".zip") ? "unzip" : "tar");
        if (tool.isEmpty()) {
            return Optional.empty();
        }
        List<String> arguments = file.toString().endsWith(".zip")
                ? List.of("-tqq", file.toString())
                : List.of("-tzf", file.toString());
        return Programs.run(tool.get(), arguments).code() == 0 ? Optional.empty() : Optional.of(tool.get() + " refuses it");
    }

    private void byMediainfo(List<Made> all, Map<Path, String> wrong) throws IOException, InterruptedException {
        if (programs.get("mediainfo").isEmpty() || all.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>(List.of("--Output=JSON"));
        all.forEach(m -> arguments.add(m.file().toString()));
        JsonNode root = parsed(Programs.run(programs.get("mediainfo").get(), arguments).out());
        Map<String, JsonNode> answers = new HashMap<>();
        (root.isArray() ? root.valueStream() : Stream.of(root))
                .forEach(one -> answers.put(one.path("media").path("@ref").asString(""), one.path("media")));
        for (Made made : all) {
            JsonNode answer = answers.get(made.file().toString());
            Optional<String> fault = answer == null ? Optional.of("says nothing") : mediainfo(made, answer);
            fault.ifPresent(f -> wrong.putIfAbsent(made.file(), "mediainfo: " + f));
        }
    }

    private Optional<String> mediainfo(Made made, JsonNode answer) throws IOException, InterruptedException {
        JsonNode general = track(answer, "General").orElse(answer.path("none"));
        Set<String> formats = FORMATS.getOrDefault(made.ending(), Set.of());
        String format = general.path("Format").asString("");
        if (!formats.isEmpty() && !formats.contains(format)) {
            return Optional.of("the container is “" + format + "”");
        } else if (!(made.expect() instanceof Expect.Film film)) {
            return Optional.empty();
        } else {
            return codecs(film, answer).or(() -> length(made, film, answer)).or(() -> size(film, answer));
        }
    }

    private static Optional<JsonNode> track(JsonNode answer, String type) {
        return answer.path("track").valueStream().filter(t -> t.path("@type").asString("").equals(type)).findFirst();
    }

    private static Optional<String> codecs(Expect.Film film, JsonNode answer) {
        List<String> there = answer.path("track").valueStream().map(t -> t.path("Format").asString("")).toList();
        if (there.contains("av01")) {
            // older ones know AV1 only by its tag
            return Optional.empty();
        }
        return film.tracks().stream().map(t -> CODECS.get(t.codec())).filter(c -> c != null)
                .filter(c -> there.stream().noneMatch(f -> f.startsWith(c))).findFirst()
                .map(missing -> "sees " + there + " and no " + missing);
    }

    /** Of picture and sound where there are subtitles, which may last longer. */
    private static Optional<String> length(Made made, Expect.Film film, JsonNode answer) {
        boolean subtitles = track(answer, "Text").isPresent();
        String duration = answer.path("track").valueStream()
                .filter(t -> (subtitles ? Set.of("Video", "Audio") : Set.of("General")).contains(t.path("@type").asString("")))
                .map(t -> t.path("Duration").asString("")).filter(d -> !d.isEmpty())
                .max(Comparator.comparingDouble(Double::parseDouble)).orElse("");
        // raw AAC has no index: mediainfo guesses from its first frames
        if (film.lengthUs().isEmpty() || duration.isEmpty() || made.ending().equals("aac")) {
            return Optional.empty();
        }
        long is = Math.round(Double.parseDouble(duration) * 1e6);
        long planned = film.lengthUs().getAsLong();
        return Math.abs(is - planned) <= film.toleranceUs() + SLACK
                ? Optional.empty()
                : Optional.of("lasts %.3f s instead of %.3f s".formatted(is / 1e6, planned / 1e6));
    }

    private static Optional<String> size(Expect.Film film, JsonNode answer) {
        Optional<JsonNode> picture = track(answer, "Video").or(() -> track(answer, "Image"));
        boolean cover = film.tracks().stream().noneMatch(t -> t.kind() == Expect.TrackExpected.Kind.VIDEO);
        if (film.size().isEmpty() || picture.isEmpty() || cover) {
            return Optional.empty();
        }
        double shape = Double.parseDouble(picture.get().path("PixelAspectRatio").asString("1"));
        long width = Math.round(Integer.parseInt(picture.get().path("Width").asString("0")) * shape);
        long height = Integer.parseInt(picture.get().path("Height").asString("0"));
        if (width == 0 || height == 0) {
            // it does not know this kind of WebP
            return Optional.empty();
        }
        Size size = film.size().get();
        boolean same = near(width, size.width()) && near(height, size.height());
        boolean turned = near(width, size.height()) && near(height, size.width());
        return same || turned ? Optional.empty() : Optional.of("shows " + width + "x" + height + " instead of " + size);
    }

    private static boolean near(long a, long b) {
        return Math.abs(a - b) <= 2;
    }

    private void byExiftool(List<Made> all, Map<Path, String> wrong) throws IOException, InterruptedException {
        if (programs.get("exiftool").isEmpty() || all.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>(
                List.of("-j", "-n", "-fast", "-FileType", "-Error", "-ImageWidth", "-ImageHeight"));
        all.forEach(m -> arguments.add(m.file().toString()));
        JsonNode root = parsed(Programs.run(programs.get("exiftool").get(), arguments).out());
        Map<String, JsonNode> answers = new HashMap<>();
        root.valueStream().forEach(one -> answers.put(one.path("SourceFile").asString(""), one));
        for (Made made : all) {
            JsonNode answer = answers.get(made.file().toString());
            exiftool(made, answer).ifPresent(f -> wrong.putIfAbsent(made.file(), "exiftool: " + f));
        }
    }

    /** exiftool calls Matroska without a film MKA. */
    private static boolean isSound(Expect expect) {
        return expect instanceof Expect.Film film
                && film.tracks().stream().noneMatch(t -> t.kind() == Expect.TrackExpected.Kind.VIDEO);
    }

    private static Optional<String> exiftool(Made made, JsonNode answer) {
        if (answer == null) {
            return Optional.of("says nothing");
        } else if (answer.has("Error") && !answer.path("Error").asString("").contains("Unknown file type")) {
            return Optional.of(answer.path("Error").asString(""));
        }
        String type = EXIF.get(made.ending());
        String is = answer.path("FileType").asString("");
        boolean sound = isSound(made.expect()) && (is.equals("MKA") || is.equals("M4A"));
        if (type != null && !is.equals(type) && !sound && !(type.equals("M4A") && is.equals("MP4"))) {
            return Optional.of("the type is “" + is + "”");
        }
        boolean still = PICTURES.contains(made.ending()) && made.expect() instanceof Expect.Film film && film.size().isPresent();
        if (!still || !answer.has("ImageWidth")) {
            return Optional.empty();
        }
        Size size = ((Expect.Film) made.expect()).size().get();
        return near(answer.path("ImageWidth").asInt(), size.width()) && near(answer.path("ImageHeight").asInt(), size.height())
                ? Optional.empty()
                : Optional.of("shows " + answer.path("ImageWidth") + "x" + answer.path("ImageHeight") + " instead of " + size);
    }

    private Optional<String> oneByOne(Made made) throws IOException, InterruptedException {
        if (made.expect() instanceof Expect.Moving) {
            return identified(made.file());
        }
        Seen seen = reader.seen(made.file());
        Optional<String> fault = tracks(made, seen).or(() -> ended(made, seen));
        if (fault.isEmpty() && !made.ending().equals("gif")) {
            // Java gives the first frame of a GIF, which may be smaller than its picture
            fault = reader.second(made.file(), seen).wrong();
        }
        if (fault.isEmpty() && PICTURES.contains(made.ending()) && !made.ending().equals("avif")) {
            fault = identified(made.file());
        }
        if (fault.isEmpty() && made.mustPlay()) {
            String complaints = decoding.complaints(made.file());
            fault = complaints.isBlank() ? fault : Optional.of("ffmpeg: " + complaints.lines().findFirst().orElse(""));
        }
        return fault;
    }

    private static Optional<String> tracks(Made made, Seen seen) {
        if (!(made.expect() instanceof Expect.Film film)) {
            return Optional.empty();
        }
        List<String> planned = film.tracks().stream().map(Expect.TrackExpected::codec).sorted().toList();
        List<String> there = seen.tracks().stream().filter(t -> !t.kind().equals("data") && !t.kind().equals("attachment"))
                .map(Seen.Part::codec).sorted().toList();
        return planned.equals(there) || there.isEmpty() && !planned.isEmpty()
                ? there.isEmpty() ? Optional.of("ffprobe sees nothing") : Optional.empty()
                : Optional.of("ffprobe sees " + there + " instead of " + planned);
    }

    private static Optional<String> ended(Made made, Seen seen) {
        OptionalLong planned = made.expect() instanceof Expect.Film film ? film.lengthUs() : OptionalLong.empty();
        if (planned.isEmpty() || seen.lengthUs().isEmpty() || seen.count("subtitle") > 0 || made.ending().equals("aac")) {
            return Optional.empty();
        }
        long off = Math.abs(seen.lengthUs().getAsLong() - planned.getAsLong());
        return off <= ((Expect.Film) made.expect()).toleranceUs() + SLACK
                ? Optional.empty()
                : Optional.of("ffprobe: the length is off by " + off / 1000 + " ms");
    }

    /** Looks at it by a name of its own: ImageMagick reads brackets and percents as a language. */
    private Optional<String> identified(Path file) throws IOException, InterruptedException {
        if (programs.get("identify").isEmpty()) {
            return Optional.empty();
        }
        String name = file.getFileName().toString();
        Path plain = Files.createTempDirectory("look").resolve("picture" + name.substring(name.lastIndexOf('.')));
        Files.createSymbolicLink(plain, file);
        try {
            return Programs.run(programs.get("identify").get(), List.of(plain.toString())).code() == 0
                    ? Optional.empty()
                    : Optional.of("ImageMagick cannot read it");
        } finally {
            Files.delete(plain);
            Files.delete(plain.getParent());
        }
    }

    private JsonNode parsed(byte[] out) {
        return out.length == 0 ? json.createArrayNode() : json.readTree(new ByteArrayInputStream(out));
    }
}
