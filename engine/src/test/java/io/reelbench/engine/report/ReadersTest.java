package io.reelbench.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Ranges;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Rect;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Span;
import io.reelbench.engine.plan.LoudnessStandard;
import io.reelbench.engine.plan.Report;
import io.reelbench.engine.plan.Report.Event;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.plan.Traces;
import io.reelbench.engine.plan.Traces.Trace;
import io.reelbench.engine.report.Found.Stretch;
import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ffmpeg 8.1.2 printed, and what nobody should have printed, read as findings. */
class ReadersTest {

    private static final Traces TRACES = new Traces("report-0");

    @TempDir
    Path folder;

    private static Step.Subject subject(long pictureZero, long soundZero, long length) {
        return new Step.Subject(pictureZero, soundZero, OptionalLong.of(length), Optional.of(new Rate(25, 1)), Optional.empty(),
                Optional.of(new Size(320, 180)));
    }

    private static Report.Events events(Event first, Event... rest) {
        return new Report.Events(Report.Form.JSON, EnumSet.of(first, rest), 10, 500_000, 0.1, 500_000, -40, 2_000_000);
    }

    private void left(Trace trace, String printed) throws Exception {
        Files.writeString(folder.resolve(TRACES.file(trace)), printed);
    }

    private Found found(Step.Subject subject, Report.Events wanted) throws Exception {
        return new FoundReader(folder, TRACES, subject).read(wanted);
    }

    @Test
    void linesThatAreNoneAreSkipped() throws Exception {
        List<String> told = new ArrayList<>();
        String printed = "garbage\nlavfi.early=1\nframe:50   pts:25600   pts_time:2\nlavfi.scd.score=40.640\n=nothing\n"
                + "frame:51 pts:x pts_time:NaN\nlavfi.x=nan\nframe:9 pts:9 pts_time:1e999\n" + "k=" + "v".repeat(1000) + "\n"
                + "frame:52 pts:26000 pts_time:2.5e-05\nlavfi.y=-inf\n";
        TraceReader.read(new BufferedReader(new StringReader(printed)),
                (us, key, value) -> told.add(us + " " + key + " " + value));
        assertThat(told).containsExactly("2000000 lavfi.scd.score 40.640", "2000000 lavfi.x nan", "25 lavfi.y -inf");
        assertThat(TraceReader.figure("-inf")).isEmpty();
        assertThat(TraceReader.figure("-23.0")).hasValue(-23);
        assertThat(TraceReader.micros("99999999999999")).isEmpty();
    }

    @Test
    void cutsAndStretchesAreOnTheClockOfTheStep() throws Exception {
        left(Trace.SCENES, "frame:50   pts:25600   pts_time:2.08\nlavfi.scd.score=40.640\n"
                + "frame:75   pts:38400   pts_time:3.08\nlavfi.scd.score=50.278\nframe:75   pts:38400   pts_time:3.08\nlavfi.scd.score=1\n");
        left(Trace.BLACK_STARTS, "frame:50   pts:25600   pts_time:2.08\nlavfi.black_start=2.08\n"
                + "frame:90   pts:1   pts_time:4\nlavfi.black_start=4.08\nframe:190   pts:1   pts_time:8.58\nlavfi.black_start=8.08\n");
        left(Trace.BLACK_ENDS, "frame:75   pts:38400   pts_time:3.08\nlavfi.black_end=3.08\n"
                + "frame:92   pts:1   pts_time:4.12\nlavfi.black_end=4.12\n");
        Found found = found(subject(80_000, 0, 9_000_000), events(Event.SCENES, Event.BLACK));
        assertThat(found.cuts()).extracting(Found.Cut::us).containsExactly(2_000_000L, 3_000_000L);
        // the second is shorter than asked for, the last lasts to the end
        assertThat(found.black()).containsExactly(new Stretch(2_000_000, OptionalLong.of(3_000_000)),
                new Stretch(8_000_000, OptionalLong.of(9_000_000)));
        assertThat(found.silence()).isEmpty();
    }

