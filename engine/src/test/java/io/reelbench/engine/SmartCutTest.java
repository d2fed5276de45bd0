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

    private String reasons(Path film, String... steps) throws Exception {
        return studio.engine.plan(studio.recipe(steps), studio.look(film)).plan().orElseThrow().explanation().reasons()
                .toString();
    }

    @Test
    void severalPartsFollowEachOtherWithTheirSound() throws Exception {
        // white for one frame and a beep with it at 2.0 s and 5.0 s
        Path film = studio.clip("flashes.mp4", "-f", "lavfi", "-i",
                "testsrc2=s=192x108:r=25:d=8,drawbox=c=white:t=fill:enable='between(t,2,2.039)+between(t,5,5.039)'", "-f",
                "lavfi",
                "-i", "aevalsrc='sin(2*PI*1000*t)*(between(t,2,2.04)+between(t,5,5.04))':s=48000:d=8", "-c:v", "libx264", "-g",
                "20", "-pix_fmt", "yuv420p", "-c:a", "pcm_s16le", "-f", "mov");
        Shots source = Shots.of(studio, film);
        String trim = "{'op':'trim','keep':'1.4..3.0,4.2..6.6'}";
        String sink = "{'op':'transcode','container':'mov'}";
        Path cut = Studio.output(studio.run(film, trim, sink));
        Shots shown = Shots.of(studio, cut, "-xerror");
        assertThat(shown.sums()).hasSize(40 + 60);
        assertThat(shown.part(0, 40).same(source.part(35, 75)) + shown.part(40, 100).same(source.part(105, 165)))
                .isGreaterThanOrEqualTo(100 - encoded(film, trim, sink));
        byte[] sound = studio.raw(cut, "-map", "0:a:0", "-f", "s16le", "-ac", "1");
        assertThat(loud(sound)).as("the beeps, in samples").satisfiesExactly(
                first -> assertThat(first).isCloseTo((int) (0.6 * 48_000), within(960)),
                second -> assertThat(second).isCloseTo((int) ((1.6 + 0.8) * 48_000), within(960)));
    }

    /** Where silence ends, in samples. */
    private static List<Integer> loud(byte[] samples) {
        List<Integer> starts = new ArrayList<>();
        int quiet = 10_000;
        for (int i = 0; i + 1 < samples.length; i += 2) {
            boolean isLoud = Math.abs((short) (samples[i] & 0xFF | samples[i + 1] << 8)) > 3000;
            if (isLoud && quiet > 4800) {
                starts.add(i / 2);
            }
            quiet = isLoud ? 0 : quiet + 1;
        }
        return starts;
    }

    @Test
    void aTurnedPictureStaysTurned() throws Exception {
        Path lying = film(new Form("lying.mp4", "-c:v", "libx264", "-g", "25"));
        Path turned = studio.clip("turned.mov", "-display_rotation", "90", "-i", lying.toString(), "-c", "copy");
        Task task = studio.run(turned, "{'op':'trim','start':1.4,'end':5.4}", "{'op':'transcode'}");
        Path cut = Studio.output(task);
        assertThat(task.outcome().notes().toString()).doesNotContain("did not fit together");
        assertThat(studio.look(cut).video().orElseThrow().upright())
                .isEqualTo(studio.look(turned).video().orElseThrow().upright());
        assertThat(studio.look(cut).video().orElseThrow().coded()).isEqualTo(studio.look(turned).video().orElseThrow().coded());
    }

    /** Early x264 told only in the first frame how it wrote such pictures: whoever begins elsewhere shows rubbish. */
    @Test
    void aPictureOfFullColourIsReadFromItsStart() throws Exception {
        Path film = film(new Form("full.mp4", "-c:v", "libx264", "-g", "25", "-pix_fmt", "yuv444p"));
        String trim = "{'op':'trim','start':3,'end':6}";
        assertThat(reasons(film, trim, "{'op':'transcode'}")).contains("can only be decoded from its first frame on");
        Task task = studio.run(film, trim, "{'op':'transcode'}");
        Shots cut = Shots.of(studio, Studio.output(task), "-xerror");
        assertThat(cut.sums()).hasSize(75);
        assertThat(studio.engine.plan(studio.recipe(trim, "{'op':'transcode'}"), studio.look(film)).plan().orElseThrow().steps()
                .toString()).contains("-ss, 0, -t, 6");
        String whole = "{'op':'trim','end':3}";
        assertThat(reasons(film, whole, "{'op':'transcode'}")).as("its beginning").contains("copied");
    }

    /** A phone's clock runs a little slow: 29.97 frames a second are 29.95, and frame 60 comes four milliseconds late. */
    @Test
    void framesThatComeALittleLateAreCountedRight() throws Exception {
        Path even = film(new Form("even.mp4", "-r", "30000/1001", "-c:v", "libx264", "-g", "30", "-bf", "0"));
        Path late = studio.clip("late.mp4", "-i", even.toString(), "-map", "0:v", "-c", "copy", "-bsf:v",
                "setts=pts=N*3005:dts=N*3005:duration=3005:time_base=1/90000", "-video_track_timescale", "90000");
        assertThat(studio.look(late).video().orElseThrow().variable()).isFalse();
        Shots source = Shots.of(studio, late);
        String trim = "{'op':'trim','start':'%.6f','end':'%.6f'}".formatted(source.times().get(0), source.times().get(45));
        Shots cut = Shots.of(studio, Studio.output(studio.run(late, trim, "{'op':'transcode'}")), "-xerror");
        assertThat(cut.sums()).isEqualTo(source.part(0, 45).sums());
    }

    @Test
    void anUnevenPictureKeepsItsTimes() throws Exception {
        Path film = studio.clip("uneven.mp4", "-f", "lavfi", "-i",
                "testsrc2=s=192x108:r=50:d=8,select='not(mod(n,2))+not(mod(n,7))'", "-fps_mode", "vfr", "-c:v", "libx264", "-g",
                "30",
                "-pix_fmt", "yuv420p");
        assertThat(studio.look(film).video().orElseThrow().variable()).isTrue();
        Shots source = Shots.of(studio, film);
        String trim = "{'op':'trim','start':'%.6f','end':'%.6f'}".formatted(source.times().get(40), source.times().get(190));
        Path cut = Studio.output(studio.run(film, trim, "{'op':'transcode','container':'mkv'}"));
        Shots shown = Shots.of(studio, cut, "-xerror");
        assertThat(shown.sums()).hasSize(150);
        assertThat(shown.drift(source.part(40, 190))).isLessThan(0.0015);
        assertThat(shown.same(source.part(40, 190))).isGreaterThan(100);
    }

    @Test
    void aLongLastFrameIsShownAsLong() throws Exception {
        // as recordings of a screen have them: nothing happens between two seconds and four
        Path film = studio.clip("still.mp4", "-f", "lavfi", "-i",
                "testsrc2=s=192x108:r=50:d=8,select='not(between(t,2,4))*not(mod(n,2))'", "-fps_mode", "vfr", "-c:v", "libx264",
                "-g", "30", "-pix_fmt", "yuv420p");
        Shots source = Shots.of(studio, film);
        for (String container : List.of("mp4", "mov", "mkv")) {
            var task = studio.run(film, "{'op':'trim','start':0.5,'end':4}",
                    "{'op':'transcode','container':'" + container + "'}");
            assertThat(task.outcome().notes().toString()).doesNotContain("did not fit");
            Path cut = Studio.output(task);
            assertThat(studio.look(cut).lengthUs().orElseThrow()).as(container).isBetween(3_450_000L, 3_550_000L);
            assertThat(Shots.of(studio, cut, "-xerror").same(source.part(13, 50))).as(container).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void fromTheBeginningOrToTheEndOneEndIsEnough() throws Exception {
        Path film = film(new Form("ends.mp4", "-c:v", "libx264", "-g", "25"));
        Shots source = Shots.of(studio, film);
        Shots beginning = Shots.of(studio, Studio.output(studio.run(film, "{'op':'trim','end':3.4}", "{'op':'transcode'}")),
                "-xerror");
        assertThat(beginning.sums()).hasSize(85);
        assertThat(beginning.same(source)).isGreaterThan(80);
        Shots end = Shots.of(studio, Studio.output(studio.run(film, "{'op':'trim','start':3.4}", "{'op':'transcode'}")),
                "-xerror");
        assertThat(end.sums()).hasSize(90);
        assertThat(end.same(source.part(85, 175))).isGreaterThanOrEqualTo(75);
    }

    @Test
    void whatCannotBeCutSoIsEncodedAndThePlanSaysWhy() throws Exception {
        String[] cut = {"{'op':'trim','start':1.4,'end':5.4}", "{'op':'transcode'}"};
        assertThat(
                reasons(studio.clip("mpeg2.mkv", "-f", "lavfi", "-i", "testsrc2=s=192x108:r=25:d=7", "-c:v", "mpeg2video"), cut))
                .contains("only H.264 and H.265");
        assertThat(reasons(film(new Form("long.mp4", "-c:v", "libx264", "-g", "500")), cut)).contains("no keyframe");
        assertThat(reasons(film(new Form("fields.mp4", "-c:v", "libx264", "-g", "25", "-flags", "+ilme+ildct")), cut))
                .contains("interlaced");
        assertThat(reasons(film(new Form("most.mp4", "-c:v", "libx264", "-g", "110")), cut)).contains("lie around the cuts");
        assertThat(reasons(film(new Form("plain2.mp4", "-c:v", "libx264", "-g", "25")), cut[0], "{'op':'scale','width':96}"))
                .contains("a step changes it");
        assertThat(reasons(film(new Form("intra.mov", "-c:v", "prores_ks", "-pix_fmt", "yuv422p10le")), cut))
                .contains("copying can begin and end at the cuts");
    }
}
