package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.queue.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exact cuts that encode only the frames around the cuts: every other frame is the source's, none is missing, none is late. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmartCutTest {

    private static final Pattern ENCODED = Pattern.compile("copied, but for (\\d+) of (\\d+) frames");

    private Studio studio;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        studio = new Studio(folder);
    }

    @AfterAll
    void close() {
        studio.close();
    }

    /**
     * A clip to be cut.
     *
     * @param name  with the ending of its container
     * @param video how its picture is made
     */
    record Form(String name, String... video) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Form> forms() {
        return Stream.of(new Form("plain.mp4", "-c:v", "libx264", "-g", "25"),
                new Form("base.mp4", "-c:v", "libx264", "-g", "25", "-profile:v", "baseline"),
                new Form("pyramid.mov", "-c:v", "libx264", "-g", "24", "-bf", "3", "-preset", "slow"),
                new Form("main.mkv", "-c:v", "libx264", "-g", "25", "-profile:v", "main", "-bf", "1", "-refs", "2"),
                new Form("plain.ts", "-c:v", "libx264", "-g", "25"),
                new Form("ten.mp4", "-c:v", "libx264", "-g", "25", "-pix_fmt", "yuv420p10le"),
                new Form("ntsc.mp4", "-r", "30000/1001", "-c:v", "libx264", "-g", "30"),
                new Form("hevc.mp4", "-c:v", "libx265", "-x265-params", "log-level=error:keyint=25:open-gop=0", "-tag:v", "hvc1"),
                new Form("open.mkv", "-c:v", "libx265", "-x265-params", "log-level=error:keyint=25:min-keyint=25:open-gop=1"),
                new Form("hevcten.ts", "-c:v", "libx265", "-x265-params", "log-level=error:keyint=25", "-pix_fmt",
                        "yuv420p10le"));
    }

    private Path film(Form form) throws Exception {
        List<String> all = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=s=192x108:r=25:d=7", "-f", "lavfi", "-i",
                "sine=440:r=48000:d=7", "-c:a", "aac", "-preset", "veryfast", "-pix_fmt", "yuv420p"));
        all.addAll(List.of(form.video()));
        return studio.clip(form.name(), all.toArray(String[]::new));
    }

    /** How many frames the plan says that it encodes. */
    private int encoded(Path film, String... steps) throws Exception {
        String reasons = studio.engine.plan(studio.recipe(steps), studio.look(film)).plan().orElseThrow().explanation().reasons()
                .toString();
        Matcher said = ENCODED.matcher(reasons);
        assertThat(said.find()).as(reasons).isTrue();
        return Integer.parseInt(said.group(1));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void allFramesBetweenTheSeamsAreTheSources(Form form) throws Exception {
        Path film = film(form);
        Shots source = Shots.of(studio, film);
        int from = 34;
        int to = 149;
        String[] containers = form.name().endsWith(".mp4") ? new String[]{"mp4", "mkv", "mov", "ts"} : new String[]{"mp4", "mkv"};
        for (String container : containers) {
            String trim = "{'op':'trim','start':'" + source.times().get(from) + "','end':'"
                    + source.times().get(to) + "'}";
            String sink = "{'op':'transcode','container':'" + container + "'}";
            Task task = studio.run(film, trim, sink);
            Path out = Studio.output(task);
            Shots cut = Shots.of(studio, out, "-xerror");
            Shots wanted = source.part(from, to);
            assertThat(task.outcome().notes().toString()).as("nothing fell back").doesNotContain("did not fit together");
            assertThat(cut.sums()).as(container).hasSize(to - from);
            int copied = to - from - encoded(film, trim, sink);
            assertThat(copied).as("copied of " + form + " into " + container).isGreaterThanOrEqualTo(60);
            assertThat(cut.same(wanted)).as("the very frames of " + form + " in " + container).isGreaterThanOrEqualTo(copied);
            assertThat(cut.drift(wanted)).as("times in " + container).isLessThan(0.0015);
            Media media = studio.look(out);
            double length = source.times().get(to) - source.times().get(from);
            media.tracks().forEach(t -> assertThat(t.facts().lengthUs().orElseThrow() / 1e6).as(container + t.codec())
                    .isCloseTo(length, within(container.equals("ts") ? 0.2 : 0.045)));
        }
    }

}
