package io.reelbench.engine.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reelbench.engine.output.Names.Key;
import io.reelbench.engine.problem.BadValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    private static final Names.Turn THIRD = new Names.Turn(3, 120, LocalDateTime.of(2026, 8, 3, 9, 5, 7));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {name}-{op}                     | clip-trim.mp4
            {name}                          | clip.mp4
            {index}_{parent}_{name}.{ext}   | 3_day one_clip.mov.mp4
            {{{op}}                         | {trim}.mp4
            100% of {name}                  | 100% of clip.mp4
            {n} {name}                      | 003 clip.mp4
            {n:5}                           | 00003.mp4
            {n:1}                           | 3.mp4
            {date}_{time}                   | 2026-08-03_090507.mp4
            {name}-{preset}                 | clip-Share copy.mp4
            {recorded} {name} {resolution}  | 2025-12-24 clip 1080p.mp4
            {width}x{height} {fps} {codec}  | 1920x1080 25 h264.mp4
            {name}.{container} {duration}   | clip.mp4 1m05s.mp4
            """)
    void keysStandForTheClipTheBatchAndTheOutput(String pattern, String name) throws BadValue {
        Map<Key, String> values = Map.ofEntries(Map.entry(Key.OP, "trim"), Map.entry(Key.PRESET, "Share copy"),
                Map.entry(Key.RECORDED, "2025-12-24"), Map.entry(Key.WIDTH, "1920"), Map.entry(Key.HEIGHT, "1080"),
                Map.entry(Key.RESOLUTION, "1080p"), Map.entry(Key.FPS, "25"), Map.entry(Key.CODEC, "h264"),
                Map.entry(Key.CONTAINER, "mp4"), Map.entry(Key.DURATION, "1m05s"));
        Names names = Names.parse(pattern);
        assertThat(names.fixed(THIRD).of(new Names.Subject(Path.of("/films/day one/clip.mov"), values, 1), "mp4"))
                .isEqualTo(name);
        assertThat(names).hasToString(pattern);
        assertThat(Names.parse(names.fixed(THIRD).toString())).as("what is stored").isEqualTo(names.fixed(THIRD));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {name}-{preset}-{op}            | a--b-trim.mp4
            {name}-{preset}                 | a--b.mp4
            {preset}_{name}                 | a--b.mp4
            {preset} - {name} - {fps}       | a--b.mp4
            {name} ({fps}) {op}             | a--b trim.mp4
            {name} [{fps}]                  | a--b.mp4
            {name} ({fps}, {codec})         | a--b.mp4
            {name}{preset}-{op}             | a--b-trim.mp4
            {name}-{preset}{op}             | a--b-trim.mp4
            {name}-{preset}-{fps}-{op}      | a--b-trim.mp4
            {preset}                        | output.mp4
            -{name}-                        | -a--b-.mp4
            """)
    void anEmptyValueTakesItsSeparatorAlong(String pattern, String name) throws BadValue {
        assertThat(Names.parse(pattern).of(subject("/a/a--b.mov", ""), "mp4")).isEqualTo(name);
    }

    @Test
    void countersAreAsWideAsTheBatch() throws BadValue {
        Names names = Names.parse("{n}");
        assertThat(IntStream.of(9, 10, 100, 12345)
                .mapToObj(count -> names.fixed(new Names.Turn(7, count, THIRD.asked())).of(subject("/a", ""), "")))
                .containsExactly("7", "07", "007", "00007");
    }

    @Test
    void aNumberTellsNamesApartAndSurvivesAnyLength() throws BadValue {
        assertThat(Names.DEFAULT.of(numbered("/a/clip.mov", 2, ""), "mp4")).isEqualTo("clip-trim-2.mp4");
        assertThat(Names.DEFAULT.of(numbered("/a/clip.mov", 3, "eng"), "srt")).isEqualTo("clip-trim-3-eng.srt");
        String folder = "/" + "p".repeat(250) + "/clip.mov";
        String long2 = Names.parse("{parent}").of(numbered(folder, 2, "eng"), "mp4");
        assertThat(long2).startsWith("ppp").endsWith("p-2-eng.mp4").hasSize(200);
        String words = Names.parse("w".repeat(300)).of(numbered("/a/clip.mov", 14, "eng"), "mp4");
        assertThat(words).endsWith("w-14-eng.mp4").hasSize(200);
    }

    private static Names.Subject numbered(String source, int number, String label) {
        return new Names.Subject(Path.of(source), Map.of(Key.OP, "trim", Key.LABEL, label), number);
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
        assertThat(bad.of("name").toString()).contains("“{nam}”").contains("did you mean {name}?").contains("{resolution}");
        bad = catchThrowableOfType(BadValue.class, () -> Names.parse("{n:12}"));
        assertThat(bad.of("name").toString()).contains("did you mean {n:3}?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{name", "{}", "a/b", "..\\b", "{name }", "{n:0}", "{n:}", "{index:3}", "{N}"})
    void badPatternsAreRefused(String pattern) {
        assertThatThrownBy(() -> Names.parse(pattern)).isInstanceOf(BadValue.class);
    }

    /** Letters of every kind of script, and all that a disk, a shell or a screen could stumble over. */
    private static final List<String> NASTY = List.of("a", "B", " ", ".", "..", "-", "_", "é", "e\u0301", "\u0301\u0302",
            "👩‍👩‍👧‍👦",
            "🎬", "🇩🇪", "日本", "مرحبا", "שלום", "\u202E", "\u2066", "\uFEFF", "\n", "\t", "\u0007", "\u2028", "/", "\\", ":",
            "*", "?",
            "\"", "<", ">", "|", "'", "$(x)", "`", "%d", "%s", "{name}", "CON", "con.", "LPT¹", "aux", "NUL", "~",
            "x".repeat(300),
            "é".repeat(150));

    @Test
    void anyNameIsSafeEverywhereAndKeepsWhatTellsItApart() throws BadValue {
        Random random = new Random(7);
        for (int tries = 0; tries < 4000; tries++) {
            String stem = tries < NASTY.size() ? NASTY.get(tries) : nasty(random, 6);
            String preset = nasty(random, 3);
            String label = random.nextBoolean() ? "" : "eng";
            int number = 1 + random.nextInt(3);
            for (String pattern : List.of("{name}", "{name}-{preset}", "{preset} {label}", "{parent}", "{index} {name}{label}")) {
                Path source = Path.of("/f", clean(nasty(random, 3) + "x"), clean(stem + "x") + ".mov");
                String name = Names.parse(pattern)
                        .of(new Names.Subject(source, Map.of(Key.PRESET, preset, Key.LABEL, label), number), "mp4");
                isSafe(name);
                assertThat(name).endsWith((number > 1 ? "-" + number : "")
                        + (label.isEmpty() || pattern.contains("{label}") ? "" : "-" + label) + ".mp4");
            }
        }
    }

    private static String nasty(Random random, int most) {
        return IntStream.range(0, random.nextInt(most + 1)).mapToObj(_ -> random.nextInt(4) == 0
                ? Character.toString(1 + random.nextInt(0x2FFF))
                : NASTY.get(random.nextInt(NASTY.size()))).collect(Collectors.joining());
    }

    /** What can be the name of a file here. */
    private static String clean(String stem) {
        String plain = stem.replace("\0", "").replace("/", "").replaceAll("[\uD800-\uDBFF](?![\uDC00-\uDFFF])", "?");
        return plain.length() > 200 ? plain.substring(0, 200) : plain;
    }

    private static void isSafe(String name) {
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(1, 200);
        assertThat(name).doesNotContainPattern("[/\\\\:*?\"<>|\\p{Cntrl}\u202A-\u202E\u2066-\u2069\uFEFF\u2028\u2029]");
        assertThat(name.substring(0, name.lastIndexOf('.'))).doesNotEndWith(".").doesNotEndWith(" ").doesNotStartWith(" ");
        assertThat(name).doesNotMatch("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(\\..*)?");
        assertThat(Path.of("/out").resolve(name).normalize().getParent()).isEqualTo(Path.of("/out"));
        assertThat(name).as("one character is never cut in two")
                .isEqualTo(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    @Test
    void numbersGoBeforeTheEnding() {
        assertThat(SafeName.numbered("clip.mp4", 2)).isEqualTo("clip-2.mp4");
        assertThat(SafeName.numbered("clip", 3)).isEqualTo("clip-3");
        assertThat(SafeName.bytes(SafeName.numbered("y".repeat(251) + ".mp4", 12))).isEqualTo(255);
    }

    private static Names.Subject subject(String source, String label) {
        return numbered(source, 1, label);
    }
}
