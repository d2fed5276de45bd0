package io.reelbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.look.Icons;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static Entry entry(String section, String title, String context, boolean possible, String... keywords) {
        return new Entry(section, Icons.CUT, title, context, "", List.of(keywords), Optional.empty(), possible, () -> {
        });
    }

    private static final List<Entry> ALL = List.of(entry("Actions", "Split into files at cuts", "Add to recipe", true),
            entry("Actions", "Shortcut list", "Window", true), entry("Actions", "Cut at playhead", "Timeline", true),
            entry("Actions", "Check cut", "Timeline", false),
            entry("Actions", "Transcode", "Add to recipe", true, "convert", "cutter"),
            entry("Clips", "fight_roughcut_02.mov", "Clip", true));

    private static List<String> titles(String query) {
        return Entry.find(query, ALL).stream().map(f -> f.entry().title()).toList();
    }

    @Test
    void theBestComesFirstAndWhatIsNotPossibleLast() {
        assertThat(titles("cut")).containsExactly("Cut at playhead", "Split into files at cuts", "Shortcut list", "Transcode",
                "Check cut", "fight_roughcut_02.mov");
    }

    @Test
    void nothingTypedIsEverything() {
        assertThat(titles(" ")).hasSize(ALL.size());
    }

    @Test
    void wordsMayComeInAnyOrderAndAsFirstLetters() {
        assertThat(titles("playhead cut")).containsExactly("Cut at playhead");
        assertThat(titles("cap")).containsExactly("Cut at playhead");
        assertThat(titles("timeline cu")).containsExactly("Cut at playhead", "Check cut");
        assertThat(titles("xyz")).isEmpty();
    }

    @Test
    void foundLettersAreMarked() {
        assertThat(Matcher.match("CUT", "Check cut").orElseThrow().marks()).containsExactly(6, 7, 8);
        assertThat(Matcher.match("cap", "Cut at playhead").orElseThrow().marks()).containsExactly(0, 4, 7);
        assertThat(Matcher.match("eck", "Check cut").orElseThrow().marks()).containsExactly(2, 3, 4);
    }

    @Test
    void otherWordsAreFoundByTheirStartAndSaid() {
        List<Entry> steps = List.of(entry("Picture", "Size", "Picture", true, "resolution"),
                entry("Picture", "Colour table", "Picture", true, "lut", "3d lut"));
        assertThat(Entry.best("lut", steps)).singleElement().satisfies(found -> {
            assertThat(found.entry().title()).isEqualTo("Colour table");
            assertThat(found.keyword()).contains("lut");
        });
    }
}
