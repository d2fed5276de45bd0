package io.reelbench.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A language that is there is there as a whole: every key, no other one, and the same arguments in each. */
class TranslationsTest {

    private static final Path BUNDLES = Path.of("..", "ui-resources", "src", "main", "resources", "io", "reelbench", "ui",
            "words");
    private static final Path TEST_BUNDLE = Path.of("src", "test", "resources", "io", "reelbench", "ui", "words",
            "words_tlh.properties");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[,}]");

    private static Properties read(Path file) throws IOException {
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            words.load(in);
        }
        return words;
    }

    /** What is wrong with a bundle, in words. */
    private static List<String> faults(Properties bundle, Map<String, String> english) {
        List<String> faults = new java.util.ArrayList<>();
        english.keySet().stream().filter(key -> !bundle.containsKey(key)).forEach(key -> faults.add("missing " + key));
        bundle.stringPropertyNames().stream().filter(key -> !english.containsKey(key))
                .forEach(key -> faults.add("orphan " + key));
        bundle.stringPropertyNames().stream().filter(english::containsKey)
                .filter(key -> !arguments(bundle.getProperty(key)).equals(arguments(english.get(key))))
                .forEach(key -> faults.add("other arguments " + key));
        return faults;
    }

    private static Set<String> arguments(String pattern) {
        Set<String> all = new TreeSet<>();
        Matcher found = ARGUMENT.matcher(pattern);
        while (found.find()) {
            all.add(found.group(1));
        }
        return all;
    }

    @Test
    void everyLanguageIsWhole() throws IOException {
        Map<String, String> english = Template.all();
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            for (Path bundle : bundles.filter(f -> f.getFileName().toString().matches("words_.+\\.properties")).toList()) {
                assertThat(faults(read(bundle), english)).as(bundle.getFileName().toString()).isEmpty();
            }
        }
    }

    @Test
    void missingKeysOrphansAndOtherArgumentsAreFound() throws IOException {
        Map<String, String> english = new TreeMap<>(Map.of("app.clips", "{0} of {1}", "app.size", "{0}", "app.more", "more"));
        assertThat(faults(read(TEST_BUNDLE), english)).containsExactly("missing app.more");
        english.remove("app.size");
        english.put("app.clips", "{0}");
        assertThat(faults(read(TEST_BUNDLE), english)).containsExactlyInAnyOrder("missing app.more", "orphan app.size",
                "other arguments app.clips");
    }

    @Test
    void theTemplateHoldsSentencesOperationsAndOptionsAndIsReadBackAsItWas() throws IOException {
        Map<String, String> all = Template.all();
        assertThat(all).containsEntry("operation.scale.title", "Size").containsEntry("option.appearance.theme.label", "Theme")
                .containsKeys("option.gif.width.label", "option.watch-wish.folder.help", "shell.settings", "problem.disk-full")
                .hasSizeGreaterThan(900);
        Properties back = new Properties();
        back.load(new StringReader(Template.text(all)));
        assertThat(back).containsExactlyInAnyOrderEntriesOf(all);
    }
}
