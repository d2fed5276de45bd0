package io.reelbench.engine.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Language;
import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Media.Chapter;
import io.reelbench.engine.media.Media.Landing;
import io.reelbench.engine.media.Media.Note;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Timecode;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.media.Track.Fields;
import io.reelbench.engine.media.Track.Hdr;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is understood of ordinary clips. */
class ProberTest {

    @TempDir
    Path dir;

    @Test
    void aFilm() throws Exception {
        Path file = Clips.film(dir.resolve("a.mp4"), Clips.Look.USUAL.at("30000/1001"));
        Media media = Clips.probe(file);

        assertThat(media.path()).isEqualTo(file.toAbsolutePath());
        assertThat(media.bytes()).isEqualTo(Files.size(file));
        assertThat(media.modifiedMs()).isEqualTo(Files.getLastModifiedTime(file).toMillis());
        assertThat(media.format()).isEqualTo("mov,mp4,m4a,3gp,3g2,mj2");
        assertThat(media.lengthUs().getAsLong()).isCloseTo(2_002_000, within(40_000L));
        assertThat(media.still()).isFalse();
        assertThat(media.notes()).isEmpty();
        Track.Video video = media.video().orElseThrow();
        assertThat(video.codec()).isEqualTo("h264");
        assertThat(video.facts().codecTag()).isEqualTo("avc1");
        assertThat(video.facts().decodable()).isTrue();
        assertThat(video.facts().dispositions()).containsExactly("default");
        assertThat(video.coded()).isEqualTo(new Size(320, 180));
        assertThat(video.upright()).isEqualTo(new Size(320, 180));
        assertThat(video.rate()).contains(new Rate(30000, 1001));
        assertThat(video.variable()).isFalse();
        assertThat(video.fields()).isEqualTo(Fields.PROGRESSIVE);
        assertThat(video.pixels()).isEqualTo(new Track.PixelFormat("yuv420p", 8, 420, false, false));
        assertThat(video.hdr()).isEqualTo(Hdr.NONE);
        Track.Audio audio = media.audio().orElseThrow();
        assertThat(audio)
                .extracting(Track.Audio::codec, Track.Audio::sampleRate, Track.Audio::channels, Track.Audio::layout,
                        Track.Audio::bits)
                .containsExactly("aac", 48000, 2, "stereo", 0);
    }

    @ParameterizedTest
    @CsvSource({"a.mkv,libx264,libopus", "a.webm,libvpx-vp9,libopus", "a.avi,mpeg4,libmp3lame", "a.ts,libx264,aac",
            "a.mov,prores_ks,pcm_s24le",
            "a.mpg,mpeg2video,mp2", "a.flv,libx264,aac"})
    void theRateIsConstantInEveryContainer(String name, String video, String audio) throws Exception {
        Clips.Look look = Clips.Look.USUAL.coded(video, audio).silentOptions().lasting(4);
        Media media = Clips.probe(Clips.film(dir.resolve(name), look));

        assertThat(media.video().orElseThrow().rate()).contains(new Rate(25, 1));
        assertThat(media.video().orElseThrow().variable()).isFalse();
        assertThat(media.lengthUs().getAsLong()).isCloseTo(4_000_000, within(150_000L));
        assertThat(media.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"24000/1001", "24", "30000/1001", "30", "50", "60000/1001"})
    void matroskasMillisecondsAreRoundingAndNotAVariableRate(String rate) throws Exception {
        Media media = Clips.probe(Clips.film(dir.resolve("a.mkv"), Clips.Look.USUAL.at(rate).lasting(3)));

        assertThat(media.video().orElseThrow().rate()).contains(Rate.parse(rate));
        assertThat(media.video().orElseThrow().variable()).isFalse();
    }

