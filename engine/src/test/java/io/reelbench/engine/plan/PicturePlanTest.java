package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Rect;
import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole argument lists of the operations on the picture. */
class PicturePlanTest {

    private static final String X264 = "-c:v libx264 -preset medium -crf 21 -pix_fmt yuv420p -fps_mode cfr -r ";
    private static final String COPIED_SOUND = " -c:a:0 copy -map_metadata 0 -map_chapters -1 -movflags +faststart -f mp4 OUT0";

    private static Planned planned(Media media, String... steps) {
        return Planning.plan(media, steps);
    }

    private static Plan plan(Media media, String... steps) {
        Planned planned = planned(media, steps);
        assertThat(planned.plan()).as(planned.problems().toString()).isPresent();
        return planned.plan().orElseThrow();
    }

    /** The filters of a film's only encode, which is otherwise as usual at this rate. */
    private static String filters(String rate, Media media, String... steps) {
        List<String> commands = Planning.commands(plan(media, steps));
        String start = "-i IN0 -map 0:0 -map 0:1 " + X264 + rate + " -filter:v:0 ";
        assertThat(commands).singleElement().asString().startsWith(start).endsWith(COPIED_SOUND);
        return commands.getFirst().substring(start.length(), commands.getFirst().length() - COPIED_SOUND.length());
    }

    private static String filters(Media media, String... steps) {
        return filters("25", media, steps);
    }

    private static List<Problem> problems(Media media, String... steps) {
        return planned(media, steps).problems();
    }

    private static Given anamorphic() {
        return Given.empty("a.mp4", "mov,mp4,m4a,3gp,3g2,mj2")
                .video("h264", new Size(720, 576), new Fraction(64, 45), 0, Given.PAL, false, "yuv420p", 8, 420, false)
                .audio("aac", 2, "eng");
    }

    @Test
    void cropsToARegion() {
        assertThat(filters(Given.film().media(), "{'op':'crop','rect':'1280:720:320:180'}")).isEqualTo("crop=1280:720:320:180");
        assertThat(filters(Given.film().media(), "{'op':'crop','rect':{'w':640,'h':360,'x':10,'y':20}}"))
                .isEqualTo("crop=640:360:10:20");
        assertThat(filters(Given.film().media(), "{'op':'crop','rect':'50%:50%'}")).isEqualTo("crop=960:540:480:270");
        assertThat(filters(Given.film().media(), "{'op':'crop','sides':'10%:0:10%:100'}")).isEqualTo("crop=1820:864:100:108");
        assertThat(filters(Given.film().media(), "{'op':'crop','aspect':'9:16','align':'right'}"))
                .isEqualTo("crop=608:1080:1312:0");
    }

    @Test
    void oddSidesAreRoundedInwardsAndTold() {
        Plan plan = plan(Given.film().media(), "{'op':'crop','rect':'101x99+3+5'}");
        assertThat(plan.glimpse().orElseThrow().chain()).isEqualTo("crop=100:98:4:6");
        assertThat(plan.explanation().notes()).extracting(Object::toString)
                .containsExactly(
                        "The crop 101:99:3:5 is rounded inwards to 100:98:4:6, since yuv420p stores colour for pairs of pixels.");
    }

    @Test
    void pixelsAreMadeSquareBeforeTheyAreCounted() {
        assertThat(filters(anamorphic().media(), "{'op':'crop','rect':'512:288'}"))
                .isEqualTo("scale=1024:576:flags=lanczos:interl=-1,setsar=1,crop=512:288:256:144");
    }

