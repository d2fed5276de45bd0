package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Rect;
import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders of steps that make no sense are warned about or refused, with the reason and with changes that mend them when they are taken. */
class OrderTest {

    /**
     * Two steps in an order that is worse than the other way round, or impossible.
     *
     * @param code  as which it is told
     * @param why   part of the sentence
     * @param steps the lower one last
     */
    private record Wrong(Code code, String why, String... steps) {
        @Override
        public String toString() {
            return String.join(" above ", steps);
        }
    }

    /** A clip on which every step has something to do: interlaced, HDR, with bars around it and a table of colours beside it. */
    private static final Media CLIP = Given.film()
            .seen(v -> Effect.NONE.scanned(Track.Fields.TOP_FIRST)
                    .deep(new Track.PixelFormat("yuv420p10le", 10, 420, false, false))
                    .coloured(new Track.ColourSpace("tv", "bt2020nc", "bt2020", "smpte2084"),
                            new Track.Hdr(Track.Hdr.Kind.HDR10, true, OptionalInt.of(1000)))
                    .on(v))
            .knowing(k -> k.withFields(Track.Fields.TOP_FIRST).withBars(0.094, new Rect(1920, 800, 0, 140))
                    .withFile(Path.of("/clips/look.cube"), new SideFile.Table(812, 5))
                    .withFile(Path.of("/clips/logo.png"), new SideFile.Mark("png_pipe",
                            Given.film().media().video().orElseThrow(), Given.film().media()))
                    .withFile(Path.of("/clips/talk.srt"), new SideFile.Lines("00:00:01,000 --> 00:00:02,000\nHi\n"))
                    .withFile(Path.of("/clips/music.wav"),
                            new SideFile.Clip(Given.empty("music.wav", "wav").audio("pcm_s16le", 2, "und").media())))
            .media();

    private static final String SCALE = "{'op':'scale','width':640}";
    private static final String CROP = "{'op':'crop','aspect':'1:1'}";
    private static final String RATE = "{'op':'frame-rate','rate':30}";
    private static final String FIELDS = "{'op':'deinterlace'}";
    private static final String LIGHT = "{'op':'tone-map'}";
    private static final String LUT = "{'op':'lut','file':'/clips/look.cube'}";
    private static final String COLOUR = "{'op':'colour','contrast':1.2}";
    private static final String GAIN = "{'op':'volume','gain':-3}";
    private static final String LOUDNESS = "{'op':'loudness'}";
    private static final String PROXY = "{'op':'proxy'}";
    private static final String TRIM = "{'op':'trim','start':5}";
    private static final String SLICE = "{'op':'slice','count':2}";
    private static final String SPEED = "{'op':'speed','factor':2}";

    static Stream<Wrong> worse() {
        return Stream.of(new Wrong(Code.ORDER, "no whole fields", SCALE, FIELDS),
                new Wrong(Code.ORDER, "no whole fields", CROP, FIELDS),
                new Wrong(Code.ORDER, "no whole fields", "{'op':'rotate'}", FIELDS),
                new Wrong(Code.ORDER, "no whole fields", RATE, FIELDS),
                new Wrong(Code.ORDER, "meant to be final", LUT, LIGHT), new Wrong(Code.ORDER, "meant to be final", COLOUR, LIGHT),
                new Wrong(Code.ORDER, "leaves the loudness", LOUDNESS, GAIN),
                new Wrong(Code.ORDER, "softens what was sharpened", "{'op':'sharpen'}", SCALE));
    }

