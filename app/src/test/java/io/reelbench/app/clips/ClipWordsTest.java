package io.reelbench.app.clips;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.desk.Facts;
import io.reelbench.app.look.WhyNot;
import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The words of a row. */
class ClipWordsTest {

    private static Track.Facts facts(String codec) {
        return new Track.Facts(0, codec, "", Optional.empty(), true, new Fraction(1, 1000), OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty(), Set.of(), Map.of());
    }

    private static Track.Video picture(String codec, int width, int height, Rate rate, int rotation, boolean variable,
            Track.Fields fields,
            Track.Hdr.Kind hdr, boolean alpha) {
        return new Track.Video(facts(codec), new Size(width, height), Fraction.ONE, rotation, false,
                new Track.PixelFormat("any", 8, 420, false, alpha), Optional.ofNullable(rate), variable, fields,
                Track.ColourSpace.UNSAID, new Track.Hdr(hdr, false, OptionalInt.empty()), Optional.empty(), 0);
    }

    private static Track.Video plain(String codec, int width, int height, Rate rate) {
        return picture(codec, width, height, rate, 0, false, Track.Fields.PROGRESSIVE, Track.Hdr.Kind.SDR, false);
    }

    private static Track.Audio sound(String codec, int hertz, int channels, String layout) {
        return new Track.Audio(facts(codec), hertz, channels, layout, 0, false);
    }

    private static Media media(long lengthUs, boolean still, List<Media.Note> notes, Track... tracks) {
        return new Media(Path.of("/clips/a.mov"), 1, 1, "mov", 0, lengthUs < 0 ? OptionalLong.empty() : OptionalLong.of(lengthUs),
                Optional.empty(), List.of(tracks), List.of(), Map.of(), still, notes, io.reelbench.engine.media.Known.NOTHING);
    }

    private static Media media(Track... tracks) {
        return media(252_000_000, false, List.of(), tracks);
    }

    private static List<String> marks(Media media) {
        return Mark.of(new Facts.Known(media)).stream().map(Mark::word).toList();
    }

    @Test
    void filmsSayShapeRateAndCodecs() {
        assertThat(ClipFacts.spoken(media(plain("h264", 1920, 1080, new Rate(30000, 1001)), sound("aac", 48000, 2, "stereo"))))
                .isEqualTo("1080p 29.97 · H.264 · AAC · 4:12");
        assertThat(ClipFacts.of(media(plain("prores", 1920, 800, new Rate(24000, 1001))))).containsExactly("800p 23.98", "ProRes",
                "no audio");
        assertThat(ClipFacts.of(media(plain("hevc", 1080, 1920, new Rate(60, 1)), sound("ac3", 48000, 6, "5.1(side)"))))
                .containsExactly("1080p 60", "HEVC", "Dolby Digital 5.1");
        Track.Video fields = picture("dnxhd", 1920, 1080, new Rate(25, 1), 0, false, Track.Fields.TOP_FIRST, Track.Hdr.Kind.SDR,
                false);
        assertThat(ClipFacts.of(media(fields, sound("pcm_s24le", 48000, 1, "mono"), sound("pcm_s24le", 48000, 1, "mono"))))
                .containsExactly("1080i 25", "DNxHD", "2 audio");
    }

    @Test
    void soundAndStillsSayWhatMattersOfThem() {
        assertThat(ClipFacts.of(media(sound("flac", 44100, 2, "")))).containsExactly("FLAC", "44.1 kHz", "stereo");
        Media still = media(-1, true, List.of(), plain("mjpeg", 4032, 3024, null));
        assertThat(ClipFacts.spoken(still)).isEqualTo("4032×3024 · JPEG");
        assertThat(marks(still)).containsExactly("Still");
    }

    @Test
    void lengthsAreWholeSecondsUnlessThereIsNone() {
        assertThat(ClipFacts.length(media(39_600_000, false, List.of()))).hasValue("0:40");
        assertThat(ClipFacts.length(media(3_725_000_000L, false, List.of()))).hasValue("1:02:05");
        assertThat(ClipFacts.length(media(170_000, false, List.of()))).hasValue("0.17 s");
        assertThat(ClipFacts.length(media(-1, false, List.of()))).isEmpty();
    }

    @Test
    void theMostUrgentMarksComeFirstAndOnce() {
        Track.Video odd = picture("h264", 1920, 1080, new Rate(30, 1), 90, true, Track.Fields.PROGRESSIVE, Track.Hdr.Kind.HLG,
                true);
        assertThat(marks(media(1, false, List.of(Media.Note.WRONG_EXTENSION, Media.Note.NOT_DECODABLE, Media.Note.CUT_SHORT,
                Media.Note.DAMAGED), odd)))
                .containsExactly("Damaged", "Copy only", "Misnamed", "HDR", "VFR", "Rotated", "Alpha");
        assertThat(marks(media(plain("h264", 16, 16, new Rate(25, 1))))).isEmpty();
    }

    @Test
    void whatCannotBeReadSaysWhy() {
        assertThat(WhyNot.of(new Failure.Damaged("a.mp4", "its index is missing"))).isEqualTo("Its index is missing");
        assertThat(WhyNot.of(new Failure.EmptyFile("a.mp4"))).isEqualTo("Empty file, 0 bytes");
        assertThat(Mark.of(new Facts.Unreadable(new Failure.Missing("/a.mp4")))).extracting(Mark::word)
                .containsExactly("Offline");
        assertThat(Mark.of(new Facts.Unreadable(new Failure.NotMedia("a.mp4", "x")))).isEmpty();
        assertThat(Mark.of(new Facts.Reading())).isEmpty();
    }

    @Test
    void pathsArePastedAsPeopleCopyThem() {
        Path home = Path.of("/home/ada");
        assertThat(PastedPaths.in("""
                /media/card/C0001.MP4
                "/media/card/two words.mov"

                file:///media/caf%C3%A9.mp4
                file://localhost/media/with space.mp4
                ~/Videos
                not a path
                /media/card/C0001.MP4
                """, home)).extracting(Path::toString).containsExactly("/media/card/C0001.MP4", "/media/card/two words.mov",
                "/media/café.mp4", "/media/with space.mp4", "/home/ada/Videos");
    }

    @Test
    void whatWasLeftOutIsCounted() {
        assertThat(LeftOut.of(new Gathered(List.of(), List.of(), List.of())).headline()).isEmpty();
        LeftOut two = LeftOut.of(new Gathered(List.of(), List.of(), List.of(Path.of("/a/notes.txt"), Path.of("/a/list.xml"))));
        assertThat(two.headline()).isEqualTo("2 files are not media");
        assertThat(two.lines()).extracting(LeftOut.Line::name).containsExactly("notes.txt", "list.xml");
    }

    @Test
    void presetsAndRecipesAreKnownByTheirNames() {
        assertThat(List.of("mine.reelbench", "Share.JSON")).allMatch(name -> Intake.isPresets(Path.of(name)));
        assertThat(Intake.isPresets(Path.of("json.mp4"))).isFalse();
    }
}