    @Test
    void barsAreLookedForFirst() {
        Media unseen = Given.film().media();
        Edit edit = new io.reelbench.engine.operation.Crop().apply(Edit.of(unseen), new io.reelbench.engine.operation.Problems());
        assertThat(edit.missing()).containsExactly(new io.reelbench.engine.media.Fact.Bars(0.094));
        Media seen = Given.film().knowing(k -> k.withBars(0.094, new Rect(1920, 800, 0, 140))).media();
        assertThat(filters(seen, "{'op':'crop'}")).isEqualTo("crop=1920:800:0:140");
        assertThat(filters(seen, "{'op':'scale','height':540}", "{'op':'crop'}"))
                .isEqualTo("scale=960:540:flags=lanczos:interl=-1,setsar=1,crop=960:400:0:70");
        Media without = Given.film().knowing(k -> k.withBars(0.094, new Rect(1920, 1080, 0, 0))).media();
        assertThat(problems(without, "{'op':'crop'}")).extracting(Problem::code).containsExactly(Code.NOTHING_TO_DO);
        assertThat(problems(seen, "{'op':'crop','rect':'960:540'}", "{'op':'crop'}")).extracting(Problem::code)
                .containsExactly(Code.NOT_AVAILABLE);
    }

    @Test
    void aRegionOutsideIsSaid() {
        assertThat(problems(Given.film().media(), "{'op':'crop','rect':'1800:100:180:0'}")).extracting(Object::toString)
                .containsExactly("rect: reaches x = 1980, frame is 1920 wide");
    }

    private static Media phone() {
        return Given.empty("p.mp4", "mov,mp4,m4a,3gp,3g2,mj2")
                .video("h264", new Size(1920, 1080), Fraction.ONE, 90, Given.PAL, false, "yuv420p", 8, 420, false)
                .audio("aac", 2, "eng").media();
    }

    @Test
    void turnsPixels() {
        assertThat(filters(Given.film().media(), "{'op':'rotate'}")).isEqualTo("transpose=clock");
        assertThat(filters(Given.film().media(), "{'op':'rotate','angle':180}")).isEqualTo("hflip,vflip");
        assertThat(filters(Given.film().media(), "{'op':'rotate','angle':270,'flip':'both'}"))
                .isEqualTo("transpose=cclock,hflip,vflip");
        assertThat(filters(Given.film().media(), "{'op':'rotate','angle':180,'flip':'vertical'}")).isEqualTo("hflip");
        assertThat(filters(Given.film().media(), "{'op':'rotate','straighten':-5}")).isEqualTo("rotate=-0.087266:ow=1844:oh=920");
        assertThat(filters(phone(), "{'op':'rotate'}", "{'op':'scale','width':960}"))
                .isEqualTo("transpose=clock,scale=960:540:flags=lanczos:interl=-1,setsar=1");
        assertThat(problems(Given.film().media(), "{'op':'rotate','angle':180,'flip':'both'}")).extracting(Problem::code)
                .containsExactly(Code.NOTHING_TO_DO);
    }

    @Test
    void aTagTurnsACopy() {
        String copied = " -map 0:0 -map 0:1 -c:v:0 copy" + COPIED_SOUND;
        assertThat(Planning.commands(plan(Given.film().media(), "{'op':'rotate','mode':'tag'}")))
                .containsExactly("-display_rotation:0 -90 -i IN0" + copied);
        assertThat(Planning.commands(plan(phone(), "{'op':'rotate','angle':90,'flip':'horizontal','mode':'tag'}")))
                .containsExactly("-display_rotation:0 0 -display_vflip:0 -i IN0" + copied);
        Plan scaled = plan(Given.film().media(), "{'op':'rotate','mode':'tag'}", "{'op':'crop','aspect':'1:1'}");
        assertThat(Planning.commands(scaled)).singleElement().asString().startsWith("-display_rotation:0 -90 -i IN0")
                .contains("-filter:v:0 crop=1080:1080:0:420 ");
        assertThat(Planning.commands(plan(Given.film().media(), "{'op':'rotate','mode':'tag'}",
                "{'op':'transcode','container':'ts'}"))).singleElement().asString().contains("-c:v libx264");
        assertThat(problems(Given.film().media(), "{'op':'rotate','straighten':3,'mode':'tag'}")).extracting(Problem::code)
                .containsExactly(Code.CHOOSE_ONE);
    }