    @Test
    void framesThatAreShownForDifferentLengths() throws Exception {
        Media media = Clips.probe(Clips.vfr(dir.resolve("vfr.mp4")));
        assertThat(media.video().orElseThrow().variable()).isTrue();

        Media counted = Clips.prober().with(media, new Fact.Frames());
        assertThat(counted.frameTimes()).hasSize(67).startsWith(0L, 40_000L, 80_000L).endsWith(3_840_000L, 3_960_000L);
    }

    @Test
    void turnedClockwise() throws Exception {
        Track.Video video = Clips.probe(Clips.rotated(dir.resolve("r.mp4"))).video().orElseThrow();

        assertThat(video.rotation()).isEqualTo(90);
        assertThat(video.flipped()).isFalse();
        assertThat(video.coded()).isEqualTo(new Size(320, 180));
        assertThat(video.upright()).isEqualTo(new Size(180, 320));
    }

    @Test
    void pixelsThatAreNotSquare() throws Exception {
        Track.Video video = Clips.probe(Clips.film(dir.resolve("s.mp4"), Clips.Look.USUAL.with("-vf", "setsar=2"))).video()
                .orElseThrow();

        assertThat(video.pixelShape()).isEqualTo(new Fraction(2, 1));
        assertThat(video.upright()).isEqualTo(new Size(640, 180));
    }

    @ParameterizedTest
    @CsvSource({"i.mpg", "i.ts", "i.mov"})
    void interlaced(String name) throws Exception {
        Track.Video video = Clips.probe(Clips.interlaced(dir.resolve(name))).video().orElseThrow();

        assertThat(video.fields()).isEqualTo(Fields.TOP_FIRST);
        assertThat(video.rate()).contains(new Rate(25, 1));
        assertThat(video.variable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"h.mp4", "h.mkv", "h.ts"})
    void highDynamicRangeWithItsPeakWhereverItIsSaid(String name) throws Exception {
        Track.Video video = Clips.probe(Clips.hdr10(dir.resolve(name))).video().orElseThrow();

        assertThat(video.hdr()).isEqualTo(new Hdr(Hdr.Kind.HDR10, true, OptionalInt.of(1000)));
        assertThat(video.colour()).isEqualTo(new Track.ColourSpace("tv", "bt2020nc", "bt2020", "smpte2084"));
        assertThat(video.pixels().bits()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"c.mp4", "c.mkv"})
    void chapters(String name) throws Exception {
        assertThat(Clips.probe(Clips.chaptered(dir.resolve(name))).chapters()).containsExactly(new Chapter(0, 1_000_000, "One"),
                new Chapter(1_000_000, 2_000_000, "Two & more"));
    }

    @Test
    void languagesTitlesAndTheDefault() throws Exception {
        Media media = Clips.probe(Clips.languages(dir.resolve("l.mkv")));

        assertThat(media.all(Track.Audio.class)).extracting(t -> t.facts().language().map(Language::code).orElse(""))
                .containsExactly("eng", "deu");
        assertThat(media.audio().orElseThrow().facts().title()).contains("Kommentar");
        assertThat(media.all(Track.Subtitle.class)).singleElement().matches(Track.Subtitle::text)
                .matches(t -> t.facts().language().equals(Optional.of(new Language("eng"))));
    }

    @Test
    void timecode() throws Exception {
        Media media = Clips.probe(Clips.film(dir.resolve("t.mov"), Clips.Look.USUAL.with("-timecode", "01:02:03:04")));

        assertThat(media.video().orElseThrow().timecode()).contains(new Timecode(1, 2, 3, 4, false));
        assertThat(media.all(Track.Data.class)).singleElement().matches(t -> t.kind() == Track.Data.Kind.TIMECODE)
                .matches(t -> t.facts().tags().get("timecode").equals("01:02:03:04"));
    }

    @Test
    void aCoverIsNoPictureToWorkOn() throws Exception {
        Media media = Clips.probe(Clips.covered(dir.resolve("c.mp3")));

        assertThat(media.video()).isEmpty();
        assertThat(media.all(Track.Cover.class)).singleElement().matches(c -> c.size().equals(new Size(64, 64)));
        assertThat(media.lengthUs().getAsLong()).isCloseTo(3_000_000, within(60_000L));
    }

