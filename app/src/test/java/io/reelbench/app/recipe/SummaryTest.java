package io.reelbench.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.desk.Card;
import io.reelbench.engine.operation.Catalog;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a closed step says in words. */
class SummaryTest {

    private final Catalog catalog = new Catalog();

    private String of(String op, String... options) {
        Card card = Card.of(op);
        for (int i = 0; i < options.length; i += 2) {
            card = card.with(options[i], List.of(options[i + 1]));
        }
        return Summary.of(card, catalog.find(op).orElseThrow());
    }

    @Test
    void everyStepSaysSomethingAsItIsAdded() {
        assertThat(catalog.entries()).allSatisfy(entry -> assertThat(
                Summary.of(Beginnings.of(entry.about().id(), Optional.empty()), entry)).isNotBlank().doesNotContain("null"));
    }

    @Test
    void theOptionsThatMatterAreToldWhileTheyHaveTheirDefaults() {
        assertThat(of("compress")).isEqualTo("H.264 · Quality 65");
        assertThat(of("normalize")).isEqualTo("1920 × 1080 px · 30 fps");
        assertThat(of("contact-sheet")).isEqualTo("4 × 5 tiles");
        assertThat(of("fade", "out", "2")).isEqualTo("In 1 s · Out 2 s");
        assertThat(of("detect")).isEqualTo("Scenes, black, silence · JSON");
        assertThat(of("colour")).isEqualTo("Nothing changed yet");
        assertThat(of("trim")).isEqualTo("Whole clip");
    }

    @Test
    void whatWasChosenTakesThePlaceOfWhatItExcludes() {
        assertThat(of("compress", "target-size", "9.5MB")).isEqualTo("H.264 · 9.5 MB");
        assertThat(of("trim", "start", "4.9", "end", "6.8")).isEqualTo("0:04.9–0:06.8");
    }

    @Test
    void valuesThatSayLittleBearTheirLabel() {
        assertThat(of("colour", "contrast", "1.2", "temperature", "5000")).isEqualTo("Contrast 1.2 × · Temperature 5000 K");
        assertThat(of("metadata", "location", "strip")).isEqualTo("Place strip");
        assertThat(of("volume", "gain", "6")).isEqualTo("+6 dB");
        assertThat(of("volume", "gain", "-6")).isEqualTo("−6 dB");
        assertThat(of("loudness", "integrated", "-23")).isEqualTo("−23 LUFS");
        assertThat(of("lut", "file", "/grades/log/rec709.cube")).isEqualTo("rec709.cube");
    }
}