    @Test
    void oneConstantRate() {
        assertThat(filters("30000/1001", Given.film().media(), "{'op':'frame-rate','rate':29.97}")).isEqualTo("fps=30000/1001");
        Media uneven = Given.empty("v.mp4", "mov,mp4,m4a,3gp,3g2,mj2")
                .video("h264", new Size(1080, 1920), Fraction.ONE, 0, new Rate(28_028, 1000), true, "yuv420p", 8, 420, false)
                .audio("aac", 2, "eng").media();
        assertThat(filters("30000/1001", uneven, "{'op':'frame-rate'}")).isEqualTo("fps=30000/1001");
        assertThat(filters("50", uneven, "{'op':'frame-rate','rate':50,'method':'blend'}"))
                .isEqualTo("tpad=stop_mode=clone:stop=3,minterpolate=fps=50:mi_mode=blend,trim=end=59.99");
        assertThat(problems(Given.film().media(), "{'op':'frame-rate'}")).extracting(Problem::code)
                .containsExactly(Code.NOTHING_TO_DO);
    }

    private static Given tape(Track.Fields flagged, Track.Fields seen) {
        return Given.film().seen(v -> Effect.NONE.scanned(flagged).on(v)).knowing(k -> k.withFields(seen));
    }

    @Test
    void fieldsBecomeFrames() {
        var top = Track.Fields.TOP_FIRST;
        var bottom = Track.Fields.BOTTOM_FIRST;
        var none = Track.Fields.PROGRESSIVE;
        assertThat(filters(tape(top, top).media(), "{'op':'deinterlace'}"))
                .isEqualTo("bwdif=mode=send_frame:parity=auto:deint=interlaced");
        assertThat(filters("50", tape(top, bottom).media(), "{'op':'deinterlace','output-rate':'field','method':'yadif'}"))
                .isEqualTo("yadif=mode=send_field:parity=bff:deint=interlaced");
        assertThat(filters(tape(none, top).media(), "{'op':'deinterlace','method':'w3fdif'}"))
                .isEqualTo("w3fdif=filter=complex:mode=frame:parity=tff:deint=all");
        assertThat(problems(tape(none, none).media(), "{'op':'deinterlace'}")).extracting(Problem::code)
                .containsExactly(Code.NOTHING_TO_DO);
        assertThat(problems(tape(top, top).media(), "{'op':'deinterlace','method':'inverse-telecine'}"))
                .extracting(Problem::code).containsExactly(Code.NOT_AVAILABLE);
        Edit edit = new io.reelbench.engine.operation.Deinterlace().apply(Edit.of(Given.film().media()),
                new io.reelbench.engine.operation.Problems());
        assertThat(edit.missing()).containsExactly(new io.reelbench.engine.media.Fact.Interlacing());
        // what is still interlaced is encoded so, and a whole frame is not
        assertThat(Planning.commands(plan(tape(top, top).media(), "{'op':'sharpen'}"))).singleElement().asString()
                .contains("-flags:v +ildct+ilme -field_order tt");
        assertThat(Planning.commands(plan(tape(top, top).media(), "{'op':'rotate'}"))).singleElement().asString()
                .doesNotContain("ildct");
    }

    @Test
    void lessNoiseAndMoreEdges() {
        assertThat(filters(Given.film().media(), "{'op':'denoise'}", "{'op':'sharpen'}"))
                .isEqualTo("hqdn3d=3,unsharp=luma_msize_x=5:luma_msize_y=5:luma_amount=0.6");
        assertThat(filters(Given.film().media(), "{'op':'denoise','method':'fine','strength':0.5}")).isEqualTo("nlmeans=s=1");
        assertThat(filters(Given.film().media(), "{'op':'sharpen','method':'adaptive','amount':0.4}"))
                .isEqualTo("cas=strength=0.4");
        assertThat(filters(Given.film().media(), "{'op':'crop','aspect':'1:1'}", "{'op':'sharpen','amount':2,'radius':17}"))
                .isEqualTo("crop=1080:1080:420:0,split[s1][b1];[b1]gblur=sigma=2:planes=1[c1];"
                        + "[s1][c1]mix=inputs=2:weights='3 -2':scale=1:planes=1");
        assertThat(Planning.commands(plan(Given.film().media(), "{'op':'denoise','target':'sound','reduction':20}")))
                .containsExactly("-i IN0 -map 0:0 -map 0:1 -c:v:0 copy -c:a:0 aac -b:a:0 192000 -filter:a:0 afftdn=nr=20"
                        + " -map_metadata 0 -map_chapters -1 -movflags +faststart -f mp4 OUT0");
        assertThat(problems(Given.film().media(), "{'op':'sharpen','radius':6}")).extracting(Object::toString)
                .containsExactly("radius: 6 is not odd");
    }