    @Test
    void nothingPrintedIsNothingFound() throws Exception {
        Found found = found(subject(0, 0, 9_000_000), events(Event.SCENES, Event.values()));
        assertThat(found.cuts()).isEmpty();
        assertThat(found.scenes(OptionalLong.of(9))).containsExactly(new Stretch(0, OptionalLong.of(9)));
        assertThat(found.crop()).isEmpty();
        assertThat(found.fields().orElseThrow().verdict()).isEqualTo("unknown");
    }

    @Test
    void theLastSampleSaysWhereThePictureLiesAndWhatItsFieldsAre() throws Exception {
        left(Trace.SAMPLES,
                "frame:0    pts:0       pts_time:0\nlavfi.cropdetect.w=-318\nlavfi.cropdetect.h=-178\nlavfi.cropdetect.x=318\nlavfi.cropdetect.y=178\n"
                        + "frame:21   pts:114688  pts_time:8.96\nlavfi.idet.multiple.current_frame=tff\nlavfi.idet.multiple.tff=224.00\n"
                        + "lavfi.idet.multiple.bff=1.00\nlavfi.idet.multiple.progressive=3.00\nlavfi.idet.multiple.undetermined=1.00\n"
                        + "lavfi.cropdetect.w=320\nlavfi.cropdetect.h=132\nlavfi.cropdetect.x=0\nlavfi.cropdetect.y=24\nlavfi.cropdetect.limit=0.094000\n");
        Found found = found(subject(0, 0, 9_000_000), events(Event.CROP, Event.INTERLACE));
        assertThat(found.crop()).contains(new Rect(320, 132, 0, 24));
        assertThat(found.fields().orElseThrow()).isEqualTo(new Found.Fields(3, 224, 1, 1));
        assertThat(found.fields().orElseThrow().verdict()).isEqualTo("top-first");
        assertThat(new Found.Fields(10, 10, 0, 0).verdict()).isEqualTo("mixed");
    }

    @Test
    void metersAreReadToTheirLastWord() throws Exception {
        left(Trace.LOUDNESS,
                "frame:0    pts:0       pts_time:0\nlavfi.r128.M=-120.691\nlavfi.r128.S=-120.691\nlavfi.r128.I=-70.000\nlavfi.r128.LRA=0.000\n"
                        + "frame:89   pts:427200  pts_time:8.9\nlavfi.r128.M=-47.095\nlavfi.r128.S=-47.117\nlavfi.r128.I=-47.295\nlavfi.r128.LRA=4.790\n"
                        + "lavfi.r128.LRA.low=-51.890\nlavfi.r128.LRA.high=-47.100\n");
        left(Trace.SAMPLE_PEAKS, "frame:0 pts:0 pts_time:0\nlavfi.astats.Overall.Peak_level=-inf\n"
                + "frame:1 pts:0 pts_time:0.1\nlavfi.astats.Overall.Peak_level=-44.073921\n");
        left(Trace.TRUE_PEAKS, "frame:1 pts:0 pts_time:0.1\nlavfi.astats.Overall.Peak_level=-44.080000\n");
        LoudnessFigures figures = new LoudnessReader(folder, subject(0, 0, 9_000_000)).read(TRACES, true);
        assertThat(figures.integrated()).hasValue(-47.295);
        assertThat(figures.low()).hasValue(-51.89);
        assertThat(figures.truePeak().orElseThrow()).isCloseTo(-44.074, within(0.001));
        assertThat(figures.series()).containsExactly(
                new LoudnessFigures.Instant(0, OptionalDouble.empty(), OptionalDouble.empty()),
                new LoudnessFigures.Instant(8_900_000, OptionalDouble.of(-47.095), OptionalDouble.of(-47.117)));
    }

    private static LoudnessFigures figures(double integrated, double range, double peak) {
        return new LoudnessFigures(OptionalDouble.of(integrated), OptionalDouble.of(range), OptionalDouble.empty(),
                OptionalDouble.empty(), OptionalDouble.of(peak), OptionalDouble.of(peak), List.of());
    }

