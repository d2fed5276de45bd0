package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.plan.Glimpse;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.preview.Picture;
import io.reelbench.engine.queue.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever an operation does to pictures is shown before it runs as the output then shows it: the viewer's result against frames of the
 * real file, by SSIM. That this can fail is shown beside it: the next frame, and the source without the step, must be told apart.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShownAsMadeTest {

    private static final Catalog CATALOG = new Catalog();
    /** What is more alike than this passes for the same picture. */
    private static final double SAME = 0.98;
    private static final long[] MOMENTS = {505_000, 812_000, 1_610_000};
    /** Of the clip whose frames come unevenly, in microseconds. */
    private static final long LONGEST_GAP = 100_000;
    private static final String CUT = "{'op':'trim','start':0.4,'end':1.8}";
    private static final String CUES = "'subtitle':'{dir}/cues.srt','font-size':'20%'";
    private static final String LOSSLESS = "{'op':'transcode','container':'mkv','video-codec':'ffv1'}";

    /**
     * An operation, and how its effect is seen.
     *
     * @param op    its id
     * @param clip  what it is done to
     * @param alone whether a single frame shows that the step was done; other steps only bring frames at other times, or lose little
     * @param steps as in a recipe; without one that writes, they are followed by one that loses nothing
     */
    private record Sample(String op, String clip, boolean alone, String... steps) {

        boolean writes() {
            return CATALOG.find(op).orElseThrow().about().role().writes();
        }

        /** Encoders of films spend their bits otherwise on a frame alone, most of all on its colours. */
        double alike(Picture a, Picture b) {
            return writes() ? Ssim.luma(a, b) : Ssim.least(a, b);
        }
    }

    /** Operations whose outputs no frame of a film can be compared with: they leave the picture alone, or have no such picture. */
    private static final Map<String, String> WITHOUT_PICTURE = Map.ofEntries(Map.entry("volume", "'gain':-3"),
            Map.entry("channels", "'layout':'mono'"), Map.entry("loudness", "'mode':'live'"), Map.entry("extract-audio", ""),
            Map.entry("convert-audio", ""), Map.entry("waveform", ""), Map.entry("loudness-report", ""),
            Map.entry("detect", ""), Map.entry("probe", ""), Map.entry("metadata", "'set':['title=A']"),
            Map.entry("contact-sheet", ""), Map.entry("raw", "'command':'-c copy'"), Map.entry("subtitle-extract", ""),
            Map.entry("slice", "'count':2,'mode':'copy'"), Map.entry("concat", ""));

    @TempDir
    static Path folder;

    private Studio studio;
    private Screen screen;
    private final Map<String, Media> sources = new HashMap<>();
    private String lut;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        screen = new Screen(studio);
        Path table = Files.writeString(folder.resolve("it's a [table].cube"),
                "LUT_3D_SIZE 2\n0 0 0\n0 0 1\n0 1 0\n0 1 1\n1 0 0\n1 0 1\n1 1 0\n1 1 1\n");
        lut = "{'op':'lut','file':'" + table.toString().replace("\\", "\\\\").replace("'", "\\u0027") + "'";
        String scene = "testsrc2=s=160x90:r=%s:d=2,scroll=h=0.02:v=0.03,noise=alls=12:allf=t";
        Path moving = clip("moving.mp4", scene.formatted(25), "-c:v", "libx264", "-crf", "6", "-g", "20");
        clip("tape.mkv", "testsrc2=s=160x128:r=50:d=2,scroll=h=0.01:v=0.02,interlace=scan=tff", "-c:v", "mpeg2video", "-flags",
                "+ildct+ilme", "-q:v", "2");
        clip("uneven.mp4", scene.formatted(30) + ",select='not(mod(n,3)*lt(t,1))'", "-fps_mode", "vfr", "-enc_time_base",
                "1/1000", "-c:v", "libx264", "-crf", "6");
        clip("hdr.mp4", scene.formatted(25), "-pix_fmt", "yuv420p10le", "-c:v", "libx265", "-preset", "ultrafast",
                "-color_primaries", "bt2020", "-color_trc", "smpte2084", "-colorspace", "bt2020nc", "-x265-params",
                "log-level=error:crf=8:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc");
        studio.clip("lying.mp4", "-display_rotation:0", "-90", "-i", moving.toString(), "-c", "copy");
        studio.clip("wide.mp4", "-i", moving.toString(), "-vf", "scale=80:90,setsar=2", "-c:v", "libx264", "-crf", "6");
        clip("clean.mp4", "testsrc2=s=160x90:r=25:d=2,scroll=h=0.02:v=0.03", "-c:v", "libx264", "-crf", "6", "-g", "20");
        clip("photo.png", "testsrc2=s=160x90:r=25:d=1,noise=alls=12", "-frames:v", "1", "-update", "1");
        clip("logo.png", "color=red:s=60x40,format=rgba", "-frames:v", "1", "-update", "1");
        clip("mark.mp4", "testsrc=s=80x60:r=25:d=0.6", "-c:v", "libx264", "-crf", "6");
        studio.clip("heard.mp4", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=2", "-f", "lavfi", "-i",
                "anoisesrc=d=2:a=0.2", "-ac", "2");
        Path cues = Files.writeString(folder.resolve("cues.srt"), "1\n00:00:00,500 --> 00:00:01,500\nHello\n");
        studio.clip("spoken.mkv", "-i", moving.toString(), "-i", cues.toString(), "-c:v", "copy", "-c:s", "srt");
        studio.clip("long.wav", "-f", "lavfi", "-i", "anoisesrc=d=2.6:a=0.2");
        studio.clip("song.m4a", "-f", "lavfi", "-i", "anoisesrc=d=2:a=0.2");
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private static String mark(String name) {
        return "{'op':'overlay','image':'" + folder.resolve(name) + "'";
    }

    private Path clip(String name, String scene, String... coding) throws Exception {
        return studio.clip(name, Stream.concat(Stream.of("-f", "lavfi", "-i", scene), Stream.of(coding)).toArray(String[]::new));
    }

    private List<Sample> samples() {
        return List.of(of("scale", "moving", "'width':120"),
                of("scale", "wide", "'width':100,'height':100,'fit':'pad','pad-colour':'#ff0000'"),
                of("crop", "moving", "'rect':'60:40:30:40'"), of("crop", "lying", "'aspect':'1:1','align':'top'"),
                of("crop", "wide", "'sides':'10%:0:0:20%'"),
                of("rotate", "moving", ""), of("rotate", "lying", "'angle':180,'flip':'vertical'"),
                of("rotate", "moving", "'straighten':6"),
                new Sample("rotate", "lying", true, "{'op':'rotate','mode':'tag'}", "{'op':'scale','width':80}"),
                timed("frame-rate", "moving", "'rate':10"), timed("frame-rate", "moving", "'rate':60"),
                of("frame-rate", "moving", "'rate':40,'method':'blend'"),
                of("frame-rate", "moving", "'rate':40,'method':'motion'"),
                timed("frame-rate", "uneven", "'rate':30"), timed("frame-rate", "uneven", ""),
                of("deinterlace", "tape", ""), of("deinterlace", "tape", "'output-rate':'field'"),
                of("deinterlace", "tape", "'method':'w3fdif'"),
                new Sample("deinterlace", "tape", true, "{'op':'deinterlace','method':'yadif'}",
                        "{'op':'frame-rate','rate':12}"),
                of("colour", "moving", "'brightness':0.1,'contrast':1.3,'saturation':0.5,'gamma':1.2"),
                of("colour", "moving", "'hue':90,'exposure':0.5,'temperature':4000"),
                new Sample("colour", "moving", false, "{'op':'colour','space':'bt709'}"),
                of("tone-map", "hdr", ""),
                new Sample("tone-map", "hdr", true, "{'op':'tone-map','method':'hable','peak':600}",
                        "{'op':'colour','brightness':0.1}"),
                new Sample("lut", "moving", true, lut + "}"),
                new Sample("lut", "moving", true, "{'op':'rotate'}", lut + ",'strength':0.4}"),
                new Sample("overlay", "moving", true, mark("logo.png") + ",'size':'40%','opacity':0.7}"),
                new Sample("overlay", "moving", true, mark("logo.png") + ",'at':'10:20','start':0.7,'end':1.7,'fade':0.2}"),
                new Sample("overlay", "wide", true, mark("logo.png") + ",'position':'center'}"),
                new Sample("overlay", "lying", true, mark("mark.mp4") + ",'size':60,'position':'tl'}"),
                of("subtitle-burn", "moving", CUES), of("subtitle-burn", "wide", CUES + ",'box-colour':'#00000080'"),
                of("subtitle-burn", "spoken", "'track':'1','font-size':'20%','colour':'#00ff00'"),
                of("subtitle-burn", "hdr", CUES + ",'position':'top'"),
                new Sample("subtitle-burn", "moving", true, "{'op':'speed','factor':0.5}",
                        step("subtitle-burn", CUES + ",'offset':0.7")),
                timed("mux", "moving", "'audio':'{dir}/long.wav','length':'longest'"),
                of("denoise", "moving", "'strength':10"), of("denoise", "moving", "'method':'fine','strength':6"),
                of("sharpen", "moving", "'amount':1.5"), of("sharpen", "moving", "'amount':1.5,'radius':19"),
                of("sharpen", "moving", "'method':'adaptive','amount':0.8"), of("fade", "moving", "'in':0.6,'out':0.7"),
                timed("speed", "moving", "'factor':2"),
                new Sample("speed", "moving", true, "{'op':'speed','factor':0.5}", "{'op':'crop','rect':'50:50'}"),
                of("speed", "moving", "'factor':0.7,'interpolate':'blend'"),
                timed("trim", "moving", "'keep':'1.2..1.76,0.48..0.92'"),
                timed("transcode", "clean", "'crf':6,'preset':'ultrafast'"),
                timed("compress", "clean", "'crf':6,'if-larger':'write'"),
                of("normalize", "clean", "'width':120,'height':90,'rate':20,'crf':6,'preset':'fast'"),
                of("proxy", "clean", ""),
                of("gif", "clean", "'fps':25,'width':120,'palette':'frame','dither':'none'"),
                of("thumbnail", "clean", "'time':0.7,'width':100,'format':'jpg'"),
                timed("thumbnail", "clean", "'time':0.7,'format':'png'"),
                timed("thumbnail", "clean", "'time':0.7,'format':'webp'"),
                timed("thumbnail", "clean", "'time':0.7,'format':'avif'"),
                of("frames", "clean", "'width':100,'format':'png','fps':25"),
                timed("convert-image", "photo", "'format':'jpg'"), timed("convert-image", "photo", "'format':'webp'"),
                of("resize-image", "photo", "'width':'50%'"));
    }

    private static Sample of(String op, String clip, String options) {
        return new Sample(op, clip, true, step(op, options));
    }

    private static Sample timed(String op, String clip, String options) {
        return new Sample(op, clip, false, step(op, options));
    }

    private static String step(String op, String options) {
        return "{'op':'" + op + "'" + (options.isEmpty() ? "" : "," + options) + "}";
    }

    @Test
    void noOperationIsForgotten() throws Exception {
        Set<String> known = new TreeSet<>(WITHOUT_PICTURE.keySet());
        samples().forEach(sample -> known.add(sample.op));
        assertThat(CATALOG.entries()).extracting(entry -> entry.about().id()).containsExactlyInAnyOrderElementsOf(known);
        for (Map.Entry<String, String> each : WITHOUT_PICTURE.entrySet()) {
            Media clip = source(switch (each.getKey()) {
                case "convert-audio" -> "song";
                case "subtitle-extract" -> "spoken";
                default -> "heard";
            });
            // one that joins is done to two
            List<Media> clips = each.getKey().equals("concat") ? List.of(clip, clip) : List.of(clip);
            Optional<Glimpse> seen = screen.plan(clips, step(each.getKey(), each.getValue())).glimpse();
            assertThat(seen.filter(glimpse -> !glimpse.isCopy())).as(each.getKey() + " changes pictures, so it needs a sample")
                    .isEmpty();
        }
    }

    /** Each is probed once. */
    private Media source(String clip) throws Exception {
        if (!sources.containsKey(clip)) {
            String name = Studio.names(folder).stream().filter(n -> n.startsWith(clip + ".")).findFirst().orElseThrow();
            sources.put(clip, studio.look(folder.resolve(name)));
        }
        return sources.get(clip);
    }

    /** All are queued at once, so that the engine makes some while others are looked at. */
    @TestFactory
    List<DynamicTest> everyOperationOnThePictureIsShownAsItIsMade() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Sample sample : samples()) {
            tests.add(test(sample, sample.steps));
            if (!sample.writes() && !sample.op.equals("trim")) {
                tests.add(test(sample, Stream.concat(Stream.of(CUT), Stream.of(sample.steps)).toArray(String[]::new)));
            }
        }
        return tests;
    }

    private DynamicTest test(Sample sample, String[] steps) throws Exception {
        String[] recipe = sample.writes() ? steps : Stream.concat(Stream.of(steps), Stream.of(LOSSLESS)).toArray(String[]::new);
        Task task = studio.queued(source(sample.clip).path(), new OutputWish().into(folder.resolve("out")), recipe);
        return DynamicTest.dynamicTest(sample.clip + " " + String.join(",", steps), () -> isAsMade(sample, task, recipe));
    }

    private void isAsMade(Sample sample, Task task, String... recipe) throws Exception {
        Media source = source(sample.clip);
        Plan plan = screen.plan(source, recipe);
        Path made = Studio.output(studio.awaited(List.of(task)).getFirst());
        if (Files.isDirectory(made)) {
            series(sample, source, plan, made);
            return;
        }
        Media out = studio.look(made);
        double bare = 1;
        for (long us : out.still() ? new long[]{source.still() ? 0 : 700_000} : MOMENTS) {
            Picture shown = screen.result(plan, us).frame().picture();
            long at = plan.glimpse().orElseThrow().outputUs(us);
            isTheSame(sample, us, shown, screen.frame(out, out.still() ? 0 : at));
            bare = Math.min(bare, sample.alike(shown, screen.frame(source, us)));
            if (!out.still()) {
                Picture next = screen.frame(out, at + oneFrame(source, out, plan));
                assertThat(sample.alike(shown, next)).as("%s: the frame after %d", sample.op, us).isLessThan(SAME);
            }
        }
        assertThat(bare < SAME || !sample.alone).as("%s: the source alone is %s alike", sample.op, bare).isTrue();
    }

    /** A folder of 25 pictures a second. */
    private void series(Sample sample, Media source, Plan plan, Path made) throws Exception {
        List<String> names = Studio.names(made);
        for (long us : MOMENTS) {
            Picture shown = screen.result(plan, us).frame().picture();
            int number = (int) (us / 40_000);
            isTheSame(sample, us, shown, screen.frame(made.resolve(names.get(number)), 0));
            Picture next = screen.frame(made.resolve(names.get(number + 1)), 0);
            assertThat(sample.alike(shown, next)).as("%s: the picture after %d", sample.op, us).isLessThan(SAME);
            assertThat(sample.alike(shown, screen.frame(source, us))).as("%s: the source", sample.op).isLessThan(SAME);
        }
    }

    private static void isTheSame(Sample sample, long us, Picture shown, Picture real) {
        assertThat(sample.alike(shown, real)).as("%s at %d", sample.op, us).isGreaterThan(SAME);
    }

    /** How much later another frame of the source is certainly on screen, in microseconds of the output: one frame if it can be. */
    private static long oneFrame(Media source, Media made, Plan plan) {
        Track.Video in = source.video().orElseThrow();
        long out = made.video().flatMap(Track.Video::rate).orElseThrow().frameLength();
        Fraction pace = plan.glimpse().orElseThrow().pace();
        long kept = Fraction.of(in.variable() ? LONGEST_GAP : in.rate().orElseThrow().frameLength()).over(pace).round();
        return kept == out ? out : kept + out;
    }
}