    private static Given hdr(String transfer, Track.Hdr.Kind kind, java.util.OptionalInt peak) {
        Track.Hdr light = new Track.Hdr(kind, true, peak);
        return Given.film().seen(v -> Effect.NONE.deep(new Track.PixelFormat("yuv420p10le", 10, 420, false, false))
                .coloured(new Track.ColourSpace("tv", "bt2020nc", "bt2020", transfer), light).on(v));
    }

    @Test
    void coloursAreChangedInTheirOwnDepth() {
        assertThat(filters(Given.film().media(), "{'op':'colour','brightness':0.1,'contrast':1.2}"))
                .isEqualTo("lutyuv=y='clip((1.2*(val/255-0.5)+0.6)*255,0,255)'");
        assertThat(filters(Given.film().media(),
                "{'op':'colour','saturation':0,'gamma':2,'hue':-30,'exposure':0.5,'temperature':4000}"))
                .isEqualTo(
                        "scale=flags=bicubic+accurate_rnd+full_chroma_int:interl=-1,format=gbrp,exposure=exposure=0.5,scale=flags=bicubic+accurate_rnd+full_chroma_int:interl=-1,format=gbrp,colortemperature=temperature=4000,"
                                + "lutyuv=y='clip(pow(max(1*(val/255-0.5)+0.5,0),0.5)*255,0,255)':u='clip((val-128)*0+128,0,255)':v='clip((val-128)*0+128,0,255)',"
                                + "hue=h=-30");
        Media deep = hdr("bt709", Track.Hdr.Kind.SDR, java.util.OptionalInt.empty()).media();
        assertThat(plan(deep, "{'op':'colour','saturation':1.5}").glimpse().orElseThrow().chain())
                .isEqualTo("lutyuv=u='clip((val-512)*1.5+512,0,1023)':v='clip((val-512)*1.5+512,0,1023)'");
        assertThat(problems(Given.film().media(), "{'op':'colour'}")).extracting(Problem::code)
                .containsExactly(Code.NOTHING_TO_DO);
    }

    @Test
    void spacesAreConvertedFromWhatPlayersAssume() {
        assertThat(filters(anamorphic().media(), "{'op':'colour','space':'bt709'}")).isEqualTo(
                "zscale=min=170m:pin=170m:tin=601:rin=limited:m=709:p=709:t=709:r=limited,format=yuv420p");
        assertThat(filters(Given.film().media(), "{'op':'colour','range':'full'}")).isEqualTo(
                "zscale=min=709:pin=709:tin=709:rin=limited:m=709:p=709:t=709:r=full,format=yuv420p");
        assertThat(problems(Given.film().media(), "{'op':'colour','range':'limited'}")).extracting(Problem::code)
                .containsExactly(Code.NOTHING_TO_DO);
        assertThat(problems(hdr("smpte2084", Track.Hdr.Kind.HDR10, java.util.OptionalInt.empty()).media(),
                "{'op':'colour','space':'bt709'}")).extracting(Problem::code).containsExactly(Code.NOT_AVAILABLE);
    }

