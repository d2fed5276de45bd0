package io.reelbench.engine;

import io.reelbench.engine.Joins.Marked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Twelve clips that differ in what clips differ in: every two of them become one film that plays, lasts as long as both and is in sync. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcatPairsTest {

    @TempDir
    static Path folder;

    private Studio studio;
    private Joins joins;
    private final Map<String, Marked> clips = new LinkedHashMap<>();

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        joins = new Joins(studio);
        List<String> x264 = List.of("-c:v", "libx264", "-preset", "veryfast", "-c:a", "aac");
        add(joins.film("plain.mp4", "160x90", "25", 1.2, x264));
        add(joins.film("size.mp4", "128x128", "25", 1, x264));
        add(joins.film("shape.mkv", "80x90", "25", 1.2, x264, "-vf", "setsar=2"));
        add(joins.film("rate.mov", "160x90", "30000/1001", 1.001, x264));
        add(joins.film("hertz.mp4", "160x90", "25", 1.2, 44_100, "mono", x264));
        add(joins.film("six.mp4", "160x90", "25", 1.2, 48_000, "5.1", x264));
        add(joins.film("mute.mp4", "160x90", "25", 1.2, x264, "-an"));
        add(joins.film("hevc.mp4", "160x90", "25", 1.2, List.of("-c:v", "libx265", "-preset", "ultrafast", "-x265-params",
                "log-level=error", "-tag:v", "hvc1", "-c:a", "libmp3lame")));
        add(joins.film("baseline.mp4", "160x90", "25", 1.2, List.of("-c:v", "libx264", "-profile:v", "baseline", "-c:a", "aac")));
        add(joins.film("clock.mp4", "160x90", "25", 1.2, x264, "-video_track_timescale", "90000"));
        Marked lying = joins.film("upright.mp4", "90x160", "25", 1.2, x264);
        add(new Marked(studio.clip("lying.mp4", "-display_rotation:0", "90", "-i", "file:" + lying.file(), "-c", "copy"), 1.2,
                true));
        add(joins.film("ten.mkv", "160x90", "25", 1.2, List.of("-c:v", "libx264", "-pix_fmt", "yuv420p10le", "-c:a", "flac")));
        add(new Marked(studio.clip("order.mp4", "-i", "file:" + clips.get("plain.mp4").file(), "-map", "0:a", "-map", "0:v", "-c",
                "copy"), 1.2, true));
        add(joins.film("stream.ts", "160x90", "25", 1.2, x264));
    }

    private void add(Marked clip) {
        clips.put(clip.file().getFileName().toString(), clip);
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private void join(List<String> problems, Marked... both) throws Exception {
        List<Marked> those = List.of(both);
        String what = those.stream().map(m -> m.file().getFileName().toString()).toList().toString();
        try {
            joins.check(what, Studio.output(studio.join(Joins.files(those), "{'op':'concat'}")), those);
        } catch (AssertionError wrong) {
            problems.add(what + ": " + wrong.getMessage().strip().lines().findFirst().orElse(""));
        }
    }

    @Test
    void eachWithTheUsualOne() throws Exception {
        List<String> problems = new ArrayList<>();
        Marked plain = clips.get("plain.mp4");
        for (Marked other : clips.values()) {
            join(problems, plain, other, plain);
            join(problems, other, plain);
        }
        org.assertj.core.api.Assertions.assertThat(problems).isEmpty();
    }

    @Test
    @Tag("slow")
    void everyTwo() throws Exception {
        List<String> problems = new ArrayList<>();
        for (Marked one : clips.values()) {
            for (Marked other : clips.values()) {
                join(problems, one, other);
            }
        }
        org.assertj.core.api.Assertions.assertThat(problems).isEmpty();
    }
}