    static Stream<Wrong> impossible() {
        Stream<Wrong> fixed = Stream.of(new Wrong(Code.NOT_AVAILABLE, "no longer relink", TRIM, PROXY),
                new Wrong(Code.NOT_AVAILABLE, "no longer relink", SPEED, PROXY),
                new Wrong(Code.NOT_AVAILABLE, "no longer relink", RATE, PROXY),
                new Wrong(Code.NOT_AVAILABLE, "no longer relink", "{'op':'deinterlace','output-rate':'field'}", PROXY),
                new Wrong(Code.NOT_AVAILABLE, "move trim up", "{'op':'fade'}", "{'op':'trim','remove':'10..20'}"),
                new Wrong(Code.NOT_AVAILABLE, "move crop above", "{'op':'rotate'}", "{'op':'crop'}"),
                new Wrong(Code.NOT_AVAILABLE, "stands below “slice”", SLICE, SCALE),
                new Wrong(Code.CHOOSE_ONE, "cuts at keyframes copy", "{'op':'trim','start':5,'mode':'copy'}", SCALE),
                new Wrong(Code.CODEC_CONTAINER, "cannot be copied because a step changes it", SCALE,
                        "{'op':'transcode','video-codec':'copy'}"),
                new Wrong(Code.CODEC_CONTAINER, "cannot be copied because a step changes it", GAIN,
                        "{'op':'transcode','audio-codec':'copy'}"));
        // whatever is a step cannot stand below what writes
        List<String> steps = List.of(SCALE, CROP, "{'op':'rotate'}", RATE, FIELDS, COLOUR, LIGHT, LUT, "{'op':'denoise'}",
                "{'op':'sharpen'}", "{'op':'fade'}", TRIM, GAIN, "{'op':'channels','layout':'mono'}", LOUDNESS, SPEED,
                "{'op':'metadata','set':['title=A']}", "{'op':'overlay','image':'/clips/logo.png'}",
                "{'op':'mux','audio':'/clips/music.wav'}", "{'op':'subtitle-burn','subtitle':'/clips/talk.srt'}", SLICE,
                "{'op':'concat'}");
        return Stream.concat(fixed, steps.stream().flatMap(step -> Stream
                .of("{'op':'transcode'}", "{'op':'thumbnail'}", "{'op':'loudness-report'}", "{'op':'extract-audio'}")
                .map(sink -> new Wrong(Code.NOT_AVAILABLE, "which already writes the file", sink, step))));
    }

    @ParameterizedTest
    @MethodSource("worse")
    void aWorseOrderIsWarnedAboutAndMoves(Wrong wrong) {
        Problem problem = told(CLIP, Planning.recipe(wrong.steps), wrong);
        assertThat(Planning.plan(CLIP, wrong.steps).plan()).isPresent();
        assertThat(problem.fixes()).singleElement().isInstanceOf(Fix.Move.class);
        mends(CLIP, wrong);
        assertThat(Planning.plan(CLIP, wrong.steps[1], wrong.steps[0]).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void anImpossibleOrderIsRefusedWithAWayOut(Wrong wrong) {
        assertThat(Planning.plan(CLIP, wrong.steps).plan()).isEmpty();
        mends(CLIP, wrong);
    }

    @Test
    void aClipOfUnevenFramesIsMadeEvenBeforeItIsConformed() {
        Media uneven = Given.empty("v.mp4", "mov,mp4,m4a,3gp,3g2,mj2")
                .video("h264", new Size(1080, 1920), Fraction.ONE, 0, new Rate(28_028, 1000), true, "yuv420p", 8, 420, false)
                .audio("aac", 2, "eng").media();
        mends(uneven, new Wrong(Code.NOT_AVAILABLE, "do not come evenly", "{'op':'speed','conform-to':24}"));
    }

    private static Problem told(Media clip, Recipe recipe, Wrong wrong) {
        List<Problem> problems = Planning.plan(clip, recipe).problems();
        assertThat(problems).extracting(Problem::code).contains(wrong.code);
        Problem problem = problems.stream().filter(p -> p.code() == wrong.code).findFirst().orElseThrow();
        assertThat(problem.text().toString()).contains(wrong.why);
        return problem;
    }

    /** Each proposal makes a recipe without that problem, and at least one of them one that can be planned. */
    private static void mends(Media clip, Wrong wrong) {
        Recipe recipe = Planning.recipe(wrong.steps);
        Problem problem = told(clip, recipe, wrong);
        assertThat(problem.fixes()).as("%s: ways out", problem).isNotEmpty();
        List<Fix> planned = new ArrayList<>();
        for (Fix fix : problem.fixes()) {
            Planned after = Planning.plan(clip, Mended.by(fix, problem, recipe));
            assertThat(after.problems()).as("after “%s”", fix.text()).extracting(p -> p.text().toString())
                    .noneMatch(text -> text.contains(wrong.why));
            if (after.plan().isPresent()) {
                planned.add(fix);
            }
        }
        assertThat(planned).as("ways out of “%s” that lead to a plan", problem).isNotEmpty();
    }

    @Test
    void everyStepIsTried() {
        List<String> tried = impossible().map(w -> w.steps[1]).toList();
        assertThat(new Catalog().entries().stream().map(e -> e.about()).filter(a -> !a.role().writes()).map(a -> a.id()))
                .allSatisfy(id -> assertThat(tried).as(id).anyMatch(step -> step.startsWith("{'op':'" + id + "'")));
    }
}