    @Test
    void soundAlone() throws Exception {
        Media media = Clips.probe(Clips.sound(dir.resolve("s.wav"), 2));

        assertThat(media.video()).isEmpty();
        assertThat(media.lengthUs()).isEqualTo(OptionalLong.of(2_000_000));
        assertThat(media.audio().orElseThrow()).extracting(Track.Audio::bits, Track.Audio::floating).containsExactly(16, false);
    }

    @ParameterizedTest
    @CsvSource({"p.png", "p.jpg", "p.webp", "p.bmp", "p.tiff", "p.gif", "p.avif"})
    void pictures(String name) throws Exception {
        String encoder = name.endsWith(".avif") ? "libaom-av1" : name.endsWith(".webp") ? "libwebp" : "";
        Clips.Look look = Clips.Look.USUAL.coded(encoder, "").silentOptions().sized("48x32").with("-frames:v", "1").at("1");
        Path file = encoder.isEmpty()
                ? Clips.make(dir.resolve(name), java.util.List.of("-f", "lavfi", "-i", "testsrc2=size=48x32", "-frames:v", "1"))
                : Clips.film(dir.resolve(name), look);
        Media media = Clips.probe(file);

        assertThat(media.still()).isTrue();
        assertThat(media.lengthUs()).isEmpty();
        assertThat(media.video().orElseThrow().rate()).isEmpty();
        assertThat(media.video().orElseThrow().upright()).isEqualTo(new Size(48, 32));
        assertThat(media.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"g.gif", "g.apng"})
    void picturesThatMove(String name) throws Exception {
        Media media = Clips.probe(Clips.gif(dir.resolve(name)));

        assertThat(media.still()).isFalse();
        assertThat(media.lengthUs()).isEqualTo(OptionalLong.of(2_000_000));
        assertThat(media.video().orElseThrow().rate()).contains(new Rate(10, 1));
    }

    @ParameterizedTest
    @CsvSource({"1,0,false", "2,180,true", "3,180,false", "4,0,true", "5,90,true", "6,90,false", "7,270,true", "8,270,false"})
    void photosThatLieOnTheirSide(int orientation, int rotation, boolean flipped) throws Exception {
        Path file = Exif.turned(Clips.jpeg(dir.resolve("plain.jpg"), "64x32"), dir.resolve("o.jpg"), orientation);
        Track.Video video = Clips.probe(file).video().orElseThrow();

        assertThat(video.rotation()).isEqualTo(rotation);
        assertThat(video.flipped()).isEqualTo(flipped);
        assertThat(video.upright()).isEqualTo(rotation % 180 == 0 ? new Size(64, 32) : new Size(32, 64));
    }

    @Test
    void subtitlesAreMediaToo() throws Exception {
        Media media = Clips.probe(Clips.subtitles(dir.resolve("s.srt")));

        assertThat(media.tracks()).singleElement().isInstanceOf(Track.Subtitle.class);
        assertThat(media.still()).isFalse();
    }

    @Test
    void aLengthThatIsNotSaidIsCounted() throws Exception {
        Path file = Clips.film(dir.resolve("live.webm"),
                Clips.Look.USUAL.coded("libvpx", "libopus").silentOptions().with("-live", "1"));
        Media media = Clips.probe(file);

        assertThat(media.notes()).contains(Note.LENGTH_COUNTED);
        assertThat(media.lengthUs().getAsLong()).isCloseTo(2_000_000, within(60_000L));
    }

    @Test
    void aLengthThatIsGuessedFromTheBitRateIsCountedInstead() throws Exception {
        Media media = Clips.probe(Clips.make(dir.resolve("s.aac"), java.util.List.of("-f", "lavfi", "-i",
                "aevalsrc='if(lt(t,5),0,random(0))':d=10:s=48000", "-c:a", "aac")));

        assertThat(media.notes()).contains(Note.LENGTH_COUNTED);
        assertThat(media.lengthUs().getAsLong()).isCloseTo(10_000_000, within(60_000L));
    }

