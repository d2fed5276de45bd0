package io.reelbench.engine.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.media.TextCharset;
import io.reelbench.engine.problem.BadValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts as they lie on disks all over the world. */
class TextCodingTest {

    private static String raw(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String cues(String text) {
        return "1\n00:00:01,000 --> 00:00:02,000\n" + text + "\n\n";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"windows-1251|Съешь же ещё этих мягких французских булок, да выпей чаю",
            "KOI8-R|Съешь же ещё этих мягких французских булок, да выпей чаю",
            "Shift_JIS|今日は良い天気ですね。明日はどうでしょうか。映画を見に行きましょう。",
            "EUC-JP|今日は良い天気ですね。明日はどうでしょうか。映画を見に行きましょう。", "GBK|今天天气很好，我们一起去看电影吧。你觉得怎么样？谢谢你的帮助。",
            "Big5|今天天氣很好，我們一起去看電影吧。你覺得怎麼樣？謝謝你的幫助。", "EUC-KR|오늘은 날씨가 참 좋네요. 우리 같이 영화를 보러 갈까요? 감사합니다.",
            "windows-1252|Où est la bibliothèque? Élève, garçon, déjà vu – ça va très bien", "UTF-8|Grüße, 世界, привет",
            "UTF-16LE|Grüße, 世界, привет", "UTF-16BE|Grüße, 世界, привет"})
    void theCharacterSetIsFoundOut(String charset, String text) throws Exception {
        String whole = cues(text).repeat(4);
        assertThat(TextCoding.decoded(raw(whole.getBytes(Charset.forName(charset))), TextCharset.AUTO).text()).isEqualTo(whole);
    }

    @Test
    void aMarkDecides() throws Exception {
        for (Charset charset : new Charset[]{StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            TextCoding.Decoded decoded = TextCoding.decoded(raw("\uFEFFà".getBytes(charset)), TextCharset.parse("gbk"));
            assertThat(decoded.text()).isEqualTo("\uFEFFà");
            assertThat(decoded.guessed()).isFalse();
        }
    }

    @Test
    void whatIsGivenIsTaken() throws Exception {
        byte[] bytes = "Žluťoučký kůň".getBytes(Charset.forName("windows-1250"));
        assertThat(TextCoding.decoded(raw(bytes), TextCharset.parse("cp1250")).text()).isEqualTo("Žluťoučký kůň");
        assertThatThrownBy(() -> TextCoding.decoded(raw(bytes), TextCharset.parse("utf-8"))).isInstanceOf(BadValue.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> TextCharset.parse("klingon-8")).isInstanceOf(BadValue.class);
    }
}
