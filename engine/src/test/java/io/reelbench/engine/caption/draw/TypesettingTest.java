package io.reelbench.engine.caption.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.caption.Cue;
import io.reelbench.engine.caption.Look;
import io.reelbench.engine.caption.Place.Reading;
import io.reelbench.engine.caption.Place.Wrap;
import io.reelbench.engine.media.Colour;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of letters in any script, from the product's own fonts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypesettingTest {

    private static final Look LOOK = new Look("", 40, false, false, Look.Lines.NONE, Colour.WHITE, Colour.BLACK, Colour.BLACK, 2,
            0,
            Look.Box.NONE, 1, 1, 0);

    private Faces faces;

    @BeforeAll
    void open() throws Exception {
        faces = Faces.with(Optional.empty());
    }

    private Paragraph paragraph(String text) {
        return new Paragraph(List.of(new Cue.Piece(text, LOOK)), Reading.AS_WRITTEN, faces, 1, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Latin, ąčę ŵ ñ Việt Nam", "Ελληνικά", "Кириллица їґў", "العربية، والفارسية؛ پچگ؟ ٪٣", "עברית",
            "हिन्दी क्षत्रिय श्री।", "বাংলা", "தமிழ்", "తెలుగు", "ગુજરાતી", "ਪੰਜਾਬੀ", "ಕನ್ನಡ", "മലയാളം", "සිංහල", "ภาษาไทย น้ำ",
            "ລາວ", "ខ្មែរ", "မြန်မာ", "Հայերեն", "ქართული", "አማርኛ", "日本語のカタカナ、ｶﾅ。", "简体中文", "繁體中文龜", "한국어 안녕",
            "♪ ♫ ★ ✓ → €"})
    void noCharacterIsABox(String text) {
        Paragraph set = paragraph(text);
        assertThat(set.unknown()).isEmpty();
        for (TextLine line : set.lines(10_000, Wrap.EVEN)) {
            for (TextLine.Bit bit : line.bits()) {
                int none = bit.glyphs().getFont().getMissingGlyphCode();
                for (int i = 0; i < bit.glyphs().getNumGlyphs(); i++) {
                    assertThat(bit.glyphs().getGlyphCode(i)).as("%s in %s", text, bit.glyphs().getFont()).isNotEqualTo(none);
                }
            }
        }
    }

    @Test
    void whatNoFontHasIsLeftOutAndTold() {
        Paragraph set = paragraph("a\uE123b");
        assertThat(set.unknown()).containsExactly(0xE123);
        assertThat(set.lines(1000, Wrap.EVEN).getFirst().width())
                .isEqualTo(paragraph("ab").lines(1000, Wrap.EVEN).getFirst().width());
    }

    @Test
    void linesAreOfLikeLengthAndBreakWhereTheyMay() {
        String text = "one two three four five six seven eight nine ten eleven twelve";
        List<TextLine> even = paragraph(text).lines(700, Wrap.EVEN);
        List<TextLine> full = paragraph(text).lines(700, Wrap.FULL);
        List<TextLine> lower = paragraph(text).lines(700, Wrap.EVEN_LOWER);
        assertThat(even).hasSize(2);
        assertThat(full).hasSize(2);
        assertThat(Math.abs(even.get(0).width() - even.get(1).width())).isLessThan(160);
        assertThat(even.get(0).width()).isGreaterThanOrEqualTo(even.get(1).width());
        assertThat(Math.abs(lower.get(0).width() - lower.get(1).width())).isLessThan(160);
        assertThat(full.get(0).width() - full.get(1).width()).isGreaterThan(200);
        assertThat(paragraph(text).lines(700, Wrap.NEVER)).hasSize(1);
        for (String unspaced : List.of("今日は良い天気ですね。字幕を画面に焼き込みます。", "สวัสดีชาวโลกนี่คือการทดสอบการตัดคำภาษาไทย", "x".repeat(60))) {
            assertThat(paragraph(unspaced).lines(400, Wrap.EVEN)).as(unspaced).hasSizeGreaterThan(1)
                    .allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(400.5));
        }
    }

    @Test
    void aLineOfSpacesIsEmpty() {
        assertThat(paragraph("  ").lines(100, Wrap.EVEN)).allSatisfy(line -> assertThat(line.bits()).isEmpty());
    }

    @Test
    void rightToLeftIsSeenFromTheRight() {
        List<TextLine.Bit> bits = paragraph("שלום abc").lines(1000, Wrap.EVEN).getFirst().bits();
        // the Latin word stands left of the Hebrew one
        assertThat(bits.getFirst().glyphs().getNumGlyphs()).isEqualTo(3);
        assertThat(bits.getLast().advance()).isGreaterThan(0);
    }

    @Test
    void marksJoinTheirLetters() {
        double joined = paragraph("क्ष").lines(1000, Wrap.EVEN).getFirst().width();
        double apart = paragraph("क").lines(1000, Wrap.EVEN).getFirst().width()
                + paragraph("ष").lines(1000, Wrap.EVEN).getFirst().width();
        assertThat(joined).isLessThan(apart);
        double alone = paragraph("س").lines(1000, Wrap.EVEN).getFirst().width();
        assertThat(paragraph("سسسس").lines(1000, Wrap.EVEN).getFirst().width()).isLessThan(4 * alone);
    }
}
