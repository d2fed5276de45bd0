package io.reelbench.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.plan.Planned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation's own example, run to its end in the real engine with clips that fit its words: it is explained, planned alike twice,
 * done, proven, and each output opens. A new operation is run the moment it exists.
 */
class ExamplesRunTest {

    private static final Path HOME = Path.of("target", "studio").toAbsolutePath();
    private static final Catalog CATALOG = new Catalog();
    private static final Set<String> SOUNDS = Set.of("wav", "mp3", "flac", "m4a", "ogg", "opus", "aac");
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "webp", "tiff", "bmp", "avif");
    private static final Set<String> FILMS = Set.of("mp4", "mov", "mkv", "webm", "ts", "avi", "mpg");

    @TempDir
    static Path drawn;

    private static Engine engine;
    private static final Map<String, Path> KINDS = new HashMap<>();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void open() throws Exception {
        engine = Engine.open(Places.in(HOME), Engine.Mode.THROW_AWAY);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    static List<String> examples() {
        return CATALOG.entries().stream().map(e -> e.about().example()).toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExampleDoesWhatItSays(String example, @TempDir Path folder) throws Exception {
        // a blank parts words outside of quotes only
        List<String> words = Arrays.stream(example.split(" (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).map(w -> w.replace("\"", ""))
                .toList();
        for (int i = 0; i < words.size(); i++) {
            boolean output = i > 0 && List.of("-o", "--to").contains(words.get(i - 1));
            if (!output) {
                make(folder, words.get(i));
            }
        }
        Set<String> before = names(folder);
        Wanted wanted = new ArgumentReader(CATALOG, new RecipeReader(CATALOG), file -> {
            throw new NoSuchFileException(file.toString());
        }).read(words).wanted().orElseThrow();
        if (wanted instanceof Wanted.Probe || wanted instanceof Wanted.Show) {
            assertThat(command(folder, words)).as(example + "\n" + out + err).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).as(example).isNotBlank();
            assertThat(names(folder)).as("a report that is printed writes nothing").isEqualTo(before);
            return;
        }
        Wanted.Run run = (Wanted.Run) wanted;
        List<Media> media = new ArrayList<>();
        for (Path path : run.sources().paths().subList(0, run.recipe().joins() ? run.sources().paths().size() : 1)) {
            media.add(engine.probe(folder.resolve(path.toString().replace("*", "a"))));
        }
        Planned planned = engine.plan(run.recipe(), media);
        assertThat(planned.problems()).filteredOn(p -> !p.isWarning()).as(example).isEmpty();
        assertThat(engine.plan(run.recipe(), media)).as("planned alike twice").isEqualTo(planned);
        assertThat(planned.plan().orElseThrow().explanation().line().toString()).isNotBlank();
        assertThat(planned.plan().orElseThrow().products()).isNotEmpty();

        assertThat(command(folder, words)).as(example + "\n" + out + err).isZero();
        Set<String> made = names(folder);
        made.removeAll(before);
        boolean printed = planned.plan().orElseThrow().products().stream()
                .allMatch(p -> p.expect() instanceof io.reelbench.engine.plan.Expect.Words);
        assertThat(made.isEmpty() ? out.toString(StandardCharsets.UTF_8) : String.join(" ", made)).as(example).isNotBlank();
        assertThat(made.isEmpty() && !printed).as("nothing was made by " + example).isFalse();
        for (String name : made) {
            opens(folder.resolve(name));
        }
    }

    private static void opens(Path file) throws Exception {
        String ending = ending(file.toString());
        assertThat(Files.size(file)).as(file + " is not empty").isPositive();
        if (FILMS.contains(ending) || SOUNDS.contains(ending)) {
            assertThat(engine.probe(file).lengthUs()).as("length of " + file).isPresent();
        } else if (PICTURES.contains(ending)) {
            assertThat(engine.probe(file).video()).as("picture of " + file).isPresent();
        }
    }

    /** What an example names, as far as it is something that must be there. */
    private static void make(Path folder, String word) throws Exception {
        String name = word.replace("*", "a").replace("{dir}/", "");
        if (name.startsWith("-") || name.contains("/") || Files.exists(folder.resolve(name))) {
            return;
        }
        String ending = ending(name);
        if (FILMS.contains(ending)) {
            String kind = name.startsWith("hdr")
                    ? "hdr"
                    : name.startsWith("tape") ? "tape" : name.startsWith("subtitled") ? "subtitled" : "film";
            Files.copy(film(kind, ending), folder.resolve(name));
        } else if (SOUNDS.contains(ending)) {
            Files.copy(drawn(ending, "-f", "lavfi", "-i", "sine=440:d=12", "-ac", "2"), folder.resolve(name));
        } else if (PICTURES.contains(ending)) {
            Files.copy(drawn(ending, "-f", "lavfi", "-i", "testsrc2=s=640x360", "-frames:v", "1"), folder.resolve(name));
        } else if (ending.equals("srt")) {
            Files.writeString(folder.resolve(name), "1\n00:00:00,500 --> 00:00:01,500\nHello\n");
        } else if (ending.equals("cube")) {
            Files.writeString(folder.resolve(name), "LUT_3D_SIZE 2\n0 0 0\n1 0 0\n0 1 0\n1 1 0\n0 0 1\n1 0 1\n0 1 1\n1 1 1\n");
        }
    }

    /** Long enough for the times that examples name, small enough to be quick. */
    private static Path film(String kind, String ending) throws Exception {
        String codec = switch (ending) {
            case "webm" -> "libvpx-vp9";
            case "mpg" -> "mpeg2video";
            default -> kind.equals("hdr") ? "libx265" : "libx264";
        };
        return switch (kind) {
            case "hdr" ->
                drawn("hdr." + ending, "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=2,format=yuv420p10le", "-c:v", codec,
                        "-preset", "ultrafast", "-x265-params", "log-level=error", "-color_primaries", "bt2020", "-color_trc",
                        "smpte2084", "-colorspace", "bt2020nc", "-tag:v", "hvc1");
            case "tape" -> drawn("tape." + ending, "-f", "lavfi", "-i", "testsrc2=s=320x180:r=50:d=4,interlace", "-c:v", codec,
                    "-preset", "ultrafast", "-flags", "+ildct+ilme", "-field_order", "tt");
            case "subtitled" -> {
                Path cues = Files.writeString(drawn.resolve("cues.srt"), "1\n00:00:00,500 --> 00:00:01,500\nHello\n");
                yield drawn("subtitled." + ending, "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=2", "-i", cues.toString(),
                        "-c:v", codec, "-preset", "ultrafast", "-c:s", ending.equals("mkv") ? "srt" : "mov_text");
            }
            default -> drawn("film." + ending, "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=100", "-f", "lavfi", "-i",
                    "sine=440:d=100", "-c:v", codec, "-preset", "ultrafast", "-g", "50", "-pix_fmt", "yuv420p", "-ac", "2");
        };
    }

    /** Drawn once for all examples. */
    private static Path drawn(String ending, String... arguments) throws Exception {
        Path known = KINDS.get(ending);
        if (known == null) {
            known = drawn.resolve("clip." + ending);
            engine.generate(List.of(arguments), known);
            KINDS.put(ending, known);
        }
        return known;
    }

    private int command(Path folder, List<String> words) {
        List<String> all = new java.util.ArrayList<>(List.of("--data-dir", HOME.toString()));
        all.addAll(words.stream().map(w -> w.replace("*", "a")).toList());
        Shell shell = new Shell(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), folder, false, () -> 80, true, false,
                new Stop(Thread.currentThread()));
        return Cli.run(all, shell);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return new HashSet<>(inside.filter(Files::isRegularFile).map(p -> folder.relativize(p).toString()).toList());
        }
    }
}
