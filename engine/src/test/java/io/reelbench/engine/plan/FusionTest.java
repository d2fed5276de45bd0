package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** However steps are ordered, they are one decode and one encode; outputs of one clip share its decode; what nobody touches is copied. */
class FusionTest {

    /** What a step touches, and the filters by which it is known in a command: of the picture and of the sound, empty without any. */
    private enum Done {
        TRIM("{'op':'trim','start':2,'end':'end-2s'}", true, true, "", ""),
        CROP("{'op':'crop','sides':'10%:0:10%:0'}", true, false, "crop=", ""),
        SCALE("{'op':'scale','width':640}", true, false, "scale=640:", ""),
        DEINTERLACE("{'op':'deinterlace'}", true, false, "bwdif=", ""),
        TONE_MAP("{'op':'tone-map'}", true, false, "tonemap=", ""),
        COLOUR("{'op':'colour','contrast':1.2}", true, false, "lutyuv=", ""),
        DENOISE("{'op':'denoise'}", true, false, "hqdn3d=", ""),
        FADE("{'op':'fade'}", true, true, "fade=t=in", "afade=t=in"),
        VOLUME("{'op':'volume','gain':-3}", false, true, "", "volume=-3dB"),
        LOUDNESS("{'op':'loudness'}", false, true, "", "@{measured-1}"),
        SPEED("{'op':'speed','factor':2}", true, true, "setpts=PTS*1/2", "atempo=2");

        private final String step;
        private final boolean seen;
        private final boolean heard;
        private final String pictureFilter;
        private final String soundFilter;

        Done(String step, boolean seen, boolean heard, String pictureFilter, String soundFilter) {
            this.step = step;
            this.seen = seen;
            this.heard = heard;
            this.pictureFilter = pictureFilter;
            this.soundFilter = soundFilter;
        }
    }

    /** A clip on which each of them has something to do: interlaced and HDR. */
    private static final Media CLIP = Given.film()
            .seen(v -> Effect.NONE.scanned(Track.Fields.TOP_FIRST)
                    .deep(new Track.PixelFormat("yuv420p10le", 10, 420, false, false))
                    .coloured(new Track.ColourSpace("tv", "bt2020nc", "bt2020", "smpte2084"),
                            new Track.Hdr(Track.Hdr.Kind.HDR10, true, OptionalInt.of(1000)))
                    .on(v))
            .knowing(k -> k.withFields(Track.Fields.TOP_FIRST)).media();

    private static Plan plan(Media media, List<String> steps) {
        Planned planned = Planning.plan(media, steps.toArray(String[]::new));
        assertThat(planned.plan()).as(steps + " " + planned.problems()).isPresent();
        return planned.plan().orElseThrow();
    }

    private static List<Command> runs(Plan plan) {
        return plan.steps().stream().filter(Step.Run.class::isInstance).map(s -> ((Step.Run) s).command()).toList();
    }

    /** How often the clip is opened to be decoded as a whole, which a jump to one frame or to keyframes is not. */
    private static long decodes(Command command) {
        return command.inputs().stream().filter(in -> in.file() instanceof Ref.Source)
                .filter(in -> !in.arguments().contains("-skip_frame")).count();
    }

    private static long count(List<String> arguments, String option, boolean copies) {
        return IntStream.range(0, arguments.size() - 1)
                .filter(i -> arguments.get(i).equals(option) || arguments.get(i).startsWith(option + ":"))
                .filter(i -> arguments.get(i + 1).equals("copy") == copies).count();
    }

    private static String after(List<String> arguments, String option) {
        int at = arguments.indexOf(option);
        return at < 0 ? "" : arguments.get(at + 1);
    }

    private static void isOneDecodeAndOneEncode(List<Done> steps) {
        Plan plan = plan(CLIP, steps.stream().map(d -> d.step).toList());
        List<Command> runs = runs(plan);
        assertThat(runs).as("runs of %s", steps).hasSize(1);
        Command run = runs.getFirst();
        assertThat(decodes(run)).as("decodes of %s", steps).isEqualTo(1);
        assertThat(run.inputs()).as("inputs of %s", steps).hasSize(1);
        assertThat(run.outputs()).as("outputs of %s", steps).hasSize(1);
        List<String> arguments = run.outputs().getFirst().arguments();
        boolean seen = steps.stream().anyMatch(d -> d.seen);
        boolean heard = steps.stream().anyMatch(d -> d.heard);
        assertThat(count(arguments, "-c:v", false)).as("pictures encoded by %s", steps).isEqualTo(seen ? 1 : 0);
        assertThat(count(arguments, "-c:v", true)).as("pictures copied by %s", steps).isEqualTo(seen ? 0 : 1);
        assertThat(count(arguments, "-c:a", false)).as("sounds encoded by %s", steps).isEqualTo(heard ? 1 : 0);
        assertThat(count(arguments, "-c:a", true)).as("sounds copied by %s", steps).isEqualTo(heard ? 0 : 1);
        standInOrder(after(arguments, "-filter:v:0"), steps.stream().map(d -> d.pictureFilter).toList(), steps);
        standInOrder(after(arguments, "-filter:a:0"), steps.stream().map(d -> d.soundFilter).toList(), steps);
        // what must be known before is measured in runs that say so: once before the filter, once in the product
        List<Step.Measure> measures = plan.steps().stream().filter(Step.Measure.class::isInstance).map(Step.Measure.class::cast)
                .toList();
        assertThat(measures).as("measuring for %s", steps).hasSize(steps.contains(Done.LOUDNESS) ? 2 : 0);
        assertThat(plan.steps()).as("steps of %s", steps).hasSize(1 + measures.size());
    }

