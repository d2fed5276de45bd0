package io.reelbench.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.problem.BadValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The value grammar: what is read, what it means, and what is said of the rest. */
class GrammarTest {

    private static final Clock PAL = new Clock(OptionalLong.of(100 * Time.SECOND), Optional.of(new Rate(25, 1)),
            Timecode.of("01:00:00:00"));
    private static final Clock NTSC = new Clock(OptionalLong.of(7200 * Time.SECOND), Optional.of(new Rate(30000, 1001)),
            Timecode.of("00:00:00;00"));

    @ParameterizedTest
    @CsvSource({"12.5,12500000", "12.5s,12500000", "62500ms,62500000", "1.5min,90000000", "5m,300000000", "1h2m3.5s,3723500000",
            "1:02.5,62500000", "00:01:02.500,62500000", "250f,10000000",
            "50%,50000000", "end,100000000", "end-3s,97000000", "end-75f,97000000", "01:00:12:05,12200000", ".5,500000", "0,0"})
    void timesMean(String text, long us) throws BadValue {
        assertThat(Moment.parse(text).on(PAL)).hasValue(us);
        assertThat(Moment.parse(Moment.parse(text).toString())).isEqualTo(Moment.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1:75|seconds stop at 59", "12,5|use a dot: 12.5", "-3|count from the end",
            "110%|0% to 100%", "abc|is not a time", "1:2:3:4:5|is not a time", "nan|is not a time",
            "1e5|is not a time", "99999999999999999999|is not a time"})
    void timesAreRefused(String text, String why) {
        assertThatThrownBy(() -> Moment.parse(text)).isInstanceOf(BadValue.class).hasMessageContaining(why);
    }

    @Test
    void dropFrameTimecodeIsExactOverTwoHours() throws BadValue {
        Rate rate = new Rate(30000, 1001);
        assertThat(Timecode.of("01:00:00;00").orElseThrow().toFrame(rate)).isEqualTo(107_892);
        for (long frame : List.of(0L, 1L, 1799L, 1800L, 17981L, 17982L, 107_892L, 215_784L, 123_457L)) {
            assertThat(Timecode.ofFrame(frame, rate, true).toFrame(rate)).isEqualTo(frame);
        }
        assertThat(Moment.parse("01:00:00;00").on(NTSC)).hasValue(rate.timeOf(107_892));
        assertThatThrownBy(() -> Moment.parse("01:00:12;00").on(PAL))
                .hasMessageContaining("drop frame exists only at 29.97 and 59.94");
    }

    @Test
    void framesAndTimesAgreeForHours() {
        for (Rate rate : List.of(new Rate(24000, 1001), new Rate(30000, 1001), new Rate(60000, 1001), new Rate(25, 1),
                new Rate(24, 1))) {
            for (long frame = 0; frame < 500_000; frame += 997) {
                assertThat(rate.nearestFrame(rate.timeOf(frame))).isEqualTo(frame);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"29.97,30000/1001", "23.976,24000/1001", "23.98,24000/1001", "59.94,60000/1001", "25,25", "24000/1001,24000/1001",
            "ntsc,30000/1001", "12.5,25/2"})
    void ratesMean(String text, String normal) throws BadValue {
        assertThat(Rate.parse(text)).hasToString(normal);
    }

    @ParameterizedTest
    @CsvSource({"30p", "0", "25fps/2", "1/0", "-5", "''"})
    void ratesAreRefused(String text) {
        assertThatThrownBy(() -> Rate.parse(text)).isInstanceOf(BadValue.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"5M|5000000", "1.5M|1500000", "192k|192000", "192000|192000", "3000kbps|3000000",
            "2 Mbit/s|2000000"})
    void bitratesMean(String text, long bits) throws BadValue {
        assertThat(Bitrate.parse(text).bitsPerSecond()).isEqualTo(bits);
        assertThat(Bitrate.parse(Bitrate.parse(text).toString())).isEqualTo(Bitrate.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"192|192 bit/s? write 192k", "5MB/s|bytes; write 40M", "5Ki|bit rates use 1000",
            "fast|is not a bit rate"})
    void bitratesAreRefused(String text, String why) {
        assertThatThrownBy(() -> Bitrate.parse(text)).hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"10MB|10000000", "1.4GB|1400000000", "9.5MiB|9961472", "700KiB|716800", "12345|12345"})
    void sizesMean(String text, long count) throws BadValue {
        assertThat(Bytes.parse(text).count()).isEqualTo(count);
        assertThat(Bytes.parse(Bytes.parse(text).toString())).isEqualTo(Bytes.parse(text));
    }

    @Test
    void aSizeWithoutItsBIsAskedBack() {
        assertThatThrownBy(() -> Bytes.parse("10M")).hasMessageContaining("10MB or 10MiB?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"#ff0000|#FF0000", "#F00|#FF0000", "0xff000080|#FF000080", "red|#FF0000",
            "transparent|#00000000"})
    void coloursMean(String text, String normal) throws BadValue {
        assertThat(Colour.parse(text)).hasToString(normal);
    }

    @Test
    void spansPositionsLanguagesAndTracks() throws BadValue {
        assertThat(Span.parse("..0:10")).isEqualTo(new Span.Part(Moment.START, new Moment.At(10 * Time.SECOND)));
        assertThatThrownBy(() -> Span.parse("0:10-0:20")).hasMessageContaining("write 0:10..0:20");
        assertThatThrownBy(() -> Span.parse("20..10")).hasMessageContaining("ends before it starts");
        assertThat(Position.parse("centre")).isEqualTo(Position.CENTER);
        assertThat(Position.parse("tr")).isEqualTo(Position.TOP_RIGHT);
        assertThat(Language.parse("ger")).isEqualTo(Language.parse("de")).isEqualTo(new Language("deu"));
        assertThat(Language.parse("pt-BR")).isEqualTo(new Language("por"));
        assertThatThrownBy(() -> TrackChoice.parse("0")).hasMessageContaining("tracks count from 1");
        for (String text : List.of("all", "none", "first", "default", "1,3", "lang:eng,jpn", "title:Director*", "!2")) {
            assertThat(TrackChoice.parse(text)).hasToString(text);
        }
    }
}