    @Test
    void highDynamicRangeBecomesOrdinaryVideo() {
        String stale = ",sidedata=mode=delete:type=MASTERING_DISPLAY_METADATA,sidedata=mode=delete:type=CONTENT_LIGHT_LEVEL,"
                + "sidedata=mode=delete:type=DYNAMIC_HDR_PLUS,sidedata=mode=delete:type=DOVI_RPU_BUFFER,sidedata=mode=delete:type=DOVI_METADATA";
        Media hdr10 = hdr("smpte2084", Track.Hdr.Kind.HDR10, java.util.OptionalInt.of(4000)).media();
        assertThat(filters(hdr10, "{'op':'tone-map'}")).isEqualTo(
                "zscale=min=2020_ncl:pin=2020:tin=smpte2084:rin=limited:t=linear:npl=100,format=gbrpf32le,zscale=p=709,"
                        + "tonemap=tonemap=mobius:desat=0.5:peak=40,zscale=t=709:m=709:r=limited,format=yuv420p" + stale);
        Media hlg = hdr("arib-std-b67", Track.Hdr.Kind.HLG, java.util.OptionalInt.empty()).media();
        assertThat(filters(hlg, "{'op':'tone-map','method':'hable','peak':600,'desaturate':0}"))
                .contains("tin=arib-std-b67").contains("tonemap=tonemap=hable:desat=0:peak=6,");
        // x265 would keep ten bits of HDR; what is left here are eight
        assertThat(Planning.commands(plan(hdr10, "{'op':'tone-map'}", "{'op':'transcode','video-codec':'h265'}")))
                .singleElement().asString().contains("-pix_fmt yuv420p ");
        Planned plain = planned(Given.film().media(), "{'op':'tone-map'}");
        assertThat(plain.problems()).extracting(Problem::code).containsExactly(Code.NOTHING_TO_DO);
        assertThat(Planning.commands(plain.plan().orElseThrow())).singleElement().asString().contains("-c:v:0 copy");
    }

    @Test
    void aTableIsBroughtUnderANameOfOurs() {
        Media beside = Given.film().knowing(k -> k.withFile(Path.of("/clips/clip's.cube"), new SideFile.Table(812, 5))).media();
        Plan plan = plan(beside, "{'op':'lut','file':'{dir}/{name}\\u0027s.cube','strength':0.5}");
        List<String> commands = Planning.commands(plan);
        assertThat(commands.getFirst()).matches("fetch /clips/clip's.cube as lut[0-9a-f]{16}\\.cube");
        String name = commands.getFirst().substring("fetch /clips/clip's.cube as ".length());
        assertThat(plan.glimpse().orElseThrow().chain()).isEqualTo(
                "scale=flags=bicubic+accurate_rnd+full_chroma_int:interl=-1,format=gbrp,split[u0][g0];[g0]lut3d=file=" + name
                        + ":interp=tetrahedral[l0];[l0][u0]blend=all_mode=normal:all_opacity=0.5");
        assertThat(commands.get(1)).doesNotContain("clip's");
    }

    @Test
    void aTableThatIsNotThereNamesTheClip() {
        Media without = Given.film().knowing(k -> k.withFile(Path.of("/clips/clip.cube"), new SideFile.Missing())).media();
        assertThat(problems(without, "{'op':'lut','file':'{dir}/{name}.cube'}")).extracting(Object::toString)
                .containsExactly("file: /clips/clip.cube is not there, which clip.mp4 needs");
        assertThat(problems(without, "{'op':'lut','file':'{dir}/{nam}.cube'}")).extracting(Object::toString)
                .containsExactly("file: {nam} is not {name}, {ext}, {dir} or {parent}; write {{ for a brace - use {name}");
        assertThat(problems(without, "{'op':'lut'}")).extracting(Problem::code).containsExactly(Code.REQUIRED);
    }

    @Test
    void ordersThatWouldDoBetterAreWarnedAbout() {
        Media seen = tape(Track.Fields.TOP_FIRST, Track.Fields.TOP_FIRST).media();
        Planned planned = planned(seen, "{'op':'sharpen'}", "{'op':'scale','height':540}", "{'op':'deinterlace'}");
        assertThat(planned.plan()).isPresent();
        assertThat(planned.problems()).extracting(Problem::code).containsExactly(Code.ORDER, Code.ORDER);
        assertThat(planned.problems().getFirst().fixes()).singleElement()
                .isInstanceOfSatisfying(io.reelbench.engine.problem.Fix.Move.class, move -> {
                    assertThat(move.from()).isEqualTo(1);
                    assertThat(move.to()).isZero();
                });
        assertThat(planned.problems().getLast()).hasToString(
                "“deinterlace” below “scale” works on lines that are no whole fields any more");
        assertThat(problems(seen, "{'op':'deinterlace'}", "{'op':'scale','height':540}", "{'op':'sharpen'}")).isEmpty();
    }
}
