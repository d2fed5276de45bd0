package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.Joins.Marked;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What stands around a join: every kind of output below it, every kind of clip in it, and what is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcatRestTest {

    private static final String JOIN = "{'op':'concat'}";

    @TempDir
    static Path folder;

    private Studio studio;
    private Joins joins;
    private Marked one;
    private Marked odd;
    private Path red;
    private Path song;
    private Path tone;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        joins = new Joins(studio);
        one = joins.film("one.mp4", "160x90", "25", 1.4, Joins.PLAIN);
        odd = joins.film("odd.mov", "120x90", "30", 1, Joins.PLAIN, "-an");
        red = studio.clip("red.png", "-f", "lavfi", "-i", "color=red:s=90x90", "-frames:v", "1", "-update", "1");
        song = studio.clip("song.mp3", "-f", "lavfi", "-i", "sine=440:r=44100:d=2", "-c:a", "libmp3lame");
        tone = studio.clip("tone.flac", "-f", "lavfi", "-i", "sine=880:r=48000:d=1");
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private Planned planned(List<Path> files, String... steps) throws Exception {
        List<Media> clips = new ArrayList<>();
        for (Path file : files) {
            clips.add(studio.look(file));
        }
        return studio.engine.plan(studio.recipe(steps), clips);
    }

    private List<Path> all(List<Path> files, String... steps) throws Exception {
        Task task = studio.join(files, steps);
        assertThat(task.outcome().failure()).as(String.join(" ", steps)).isEmpty();
        return task.outcome().results().stream().map(Task.Result::file).toList();
    }

    @Test
    void everyOutputIsOfTheWhole() throws Exception {
        List<Path> files = List.of(one.file(), odd.file(), one.file());
        for (String copied : List.of("{'op':'concat'}", "{'op':'concat','mode':'reencode'}")) {
            List<Path> made = all(files, copied, "{'op':'transcode'}", "{'op':'thumbnail','time':'3.0','format':'png'}",
                    "{'op':'contact-sheet','columns':3,'rows':2}", "{'op':'gif','start':'1','duration':'1','fps':5}",
                    "{'op':'frames','at':['0.6','1.0','3.0'],'archive':'none','format':'png'}",
                    "{'op':'waveform','width':200,'height':50}",
                    "{'op':'extract-audio','format':'wav'}", "{'op':'loudness-report','format':'json'}",
                    "{'op':'detect','what':['black'],'format':'json'}");
            joins.check(copied, made.getFirst(), List.of(one, odd, one));
            assertThat(studio.pixel(made.get(1), 80, 45)[0]).as("the flash of the third clip").isGreaterThan(225);
            assertThat(studio.look(made.get(3)).lengthUs().orElse(0) / 1e6).isCloseTo(1, within(0.21));
            assertThat(Studio.names(made.get(4))).hasSize(3);
            assertThat(studio.pixel(made.get(4).resolve(Studio.names(made.get(4)).get(0)), 80, 45)[0]).isGreaterThan(225);
            assertThat(studio.pixel(made.get(4).resolve(Studio.names(made.get(4)).get(1)), 80, 45)[0]).isLessThan(30);
            assertThat(studio.pixel(made.get(4).resolve(Studio.names(made.get(4)).get(2)), 80, 45)[0]).isGreaterThan(225);
            assertThat(studio.look(made.get(6)).lengthUs().orElse(0) / 1e6).isCloseTo(3.8, within(0.001));
            assertThat(Files.readString(made.get(8))).contains("3.1");
        }
    }

    @Test
    void sizesAndPassesBelow() throws Exception {
        List<Path> files = List.of(one.file(), odd.file());
        Path small = all(files, JOIN, "{'op':'compress','target-size':'60KB'}").getFirst();
        assertThat(Files.size(small)).isLessThan(60_000);
        joins.check("two passes", small, List.of(one, odd));
        joins.check("kept", all(files, JOIN, "{'op':'compress','crf':4}").getFirst(), List.of(one, odd));
        joins.check("scored", all(files, JOIN, "{'op':'transcode','target-score':40}").getFirst(), List.of(one, odd));
    }

    /** Other files come along with each clip above, and with the whole below; pieces are cut out of the whole. */
    @Test
    void otherFilesAndPieces() throws Exception {
        Path beep = studio.clip("beep.wav", "-f", "lavfi", "-i", "sine=880:r=48000:d=0.5");
        String mux = "{'op':'mux','audio':'" + beep + "'}";
        String logo = "{'op':'overlay','image':'" + red + "','size':'20','position':'top-left','margin':'0'}";
        List<Path> files = List.of(one.file(), odd.file(), one.file());
        for (List<String> steps : List.of(List.of(mux, logo, JOIN, "{'op':'transcode','crf':8}"),
                List.of(JOIN, mux, logo, "{'op':'transcode','crf':8}"))) {
            Path made = all(files, steps.toArray(String[]::new)).getFirst();
            boolean above = steps.indexOf(JOIN) == 2;
            assertThat(studio.look(made).lengthUs().orElse(0) / 1e6).isCloseTo(3.8, within(0.03));
            assertThat(level(made, 0.1, 0.3)).isGreaterThan(40);
            assertThat(level(made, 2.5, 0.3) > 40).as("the sound of the third clip").isEqualTo(above);
            Path shot = all(List.of(made), "{'op':'thumbnail','time':'3.2','format':'png'}").getFirst();
            assertThat(studio.pixel(shot, 5, 5)[0]).isGreaterThan(200);
        }
        Path pieces = all(files, JOIN, "{'op':'slice','every':'1.5'}").getFirst();
        List<String> names = Studio.names(pieces);
        List<Double> lengths = new ArrayList<>();
        for (String name : names.stream().filter(n -> n.endsWith(".mp4")).toList()) {
            lengths.add(Math.round(studio.look(pieces.resolve(name)).lengthUs().orElse(0) / 1e5) / 10.0);
        }
        assertThat(lengths).containsExactly(1.5, 1.5, 0.8);
    }

    @Test
    void loudnessIsOfTheWholeBelowAndOfEachAbove() throws Exception {
        Path quiet = studio.clip("quiet.wav", "-f", "lavfi", "-i", "sine=440:r=48000:d=4", "-af", "volume=-20dB");
        Path loud = studio.clip("loud.wav", "-f", "lavfi", "-i", "sine=440:r=48000:d=4");
        Path whole = all(List.of(quiet, loud), JOIN, "{'op':'loudness','integrated':-20}").getFirst();
        Path each = all(List.of(quiet, loud), "{'op':'loudness','integrated':-20}", JOIN).getFirst();
        assertThat(level(whole, 0.5) - level(whole, 4.5)).isCloseTo(-20, within(1.0));
        assertThat(level(each, 0.5) - level(each, 4.5)).isCloseTo(0, within(1.0));
    }

    /** Mean level of three seconds, in dB. */
    private double level(Path sound, double from) throws Exception {
        return level(sound, from, 3);
    }

    private double level(Path sound, double from, double seconds) throws Exception {
        byte[] bytes = studio.raw(sound, "-ss", Double.toString(from), "-t", Double.toString(seconds), "-ac", "1", "-f", "s16le");
        double sum = 0;
        for (int i = 0; i < bytes.length; i += 2) {
            double sample = (short) ((bytes[i + 1] << 8) | (bytes[i] & 0xFF));
            sum += sample * sample;
        }
        return 10 * Math.log10(sum / (bytes.length / 2) + 1);
    }

    @Test
    void picturesAreShownForAWhile() throws Exception {
        Path film = all(List.of(red, one.file(), red), "{'op':'concat','still-duration':'2'}", "{'op':'transcode','crf':4}")
                .getFirst();
        Media made = studio.look(film);
        assertThat(made.lengthUs().orElse(0) / 1e6).isCloseTo(5.4, within(0.05));
        assertThat(made.video().orElseThrow().upright()).isEqualTo(new Size(160, 90));
        Path shot = all(List.of(film), "{'op':'thumbnail','time':'4.5','format':'png'}").getFirst();
        assertThat(studio.pixel(shot, 80, 45)[0]).isGreaterThan(240);
        assertThat(studio.pixel(shot, 5, 45)[0]).isLessThan(10);
        Path slides = all(List.of(red, red), "{'op':'concat','still-duration':'30f','chapter-marks':false}").getFirst();
        assertThat(studio.look(slides).lengthUs().orElse(0)).isEqualTo(2_400_000);
        assertThat(studio.look(slides).chapters()).isEmpty();
    }

    @Test
    void soundIsJoinedWithSound() throws Exception {
        Path mixed = all(List.of(song, tone), JOIN).getFirst();
        assertThat(mixed.toString()).endsWith(".mp3");
        assertThat(studio.look(mixed).lengthUs().orElse(0) / 1e6).isCloseTo(3, within(0.08));
        Path copied = all(List.of(song, song), JOIN).getFirst();
        assertThat(planned(List.of(song, song), JOIN).plan().orElseThrow().explanation().line().toString())
                .contains("sound 1 copied");
        assertThat(studio.look(copied).lengthUs().orElse(0) / 1e6).isCloseTo(4, within(0.15));
        Path exact = all(List.of(tone, tone), JOIN).getFirst();
        assertThat(studio.look(exact).audio().orElseThrow().facts().lengthUs().orElse(0)).isEqualTo(2_000_000);
    }

    @Test
    void whatCannotBeIsRefusedWithWords() throws Exception {
        assertThat(problem(List.of(one.file()), JOIN)).contains("at least two clips");
        assertThat(problem(List.of(one.file(), song), JOIN)).contains("song.mp3 has no picture, and one.mp4 has one");
        assertThat(problem(List.of(one.file(), odd.file()), "{'op':'concat','mode':'copy'}"))
                .contains("odd.mov (120×90, not 160×90, 30 frames a second, not 25, no sound)");
        assertThat(problem(List.of(one.file(), one.file()), "{'op':'concat','mode':'copy'}", "{'op':'scale','width':80}"))
                .contains("mode copy was asked for, but a step changes it");
        assertThat(problem(List.of(one.file(), odd.file()), "{'op':'concat','fill-sound':false}"))
                .contains("odd.mov has no sound");
        assertThat(
                problem(List.of(one.file(), odd.file()), "{'op':'concat','transition':'crossfade','transition-duration':'0.9'}"))
                .contains("odd.mov lasts");
        assertThat(problem(List.of(one.file(), one.file()), JOIN, "{'op':'crop'}")).contains("must look into a file");
        assertThat(problem(List.of(one.file(), one.file()), JOIN, "{'op':'proxy'}")).contains("no longer relink");
        assertThat(problem(List.of(one.file(), one.file()), JOIN, JOIN)).contains("joined once");
        assertThat(problem(List.of(one.file(), one.file()), JOIN, "{'op':'probe'}")).contains("must look into a file");
    }

    private String problem(List<Path> files, String... steps) throws Exception {
        Planned planned = planned(files, steps);
        assertThat(planned.plan()).as(String.join(" ", steps)).isEmpty();
        return planned.problems().stream().filter(p -> !p.isWarning()).findFirst().orElseThrow().text().toString();
    }

    @Test
    void largestOrMostMayRule() throws Exception {
        Path large = studio.clip("large.mp4", "-f", "lavfi", "-i", "color=blue:s=320x180:r=50:d=1", "-c:v", "libx264");
        List<Path> files = List.of(odd.file(), large, one.file(), one.file());
        assertThat(size(files, "first")).isEqualTo(new Size(120, 90));
        assertThat(size(files, "largest")).isEqualTo(new Size(320, 180));
        assertThat(size(files, "most")).isEqualTo(new Size(160, 90));
    }

    private Size size(List<Path> files, String match) throws Exception {
        Plan plan = planned(files, "{'op':'concat','match':'" + match + "'}").plan().orElseThrow();
        return ((io.reelbench.engine.plan.Expect.Film) plan.products().getFirst().expect()).size().orElseThrow();
    }

    @Test
    void aClipThatChangesMeanwhileIsFound() throws Exception {
        Path changing = Files.copy(one.file(), folder.resolve("changing.mp4"));
        Path busy = studio.busy("long.mp4", 4, "320x180");
        Task task = studio.engine.submit(List.of(new Request(List.of(busy, changing), Path.of(""), studio.recipe(
                "{'op':'concat','mode':'reencode'}", "{'op':'transcode','preset':'slow'}"),
                new OutputWish().into(folder.resolve("out")), io.reelbench.engine.queue.Priority.NORMAL))).getFirst();
        while (studio.engine.tasks().stream()
                .noneMatch(t -> t.id().equals(task.id()) && t.state().toString().equals("RUNNING"))) {
            Thread.onSpinWait();
        }
        Files.write(changing, new byte[]{0}, java.nio.file.StandardOpenOption.APPEND);
        Task over = studio.awaited(List.of(task)).getFirst();
        assertThat(over.outcome().failure().orElseThrow()).isInstanceOf(Failure.InputChanged.class);
        assertThat(over.outcome().failure().orElseThrow().headline().toString()).contains("changing.mp4");
    }

    @Test
    void noneOfTheClipsIsOverwritten() throws Exception {
        Task task = studio.awaited(studio.engine.submit(List.of(new Request(List.of(one.file(), odd.file()), Path.of(""),
                studio.recipe(JOIN, "{'op':'transcode','container':'mov'}"),
                new OutputWish(java.util.Optional.of(odd.file()), java.util.Optional.empty(), new OutputWish().name(),
                        io.reelbench.engine.output.IfExists.REPLACE, true),
                io.reelbench.engine.queue.Priority.NORMAL)))).getFirst();
        assertThat(task.outcome().results().stream().map(Task.Result::file)).doesNotContain(odd.file());
        assertThat(studio.look(odd.file()).all(Track.Audio.class)).isEmpty();
        assertThat(task.name()).isEqualTo("one.mp4 + 1");
        assertThat(studio.engine.request(task).clips()).containsExactly(one.file(), odd.file());
    }
}
