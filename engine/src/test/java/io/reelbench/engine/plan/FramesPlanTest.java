package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans of many pictures out of a film. */
class FramesPlanTest {

    private static final String JPG = "scale=out_range=full:out_color_matrix=bt601,format=yuvj444p|yuvj422p|yuvj420p";
    private static final String CODED = " -c:v mjpeg -q:v 3 -huffman optimal -f image2 OUT0/.%06d";

    private static Plan plan(Media media, String... steps) {
        Planned planned = Planning.plan(media, steps);
        assertThat(planned.plan()).as(planned.problems().toString()).isPresent();
        return planned.plan().orElseThrow();
    }

    private static List<String> commands(Media media, String... steps) {
        return Planning.commands(plan(media, steps));
    }

    private static Expect.Pictures expect(String step) {
        return (Expect.Pictures) plan(Given.film().media(), step).products().getFirst().expect();
    }

    @Test
    void oneASecondGoesIntoAFolder() {
        Plan plan = plan(Given.film().media(), "{'op':'frames'}");
        assertThat(Planning.commands(plan)).containsExactly("own MakeFolder[folder=Target[index=0]]",
                "-i IN0 -map 0:0 -filter:v:0 settb=AVTB,setpts=PTS-600,fps=1000000/1000000:round=up:start_time=0," + JPG
                        + " -fps_mode passthrough" + CODED,
                "own Collect[folder=Target[index=0], names={name}-%05d, ending=jpg, packing=NONE, into=Target[index=0]]");
        assertThat(plan.products()).singleElement().satisfies(product -> {
            assertThat(product.isFolder()).isTrue();
            assertThat(product.extension()).isEmpty();
        });
        assertThat(expect("{'op':'frames'}")).isEqualTo(new Expect.Pictures(Packing.NONE, 59, 61, "mjpeg", new Size(1920, 1080)));
    }

    @Test
    void anArchiveIsPackedFromTheScratchFolder() {
        assertThat(commands(Given.film().media(), "{'op':'frames','fps':2,'archive':'gzip','format':'png','width':640}"))
                .containsExactly("own MakeFolder[folder=Scratch[name=pictures0]]",
                        "-i IN0 -map 0:0 -filter:v:0 settb=AVTB,setpts=PTS-600,fps=2:round=up:start_time=0,"
                                + "scale=640:360:flags=lanczos:interl=-1,setsar=1,format=rgb24 -fps_mode passthrough -c:v png -f image2 pictures0/.%06d",
                        "own Collect[folder=Scratch[name=pictures0], names={name}-%05d, ending=png, packing=TGZ, into=Target[index=0]]");
    }

    @Test
    void eachWayOfTakingIsAFilterOfItsOwn() {
        Media film = Given.film().media();
        assertThat(commands(film, "{'op':'frames','count':40}").get(1))
                .contains("setpts=PTS-750600,fps=40000000/60000000:round=up:start_time=0").contains("-frames:v 40");
        assertThat(
                commands(film, "{'op':'transcode','crf':20}", "{'op':'frames','at':'1.5,0:01.49,3','pattern':'shot %d'}").get(1))
                .contains("-filter:v:0 select='lt(abs(t-1.48),0.02)+lt(abs(t-3),0.02)'," + JPG);
        assertThat(commands(film, "{'op':'frames','scenes':12.5}").get(1))
                .contains("-filter:v:0 select='eq(n,0)+gt(scene,0.125)'," + JPG);
        assertThat(commands(film, "{'op':'frames','every-frame':true,'start':2,'duration':1}").get(1))
                .startsWith("-ss 1.98 -t 1.02 -i IN0 -map 0:0 -filter:v:0 trim=end=1,setpts=PTS-0.02/TB," + JPG);
        assertThat(expect("{'op':'frames','count':40}")).extracting(Expect.Pictures::least, Expect.Pictures::most)
                .containsExactly(40L, 40L);
        assertThat(expect("{'op':'frames','at':'1.5,0:01.49,3'}").most()).isEqualTo(2);
    }

    @Test
    void picturesFarApartAreReachedOneByOne() {
        List<String> commands = commands(Given.film().media(), "{'op':'frames','interval':20}");
        assertThat(commands.get(1)).startsWith("-i IN0 -ss 19.98 -i IN0 -ss 39.98 -i IN0 -map 0:0 -filter:v:0 " + JPG
                + " -frames:v 1 -c:v mjpeg -q:v 3 -huffman optimal -update 1 -f image2 OUT0/.000001 -map 1:0");
        // something else reads the film anyway
        assertThat(commands(Given.film().media(), "{'op':'transcode','crf':20}", "{'op':'frames','interval':20}").get(1))
                .contains("OUT0 -map 0:0 -filter:v:0 settb=AVTB,setpts=PTS-600,fps=1000000/20000000");
    }

    @Test
    void whatCannotBeIsSaid() {
        Media film = Given.film().media();
        assertThat(problems(film, "{'op':'frames','format':'avif'}")).extracting(Problem::code)
                .containsExactly(Code.NOT_AVAILABLE);
        assertThat(problems(film, "{'op':'frames','at':'70'}")).extracting(Problem::code).containsExactly(Code.PAST_END);
        assertThat(problems(film, "{'op':'frames','at':'3','start':5}")).extracting(Problem::code)
                .containsExactly(Code.OUT_OF_RANGE);
        Media endless = Given.empty("e.webm", "matroska,webm").endless().video("vp9", new Size(640, 360), Given.PAL).media();
        assertThat(problems(endless, "{'op':'frames','count':5}")).extracting(Problem::option).containsExactly("count");
        assertThat(commands(endless, "{'op':'frames'}")).hasSize(3);
    }

    private static List<Problem> problems(Media media, String step) {
        Planned planned = Planning.plan(media, step);
        assertThat(planned.plan()).isEmpty();
        return planned.problems();
    }

    @Test
    void namesCountFromOneAndHoldOneNumber() throws BadValue {
        assertThat(PictureNames.parse("{name}-%05d").of("clip", 7)).isEqualTo("clip-00007");
        assertThat(PictureNames.parse("frame_{index}").of("clip", 12)).isEqualTo("frame_12");
        assertThat(PictureNames.parse("100% %d").of("a$1\\", 3)).isEqualTo("100% 3");
        for (String wrong : List.of("frame", "%d-%d", "a/%d", "%d{index}", "%x")) {
            assertThatThrownBy(() -> PictureNames.parse(wrong)).isInstanceOf(BadValue.class);
        }
    }
}