    @Test
    void aNameThatMisleads() throws Exception {
        Path file = Files.move(Clips.film(dir.resolve("a.mkv")), dir.resolve("a.mp4"));

        assertThat(Clips.probe(file).notes()).containsExactly(Note.WRONG_EXTENSION);
    }

    @ParameterizedTest
    @CsvSource({"l.mp4", "l.mkv", "l.ts"})
    void whereACopyLands(String name) throws Exception {
        Path file = Clips.film(dir.resolve(name), Clips.Look.USUAL.lasting(6).with("-bf", "2", "-sc_threshold", "0"));
        Media media = Clips.probe(file);
        Media asked = Clips.prober().with(Clips.prober().with(media, new Fact.Landing(2_500_000)), new Fact.Landing(0));

        assertThat(asked.landings().get(2_500_000L)).isEqualTo(landing(2_000_000, 3_000_000));
        assertThat(asked.landings().get(0L)).isEqualTo(landing(0, 1_000_000));
        assertThat(Clips.prober().with(media, new Fact.Landing(5_500_000)).landings().get(5_500_000L).after()).isEmpty();
        assertThat(Clips.prober().with(media, new Fact.Landing(3_000_000)).landings().get(3_000_000L))
                .isEqualTo(landing(3_000_000, 4_000_000));
    }

    @Test
    void soundCanBeCopiedFromAnyPacket() throws Exception {
        Media media = Clips.probe(
                Clips.make(dir.resolve("s.mp3"), java.util.List.of("-f", "lavfi", "-i", "sine=sample_rate=48000:duration=5")));
        Landing landing = Clips.prober().with(media, new Fact.Landing(2_500_000)).landings().get(2_500_000L);

        assertThat(landing.before().getAsLong()).isBetween(2_470_000L, 2_500_000L);
        assertThat(landing.after().getAsLong() - landing.before().getAsLong()).isEqualTo(24_000);
    }

    @Test
    void attachmentsAreData() throws Exception {
        Path note = Files.writeString(dir.resolve("note.txt"), "hello");
        Media media = Clips.probe(Clips.film(dir.resolve("a.mkv"),
                Clips.Look.USUAL.with("-attach", note.toString(), "-metadata:s:t", "mimetype=text/plain")));

        assertThat(media.all(Track.Data.class)).extracting(Track.Data::kind).containsExactly(Track.Data.Kind.ATTACHMENT);
    }

    @Test
    void whatAPlayerShowsAndTheNoteThatSomethingIsMissing() throws Exception {
        Media media = Clips.probe(Clips.truncated(dir.resolve("t.mp4"), 50));

        assertThat(media.notes()).contains(Note.CUT_SHORT);
        assertThat(media.lengthUs().getAsLong()).as("what it claims").isCloseTo(10_000_000, within(100_000L));
    }

    @Test
    void theSameOfMatroska() throws Exception {
        Path file = Clips.cut(Clips.film(dir.resolve("t.mkv"), Clips.Look.USUAL.lasting(10)), 40);

        assertThat(Clips.probe(file).notes()).contains(Note.CUT_SHORT);
    }

    @Test
    void pixelFormatsAreAskedOfFfprobe() throws Exception {
        Path file = Clips.make(dir.resolve("a.mkv"),
                java.util.List.of("-f", "lavfi", "-i", "testsrc2=duration=0.2", "-c:v", "ffv1", "-pix_fmt", "gbrap12le"));

        assertThat(Clips.probe(file).video().orElseThrow().pixels())
                .isEqualTo(new Track.PixelFormat("gbrap12le", 12, 444, true, true));
    }

    private static Landing landing(long before, long after) {
        return new Landing(OptionalLong.of(before), OptionalLong.of(after));
    }
}
