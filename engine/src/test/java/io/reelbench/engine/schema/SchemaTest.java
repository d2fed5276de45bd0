package io.reelbench.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.operation.Compress;
import io.reelbench.engine.operation.Scale;
import io.reelbench.engine.operation.Transcode;
import io.reelbench.engine.operation.Trim;
import io.reelbench.engine.plan.Goal;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private final Schema<Transcode> transcode = Schema.of(Transcode.class);

    private static List<String> said(Reading<?> reading) {
        return reading.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void nothingGivenIsTheDefault() {
        assertThat(transcode.read(Map.of()).value()).contains(new Transcode());
        assertThat(transcode.write(new Transcode())).isEmpty();
    }

    @Test
    void groupsAndChoicesStandFlat() {
        Transcode read = transcode
                .read(Map.of("crf", List.of("20"), "container", List.of("MKV"), "audio_bitrate", List.of("192k"))).value()
                .orElseThrow();
        assertThat(read.rate().goal()).contains(new Goal.Crf(20));
        assertThat(transcode.write(read))
                .isEqualTo(Map.of("container", List.of("mkv"), "crf", List.of("20"), "audio-bitrate", List.of("192k")));
    }

    @Test
    void twoSidesOfAChoiceExcludeEachOther() {
        assertThat(said(transcode.read(Map.of("crf", List.of("20"), "bitrate", List.of("5M")))))
                .containsExactly("bitrate: give only one of crf, bitrate");
    }

    @Test
    void aValueOutsideItsRangeNamesOptionRangeAndValue() {
        assertThat(said(transcode.read(Map.of("quality", List.of("120"))))).containsExactly("quality: 120 is outside 0 to 100");
        assertThat(said(Schema.of(Scale.class).read(Map.of("width", List.of("0")))))
                .containsExactly("width: 0 is outside 1 to 16384 px");
    }

    @Test
    void whatMendsAMistakeIsSaidAsValues() {
        assertThat(transcode.read(Map.of("quality", List.of("120"))).problems().getFirst().fixes())
                .containsExactly(Fix.use("quality", "100", SchemaWords.USE.with("100")));
        assertThat(transcode.read(Map.of("bitrate", List.of("3G"))).problems().getFirst().fixes())
                .containsExactly(Fix.use("bitrate", "2000M", SchemaWords.USE.with("2000M")));
        assertThat(transcode.read(Map.of("crf", List.of("20"), "bitrate", List.of("5M"))).problems().getFirst().fixes())
                .containsExactly(new Fix.Choose(SchemaWords.KEEP.with("crf"), OptionalInt.empty(), Map.of("bitrate", List.of())),
                        new Fix.Choose(SchemaWords.KEEP.with("bitrate"), OptionalInt.empty(), Map.of("crf", List.of())));
    }

    @Test
    void allMistakesAreNamedAtOnceWithTheNearestWord() {
        assertThat(said(transcode.read(new java.util.TreeMap<>(
                Map.of("contaner", List.of("mp4"), "preset", List.of("slowest"), "bitrate", List.of("192"))))))
                .containsExactlyInAnyOrder("contaner: there is no option “contaner” here - did you mean container?",
                        "preset: “slowest” is not one of ultrafast, superfast, veryfast, faster, fast, medium, slow, slower, veryslow - did you mean slower?",
                        "bitrate: 192 bit/s? write 192k");
    }

    @Test
    void anOperationsOwnDefaultsAreKeptAndLeftOut() {
        Schema<Compress> compress = Schema.of(Compress.class);
        assertThat(compress.usual().rate().goal()).contains(new Goal.EqualQuality(65));
        assertThat(compress.field("quality").flatMap(Field::usual)).contains("65");
        Compress smaller = compress.read(Map.of("target-size", List.of("9.5MiB"))).value().orElseThrow();
        assertThat(smaller.rate().goal()).get().isInstanceOf(Goal.Under.class);
        assertThat(compress.read(compress.write(smaller)).value()).contains(smaller);
    }

    @Test
    void aChoiceWithDefaultsOfItsOwnReadsHalfOfIt() {
        Schema<Trim> trim = Schema.of(Trim.class);
        Trim read = trim.read(Map.of("end", List.of("10"))).value().orElseThrow();
        assertThat(trim.write(read)).isEqualTo(Map.of("end", List.of("10")));
        assertThat(trim.read(Map.of("start", List.of("1"), "keep", List.of("1..2"))).problems()).extracting(Problem::code)
                .containsExactly(Code.CHOOSE_ONE);
        assertThat(trim.read(Map.of("end", List.of("10"), "duration", List.of("5"))).problems()).extracting(Problem::code)
                .containsExactly(Code.CHOOSE_ONE);
    }

    @Test
    void aFormHoldsTheSidesOfItsChoices() {
        Part.Either goal = either(transcode.form(), "goal");
        assertThat(goal.label()).isEqualTo("Aim for");
        assertThat(goal.none()).contains("Automatic");
        assertThat(goal.usual()).isEmpty();
        assertThat(goal.sides()).extracting(Part.Side::label).contains("Quality", "Bit rate", "Size", "CRF");
        Part.Either ofCompress = either(Schema.of(Compress.class).form(), "goal");
        assertThat(ofCompress.usual()).contains("equal-quality");
        assertThat(ofCompress.none()).isEmpty();
        Part.Either parts = either(Schema.of(Trim.class).form(), "parts");
        assertThat(parts.usual()).contains("one");
        assertThat(parts.sides().getFirst().names()).containsExactly("start", "end", "duration");
        assertThat(either(parts.sides().getFirst().parts(), "until").none()).contains("Clip end");
        List<String> flat = transcode.form().stream().flatMap(Part::names).toList();
        assertThat(flat).containsExactlyElementsOf(transcode.fields().stream().map(Field::name).toList());
    }

    private static Part.Either either(List<Part> parts, String name) {
        return parts.stream().filter(p -> p instanceof Part.Either e && e.name().equals(name)).map(Part.Either.class::cast)
                .findFirst().orElseThrow();
    }

    @Test
    void wordsHaveTitlesForPeople() {
        assertThat(transcode.field("container").orElseThrow().kind().titles()).contains("As source", "MP4", "WebM");
        assertThat(transcode.field("video-codec").orElseThrow().kind().titles()).contains("H.264", "ProRes");
        assertThat(transcode.field("preset").orElseThrow().kind().titles()).contains("Medium");
    }
}
