package io.reelbench.app.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShorteningTest {

    private static final String NAME = "sintel_dunes_plate.mxf";

    @Test
    void aNameKeepsItsStartAndItsEnding() {
        assertThat(Shortening.middle(NAME, 22, String::length)).isEqualTo(NAME);
        assertThat(Shortening.middle(NAME, 17, String::length)).isEqualTo("sintel_d…late.mxf");
        assertThat(IntStream.range(2, 23).mapToObj(w -> Shortening.middle(NAME, w, String::length)))
                .allSatisfy(s -> assertThat(s).startsWith("s")).extracting(String::length)
                .containsExactlyElementsOf(IntStream.range(2, 23).boxed().toList());
    }

    @Test
    void aSignOfTwoPartsIsNeverHalved() {
        String clapper = "🎬".repeat(12) + ".mov";
        assertThat(IntStream.range(2, 28).mapToObj(w -> Shortening.middle(clapper, w, String::length)))
                .allSatisfy(s -> assertThat(s.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    }

    @Test
    void factsLeaveFromTheRightAndWhole() {
        List<String> facts = List.of("1080p 29.97", "H.264", "2 audio");
        assertThat(Shortening.facts(facts, 99, String::length)).isEqualTo("1080p 29.97 · H.264 · 2 audio");
        assertThat(Shortening.facts(facts, 20, String::length)).isEqualTo("1080p 29.97 · H.264");
        assertThat(Shortening.facts(facts, 5, String::length)).isEqualTo("1080p 29.97");
        assertThat(Shortening.facts(List.of(), 5, String::length)).isEmpty();
    }
}
