package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Flash and beep stay together whatever is done to the time; a minute here, two hours in {@link LongSync}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SyncTest {

    private static final double FRAME = 1001 / 30000.0;
    private static final String SMALL = "{'op':'transcode','preset':'ultrafast','crf':30}";

    @TempDir
    static Path folder;

    private Studio studio;
    private Sync sync;
    private Path film;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        sync = new Sync(studio);
        film = Sync.film(studio, "minute.mp4", "30000/1001", 60);
        assertThat(sync.lastApart(film)).isCloseTo(0, within(FRAME / 2));
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private double apart(Path of, String... steps) throws Exception {
        return sync.lastApart(Studio.output(studio.run(of, steps)));
    }

    @Test
    void atAnotherPaceOrRate() throws Exception {
        for (String step : List.of("{'op':'frame-rate','rate':25}", "{'op':'speed','factor':1.25}", "{'op':'speed','factor':0.8}",
                "{'op':'speed','factor':1.37,'preserve-pitch':false}")) {
            assertThat(apart(film, step, SMALL)).as(step).isCloseTo(0, within(0.04));
        }
        assertThat(apart(film, "{'op':'speed','conform-to':25}")).isCloseTo(0, within(0.04));
    }

    @Test
    void inEveryContainer() throws Exception {
        for (String container : List.of("mp4", "mov", "mkv", "ts")) {
            assertThat(apart(film, "{'op':'transcode','container':'" + container + "'}")).as("copied to " + container).isCloseTo(
                    0,
                    within(FRAME));
            assertThat(apart(film, "{'op':'volume','gain':3}", "{'op':'transcode','container':'" + container + "'}"))
                    .as("picture copied, sound encoded, to " + container).isCloseTo(0, within(FRAME));
        }
    }

    /** Cut at a keyframe the picture is copied and the sound may be encoded: both must begin there. */
    @Test
    void whereACutCopiesThePictureAndEncodesTheSound() throws Exception {
        for (String from : List.of("mp4", "mkv", "ts")) {
            Path source = Studio.output(studio.run(film, "{'op':'transcode','container':'" + from + "'}"));
            for (String to : List.of("mp4", "mkv", "ts")) {
                double apart = apart(source, "{'op':'trim','start':20,'mode':'copy'}", "{'op':'volume','gain':3}",
                        "{'op':'transcode','container':'" + to + "'}");
                assertThat(apart).as(from + " to " + to).isCloseTo(0, within(FRAME));
            }
        }
    }

    @Test
    void whereTheSoundBeginsLate() throws Exception {
        for (String ending : List.of("mp4", "mkv")) {
            // the first mark of the sound is cut away, the others stay where they were
            Path late = studio.clip("late." + ending, "-i", "file:" + film, "-itsoffset", "3.468", "-ss", "3.468", "-i",
                    "file:" + film, "-map", "0:v", "-map", "1:a", "-c:v", "copy", "-c:a", "aac");
            for (List<String> steps : List.of(List.of("{'op':'volume','gain':3}"), List.of("{'op':'speed','factor':2}"),
                    List.of("{'op':'speed','factor':0.8,'preserve-pitch':false}"), List.of("{'op':'trim','start':1}", SMALL),
                    List.of("{'op':'trim','keep':'10..20,1..18'}"), List.of("{'op':'fade','target':'sound'}"),
                    List.of("{'op':'channels','split':true}"))) {
                Path out = Studio.output(studio.run(late, steps.toArray(String[]::new)));
                List<Double> flashes = new ArrayList<>(sync.flashes(out));
                List<Double> beeps = sync.beeps(out);
                assertThat(flashes.getLast() - beeps.getLast()).as(ending + " " + steps).isCloseTo(0, within(0.04));
            }
        }
    }

    /** An edit list hides what lies before the cut. */
    @Test
    void whereAnEditListHidesTheStart() throws Exception {
        Path hidden = studio.clip("hidden.mp4", "-ss", "6.3", "-i", "file:" + film, "-map", "0", "-c", "copy");
        for (String step : List.of("{'op':'volume','gain':3}", "{'op':'speed','factor':2}", "{'op':'trim','start':3.1}",
                "{'op':'speed','conform-to':25}", "{'op':'transcode','container':'mkv'}")) {
            assertThat(apart(hidden, step)).as(step).isCloseTo(0, within(0.04));
        }
    }
}
