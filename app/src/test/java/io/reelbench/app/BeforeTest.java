package io.reelbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.problem.Message;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.problem.Translations;
import io.reelbench.engine.settings.Appearance;
import io.reelbench.engine.settings.SettingsFile;
import io.reelbench.engine.settings.Theme;
import io.reelbench.engine.settings.Tongue;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Size and language are settled before the window is there. The language "tlh" has a bundle among the tests. */
class BeforeTest {

    private static final Locale TEST = Locale.of("tlh");

    private enum TestWords implements Message {
        CLIPS("{0,plural,one{# clip}other{# clips}} of {1}"), SIZE("{0,number} bytes"), ONLY_ENGLISH("Only English");

        private final String english;

        TestWords(String english) {
            this.english = english;
        }

        @Override
        public String english() {
            return english;
        }
    }

    private static Appearance speaking(String tag) {
        return new Appearance(Theme.DARK, false, false, 100, new Tongue(Optional.of(Locale.forLanguageTag(tag))));
    }

    @Test
    void sizeIsAddedToWhatTheDesktopAsksFor() {
        assertThat(Before.scale(100, Map.of())).isEmpty();
        assertThat(Before.scale(150, Map.of())).contains("150%");
        assertThat(Before.scale(150, Map.of("GDK_SCALE", "2"))).contains("300%");
    }

    @Test
    void theToolkitWaitsOnlyWhereASizeMayHaveBeenChosen(@TempDir Path folder) throws Exception {
        Opening opening = Opening.of(List.of("--data-dir", folder.toString()));
        assertThat(Before.mayScale(opening)).isFalse();
        SettingsFile settings = new SettingsFile(opening.places().config());
        settings.change(Map.of("theme", List.of("light")));
        assertThat(Before.mayScale(opening)).isFalse();
        settings.change(Map.of("size", List.of("150")));
        assertThat(Before.mayScale(opening)).isTrue();
    }

    @Test
    void theLanguageIsTheChosenOneElseTheSystemsElseEnglish() {
        assertThat(Before.language(speaking("tlh"), Locale.FRENCH)).isEqualTo(TEST);
        assertThat(Before.language(new Appearance(), TEST)).isEqualTo(TEST);
        assertThat(Before.language(new Appearance(), Locale.FRENCH)).as("nobody has translated it").isEqualTo(Locale.ENGLISH);
    }

    @Test
    void sentencesAreSaidInThatLanguageByItsRules() {
        Locale before = Locale.getDefault(Locale.Category.DISPLAY);
        try {
            Locale.setDefault(Locale.Category.DISPLAY, TEST);
            assertThat(TestWords.CLIPS.say(1, "x")).isEqualTo("x: wa' clip");
            assertThat(TestWords.CLIPS.say(7, "x")).isEqualTo("x: clips 7");
            assertThat(TestWords.ONLY_ENGLISH.say()).isEqualTo("Only English");
        } finally {
            Locale.setDefault(Locale.Category.DISPLAY, before);
        }
        assertThat(TestWords.CLIPS.say(1, "x")).isEqualTo("1 clip of x");
    }

    @Test
    void numbersAndPluralsFollowTheLanguage() {
        Text size = TestWords.SIZE.with(1234567);
        assertThat(size.in(size.english(), Locale.GERMAN)).isEqualTo("1.234.567 bytes");
        Text clips = TestWords.CLIPS.with(1, "y");
        assertThat(clips.in("{0,plural,one{a}other{b}}", Locale.CHINESE)).isEqualTo("b");
        assertThat(clips.in("{0,plural,=1{just}one{a}other{b}} {9} {1}", Locale.GERMAN)).isEqualTo("just {9} y");
        assertThat(Translations.isSpoken(Locale.ENGLISH)).isTrue();
    }
}