    /** Each filter once, and in the order of the steps. */
    private static void standInOrder(String chain, List<String> filters, List<Done> steps) {
        int from = 0;
        for (String filter : filters.stream().filter(f -> !f.isEmpty()).map(f -> "," + f).toList()) {
            int at = ("," + chain).indexOf(filter, from);
            assertThat(at).as("%s in the order of %s in %s", filter, steps, chain).isGreaterThanOrEqualTo(from);
            assertThat(("," + chain).lastIndexOf(filter)).as("%s once in %s", filter, chain).isEqualTo(at);
            from = at + 1;
        }
    }

    @Test
    void everyOrderOfEveryThree() {
        for (Done a : Done.values()) {
            isOneDecodeAndOneEncode(List.of(a));
            for (Done b : Done.values()) {
                for (Done c : Done.values()) {
                    if (a != b && b != c && a != c) {
                        isOneDecodeAndOneEncode(List.of(a, b, c));
                    }
                }
            }
        }
    }

    @Test
    void manyOrdersOfAllOfThem() {
        Random dice = new Random(20_240_501);
        for (int i = 0; i < 300; i++) {
            List<Done> all = new ArrayList<>(List.of(Done.values()));
            Collections.shuffle(all, dice);
            isOneDecodeAndOneEncode(all);
        }
    }

    @Test
    void sixOutputsOfAClipAreOneDecode() {
        List<String> sinks = List.of("{'op':'transcode','container':'mp4','crf':20}", "{'op':'proxy'}", "{'op':'thumbnail'}",
                "{'op':'contact-sheet'}", "{'op':'loudness-report'}", "{'op':'waveform'}");
        for (List<String> steps : List.of(List.<String>of(),
                List.of(Done.SCALE.step, Done.DENOISE.step, Done.VOLUME.step, Done.CROP.step))) {
            Plan plan = plan(Given.film().media(), Stream.concat(steps.stream(), sinks.stream()).toList());
            assertThat(plan.products()).hasSize(6);
            List<Command> whole = runs(plan).stream().filter(run -> reads(run)).toList();
            assertThat(whole).as(Planning.commands(plan).toString()).hasSize(1);
            assertThat(decodes(whole.getFirst())).isEqualTo(1);
            assertThat(whole.getFirst().outputs()).extracting(Command.Output::file).hasSize(4).contains(new Ref.Target(0),
                    new Ref.Target(1));
            assertThat(whole.getFirst().outputs().stream().filter(out -> !(out.file() instanceof Ref.Nowhere)))
                    .allSatisfy(out -> assertThat(count(out.arguments(), "-c:v", false)).isEqualTo(1));
        }
    }

    /** Whether a run reads all of the clip: a still is one seek, and tiles are single keyframes. */
    private static boolean reads(Command run) {
        return decodes(run) > 0 && run.outputs().stream().anyMatch(out -> !out.arguments().contains("-update"));
    }

    @Test
    void streamsThatNobodyTouchesAreCopied() {
        Media rich = Given.empty("c.mkv", "matroska,webm")
                .video("h264", new io.reelbench.engine.media.Size(1920, 1080), Given.PAL)
                .audio("aac", 2, "eng").audio("ac3", 6, "deu").subtitle("subrip", true).media();
        assertThat(codings(rich, "{'op':'scale','width':640}")).containsExactly("libx264", "copy", "copy", "copy");
        assertThat(codings(rich, "{'op':'volume','gain':-3,'tracks':'2'}")).containsExactly("copy", "copy", "ac3", "copy");
        assertThat(codings(rich, "{'op':'metadata','set':['title=A']}")).containsExactly("copy", "copy", "copy", "copy");
        assertThat(codings(rich, "{'op':'rotate','mode':'tag'}", "{'op':'volume','mute':true}")).containsExactly("copy", "aac",
                "ac3", "copy");
        assertThat(codings(rich, "{'op':'channels','tracks':'2,1'}", "{'op':'crop','aspect':'1:1'}")).containsExactly("libx264",
                "copy", "copy", "copy");
    }

    private static List<String> codings(Media media, String... steps) {
        List<String> arguments = runs(plan(media, List.of(steps))).getFirst().outputs().getFirst().arguments();
        return IntStream.range(0, arguments.size()).filter(i -> arguments.get(i).matches("-c:[vas](:\\d+)?"))
                .mapToObj(i -> arguments.get(i + 1)).collect(Collectors.toList());
    }
}
