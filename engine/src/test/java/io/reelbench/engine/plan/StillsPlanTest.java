package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Known;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans of picture files made from picture files. */
class StillsPlanTest {

    private static Plan plan(Media media, String... steps) {
        Planned planned = Planning.plan(media, steps);
        assertThat(planned.plan()).as(planned.problems().toString()).isPresent();
        return planned.plan().orElseThrow();
    }

    private static List<String> notes(Media media, String... steps) {
        return plan(media, steps).explanation().notes().stream().map(Object::toString).toList();
    }

    private static Given photo(String codec, String pixels, int bits, boolean alpha) {
        return Given.empty("p." + codec, codec + "_pipe")
                .video(codec, new Size(1200, 801), Fraction.ONE, 90, Given.PAL, false, pixels, bits, 444, alpha).still();
    }

    @Test
    void aPictureIsWrittenInAnotherFormat() {
        assertThat(Planning.commands(plan(photo("png", "rgb24", 8, false).media(), "{'op':'convert-image'}"))).containsExactly(
                "-f png_pipe -i IN0 -map 0:0 -filter:v:0 scale=out_range=full:out_color_matrix=bt601,format=yuvj444p|yuvj422p|yuvj420p"
                        + " -frames:v 1 -c:v mjpeg -q:v 3 -huffman optimal -update 1 -f image2 OUT0");
    }

    @Test
    void transparencyIsLaidOnABackgroundAndDepthIsKeptWhereItCanBe() {
        assertThat(Planning.commands(plan(photo("png", "rgba64be", 16, true).media(),
                "{'op':'convert-image','format':'jpg','background':'#336699','keep-metadata':false}"))).containsExactly(
                        "-f png_pipe -i IN0 -map 0:0 -filter:v:0 format=rgba,split[over][under];[under]drawbox=c=0x336699FF:t=fill:replace=1[under];"
                                + "[under][over]overlay=format=rgb,scale=out_range=full:out_color_matrix=bt601,format=yuvj444p|yuvj422p|yuvj420p,sidedata=mode=delete"
                                + " -frames:v 1 -c:v mjpeg -q:v 3 -huffman optimal -map_metadata -1 -update 1 -f image2 OUT0");
        assertThat(Planning.commands(plan(photo("png", "rgba64be", 16, true).media(), "{'op':'convert-image','format':'tiff'}"))
                .getFirst()).contains("format=rgba64be|rgba64le").contains("-c:v tiff");
        assertThat(Planning.commands(plan(photo("png", "rgba", 8, true).media(),
                "{'op':'convert-image','format':'webp','image-quality':80}")).getFirst())
                .contains("format=bgra").contains("-c:v libwebp -quality 80");
    }

    @Test
    void aPictureIsResizedInItsOwnFormat() {
        Plan plan = plan(photo("webp", "yuv420p", 8, false).media(), "{'op':'resize-image','width':'50%'}");
        assertThat(plan.products()).extracting(Product::extension).containsExactly("webp");
        // it was stored lying down
        assertThat(Planning.commands(plan)).singleElement().asString().contains("scale=401:601:flags=lanczos");
    }

    @Test
    void whatAFormatCannotCarryIsSaid() {
        Known.Attached[] both = {Known.Attached.PROFILE, Known.Attached.CAMERA};
        Media photo = photo("mjpeg", "yuvj420p", 8, false).carrying(both).media();
        assertThat(notes(photo, "{'op':'convert-image','format':'png'}")).isEmpty();
        assertThat(notes(photo, "{'op':'convert-image','format':'jpg'}"))
                .containsExactly("What the camera wrote down (date, place, lens) is lost: JPEG cannot carry it here.");
        assertThat(notes(photo, "{'op':'convert-image','format':'webp'}")).hasSize(2).first().asString()
                .startsWith("The colour profile is lost: WebP");
        assertThat(notes(photo, "{'op':'convert-image','format':'webp','keep-metadata':false}")).isEmpty();
    }

    @Test
    void fourInksBecomeThreeColoursWithoutTheirProfile() {
        Media printed = photo("mjpeg", "yuva444p", 8, true).carrying(Known.Attached.PROFILE).media();
        assertThat(notes(printed, "{'op':'convert-image','format':'png'}"))
                .containsExactly("The picture is in four inks (CMYK); it becomes red, green and blue without its profile.");
        assertThat(Planning.commands(plan(printed, "{'op':'convert-image','format':'png'}")).getFirst())
                .contains("format=rgb24,sidedata=mode=delete:type=ICC_PROFILE");
    }

    @Test
    void aPictureThatMovesGivesItsFirstFrameAndAFilmIsRefused() {
        Media gif = Given.empty("a.gif", "gif").video("gif", new Size(64, 48), Fraction.ONE, 0, Given.PAL, false, "bgra", 8, 444,
                true).media();
        assertThat(notes(gif, "{'op':'convert-image','format':'png'}")).containsExactly("a.gif moves; its first frame is taken.");
        assertThat(Planning.plan(Given.film().media(), "{'op':'convert-image'}").problems()).extracting(Problem::code)
                .containsExactly(Code.NEEDS_STILL);
        assertThat(Planning.plan(photo("png", "rgb24", 8, false).media(), "{'op':'resize-image'}").problems())
                .extracting(Problem::code).containsExactly(Code.REQUIRED);
    }
}
