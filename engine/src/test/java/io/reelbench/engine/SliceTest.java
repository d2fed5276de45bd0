package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import io.reelbench.engine.report.PieceManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Cuts real clips into files in every way, and looks at every frame of every piece. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SliceTest {

    @TempDir
    static Path folder;

    private Studio studio;
    private Path counted;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        // 100 frames, keyframes at 0, 20, 40, 60 and 80
        counted = studio.counted("counted.mp4", 4, 20);
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private Path made(Path clip, String... steps) throws Exception {
        return Studio.output(studio.run(clip, steps));
    }

    /** The pieces of a folder in order, as its list names them. */
    private static List<Path> pieces(Path made) throws Exception {
        return manifest(made).pieces().stream().map(r -> made.resolve(r.file())).toList();
    }

    private static PieceManifest manifest(Path made) throws Exception {
        return PieceManifest.read(Files.readString(made.resolve(PieceManifest.NAME))).orElseThrow();
    }

    /** How many frames each piece shows; together they must be all frames of the clip in order. */
    private List<Integer> countsOfAll(Path made) throws Exception {
        List<Integer> all = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (Path piece : pieces(made)) {
            List<Integer> frames = studio.frames(piece);
            all.addAll(frames);
            counts.add(frames.size());
        }
        assertThat(all).isEqualTo(IntStream.range(0, all.size()).mapToObj(n -> n % 50).toList());
        assertThat(all).hasSize(100);
        assertThat(manifest(made).pieces().stream().map(r -> (int) r.packets())).isEqualTo(counts);
        return counts;
    }

    private List<Problem> problems(Path clip, String... steps) throws Exception {
        return planned(clip, steps).problems();
    }

    private Planned planned(Path clip, String... steps) throws Exception {
        Recipe recipe = studio.recipe(steps);
        return studio.engine.plan(recipe, studio.look(clip));
    }

    @Test
    void aCopyIsCutAtTheNextKeyframesAndLosesNothing() throws Exception {
        Path made = Studio.output(studio.run(counted, new OutputWish().into(folder.resolve("own")),
                "{'op':'slice','at':'0.5,1.6,1.7,2.4','mode':'copy'}"));
        assertThat(made.getFileName()).hasToString("counted-slice");
        assertThat(Studio.names(made)).containsExactly("001-counted.mp4", "002-counted.mp4", "003-counted.mp4", "004-counted.mp4",
                "manifest.json");
        assertThat(countsOfAll(made)).containsExactly(20, 20, 20, 40);
        Plan plan = planned(counted, "{'op':'slice','at':'0.5,1.6,1.7,2.4','mode':'copy'}").plan().orElseThrow();
        assertThat(plan.explanation().line().toString())
                .startsWith("4 pieces cut at keyframes · picture copied · sound 1 copied");
        assertThat(plan.explanation().notes().toString()).contains("Cut at the keyframes 0:00.8 (asked for 0:00.5)",
                "1 of the cuts fall together");
    }

    @Test
    void copiedPacketsAreThoseOfTheClip() throws Exception {
        for (String container : List.of("mp4", "mov", "mkv", "ts")) {
            Path made = made(counted, "{'op':'slice','every':'0.8','mode':'copy'}",
                    "{'op':'transcode','container':'%s'}".formatted(container));
            assertThat(countsOfAll(made)).as(container).containsExactly(20, 20, 20, 20, 20);
            List<String> sums = new ArrayList<>();
            for (Path piece : pieces(made)) {
                sums.addAll(pictures(piece, container.equals("ts")));
            }
            assertThat(sums).as(container).isEqualTo(pictures(counted, container.equals("ts")));
        }
    }

    /** A checksum of each packet of the picture, in the order of the file; of each frame where the form of packets differs. */
    private List<String> pictures(Path film, boolean decoded) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-map", "0:v:0"));
        arguments.addAll(decoded ? List.of() : List.of("-c", "copy"));
        arguments.addAll(List.of("-f", "framehash", "-hash", "md5"));
        return new String(studio.raw(film, arguments.toArray(String[]::new))).lines().filter(l -> !l.startsWith("#"))
                .map(l -> l.substring(l.lastIndexOf(',') + 1).strip()).toList();
    }

    @Test
    void exactPiecesBeginAtTheirVeryFrames() throws Exception {
        for (String mode : List.of("smart", "reencode")) {
            Path made = made(counted, "{'op':'slice','at':'0.52,1,3.2','mode':'%s'}".formatted(mode));
            assertThat(countsOfAll(made)).as(mode).containsExactly(13, 12, 55, 20);
            for (Path piece : pieces(made)) {
                Media media = studio.look(piece);
                assertThat(media.audio().orElseThrow().facts().lengthUs().getAsLong())
                        .isCloseTo(media.video().orElseThrow().facts().lengthUs().getAsLong(), within(30_000L));
            }
        }
    }

    /** Keyframes every 20 frames: each piece is encoded up to the next of them, and a few frames at its end. */
    @Test
    void smartPiecesCopyWhatLiesBetweenTheirEnds() throws Exception {
        String slice = "{'op':'slice','at':'0.52,2.52'}";
        Plan plan = planned(counted, slice).plan().orElseThrow();
        List<Step.Splice> spliced = plan.steps().stream().filter(Step.Splice.class::isInstance).map(Step.Splice.class::cast)
                .toList();
        assertThat(spliced).hasSizeGreaterThanOrEqualTo(2);
        assertThat(plan.explanation().line().toString()).startsWith("3 pieces cut to the frame · picture copied, but for ");
        Task task = studio.run(counted, slice);
        assertThat(task.outcome().notes().toString()).doesNotContain("did not fit together");
        Path made = Studio.output(task);
        assertThat(countsOfAll(made)).containsExactly(13, 50, 37);
        Shots source = Shots.of(studio, counted);
        Shots middle = Shots.of(studio, pieces(made).get(1), "-xerror");
        assertThat(middle.same(source.part(13, 63))).isGreaterThanOrEqualTo(40);
    }

    @Test
    void shortExactPiecesShareOneDecode() throws Exception {
        for (String codec : List.of("h264", "h265", "av1", "ffv1")) {
            String[] steps = {"{'op':'slice','every':'5f','mode':'reencode'}",
                    "{'op':'transcode','container':'mkv','video-codec':'%s','preset':'ultrafast'}".formatted(codec)};
            Plan plan = planned(counted, steps).plan().orElseThrow();
            assertThat(plan.steps().stream().filter(Step.Run.class::isInstance)).hasSize(1);
            Path made = made(counted, steps);
            assertThat(manifest(made).pieces().stream().map(PieceManifest.Row::packets)).as(codec).hasSize(20).containsOnly(5L);
        }
    }

    @Test
    void sixtyPiecesAreOneRun() throws Exception {
        Path clip = studio.clip("sixty.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x64:r=10:d=60", "-f", "lavfi", "-i",
                "sine=d=60", "-c:v", "libx264", "-preset", "ultrafast", "-g", "5", "-c:a", "aac");
        String step = "{'op':'slice','count':60,'mode':'copy','thumbnails':true}";
        Plan plan = planned(clip, step).plan().orElseThrow();
        assertThat(plan.steps().stream().filter(s -> s instanceof Step.Run run && run.doing() == Step.Doing.COPYING)).hasSize(1);
        assertThat(plan.explanation().line().toString()).startsWith("60 pieces");
        Path made = made(clip, step);
        assertThat(Studio.names(made)).hasSize(181);
        assertThat(manifest(made).pieces().stream().mapToLong(PieceManifest.Row::packets).sum()).isEqualTo(600);
    }

    @Test
    void picturesAreTheFirstFrames() throws Exception {
        Path wide = studio.clip("wide.mp4", "-f", "lavfi", "-i",
                "color=black:s=640x360:r=25:d=2,format=yuv420p,geq=lum='20+4*mod(N,50)':cb=128:cr=128", "-c:v", "libx264", "-g",
                "25", "-bf", "2");
        for (String mode : List.of("copy", "reencode")) {
            Path made = made(wide, "{'op':'slice','count':2,'thumbnails':true,'mode':'%s'}".formatted(mode));
            for (int i = 0; i < 2; i++) {
                PieceManifest.Row row = manifest(made).pieces().get(i);
                Path first = made.resolve(row.first().orElseThrow());
                Path small = made.resolve(row.thumbnail().orElseThrow());
                assertThat(first.getFileName()).hasToString("00%d-wide-first.jpg".formatted(i + 1));
                assertThat(small.getFileName()).hasToString("00%d-wide-thumb.webp".formatted(i + 1));
                assertThat(studio.look(first).video().orElseThrow().upright()).isEqualTo(new Size(640, 360));
                assertThat(studio.look(small).video().orElseThrow().upright()).isEqualTo(new Size(480, 270));
                int luma = i == 0 ? 20 : 120;
                int grey = Math.round((luma - 16) * 255f / 219);
                assertThat(studio.pixel(first, 100, 100)[1]).isCloseTo(grey, within(3));
                assertThat(studio.pixel(small, 100, 100)[1]).isCloseTo(grey, within(4));
            }
        }
    }

    @Test
    void rangesAreFilesOfTheirOwnAndMayOverlap() throws Exception {
        Path made = made(counted, "{'op':'slice','ranges':[{'start':'0.4','end':'1'},{'start':'20f','end':'end-2s'}]}");
        assertThat(pieces(made)).hasSize(2);
        assertThat(studio.frames(pieces(made).get(0))).isEqualTo(IntStream.range(10, 25).boxed().toList());
        assertThat(studio.frames(pieces(made).get(1))).isEqualTo(IntStream.range(20, 50).boxed().toList());
        Path copied = made(counted, "{'op':'slice','ranges':'1..1.6,2.4..','mode':'copy'}");
        assertThat(studio.frames(pieces(copied).get(0)).getFirst()).isEqualTo(20);
        assertThat(studio.frames(pieces(copied).get(1))).isEqualTo(IntStream.range(60, 100).mapToObj(n -> n % 50).toList());
        Path found = Files.writeString(folder.resolve("found.json"),
                "{\"ranges\":[{\"start\":0,\"end\":1},{\"start\":3,\"end\":4}]}");
        Path listed = made(counted, "{'op':'slice','ranges':['@%s']}".formatted(found));
        assertThat(manifest(listed).pieces().stream().map(PieceManifest.Row::packets)).containsExactly(25L, 25L);
    }

    @Test
    void chaptersAreNamedByTheirTitles() throws Exception {
        Path list = Files.writeString(folder.resolve("chapters.txt"),
                ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1000\ntitle=Intro\n"
                        + "[CHAPTER]\nTIMEBASE=1/1000\nSTART=1000\nEND=4000\ntitle=What / why?\n");
        Path clip = studio.clip("chaptered.mp4", "-i", counted.toString(), "-f", "ffmetadata", "-i", list.toString(), "-map", "0",
                "-map_chapters", "1", "-c", "copy");
        Path made = made(clip, "{'op':'slice','chapters':true}");
        assertThat(Studio.names(made)).containsExactly("001-Intro.mp4", "002-What _ why_.mp4", "manifest.json");
        assertThat(countsOfAll(made)).containsExactly(25, 75);
        assertThat(manifest(made).pieces().get(1).title()).contains("What / why?");
    }

    @Test
    void scenesAndPausesAreFound() throws Exception {
        Path scenes = studio.clip("scenes.mp4", "-f", "lavfi", "-i", "color=red:s=160x90:r=25:d=1.2", "-f", "lavfi", "-i",
                "color=blue:s=160x90:r=25:d=0.2", "-f", "lavfi", "-i", "color=green:s=160x90:r=25:d=2", "-filter_complex",
                "[0][1][2]concat=n=3", "-c:v", "libx264", "-crf", "5");
        Path made = made(scenes, "{'op':'slice','scenes':10}");
        assertThat(manifest(made).pieces().stream().map(PieceManifest.Row::packets)).containsExactly(35L, 50L);
        assertThat(manifest(made(scenes, "{'op':'slice','scenes':10,'min-length':0}")).pieces().stream()
                .map(PieceManifest.Row::packets)).containsExactly(30L, 5L, 50L);
        Path talk = studio.clip("talk.wav", "-f", "lavfi", "-i", "aevalsrc='if(between(t,1,2),0,0.5*sin(t*3000))':s=48000:d=4");
        Path parts = made(talk, "{'op':'slice','silence':0.5}");
        assertThat(pieces(parts)).hasSize(2);
        assertThat(studio.raw(pieces(parts).get(0), "-f", "s16le")).hasSize(72_000 * 2);
        assertThat(studio.raw(pieces(parts).get(1), "-f", "s16le")).hasSize(120_000 * 2);
    }

    @Test
    void everyPieceStaysUnderASize() throws Exception {
        Path busy = studio.busy("busy.mp4", 6, "320x180");
        Path keyed = studio.clip("keyed.mp4", "-i", busy.toString(), "-c:v", "libx264", "-preset", "ultrafast", "-crf", "20",
                "-g",
                "10", "-c:a", "copy");
        long whole = Files.size(keyed);
        long most = whole / 4;
        Path copied = made(keyed, "{'op':'slice','max-size':%d}".formatted(most));
        assertThat(pieces(copied).size()).isBetween(5, 7);
        assertThat(manifest(copied).pieces()).allMatch(r -> r.bytes() <= most);
        assertThat(manifest(copied).pieces().stream().mapToLong(PieceManifest.Row::packets).sum()).isEqualTo(150);
        Path encoded = made(keyed, "{'op':'slice','max-size':%d,'mode':'reencode'}".formatted(most));
        assertThat(manifest(encoded).pieces()).allMatch(r -> r.bytes() <= most);
        assertThat(manifest(encoded).pieces().stream().mapToLong(PieceManifest.Row::packets).sum()).isEqualTo(150);
        assertThat(problems(studio.busy("long.mp4", 4, "320x180"), "{'op':'slice','max-size':'100kB'}").toString())
                .contains("there is no keyframe to cut at");
    }

    @Test
    void soundIsCutToTheSampleOrBetweenPackets() throws Exception {
        Path wav = studio.clip("tone.wav", "-f", "lavfi", "-i", "sine=r=48000:d=3", "-ac", "2");
        Path exact = made(wav, "{'op':'slice','at':'0.5,1.25'}");
        List<Integer> samples = new ArrayList<>();
        for (Path piece : pieces(exact)) {
            samples.add(studio.raw(piece, "-f", "s16le").length / 4);
        }
        assertThat(samples).containsExactly(24_000, 36_000, 84_000);
        for (String[] form : List.of(new String[]{"mp3", "libmp3lame"}, new String[]{"m4a", "aac"},
                new String[]{"flac", "flac"})) {
            Path clip = studio.clip("tone." + form[0], "-i", wav.toString(), "-c:a", form[1]);
            Path copied = made(clip, "{'op':'slice','every':1,'mode':'copy'}");
            assertThat(pieces(copied)).as(form[0]).hasSize(3).allMatch(p -> p.toString().endsWith("." + form[0]));
            assertThat(studio.look(pieces(copied).get(1)).lengthUs().getAsLong()).isCloseTo(1_000_000L, within(60_000L));
        }
    }

    @Test
    void onePieceIsACopyAndOthersStandBeside() throws Exception {
        Path made = made(counted, "{'op':'slice','count':1}");
        assertThat(countsOfAll(made)).containsExactly(100);
        assertThat(planned(counted, "{'op':'slice','count':1}").plan().orElseThrow().explanation().line().toString())
                .startsWith("1 piece whole · picture copied");
        Task both = studio.run(counted, "{'op':'slice','count':2,'mode':'copy'}", "{'op':'transcode'}",
                "{'op':'thumbnail','time':1}");
        assertThat(both.state()).isEqualTo(TaskState.DONE);
        assertThat(both.outcome().results()).hasSize(2);
    }

    /** A compressed piece is never compared with the whole clip. */
    @Test
    void piecesAreCompressedEach() throws Exception {
        Path made = made(counted, "{'op':'slice','count':2,'mode':'reencode'}", "{'op':'compress','crf':8,'if-larger':'fail'}");
        assertThat(countsOfAll(made)).containsExactly(50, 50);
    }

    @Test
    void stepsAboveAreInEveryPiece() throws Exception {
        Path made = made(counted, "{'op':'trim','start':'0.4','end':'3.2'}", "{'op':'scale','width':80}",
                "{'op':'slice','every':1,'mode':'reencode'}");
        List<Integer> all = new ArrayList<>();
        for (Path piece : pieces(made)) {
            all.addAll(studio.frames(piece));
            assertThat(studio.look(piece).video().orElseThrow().upright().width()).isEqualTo(80);
        }
        assertThat(all).isEqualTo(IntStream.range(10, 80).mapToObj(n -> n % 50).toList());
        Path copied = made(counted, "{'op':'trim','start':'0.8','end':'3.2','mode':'copy'}",
                "{'op':'slice','at':1,'mode':'copy'}");
        assertThat(studio.frames(pieces(copied).get(0))).isEqualTo(IntStream.range(20, 60).mapToObj(n -> n % 50).toList());
        // the first keyframe at or after 1.8 s of the clip
        assertThat(studio.frames(pieces(copied).get(1)).getFirst()).isEqualTo(10);
    }

    @Test
    void whatCannotBeIsSaid() throws Exception {
        assertThat(problems(counted, "{'op':'slice'}").toString()).contains("say where to cut");
        assertThat(problems(counted, "{'op':'slice','at':'1,9'}").toString()).contains("past the end");
        assertThat(problems(counted, "{'op':'slice','at':'2,1'}").toString()).contains("write the times in order");
        assertThat(problems(counted, "{'op':'slice','at':'1,1'}").toString()).contains("is there twice");
        assertThat(problems(counted, "{'op':'slice','chapters':true}").toString()).contains("has no chapters");
        Path slow = studio.clip("slow.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x64:r=5:d=2");
        assertThat(problems(slow, "{'op':'slice','every':'0.1'}").toString()).contains("shorter than a frame");
        assertThat(
                studio.engine.recipes().read("{\"schema\":1,\"steps\":[{\"op\":\"slice\",\"every\":1,\"count\":2}]}").problems()
                        .toString())
                .contains("count");
        assertThat(problems(counted, "{'op':'slice','count':2}", "{'op':'scale','width':80}").toString())
                .contains("stands below “slice”");
        assertThat(problems(counted, "{'op':'slice','count':2}", "{'op':'slice','count':3}").toString()).contains("one slice");
        assertThat(problems(counted, "{'op':'slice','count':2}", "{'op':'gif'}").toString()).contains("could be cut");
        assertThat(problems(counted, "{'op':'trim','start':'0.5'}", "{'op':'slice','count':2,'mode':'copy'}").toString())
                .contains("cuts at keyframes copy the picture");
        assertThat(problems(counted, "{'op':'scale','width':80}", "{'op':'slice','count':2,'mode':'copy'}").toString())
                .contains("cuts at keyframes copy the picture");
        assertThat(problems(counted, "{'op':'slice','count':2}", "{'op':'compress','target-size':'1MB'}").toString())
                .contains("max-size");
        Path hour = studio.clip("hour.wav", "-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono:d=3600");
        assertThat(problems(hour, "{'op':'slice','every':0.1}").toString()).contains("36000 pieces; at most 10000");
    }
}
