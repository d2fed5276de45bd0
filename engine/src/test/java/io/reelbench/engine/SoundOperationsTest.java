package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.queue.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The operations of the sound on real clips; levels, tones and lengths are measured in what came out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoundOperationsTest {

    @TempDir
    static Path folder;

    private Studio studio;
    private Ears ears;
    private Path quiet;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        ears = new Ears(studio);
        // a tone whose highest sample is at -20 dBFS
        quiet = studio.clip("quiet.mov", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=3", "-f", "lavfi", "-i",
                "aevalsrc=0.1*sin(2*PI*440*t):s=48000:d=3", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "pcm_s24le");
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private Path made(Path clip, String... steps) throws Exception {
        return Studio.output(studio.run(clip, steps));
    }

    @Test
    void aGainIsExactAndThePictureIsCopied() throws Exception {
        Path out = made(quiet, "{'op':'volume','gain':6.5}");
        assertThat(ears.peak(out, 0)).isCloseTo(-13.5, within(0.01));
        assertThat(studio.raw(out, "-map", "0:v", "-c", "copy", "-f", "framemd5"))
                .isEqualTo(studio.raw(quiet, "-map", "0:v", "-c", "copy", "-f", "framemd5"));
    }

    @Test
    void aLimitHoldsThePeaksAndMovesNothing() throws Exception {
        Path out = made(quiet, "{'op':'volume','gain':30}");
        assertThat(ears.peak(out, 0)).isCloseTo(-1, within(0.05));
        assertThat(ears.channel(out, 0, 0)).hasSameSizeAs(ears.channel(quiet, 0, 0));
        assertThat(ears.peak(made(quiet, "{'op':'volume','gain':30,'limit':false}"), 0)).isCloseTo(0, within(0.01));
        // a limiter that waits for what comes would begin with silence
        assertThat(Math.abs(ears.channel(out, 0, 0)[27])).isGreaterThan(0.5f);
    }

    @Test
    void aPeakIsMeasuredFirst() throws Exception {
        Task task = studio.run(quiet, "{'op':'volume','peak':-3}");
        assertThat(ears.peak(Studio.output(task), 0)).isCloseTo(-3, within(0.01));
        assertThat(task.outcome().notes()).extracting(Object::toString)
                .containsExactly("Highest sample -20 → -3 dBFS, a gain of +17 dB");
    }

    @Test
    void mutedTracksAreSilentAndStay() throws Exception {
        assertThat(ears.peak(made(quiet, "{'op':'volume','mute':true}"), 0)).isLessThan(-120);
    }

    /** A tone in each channel, 300, 400, … Hz at -20 dBFS each. */
    private static String tones(int channels) {
        return IntStream.range(0, channels).mapToObj(i -> "0.1*sin(2*PI*%d*t)".formatted(hertz(i)))
                .collect(Collectors.joining("|"));
    }

    private static int hertz(int channel) {
        return 300 + 100 * channel;
    }

    private Path surround(String name) throws Exception {
        return studio.clip(name, "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=3", "-f", "lavfi", "-i",
                "aevalsrc=" + tones(6) + ":c=5.1:s=48000:d=3", "-c:v", "libx264", "-preset", "ultrafast", "-c:a",
                name.endsWith("mkv") ? "flac" : "pcm_s24le", "-metadata:s:a:0", "language=deu");
    }

    /** A film with so many mono tracks, a tone in each. */
    private Path mono(String name, int tracks) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=4"));
        List<String> maps = new ArrayList<>(List.of("-map", "0:v"));
        for (int i = 0; i < tracks; i++) {
            arguments.addAll(List.of("-f", "lavfi", "-i", "aevalsrc=0.1*sin(2*PI*%d*t):s=48000:d=4".formatted(hertz(i))));
            maps.addAll(List.of("-map", (i + 1) + ":a"));
        }
        arguments.addAll(maps);
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-c:a", "pcm_s16le"));
        return studio.clip(name, arguments.toArray(String[]::new));
    }

    private List<Track.Audio> sounds(Path file) throws Exception {
        return studio.look(file).all(Track.Audio.class);
    }

    /** Which of the tones are heard in a channel, by the channel that each came from. */
    private List<Integer> heard(Path file, int track, int channel, int tones) throws Exception {
        List<Integer> heard = new ArrayList<>();
        for (int i = 0; i < tones; i++) {
            if (ears.tone(file, track, channel, hertz(i)) > -50) {
                heard.add(i);
            }
        }
        return heard;
    }

    @Test
    void aMixDownFollowsTheUsualMatrix() throws Exception {
        Path film = surround("surround.mov");
        Path stereo = made(film, "{'op':'channels'}");
        assertThat(sounds(stereo)).singleElement().extracting(Track.Audio::channels).isEqualTo(2);
        assertThat(heard(stereo, 0, 0, 6)).containsExactly(0, 2, 4);
        assertThat(heard(stereo, 0, 1, 6)).containsExactly(1, 2, 5);
        double left = ears.tone(stereo, 0, 0, hertz(0));
        assertThat(ears.tone(stereo, 0, 0, hertz(2)) - left).isCloseTo(-3, within(0.1));
        Path dialogue = made(film, "{'op':'channels','downmix':'dialogue'}");
        assertThat(ears.tone(dialogue, 0, 0, hertz(2)) - ears.tone(dialogue, 0, 0, hertz(0))).isCloseTo(0, within(0.1));
        Path right = made(film, "{'op':'channels','layout':'mono','downmix':'right'}");
        assertThat(heard(right, 0, 0, 6)).containsExactly(1);
        assertThat(ears.tone(right, 0, 0, hertz(1))).isCloseTo(-20, within(0.1));
    }

    @Test
    void aMixDownOfFullChannelsDoesNotClip() throws Exception {
        Path loud = studio.clip("loud.mov", "-f", "lavfi", "-i",
                "aevalsrc=" + String.join("|", Collections.nCopies(6, "0.99*sin(2*PI*300*t)")) + ":c=5.1:s=48000:d=2", "-c:a",
                "pcm_f32le");
        for (String layout : List.of("mono", "stereo", "2.1", "4.0")) {
            Path out = made(loud, "{'op':'channels','layout':'" + layout + "'}");
            assertThat(ears.peak(out, 0)).as(layout).isLessThanOrEqualTo(-0.05);
        }
    }

    @Test
    void monoBecomesStereoAtItsOwnLevel() throws Exception {
        Path stereo = made(quiet, "{'op':'channels','layout':'stereo'}");
        assertThat(ears.tone(stereo, 0, 0, 440)).isCloseTo(-20, within(0.05));
        assertThat(ears.tone(stereo, 0, 1, 440)).isCloseTo(-20, within(0.05));
        Path coded = made(quiet, "{'op':'transcode','audio-channels':'stereo'}");
        assertThat(ears.tone(coded, 0, 1, 440)).isCloseTo(-20, within(0.1));
    }

    @Test
    void splitAndMergedAgainIsTheSame() throws Exception {
        Path film = surround("whole.mkv");
        Path split = made(film, "{'op':'channels','split':true}");
        List<Track.Audio> tracks = sounds(split);
        assertThat(tracks).hasSize(6).allMatch(t -> t.channels() == 1)
                .allMatch(t -> t.facts().language().orElseThrow().toString().equals("deu"));
        for (int i = 0; i < 6; i++) {
            assertThat(heard(split, i, 0, 6)).containsExactly(i);
        }
        Path merged = made(split, "{'op':'channels','merge':'all'}");
        assertThat(sounds(merged)).singleElement().extracting(Track.Audio::channels).isEqualTo(6);
        for (int i = 0; i < 6; i++) {
            assertThat(heard(merged, 0, i, 6)).containsExactly(i);
            assertThat(ears.tone(merged, 0, i, hertz(i))).isCloseTo(-20, within(0.05));
        }
        Path titled = made(film, "{'op':'channels','split':true}", "{'op':'transcode','container':'mkv'}");
        assertThat(sounds(titled)).extracting(t -> t.facts().title().orElse("")).containsExactly("Left", "Right", "Centre",
                "Bass", "Back left", "Back right");
    }

    @Test
    void aPatchTakesAnyChannelOfAnyTrack() throws Exception {
        Path swapped = made(made(mono("two.mov", 2), "{'op':'channels','merge':'1,2'}"), "{'op':'channels','map':'L=1.2,R=1.1'}");
        assertThat(heard(swapped, 0, 0, 2)).containsExactly(1);
        assertThat(heard(swapped, 0, 1, 2)).containsExactly(0);
        Path three = made(mono("three.mov", 3), "{'op':'volume','gain':-6,'tracks':'3'}",
                "{'op':'channels','map':'R=1.1,L=3.1'}");
        assertThat(sounds(three)).hasSize(1);
        assertThat(heard(three, 0, 0, 3)).containsExactly(2);
        assertThat(ears.tone(three, 0, 0, hertz(2))).isCloseTo(-26, within(0.05));
        assertThat(heard(three, 0, 1, 3)).containsExactly(0);
    }

    @Test
    void droppedAndReorderedTracksAreCopied() throws Exception {
        Path film = mono("three-tracks.mov", 3);
        Path out = made(film, "{'op':'channels','tracks':'3,1'}");
        assertThat(packets(out, 0)).isEqualTo(packets(film, 2));
        assertThat(packets(out, 1)).isEqualTo(packets(film, 0));
        assertThat(sounds(out)).hasSize(2);
    }

    private List<String> packets(Path file, int track) throws Exception {
        String lines = new String(studio.raw(file, "-map", "0:a:" + track, "-c", "copy", "-f", "framemd5"));
        return lines.lines().filter(l -> !l.startsWith("#")).map(l -> l.split(",")[5].strip()).toList();
    }

    @Test
    void partsAreJoinedWhereOneSoundIsMadeOfTwo() throws Exception {
        Path film = mono("parts.mov", 3);
        Path out = made(film, "{'op':'trim','keep':'2..3,0..1'}", "{'op':'volume','gain':-6,'tracks':'2'}",
                "{'op':'channels','merge':'2,1'}", "{'op':'fade','in':0,'out':'0.5','target':'sound'}");
        assertThat(sounds(out)).extracting(Track.Audio::channels).containsExactly(2, 1);
        assertThat(heard(out, 0, 0, 3)).containsExactly(1);
        assertThat(ears.tone(out, 0, 0, hertz(1))).isCloseTo(-26, within(0.1));
        assertThat(heard(out, 0, 1, 3)).containsExactly(0);
        assertThat(heard(out, 1, 0, 3)).containsExactly(2);
        assertThat(ears.channel(out, 0, 0).length).isCloseTo(2 * Ears.RATE, within(1100));
        assertThat(ears.peak(made(film, "{'op':'trim','keep':'2..3,0..1','mode':'copy'}", "{'op':'channels','merge':'all'}"), 0))
                .isCloseTo(-20, within(0.2));
    }

    @Test
    void aLateTrackIsMergedInTime() throws Exception {
        Path early = mono("early.mov", 1);
        Path late = studio.clip("late.mkv", "-i", "file:" + early, "-itsoffset", "0.5", "-i", "file:" + early, "-map", "0:v",
                "-map", "0:a", "-map", "1:a", "-c", "copy", "-t", "3");
        float[] second = ears.channel(made(late, "{'op':'channels','merge':'all'}", "{'op':'transcode','audio-codec':'pcm'}"), 0,
                1);
        assertThat(firstLoud(second)).isCloseTo(Ears.RATE / 2, within(100));
    }

    private static int firstLoud(float[] samples) {
        return IntStream.range(0, samples.length).filter(i -> Math.abs(samples[i]) > 0.02).findFirst().orElseThrow();
    }

    @Test
    void picturesAndSoundsFadeAlike() throws Exception {
        Path counted = studio.clip("grey.mov", "-f", "lavfi", "-i", "color=white:s=160x90:r=25:d=4", "-f", "lavfi", "-i",
                "aevalsrc=0.5*sin(2*PI*440*t):s=48000:d=4", "-c:v", "libx264", "-preset", "ultrafast", "-qp", "4", "-c:a",
                "pcm_s16le");
        Path out = made(counted, "{'op':'fade','in':1,'out':2,'curve':'linear'}");
        byte[] luma = studio.raw(out, "-map", "0:v", "-vf", "scale=1:1,format=gray", "-f", "rawvideo");
        assertThat(luma).hasSize(100);
        assertThat(luma[0] & 0xFF).isLessThan(4);
        assertThat(luma[12] & 0xFF).isCloseTo(122, within(8));
        assertThat(luma[30] & 0xFF).isGreaterThan(250);
        assertThat(luma[75] & 0xFF).isCloseTo(128, within(8));
        assertThat(luma[99] & 0xFF).isLessThan(8);
        float[] sound = ears.channel(out, 0, 0);
        assertThat(level(sound, 0.5)).isCloseTo(0.25, within(0.02));
        assertThat(level(sound, 1.5)).isCloseTo(0.5, within(0.01));
        assertThat(level(sound, 3)).isCloseTo(0.25, within(0.02));
        assertThat(level(sound, 3.98)).isLessThan(0.02);
        float[] smooth = ears.channel(made(counted, "{'op':'fade','in':1,'out':0,'target':'sound'}"), 0, 0);
        assertThat(level(smooth, 0.5)).isCloseTo(0.354, within(0.02));
    }

    @Test
    void aFadeToAColourGoesThere() throws Exception {
        Path out = made(quiet, "{'op':'fade','in':0,'out':1,'colour':'red','target':'picture'}");
        Path last = studio.clip("last.png", "-sseof", "-0.05", "-i", "file:" + out, "-frames:v", "1");
        assertThat(studio.pixel(last, 80, 45)[0]).isGreaterThan(235);
        assertThat(studio.pixel(last, 80, 45)[1]).isLessThan(25);
    }

    /** The highest sample within a hundredth of a second. */
    private static double level(float[] samples, double at) {
        int from = (int) (at * Ears.RATE) - 240;
        return IntStream.range(from, Math.min(from + 480, samples.length)).mapToDouble(i -> Math.abs(samples[i])).max()
                .orElseThrow();
    }

    /** Nothing but the frames and samples at whole seconds: white and loud for a tenth of a second. */
    private Path marks(String name, String rate, int seconds, String... more) throws Exception {
        return Sync.film(studio, name, rate, seconds, more);
    }

    @Test
    void pictureAndSoundStayTogetherAtAnySpeed() throws Exception {
        Path film = marks("marks.mp4", "25", 10);
        Sync sync = new Sync(studio);
        for (String speed : List.of("'factor':2", "'factor':0.5", "'factor':1.37", "'factor':5,'preserve-pitch':false",
                "'fit-duration':'12.3'", "'factor':0.7,'interpolate':'blend'", "'conform-to':'23.976'", "'conform-to':50")) {
            Path out = made(film, "{'op':'speed'," + speed + "}");
            assertThat(sync.lastApart(out)).as(speed).isCloseTo(0, within(0.04));
        }
    }

    @Test
    void aSpeedIsExactInLengthFramesAndPitch() throws Exception {
        Path film = studio.counted("pace.mp4", 6, 25);
        Path fast = made(film, "{'op':'speed','factor':2}");
        assertThat(studio.frames(fast)).isEqualTo(IntStream.range(0, 75).map(n -> 2 * n % 50).boxed().toList());
        assertThat(seconds(fast)).isCloseTo(3, within(0.05));
        assertThat(ears.tone(fast, 0, 0, 440)).isGreaterThan(-25);
        Path slow = made(film, "{'op':'speed','factor':0.5}");
        assertThat(studio.frames(slow)).isEqualTo(IntStream.range(0, 300).map(n -> n / 2 % 50).boxed().toList());
        assertThat(seconds(slow)).isCloseTo(12, within(0.1));
        Path tape = made(film, "{'op':'speed','factor':2,'preserve-pitch':false}");
        assertThat(ears.tone(tape, 0, 0, 880)).isGreaterThan(-25);
        assertThat(ears.tone(tape, 0, 0, 440)).isLessThan(-60);
        for (String way : List.of("blend", "motion")) {
            Path between = made(film, "{'op':'trim','end':1}", "{'op':'speed','factor':0.1,'interpolate':'" + way + "'}");
            assertThat((double) studio.frames(between).size()).as(way).isCloseTo(250, within(1.0));
        }
    }

    @Test
    void aConformedFilmPlaysAtTheNewRateWithItsPacketsAsTheyWere() throws Exception {
        Path film = studio.counted("conform.mp4", 6, 25);
        for (String container : List.of("mp4", "mov", "mkv")) {
            Path out = made(film, "{'op':'speed','conform-to':'23.976'}", "{'op':'transcode','container':'" + container + "'}");
            Media media = studio.look(out);
            assertThat(media.video().orElseThrow().rate().orElseThrow()).as(container).hasToString("24000/1001");
            assertThat(media.video().orElseThrow().variable()).as(container).isFalse();
            assertThat(media.lengthUs().orElseThrow() / 1e6).isCloseTo(150 * 1001 / 24000.0, within(0.1));
            assertThat(studio.frames(out)).isEqualTo(IntStream.range(0, 150).map(n -> n % 50).boxed().toList());
        }
        Path back = made(made(film, "{'op':'speed','conform-to':'23.976'}"), "{'op':'speed','conform-to':25}");
        assertThat(seconds(back)).isCloseTo(6, within(0.1));
    }

    @Test
    void subtitlesAndChaptersFollowTheSpeed() throws Exception {
        Path words = java.nio.file.Files.writeString(folder.resolve("words.srt"),
                "1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:04,000 --> 00:00:05,000\nTwo\n");
        Path chapters = java.nio.file.Files.writeString(folder.resolve("chapters.txt"), ";FFMETADATA1\n"
                + "[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=2000\ntitle=One\n"
                + "[CHAPTER]\nTIMEBASE=1/1000\nSTART=2000\nEND=6000\ntitle=a \\= b\\; \\#@{source-0}\n");
        Path film = studio.clip("told.mkv", "-i", "file:" + studio.counted("told.mp4", 6, 25), "-i", "file:" + words, "-f",
                "ffmetadata", "-i", "file:" + chapters, "-map", "0:v", "-map", "1", "-map_chapters", "2", "-c", "copy", "-c:s",
                "srt");
        for (String container : List.of("mkv", "mp4", "mov")) {
            Path out = made(film, "{'op':'speed','factor':2}", "{'op':'transcode','container':'" + container + "'}");
            assertThat(cues(out)).as(container).containsExactly("00:00:00,500 --> 00:00:01,000", "00:00:02,000 --> 00:00:02,500");
            List<Media.Chapter> list = studio.look(out).chapters();
            assertThat(list).extracting(Media.Chapter::title).containsExactly("One", "a = b; #@{source-0}");
            assertThat(list.get(1).fromUs()).isCloseTo(1_000_000L, within(2000L));
            assertThat(list.get(1).toUs()).isCloseTo(3_000_000L, within(50_000L));
        }
        Path parts = made(film, "{'op':'trim','keep':'3..6,0..1'}");
        assertThat(studio.look(parts).chapters()).extracting(c -> c.title().substring(0, 1) + c.fromUs() / 1000)
                .containsExactly("a0", "O3000");
        assertThat(cues(made(film, "{'op':'speed','conform-to':50}"))).containsExactly("00:00:00,500 --> 00:00:01,000",
                "00:00:02,000 --> 00:00:02,500");
    }

    private List<String> cues(Path film) throws Exception {
        return new String(studio.raw(film, "-map", "0:s:0", "-f", "srt")).lines().filter(l -> l.contains("-->")).toList();
    }

    @Test
    void aTimecodeStaysOnlyWhereItCountsTheSameFrames() throws Exception {
        Path film = studio.clip("coded.mov", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=4", "-c:v", "libx264", "-preset",
                "ultrafast", "-timecode", "10:00:00:05");
        assertThat(studio.look(made(film, "{'op':'speed','factor':2}")).video().orElseThrow().timecode()).isEmpty();
        assertThat(studio.look(made(film, "{'op':'speed','conform-to':24}")).video().orElseThrow().timecode().orElseThrow())
                .hasToString("10:00:00:05");
    }

    private double seconds(Path file) throws Exception {
        return studio.look(file).lengthUs().orElseThrow() / 1e6;
    }

    @Test
    void loudnessIsOneGainWhereThePeaksAllow() throws Exception {
        Path two = studio.clip("two.mp4", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=6", "-f", "lavfi", "-i",
                "aevalsrc=0.05*sin(2*PI*440*t)|0.05*sin(2*PI*440*t):s=44100:d=6", "-f", "lavfi", "-i",
                "aevalsrc=0.5*sin(2*PI*440*t)|0.5*sin(2*PI*440*t):s=48000:d=6", "-map", "0", "-map", "1", "-map", "2", "-c:v",
                "libx264", "-preset", "ultrafast", "-c:a", "aac");
        Task task = studio.run(two, "{'op':'loudness'}");
        Path out = Studio.output(task);
        assertThat(ears.loudness(out, 0)).isCloseTo(-16, within(0.3));
        assertThat(ears.loudness(out, 1)).isCloseTo(-16, within(0.3));
        assertThat(sounds(out)).extracting(Track.Audio::sampleRate).containsExactly(44_100, 48_000);
        assertThat(task.outcome().notes()).hasSize(2).allMatch(n -> n.toString().contains("→ -16 LUFS with one gain of"));
        assertThat(studio.raw(out, "-map", "0:v", "-c", "copy", "-f", "framemd5"))
                .isEqualTo(studio.raw(two, "-map", "0:v", "-c", "copy", "-f", "framemd5"));
    }

    @Test
    void loudnessIsLevelledOverTimeWhereOneGainWouldClipAndItsOutcomeIsMeasured() throws Exception {
        // soft, with a click in each second that already is at full scale
        Path clicks = studio.clip("clicks.wav", "-f", "lavfi", "-i",
                "aevalsrc=if(lt(mod(t\\,1)\\,0.002)\\,0.95\\,0.02)*sin(2*PI*440*t):s=48000:d=12");
        for (String more : List.of("", ",'mode':'live'")) {
            Task task = studio.run(clicks, "{'op':'loudness','standard':'streaming'" + more + "}");
            Path out = Studio.output(task);
            assertThat(sounds(out)).singleElement().extracting(Track.Audio::sampleRate).isEqualTo(48_000);
            assertThat(ears.peak(out, 0)).isLessThan(-0.8);
            assertThat(seconds(out)).isCloseTo(12, within(0.03));
            String after = task.outcome().notes().getLast().toString();
            assertThat(after).startsWith("Sound 1 came out at -").endsWith("dBTP");
            assertThat(ears.loudness(out, 0)).isCloseTo(Double.parseDouble(after.replaceAll(".* at (-[0-9.]+) LUFS.*", "$1")),
                    within(0.15));
        }
    }

    @Test
    void aRangeIsMadeNarrowerOnlyWhenAsked() throws Exception {
        Path wide = studio.clip("wide.wav", "-f", "lavfi", "-i",
                "aevalsrc=(0.01+0.1*gt(mod(t\\,16)\\,8))*sin(2*PI*440*t):s=48000:d=32");
        assertThat(studio.run(wide, "{'op':'loudness','integrated':-23}").outcome().notes().toString()).contains("one gain");
        assertThat(studio.run(wide, "{'op':'loudness','integrated':-23,'loudness-range':5}").outcome().notes().toString())
                .contains("levelled over time").contains("came out at");
    }

    @Test
    void silenceStaysSilent() throws Exception {
        Path silent = studio.clip("silent.wav", "-f", "lavfi", "-i", "anullsrc=r=48000:cl=stereo", "-t", "4");
        for (String step : List.of("{'op':'loudness'}", "{'op':'volume','peak':-1}")) {
            Task task = studio.run(silent, step);
            assertThat(task.outcome().notes()).extracting(Object::toString).contains("The sound is silent; nothing was changed.");
            assertThat(ears.peak(Studio.output(task), 0)).isLessThan(-120);
        }
    }

    @Test
    void aPodcastComesOutOfOneRecipe() throws Exception {
        Path film = studio.clip("podcast.mp4", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=6", "-f", "lavfi", "-i",
                "aevalsrc=0.05*sin(2*PI*440*t)|0.03*sin(2*PI*300*t):s=48000:d=6", "-c:v", "libx264", "-preset", "ultrafast",
                "-c:a", "aac");
        Path out = made(film, "{'op':'channels','layout':'mono'}", "{'op':'denoise','target':'sound','reduction':10}",
                "{'op':'loudness'}", "{'op':'extract-audio','format':'mp3','audio-bitrate':'128k'}");
        assertThat(sounds(out)).singleElement().extracting(Track.Audio::channels, Track.Audio::codec).containsExactly(1, "mp3");
        assertThat(ears.loudness(out, 0)).isCloseTo(-16, within(0.5));
    }

    @Test
    void soundFilesAreConvertedWithTheirCover() throws Exception {
        Path song = studio.clip("song.flac", "-f", "lavfi", "-i", "aevalsrc=" + tones(6) + ":c=5.1:s=96000:d=3", "-f", "lavfi",
                "-i", "testsrc2=s=64x64:r=1:d=1", "-map", "0", "-map", "1", "-c:v", "png", "-disposition:v:0", "attached_pic",
                "-metadata", "title=Six");
        for (String format : List.of("mp3", "m4a", "aac", "wav", "ogg", "opus", "flac", "mka")) {
            Path out = made(song, "{'op':'convert-audio','format':'" + format + "'}");
            Media media = studio.look(out);
            assertThat(out.toString()).endsWith("." + format);
            assertThat(seconds(out)).as(format).isCloseTo(3, within(0.1));
            assertThat(media.audio().orElseThrow().channels()).as(format).isEqualTo(format.equals("mp3") ? 2 : 6);
            assertThat(media.all(Track.Cover.class)).as(format)
                    .hasSize(List.of("mp3", "m4a", "flac", "mka").contains(format) ? 1 : 0);
        }
        assertThat(studio.look(made(song, "{'op':'convert-audio','cover':false}")).all(Track.Cover.class)).isEmpty();
    }
}
