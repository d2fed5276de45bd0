package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.output.IfExists;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.queue.Task;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound of other files: it is heard, at its time and as long as asked, and the picture stays as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MuxTest {

    private static final String QUICK = "{'op':'transcode','preset':'ultrafast','crf':5}";
    /** When the click of a file comes, in seconds. */
    private static final double CLICK = 1.5;
    private static final double IN_TIME = 0.01;

    @TempDir
    static Path folder;

    private Studio studio;
    private Ears ears;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        ears = new Ears(studio);
        // 440 Hz, three seconds; frames are numbered
        Path film = studio.counted("film.mp4", 3, 50);
        for (String other : List.of("film.mov", "film.mkv")) {
            studio.clip(other, "-i", film.toString(), "-c", "copy");
        }
        studio.clip("film.webm", "-i", film.toString(), "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-c:a",
                "libopus");
        studio.clip("silent.mp4", "-i", film.toString(), "-c", "copy", "-an");
        String click = "aevalsrc='if(between(t,1.5,1.502),0.9*sin(2*PI*2000*t),0)':s=48000:d=6";
        studio.clip("click.mp4", "-f", "lavfi", "-i", "color=s=64x64:r=25:d=6", "-f", "lavfi", "-i", click, "-c:v", "libx264",
                "-c:a", "aac");
        for (String name : List.of("click.wav", "click.flac", "click.m4a", "click.mp3", "click.opus")) {
            studio.clip(name, "-f", "lavfi", "-i", click);
        }
        tone("short.wav", 2);
        tone("short.m4a", 2);
        tone("even.wav", 3);
        tone("even.m4a", 3);
        tone("even.opus", 3);
        tone("long.m4a", 4.2);
        tone("long.wav", 4.2);
    }

    @AfterAll
    void close() {
        studio.close();
    }

    /** 1000 Hz at −20 dBFS, so many seconds. */
    private void tone(String name, double seconds) throws Exception {
        studio.clip(name, "-f", "lavfi", "-i", "aevalsrc=0.1*sin(2*PI*1000*t):s=48000:d=" + seconds);
    }

    private static String mux(String audio, String options) {
        return "{'op':'mux','audio':'{dir}/" + audio + "'" + options + "}";
    }

    private Path made(String film, String... steps) throws Exception {
        return Studio.output(studio.run(folder.resolve(film), steps));
    }

    private Planned planned(String film, String... steps) throws Exception {
        return studio.engine.plan(studio.recipe(steps), studio.look(folder.resolve(film)));
    }

    private byte[] packets(Path file, String stream) throws Exception {
        return studio.raw(file, "-map", "0:" + stream, "-c", "copy", "-f", "rawvideo");
    }

    private static double seconds(Track track, Media media) {
        return track.facts().endUs(media.startUs()).orElseThrow() / 1e6;
    }

    /** When a click is heard after the first picture, in seconds. */
    private double click(Path file, int track) throws Exception {
        FloatBuffer samples = ByteBuffer.wrap(studio.raw(file, "-map", "0:a:" + track, "-af",
                "pan=mono|c0=c0,aresample=48000:async=1:first_pts=0", "-f", "f32le")).order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float most = 0;
        for (int i = 0; i < samples.limit(); i++) {
            most = Math.max(most, Math.abs(samples.get(i)));
        }
        assertThat(most).isGreaterThan(0.1f);
        int at = 0;
        while (Math.abs(samples.get(at)) < most / 2) {
            at++;
        }
        Media media = studio.look(file);
        long picture = media.video().orElseThrow().facts().startUs().orElse(0) - media.startUs();
        return (double) at / Ears.RATE - picture / 1e6;
    }

    @ParameterizedTest
    @CsvSource({"film.mp4,even.m4a", "film.mp4,even.wav", "film.mov,even.m4a", "film.mov,even.wav", "film.mkv,even.m4a",
            "film.mkv,even.wav", "film.webm,even.opus", "film.webm,even.wav", "silent.mp4,even.wav"})
    void theOtherSoundIsHeardAndThePictureIsCopied(String film, String audio) throws Exception {
        Path made = made(film, mux(audio, ",'language':'de'"));
        assertThat(ears.tone(made, 0, 0, 1000)).isCloseTo(-20, within(1.0));
        assertThat(ears.tone(made, 0, 0, 440)).isLessThan(-60);
        assertThat(packets(made, "v")).isEqualTo(packets(folder.resolve(film), "v"));
        Media media = studio.look(made);
        assertThat(media.all(Track.Audio.class)).singleElement().satisfies(sound -> {
            assertThat(sound.facts().language().orElseThrow().code()).isEqualTo("deu");
            assertThat(sound.facts().dispositions()).contains("default");
            assertThat(seconds(sound, media)).isCloseTo(3, within(0.06));
        });
        assertThat(seconds(media.video().orElseThrow(), media)).isCloseTo(3, within(0.05));
    }

    @Test
    void whatFitsIsCopiedByteByByte() throws Exception {
        for (String film : List.of("film.mp4", "film.mkv", "film.mov")) {
            assertThat(packets(made(film, mux("even.m4a", "")), "a"))
                    .isEqualTo(packets(folder.resolve("even.m4a"), "a"));
        }
        assertThat(packets(made("film.webm", mux("even.opus", "")), "a")).isEqualTo(packets(folder.resolve("even.opus"), "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"film.mp4,click.m4a", "film.mp4,click.mp3", "film.mp4,click.wav", "film.mp4,click.mp4",
            "film.mov,click.m4a", "film.mov,click.wav", "film.mkv,click.m4a", "film.mkv,click.mp3", "film.mkv,click.flac",
            "film.mkv,click.opus", "film.mkv,click.wav", "film.webm,click.opus", "film.webm,click.m4a"})
    void soundIsInTime(String pair) throws Exception {
        String film = pair.split(",")[0];
        String audio = pair.split(",")[1];
        for (double offset : new double[]{0, 0.2, -0.2}) {
            Path made = made(film, mux(audio, ",'offset':'" + offset + "'"));
            assertThat(click(made, 0)).as(made + " of " + audio + " by " + offset).isCloseTo(CLICK + offset, within(IN_TIME));
            assertThat(studio.look(made).lengthUs().orElseThrow()).isCloseTo(3_000_000L, within(80_000L));
            if (offset != 0) {
                Path louder = made(film, mux(audio, ",'gain':-3,'offset':'" + offset + "'"));
                assertThat(click(louder, 0)).as("encoded").isCloseTo(CLICK + offset, within(IN_TIME));
            }
        }
    }

    @Test
    void aShorterSoundIsFilledWithSilence() throws Exception {
        Path made = made("film.mp4", mux("short.m4a", ""));
        Media media = studio.look(made);
        assertThat(seconds(media.audio().orElseThrow(), media)).isCloseTo(3, within(0.03));
        float[] samples = ears.channel(made, 0, 0);
        assertThat(Ears.tone(samples, 48_000, 90_000, 1000)).isCloseTo(-20, within(1.0));
        assertThat(Ears.tone(samples, 99_000, 140_000, 1000)).isLessThan(-70);
        assertThat(planned("film.mp4", mux("short.m4a", "")).plan().orElseThrow().explanation().reasons().toString())
                .contains("silence is put behind it");
        // who asks for the very packets gets them
        Path copied = made("film.mp4", mux("short.m4a", ""), "{'op':'transcode','audio-codec':'copy'}");
        assertThat(packets(copied, "a")).isEqualTo(packets(folder.resolve("short.m4a"), "a"));
    }

    @ParameterizedTest
    @CsvSource({"short.wav,video,3,3", "short.wav,shortest,2,2", "short.wav,audio,2,2", "short.wav,longest,3,3",
            "long.m4a,video,3,3", "long.m4a,shortest,3,3", "long.m4a,audio,4.2,4.2", "long.m4a,longest,4.2,4.2",
            "long.wav,longest,4.2,4.2"})
    void itLastsAsLongAsAsked(String audio, String length, double picture, double sound) throws Exception {
        for (String film : List.of("film.mp4", "film.mkv")) {
            Path made = made(film, mux(audio, ",'length':'" + length + "'"), QUICK.replace(",'preset':'ultrafast','crf':5", ""));
            Media media = studio.look(made);
            double end = film.endsWith("mkv")
                    ? media.lengthUs().orElseThrow() / 1e6
                    : seconds(media.video().orElseThrow(), media);
            boolean cut = picture < 3;
            assertThat(end).isCloseTo(picture, within(cut ? 0.2 : 0.05));
            assertThat(ears.channel(made, 0, 0).length / (double) Ears.RATE).isCloseTo(sound, within(0.06));
            assertThat(planned(film, mux(audio, ",'length':'" + length + "'")).plan().orElseThrow().steps().toString()
                    .contains("-c:v:0, copy")).isEqualTo(picture <= 3);
        }
    }

    @Test
    void theLastFrameIsHeld() throws Exception {
        Path made = made("film.mp4", mux("long.wav", ",'length':'longest'"), QUICK);
        List<Integer> frames = studio.frames(made);
        assertThat(frames).hasSize(105);
        assertThat(frames.subList(0, 50)).isEqualTo(studio.frames(folder.resolve("film.mp4")).subList(0, 50));
        assertThat(Set.copyOf(frames.subList(74, 105))).isEqualTo(Set.of(74 - 50));
        assertThat(planned("film.mp4", mux("long.wav", ",'length':'longest'")).plan().orElseThrow().explanation().reasons()
                .toString()).contains("its last frame is held for 0:01.2");
    }

    @Test
    void aCutBelowTakesWhatIsHeldAlong() throws Exception {
        Path made = made("film.mp4", mux("long.wav", ",'length':'longest'"), "{'op':'trim','start':2.8,'end':4}", QUICK);
        assertThat(studio.frames(made)).hasSize(30).startsWith(20, 21, 22, 23, 24, 24).endsWith(24);
        Path held = made("film.mp4", mux("long.wav", ",'length':'longest'"), "{'op':'trim','start':3.4,'end':4}", QUICK);
        assertThat(Set.copyOf(studio.frames(held))).isEqualTo(Set.of(24));
        assertThat(ears.channel(held, 0, 0).length / (double) Ears.RATE).isCloseTo(0.6, within(0.05));
    }

    @Test
    void bothAreHeardInAMix() throws Exception {
        Path made = made("film.mp4", mux("even.wav", ",'mode':'mix','gain':-6"));
        assertThat(ears.tone(made, 0, 0, 1000)).isCloseTo(-26, within(1.0));
        assertThat(ears.tone(made, 0, 0, 440)).isCloseTo(ears.tone(folder.resolve("film.mp4"), 0, 0, 440), within(0.5));
        assertThat(packets(made, "v")).isEqualTo(packets(folder.resolve("film.mp4"), "v"));
        assertThat(studio.look(made).audio().orElseThrow().facts().language().orElseThrow().code()).isEqualTo("deu");
    }

    @Test
    void oneMoreTrackLeavesTheFirstAsItWas() throws Exception {
        Path made = made("film.mkv", mux("even.m4a", ",'mode':'add','language':'fr'"));
        List<Track.Audio> sounds = studio.look(made).all(Track.Audio.class);
        assertThat(sounds).extracting(s -> s.facts().language().orElseThrow().code()).containsExactly("deu", "fra");
        assertThat(packets(made, "a:0")).isEqualTo(packets(folder.resolve("film.mkv"), "a"));
        assertThat(packets(made, "a:1")).isEqualTo(packets(folder.resolve("even.m4a"), "a"));
        assertThat(sounds).extracting(s -> s.facts().dispositions().contains("default")).containsExactly(true, false);
        Path other = made("film.mkv", mux("even.m4a", ",'mode':'add','default-track':'yes'"));
        assertThat(studio.look(other).all(Track.Audio.class)).extracting(s -> s.facts().dispositions().contains("default"))
                .containsExactly(false, true);
    }

    @Test
    void theOrderOfTheStepsDecidesWhatIsCut() throws Exception {
        // the film begins at 1, the sound at its own beginning
        Path above = made("film.mp4", "{'op':'trim','start':1}", mux("click.wav", ""), QUICK);
        assertThat(click(above, 0)).isCloseTo(CLICK, within(IN_TIME));
        // both lose their first second
        Path below = made("film.mp4", mux("click.wav", ""), "{'op':'trim','start':1}", QUICK);
        assertThat(click(below, 0)).isCloseTo(CLICK - 1, within(IN_TIME));
        for (Path made : List.of(above, below)) {
            assertThat(studio.frames(made).subList(0, 3)).containsExactly(25, 26, 27);
            assertThat(studio.look(made).lengthUs().orElseThrow()).isCloseTo(2_000_000L, within(60_000L));
        }
        Path parts = made("film.mp4", mux("click.wav", ",'mode':'add'"), "{'op':'trim','keep':'0..0.4,1.2..2.4'}", QUICK);
        assertThat(click(parts, 1)).isCloseTo(0.4 + CLICK - 1.2, within(IN_TIME));
        Path partsAbove = made("film.mp4", "{'op':'trim','keep':'0..0.4,1.2..2.8'}", mux("click.m4a", ""), QUICK);
        assertThat(click(partsAbove, 0)).isCloseTo(CLICK, within(IN_TIME));
    }

    @Test
    void aCopiedCutBeginsEarlierAndTheSoundWithIt() throws Exception {
        // keyframes at 0 and 2: asked for 2.2
        Path below = made("film.mp4", mux("click.m4a", ",'offset':1"), "{'op':'trim','start':2.2,'mode':'copy'}");
        assertThat(click(below, 0)).isCloseTo(CLICK + 1 - 2, within(IN_TIME));
        Path above = made("film.mp4", "{'op':'trim','start':2.2,'mode':'copy'}", mux("click.m4a", ",'offset':-1.2"));
        assertThat(click(above, 0)).isCloseTo(CLICK - 1.2 + 0.2, within(IN_TIME));
    }

    @Test
    void aSmartCutTakesTheSoundAlong() throws Exception {
        Path film = studio.counted("keyed.mp4", 8, 10);
        String trim = "{'op':'trim','start':1.28,'end':5.2}";
        for (String audio : List.of("click.wav", "click.m4a")) {
            Path below = made("keyed.mp4", mux(audio, ",'offset':1"), trim);
            assertThat(click(below, 0)).as("below").isCloseTo(CLICK + 1 - 1.28, within(IN_TIME));
            Path above = made("keyed.mp4", trim, mux(audio, ""));
            assertThat(click(above, 0)).as("above").isCloseTo(CLICK, within(IN_TIME));
            Path mixed = made("keyed.mp4", trim, mux(audio, ",'mode':'mix','offset':0.5"));
            assertThat(click(mixed, 0)).as("mixed").isCloseTo(CLICK + 0.5, within(IN_TIME));
            for (Path made : List.of(below, above, mixed)) {
                assertThat(studio.frames(made)).hasSize(98).startsWith(32, 33, 34);
                assertThat(studio.look(made).lengthUs().orElseThrow()).isCloseTo(3_920_000L, within(60_000L));
            }
        }
        assertThat(studio.engine.plan(studio.recipe(mux("click.wav", ""), trim), studio.look(film)).plan().orElseThrow()
                .explanation().reasons().toString()).contains("frames");
        Path parts = made("keyed.mp4", mux("click.wav", ",'mode':'add'"), "{'op':'trim','keep':'0.2..1.2,1.44..6'}");
        assertThat(click(parts, 1)).as("parts").isCloseTo(1 + CLICK - 1.44, within(IN_TIME));
    }

    @Test
    void stepsBelowWorkOnItLikeOnAnySound() throws Exception {
        Path faster = made("film.mp4", mux("click.wav", ""), "{'op':'speed','factor':2}", QUICK);
        assertThat(click(faster, 0)).isCloseTo(CLICK / 2, within(0.03));
        Path softer = made("film.mp4", mux("even.wav", ""), "{'op':'volume','gain':-6}");
        assertThat(ears.tone(softer, 0, 0, 1000)).isCloseTo(-26, within(1.0));
        Path level = made("film.mp4", mux("even.wav", ",'mode':'mix'"), "{'op':'volume','peak':-3}",
                "{'op':'extract-audio','format':'wav'}");
        assertThat(ears.peak(level, 0)).isCloseTo(-3, within(0.05));
        Path alone = made("film.mp4", mux("even.wav", ",'offset':1"), "{'op':'extract-audio','format':'wav'}");
        assertThat(Ears.tone(ears.channel(alone, 0, 0), 0, 40_000, 1000)).isLessThan(-80);
        assertThat(ears.channel(alone, 0, 0)).hasSize(3 * Ears.RATE);
        Path quiet = made("film.mp4", mux("even.wav", ""), "{'op':'loudness','standard':'ebu-r128'}");
        assertThat(ears.loudness(quiet, 0)).isCloseTo(-23, within(0.5));
    }

    @Test
    void piecesTakeTheirPartOfIt() throws Exception {
        studio.counted("sliced.mp4", 6, 10);
        for (String mode : List.of("smart", "copy")) {
            Path pieces = made("sliced.mp4", mux("click.wav", ",'offset':1"), "{'op':'slice','every':2,'mode':'" + mode + "'}");
            List<Path> files;
            try (var inside = Files.list(pieces)) {
                files = inside.filter(f -> f.toString().endsWith(".mp4")).sorted().toList();
            }
            assertThat(files).hasSize(3);
            assertThat(click(files.get(1), 0)).as(mode).isCloseTo(CLICK + 1 - 2, within(0.03));
        }
    }

    @Test
    void theSameClipMayBeSeenInTheCornerAndHeard() throws Exception {
        Path made = made("film.mp4", "{'op':'overlay','image':'{dir}/click.mp4','size':20}", mux("click.mp4", ",'mode':'mix'"),
                QUICK);
        assertThat(click(made, 0)).isCloseTo(CLICK, within(IN_TIME));
        assertThat(planned("film.mp4", mux("click.mp4", ""), "{'op':'overlay','image':'{dir}/click.mp4'}").plan().orElseThrow()
                .steps().toString()).contains("movie=");
    }

    @Test
    void whatCannotBeUsedIsSaidBefore() throws Exception {
        Path list = Files.writeString(folder.resolve("list.wav"), "#EXTM3U\n/etc/passwd\n");
        Path text = Files.writeString(folder.resolve("text.srt"), "nothing\nof any time\n");
        says(mux("nowhere.wav", ""), "audio", "is not there");
        says(mux("silent.mp4", ""), "audio", "silent.mp4 has no sound");
        says(mux(list.getFileName().toString(), ""), "audio", "list.wav");
        says("{'op':'mux','subtitle':'" + text + "'}", "subtitle", "no times of subtitles");
        Path rough = Files.writeString(folder.resolve("rough.srt"), "1\n00:01,000 --> 00:02,000\nHello\n");
        says("{'op':'mux','subtitle':'" + rough + "'}", "subtitle", "its times are not written as");
        says("{'op':'mux','subtitle':'{dir}/film.mp4'}", "subtitle", "no times of subtitles");
        says("{'op':'mux'}", "audio", "give a file");
        says(mux("even.wav", ",'offset':-4"), "offset", "nothing of even.wav would be heard");
        says(mux("even.wav", ",'offset':4"), "offset", "the sound would begin at");
        says(mux("{nmae}.wav", ""), "audio", "{nmae}");
        says(mux("even.wav", ",'language':'de,fr'"), "language", "2 languages for 1 new tracks");
    }

    private void says(String step, String option, String words) throws Exception {
        Planned planned = planned("film.mp4", step);
        assertThat(planned.plan()).isEmpty();
        assertThat(planned.problems().getFirst().option()).isEqualTo(option);
        assertThat(planned.problems().getFirst().text().toString()).contains(words);
    }

    @Test
    void aFileThatIsReadIsNeverReplaced() throws Exception {
        Path there = folder.resolve("read");
        Files.createDirectories(there);
        Path film = Files.copy(folder.resolve("film.mp4"), there.resolve("film.mp4"));
        Path sound = Files.copy(folder.resolve("even.m4a"), there.resolve("sound.mp4"));
        byte[] before = Files.readAllBytes(sound);
        OutputWish wish = new OutputWish(Optional.of(sound), Optional.empty(), new OutputWish().name(), IfExists.REPLACE, true);
        Task task = studio.run(film, wish, mux("sound.mp4", ""));
        assertThat(task.outcome().results()).isEmpty();
        assertThat(Files.readAllBytes(sound)).isEqualTo(before);
    }
}
