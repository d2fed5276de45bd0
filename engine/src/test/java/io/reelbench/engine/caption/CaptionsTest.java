package io.reelbench.engine.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Colour;
import io.reelbench.engine.media.Position;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.BadValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of captions as people write them, and as nobody should. */
class CaptionsTest {

    private static final Look LOOK = new Look("", 50, false, false, Look.Lines.NONE, Colour.WHITE, Colour.BLACK, Colour.BLACK, 2,
            0,
            Look.Box.NONE, 1, 1, 0);
    private static final Style STYLE = new Style(new Size(1000, 500), LOOK,
            new Place(Position.BOTTOM, 20, 20, 20, Optional.empty(), Place.Wrap.EVEN, Place.Reading.AS_WRITTEN));

    private static Script read(String text) throws BadValue {
        return Captions.read(text, STYLE, Chosen.NOTHING);
    }

    private static Cue srt(String text) throws BadValue {
        return read("1\n00:00:01,000 --> 00:00:02,000\n" + text + "\n").cues().getFirst();
    }

    private static Cue vtt(String settings, String text) throws BadValue {
        return read("WEBVTT\n\n00:01.000 --> 00:02.000 " + settings + "\n" + text + "\n").cues().getFirst();
    }

    private static Cue ass(String text) throws BadValue {
        return assScript("Dialogue: 0,0:00:01.00,0:00:02.00,Big,,0,0,0,," + text).cues().getFirst();
    }

    private static Script assScript(String events) throws BadValue {
        return read(
                "[Script Info]\nPlayResX: 640\nPlayResY: 480\nWrapStyle: 1\n\n[V4+ Styles]\nFormat: Name, Fontname, Fontsize, "
                        + "PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, "
                        + "Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding\n"
                        + "Style: Big,Gentium,32,&H000000FF,&H0,&H00FF0000,&H80000000,-1,0,0,0,100,100,0,0,1,2,1,8,10,11,12,1\n"
                        + "Style: Other,Lato,20,&H0000FF00,&H0,&H0,&H0,0,-1,0,0,50,100,0,0,3,2,1,2,10,11,12,1\n\n[Events]\n"
                        + "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n" + events + "\n");
    }

    private static List<String> texts(Cue cue) {
        return cue.pieces().stream().map(Cue.Piece::text).toList();
    }

    @Test
    void subRipIsReadAsItIsMet() throws Exception {
        Script script = read("""
                1
                00:00:01,500 --> 00:00:02,000
                first

                2
                0:00:03.250 --> 00:00:04
                12
                second, with a number above

                in two parts


                00:00:05,000 --> 00:00:06,000 X1:1 X2:2
                no number\r
                3
                00:00:07,000-->00:00:08,000
                """ + "tight");
        assertThat(script.cues()).extracting(Cue::text).containsExactly("first",
                "12\nsecond, with a number above\n\nin two parts",
                "no number", "tight");
        assertThat(script.cues().get(1).fromUs()).isEqualTo(3_250_000);
        assertThat(script.cues().get(1).toUs()).isEqualTo(4_000_000);
    }

    @Test
    void tagsOfSubRip() throws Exception {
        Cue cue = srt("a <b>b <i>c</b> d</i> <font color=\"#ff0000\" face='Lato'>e</font> <u>f</u><s>g</s> 1 < 2 <no> x > y");
        assertThat(cue.text()).isEqualTo("a b c d e fg 1 < 2  x > y");
        assertThat(cue.pieces().get(1).look().bold()).isTrue();
        assertThat(cue.pieces().get(2).look()).isEqualTo(LOOK.withBold(true).withItalic(true));
        assertThat(cue.pieces()).anySatisfy(p -> {
            assertThat(p.text()).isEqualTo("e");
            assertThat(p.look().fill()).isEqualTo(new Colour(0xFF0000FF));
            assertThat(p.look().font()).isEqualTo("Lato");
        });
        assertThat(srt("{\\an8}up {not a tag} {\\i1}x{\\i0}y").text()).isEqualTo("up {not a tag} xy");
        assertThat(srt("{\\an8}up").place().position()).isEqualTo(Position.TOP);
    }

    @Test
    void webVtt() throws Exception {
        Script script = read("""
                WEBVTT - title
                Kind: captions

                STYLE
                ::cue { color: red }

                NOTE not
                a cue

                intro
                00:01.000 --> 00:02.000 align:start
                <v Fred Smith>Hi &amp; <c.yellow.bg_blue>bye</c> &lt;3&nbsp;&#9835;

                01:00:00.500 --> 01:00:01.000
                <ruby>漢<rt>kan</rt></ruby> <00:00:01.500>later
                """);
        assertThat(script.cues()).extracting(Cue::text).containsExactly("Hi & bye <3\u00A0♫", "漢(kan) later");
        assertThat(script.cues().get(1).fromUs()).isEqualTo(3_600_500_000L);
        Look coloured = script.cues().getFirst().pieces().get(1).look();
        assertThat(coloured.fill()).isEqualTo(new Colour(0xFFFF00FF));
        assertThat(coloured.box()).isEqualTo(Look.Box.LINES);
        assertThat(script.cues().getFirst().place().position()).isEqualTo(Position.BOTTOM_LEFT);
    }

