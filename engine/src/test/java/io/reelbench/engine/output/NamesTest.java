package io.reelbench.engine.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reelbench.engine.problem.BadValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {name}-{op}                     | clip-trim.mp4
            {name}                          | clip.mp4
            {index}_{parent}_{name}.{ext}   | 3_day one_clip.mov.mp4
            {{{op}}                         | {trim}.mp4
            100% of {name}                  | 100% of clip.mp4
            """)
    void keysStandForTheClip(String pattern, String name) throws BadValue {
        assertThat(Names.parse(pattern).of(subject("/films/day one/clip.mov", ""), "mp4")).isEqualTo(name);
        assertThat(Names.parse(pattern)).hasToString(pattern);
    }

    @Test
    void aForgottenLabelIsPutBehind() throws BadValue {
        assertThat(Names.DEFAULT.of(subject("/a/clip.mov", "eng"), "aac")).isEqualTo("clip-trim-eng.aac");
        assertThat(Names.parse("{label} of {name}").of(subject("/a/clip.mov", "eng"), "aac")).isEqualTo("eng of clip.aac");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            it's "quoted".mov   | it's _quoted_.mp4
            🎬 été.mov           | 🎬 été.mp4
            -dash.mov           | -dash.mp4
            shot%03d.mov        | shot%03d.mp4
            CON.mov             | CON_.mp4
            aux.tar.mov         | aux_.tar.mp4
            Lpt1.mov            | Lpt1_.mp4
            console.mov         | console.mp4
            dots....mov         | dots.mp4
            a:b*c?.mov          | a_b_c_.mp4
            .hidden.mov         | .hidden.mp4
            no ending           | no ending.mp4
            """)
    void oddNamesBecomeSafe(String source, String name) throws BadValue {
        assertThat(Names.parse("{name}").of(subject("/a/" + source, ""), "mp4")).isEqualTo(name);
    }

    @Test
    void whatHasNoNameGetsOne() throws BadValue {
        assertThat(Names.parse("{name}").of(subject("/", ""), "mp4")).isEqualTo("output.mp4");
        assertThat(Names.parse("{name}").of(subject("/a/..", ""), "mp4")).isEqualTo("output.mp4");
        assertThat(Names.parse("{label}").of(subject("/a/b.mov", ""), "")).isEqualTo("output");
    }

    @Test
    void newlinesAndTurningMarksGo() {
        assertThat(Names.DEFAULT.of(subject("/a/two\nlines.mov", ""), "mp4")).isEqualTo("two_lines-trim.mp4");
        assertThat(Names.DEFAULT.of(subject("/a/evil\u202E4pm.exe", ""), "mp4")).isEqualTo("evil_4pm-trim.mp4");
    }

    @Test
    void aLongNameIsShortenedBetweenCharactersAndKeepsWhatTellsIt() {
        String family = "👩‍👩‍👧‍👦";
        String name = Names.DEFAULT.of(subject("/a/" + family.repeat(12) + ".mov", ""), "mp4");
        assertThat(name).isEqualTo(family.repeat(7) + "-trim.mp4");
        assertThat(SafeName.bytes(Names.DEFAULT.of(subject("/a/" + "x".repeat(300) + ".mov", ""), "mp4"))).isEqualTo(200);
    }

    @Test
    void anUnknownKeyIsToldWithTheNearest() {
        BadValue bad = catchThrowableOfType(BadValue.class, () -> Names.parse("{nam}-x"));
        assertThat(bad.of("name").toString()).contains("“{nam}”").contains("did you mean {name}?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{name", "{}", "a/b", "..\\b", "{name }"})
    void badPatternsAreRefused(String pattern) {
        assertThatThrownBy(() -> Names.parse(pattern)).isInstanceOf(BadValue.class);
    }

    @Test
    void anyClipGivesOneSafeName() {
        Random random = new Random(7);
        for (int tries = 0; tries < 2000; tries++) {
            anyClipGivesOneSafeName(words(random, 120), words(random, 60));
        }
    }

    private static String words(Random random, int most) {
        return random.ints(random.nextInt(most), 0, random.nextBoolean() ? 0x80 : 0x3000).mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static void anyClipGivesOneSafeName(String stem, String label) {
        String clean = stem.replace("\0", "").replace("/", "").replaceAll("[\\uD800-\\uDFFF]", "?");
        String name = Names.DEFAULT.of(new Names.Subject(Path.of("/f", clean + ".mov"), "trim", 1, label), "mp4");
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(200);
        assertThat(name).doesNotContain("/", "\\", "\0", "\n").endsWith(".mp4").doesNotStartWith("..mp4");
        assertThat(Path.of("/out").resolve(name).normalize().getParent()).isEqualTo(Path.of("/out"));
    }

    @Test
    void numbersGoBeforeTheEnding() {
        assertThat(SafeName.numbered("clip.mp4", 2)).isEqualTo("clip (2).mp4");
        assertThat(SafeName.numbered("clip", 3)).isEqualTo("clip (3)");
        assertThat(SafeName.bytes(SafeName.numbered("y".repeat(251) + ".mp4", 12))).isEqualTo(255);
    }

    private static Names.Subject subject(String source, String label) {
        return new Names.Subject(Path.of(source), "trim", 3, label);
    }
}
