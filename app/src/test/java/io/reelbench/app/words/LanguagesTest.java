package io.reelbench.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.look.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** The whole window in each language: no key is seen, nothing stays English, and it may be read from right to left. */
@ExtendWith(ApplicationExtension.class)
class LanguagesTest {

    /** Written alike in every language: names of files, programs and formats, keys, numbers with their units, and other data. */
    private static final Pattern ALIKE = Pattern.compile("[^\\p{L}]*|.*\\.(mp4|jpg|zip|json|db|wav|properties)|/.*|.*\\{\\w+}.*"
            + "|(?i)reelbench.*|(ffmpeg|ffprobe|libx264|yuv|-vf|https?:|Linux|OpenJDK|#).*|.*=.*|\\p{L}|[a-z]{2,3}|[vas]\\d|Alt .+"
            + "|~?\\d.*|\\W*([kMG]?[bB](/s)?|dB(FS|TP)?|LUFS|[\\d.]+ dB)\\W*|\\.\\w{3,4}\\W*|[\\p{Lu}\\d ./×_-]+[).]*|H\\.26[45].*"
            + "|(Web|Pro|Sub|DNx)[A-Z]\\w+( \\w+)?|\\(from classes\\)|GIF\\. 480 px|high\\. ProRes|M4A\\)\\.");
    private static final Set<String> NAMES = Set.of("Apple Lossless", "Avid", "Baseline", "Bayer", "Final Cut", "Floyd", "Hable",
            "High", "Lanczos", "Main", "Mobius", "Opus", "Premiere", "Reinhard", "Resolve", "Sierra", "Vorbis", "Motion JPEG",
            "Podcast -16 LUFS", "UTF-8 + BOM",
            // of colours, and words that are typed so in every language
            "Black", "White", "black", "first", "none", "main", "baseline");

    private static final List<String> PARTS = List.of(".rb-clips", ".rb-viewer", ".rb-recipe", ".rb-queue", ".rb-settings",
            ".rb-past", ".rb-rail-button");

    @TempDir
    private Path folder;
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private Thread.UncaughtExceptionHandler handler;

    @BeforeEach
    void listen() {
        handler = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, fault) -> faults.add(fault));
        Workplace.doFx(() -> {
            Theme.load();
            Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> faults.add(fault));
        });
    }

    @AfterEach
    void back() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
        Thread.setDefaultUncaughtExceptionHandler(handler);
        Workplace.doFx(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
    }

    private Set<String> words(String tag) throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag(tag));
        return Walk.words(folder.resolve(tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "ja", "zh-CN"})
    void noKeyIsSeen(String language) throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag(language));
        Set<String> seen = Walk.briefly(folder, NodeOrientation.LEFT_TO_RIGHT, _ -> {
        });
        assertThat(keys(seen)).isEmpty();
        assertThat(seen).hasSizeGreaterThan(300);
        assertThat(faults).isEmpty();
    }

    private static Set<String> keys(Set<String> seen) {
        Set<String> keys = Template.all().keySet();
        return seen.stream().filter(text -> Arrays.stream(text.split("[\\s,;:()]+")).anyMatch(keys::contains)
                || text.matches("(?s).*\\{\\d+[,}].*")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is the same in English and German must be written alike in both on purpose. */
    @Test
    void nothingStaysEnglish() throws Exception {
        Set<String> german = words("de");
        assertThat(keys(german)).isEmpty();
        Set<String> parts = parts(german);
        Set<String> english = parts(words("en"));
        assertThat(english).hasSizeGreaterThan(500);
        List<Pattern> alike = alike();
        assertThat(parts.stream().filter(english::contains).filter(part -> !ALIKE.matcher(part).matches() && !NAMES.contains(part)
                && alike.stream().noneMatch(p -> p.matcher(part).matches())).toList()).isEmpty();
        assertThat(faults).isEmpty();
    }

    /** What is put together of several sentences, in its parts. */
    private static Set<String> parts(Set<String> seen) {
        return seen.stream().flatMap(text -> Stream.of(text.split(" · |\\n| {3}|, |: |; "))).map(String::strip)
                .filter(part -> !part.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Patterns that a translator wrote as they are in English. */
    private static List<Pattern> alike() {
        List<Pattern> all = new ArrayList<>();
        Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
        for (Map.Entry<String, String> word : Template.all().entrySet()) {
            String said = io.reelbench.engine.problem.Translations.of(word.getKey(), word.getValue());
            if (said.equals(word.getValue()) && said.replaceAll("\\{\\d[^}]*}", "").matches("(?s).*\\p{L}{2}.*")) {
                all.add(Pattern.compile(Arrays.stream(said.split("\\{\\d+[^}]*}", -1)).map(Pattern::quote)
                        .collect(Collectors.joining(".*")), Pattern.CASE_INSENSITIVE));
            }
        }
        return all;
    }

    @Test
    void theWindowMayBeReadFromRightToLeft() throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag("ar"));
        assertThat(outside("rtl", NodeOrientation.RIGHT_TO_LEFT)).isEqualTo(outside("ltr", NodeOrientation.LEFT_TO_RIGHT));
        assertThat(faults).isEmpty();
    }

    /** In each state of the window the parts of it that are seen without a size, or not as a whole. */
    private List<List<String>> outside(String name, NodeOrientation direction) throws Exception {
        List<List<String>> states = new ArrayList<>();
        Walk.briefly(folder.resolve(name), direction, root -> {
            Bounds window = root.localToScene(root.getLayoutBounds());
            states.add(PARTS.stream().filter(part -> root.lookupAll(part).stream().filter(LanguagesTest::isShown)
                    .map(node -> node.localToScene(node.getLayoutBounds()))
                    .anyMatch(at -> at.getWidth() <= 0 || at.getHeight() <= 0 || !window.contains(at))).toList());
        });
        return states;
    }

    private static boolean isShown(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