    @Test
    void settingsOfWebVtt() throws Exception {
        assertThat(vtt("line:0", "x").place().position()).isEqualTo(Position.TOP);
        assertThat(vtt("line:-2", "x").place().edge()).isEqualTo(70);
        Place share = vtt("line:40% align:end", "x").place();
        assertThat(share.position()).isEqualTo(Position.TOP_RIGHT);
        assertThat(share.edge()).isCloseTo(200, within(0.01));
        Place box = vtt("position:20% size:30% align:start", "x").place();
        assertThat(box.left()).isCloseTo(200, within(0.01));
        assertThat(box.right()).isCloseTo(500, within(0.01));
        Place middle = vtt("position:50% size:40%", "x").place();
        assertThat(middle.left()).isCloseTo(300, within(0.01));
        assertThat(middle.right()).isCloseTo(300, within(0.01));
        assertThat(vtt("position:nonsense line:x size:900%", "x").place()).isEqualTo(STYLE.place());
    }

    @Test
    void stylesOfAss() throws Exception {
        Script script = assScript(
                "Dialogue: 3,0:00:01.00,0:00:02.50,Big,,0,0,99,,one, two\nComment: 0,0:00:01.00,0:00:02.00,Big,,0,0,0,,no");
        assertThat(script.width()).isEqualTo(640);
        assertThat(script.cues()).hasSize(1);
        Cue cue = script.cues().getFirst();
        assertThat(cue.text()).isEqualTo("one, two");
        assertThat(cue.layer()).isEqualTo(3);
        assertThat(cue.place())
                .isEqualTo(new Place(Position.TOP, 10, 11, 99, Optional.empty(), Place.Wrap.FULL, Place.Reading.FROM_LEFT));
        assertThat(cue.pieces().getFirst().look()).isEqualTo(new Look("Gentium", 32, true, false, Look.Lines.NONE,
                new Colour(0xFF0000FF), new Colour(0x0000FFFF), new Colour(0x0000007F), 2, 1, Look.Box.NONE, 1, 1, 0));
    }

    @Test
    void tagsOfAss() throws Exception {
        Cue cue = ass("{\\b0\\i1}a{\\r}b{\\rOther}c{\\fs50\\fnLato\\c&H00FF00&\\3c&HFF&\\1a&H80&\\bord0\\shad3}d\\Ne\\nf\\hg");
        assertThat(cue.text()).isEqualTo("abcd\ne f\u00A0g");
        assertThat(cue.pieces().getFirst().look().italic()).isTrue();
        assertThat(cue.pieces().get(1).look().font()).isEqualTo("Gentium");
        assertThat(cue.pieces().get(2).look().wide()).isEqualTo(0.5);
        Look last = cue.pieces().get(3).look();
        assertThat(last.size()).isEqualTo(50);
        assertThat(last.font()).isEqualTo("Lato");
        assertThat(last.fill()).isEqualTo(new Colour(0x00FF007F));
        assertThat(last.edge()).isEqualTo(new Colour(0xFF0000FF));
        assertThat(last.outline()).isZero();
        assertThat(last.shadow()).isEqualTo(3);
        Cue placed = ass("{\\pos(10.5,-20)\\an5\\an1\\q2\\fad(100,200)}x\\ny");
        assertThat(placed.place().at()).contains(new Place.Spot(10.5, -20));
        assertThat(placed.place().position()).isEqualTo(Position.CENTER);
        assertThat(placed.text()).isEqualTo("x\ny");
        assertThat(placed.fade().at(50_000)).isEqualTo(0.5);
        assertThat(placed.fade().at(500_000)).isEqualTo(1);
        assertThat(placed.fade().at(900_000)).isEqualTo(0.5);
    }

    @Test
    void shapesAreLeftOutAndTold() throws Exception {
        Script script = assScript("Dialogue: 0,0:00:01.00,0:00:02.00,Big,,0,0,0,,{\\p1}m 0 0 l 9 9{\\p0}text{\\frz30}");
        assertThat(script.cues().getFirst().text()).isEqualTo("text");
        assertThat(script.missing()).containsExactlyInAnyOrder(Script.Missing.DRAWINGS, Script.Missing.EFFECTS);
    }

    @Test
    void theOldFormCountsOtherwise() throws Exception {
        Script script = read("[Script Info]\n[V4 Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, "
                + "TertiaryColour, BackColour, Bold, Italic, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, "
                + "AlphaLevel, Encoding\nStyle: Default,Arial,20,65535,0,0,0,-1,0,1,2,0,6,1,2,3,0,0\n[Events]\n"
                + "Format: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
                + "Dialogue: Marked=0,0:00:01.00,0:00:02.00,*Default,,0000,0000,0000,,hello");
        Cue cue = script.cues().getFirst();
        assertThat(script.width()).isEqualTo(384);
        assertThat(cue.place().position()).isEqualTo(Position.TOP);
        assertThat(cue.pieces().getFirst().look().fill()).isEqualTo(new Colour(0xFFFF00FF));
        assertThat(cue.pieces().getFirst().look().bold()).isTrue();
    }

    @Test
    void whatIsCarriedAlongIsNotHandedOn() {
        assertThat(Captions.withoutAttachments("[Script Info]\na: b\n[Fonts]\nfontname: x.ttf\n!!!\n[Events]\nDialogue: @{x}"))
                .isEqualTo("[Script Info]\na: b\n[Events]\nDialogue: @ {x}\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"WEBVTT|no cues", "nothing|SubRip", "[Events]|no cues"})
    void whatIsNoneIsRefused(String text, String why) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadValue.class).hasMessageContaining(why);
    }
}