    @Test
    void aStandardIsPassedWithinItsTolerance() {
        assertThat(LoudnessVerdict.against(LoudnessStandard.EBU_R128, figures(-23.54, 15, -1.04))).isEmpty();
        assertThat(LoudnessVerdict.against(LoudnessStandard.EBU_R128, figures(-22.4, 15.1, -0.9))).extracting(Object::toString)
                .containsExactly("0.6 LU louder than -23.0 LUFS", "a peak over -1.0 dBTP", "a range over 15.0 LU");
        assertThat(LoudnessVerdict.against(LoudnessStandard.ATSC_A85, figures(-26, 3, -9))).isEmpty();
        assertThat(LoudnessVerdict.against(LoudnessStandard.PODCAST, figures(-18, 3, -9))).extracting(Object::toString)
                .containsExactly("2.0 LU quieter than -16.0 LUFS");
    }

    private static Ranges ranges(String text, String list) throws Exception {
        return new RangesReader().read(text, (Span.Listed) Span.parse(list));
    }

    @Test
    void listsAreReadWithTheirLimits() throws Exception {
        Span.Part two = new Span.Part(new Moment.At(2_000_000), new Moment.At(3_500_000));
        assertThat(ranges("[{\"start\":2,\"end\":3.5},\"2..3.5\",{\"start\":5,\"end\":\"end\"}]", "@a.json").parts())
                .containsExactly(two, two, new Span.Part(new Moment.At(5_000_000), Moment.END));
        String detected = "{\"file\":\"x\",\"ranges\":{\"scenes\":[],\"black\":[{\"start\":2,\"end\":3.5}],\"other\":[1]}}";
        assertThat(ranges(detected, "@a.json#black").parts()).containsExactly(two);
        assertThat(ranges(detected, "@a.json").trouble()).map(Object::toString)
                .contains("a.json lists scenes, black: say which, as in @a.json#black");
        assertThat(ranges(detected, "@a.json#silence").trouble()).map(Object::toString).contains("a.json lists no silence");
        for (String bad : List.of("", "null", "{}", "[1,", "[[[[[[[[[[[[1]]]]]]]]]]]]", "[\"/etc/passwd\"]",
                "[{\"start\":3,\"end\":2}]",
                "{\"ranges\":{\"black\":{\"start\":1}}}", "[" + "\"1..2\",".repeat(10_001) + "\"1..2\"]")) {
            assertThat(ranges(bad, "@a.json").trouble()).as(bad.substring(0, Math.min(30, bad.length()))).isPresent();
        }
        assertThat(new RangesReader().read((Span.Listed) Span.parse("@/dev/zero")).trouble()).isPresent();
        assertThat(new RangesReader().read((Span.Listed) Span.parse("@/nowhere/x.json")).trouble()).map(Object::toString)
                .contains("there is no file /nowhere/x.json");
    }

    @Test
    void timecodesOfAnEdlBeginWhereTheClipsDo() {
        Step.Subject subject = new Step.Subject(0, 0, OptionalLong.of(4_004_000), Optional.of(new Rate(30000, 1001)),
                io.reelbench.engine.media.Timecode.of("01:00:00;00"), Optional.empty());
        Found found = new Found(List.of(new Found.Cut(2_002_000, 40)), List.of(), List.of(), List.of(), Optional.empty(),
                Optional.empty());
        Finding finding = new Finding("a\nb.mov", events(Event.SCENES), subject, found);
        assertThat(Edl.of(finding)).containsExactly("TITLE: a\uFFFDb.mov", "FCM: DROP FRAME", "",
                "001  AX       V     C        01:00:00;00 01:00:02;00 00:00:00;00 00:00:02;00", "* FROM CLIP NAME: a\uFFFDb.mov",
                "002  AX       V     C        01:00:02;00 01:00:04;00 00:00:02;00 00:00:04;00", "* FROM CLIP NAME: a\uFFFDb.mov");
    }

    @Test
    void fieldsOfCsvCannotBecomeFormulas() {
        assertThat(Lines.csv("deu")).isEqualTo("deu");
        assertThat(Lines.csv("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
        assertThat(Lines.csv("=cmd()")).isEqualTo("'=cmd()");
        assertThat(Lines.csv("-1.5")).isEqualTo("-1.5");
        assertThat(Set.of(Lines.one("a\nb"))).containsExactly("a\uFFFDb");
    }
}
