package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of subtitles can be a file of its own, and why the rest cannot. */
class SubtitlePlanTest {

    private static final Media FILM = Given.film().subtitle("subrip", true).subtitle("hdmv_pgs_subtitle", false)
            .subtitle("dvd_subtitle", false).media();

    private static List<String> commands(String... steps) {
        Planned planned = Planning.plan(FILM, steps);
        return Planning.commands(planned.plan().orElseThrow(() -> new AssertionError(planned.problems())));
    }

    private static Problem problem(Media media, String... steps) {
        Planned planned = Planning.plan(media, steps);
        assertThat(planned.plan()).isEmpty();
        return planned.problems().getFirst();
    }

    @Test
    void textIsCopiedWhereTheFormatIsItsOwn() {
        assertThat(commands("{'op':'subtitle-extract'}")).containsExactly("-i IN0 -map 0:2 -c:s copy -f srt OUT0");
        assertThat(commands("{'op':'subtitle-extract','format':'vtt'}"))
                .containsExactly("-i IN0 -map 0:2 -c:s webvtt -f webvtt OUT0");
    }

    @Test
    void picturesAreKeptOrSayWhyNot() {
        assertThat(commands("{'op':'subtitle-extract','tracks':'2','format':'same'}"))
                .containsExactly("-i IN0 -map 0:3 -c:s copy -f sup OUT0");
        Problem text = problem(FILM, "{'op':'subtitle-extract','tracks':'2'}");
        assertThat(text.code()).isEqualTo(Code.NOT_AVAILABLE);
        assertThat(text.text().toString()).contains("subtitles 2", "are pictures", "cannot become text");
        assertThat(text.fixes()).hasSize(1);
        assertThat(problem(FILM, "{'op':'subtitle-extract','tracks':'3'}").fixes()).isEmpty();
        assertThat(problem(FILM, "{'op':'subtitle-extract','tracks':'3','format':'same'}").text().toString())
                .contains("dvd_subtitle", "MKV");
        assertThat(problem(FILM, "{'op':'trim','start':5}", "{'op':'subtitle-extract','tracks':'2','format':'same'}").text()
                .toString()).contains("cannot follow a cut");
        assertThat(problem(FILM, "{'op':'subtitle-extract','tracks':'2','format':'same','charset':'utf-16'}").option())
                .isEqualTo("charset");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(problem(Given.film().media(), "{'op':'subtitle-extract'}").code()).isEqualTo(Code.NEEDS_SUBTITLE);
        assertThat(problem(FILM, "{'op':'subtitle-extract','tracks':'4'}").code()).isEqualTo(Code.NO_SUCH_TRACK);
        assertThat(problem(FILM, "{'op':'subtitle-extract','tracks':'none'}").code()).isEqualTo(Code.NO_SUCH_TRACK);
        assertThat(problem(FILM, "{'op':'subtitle-extract','format':'vtt','charset':'utf-16'}").option()).isEqualTo("charset");
        assertThat(problem(FILM, "{'op':'trim','keep':['0:20..0:25','0:05..0:10']}", "{'op':'subtitle-extract'}").text()
                .toString()).contains("another order");
    }

    @Test
    void severalTracksAreOneRun() {
        Media two = Given.film().subtitle("mov_text", true).subtitle("mov_text", true).media();
        Planned planned = Planning.plan(two, "{'op':'trim','start':5}", "{'op':'subtitle-extract','tracks':'all'}");
        assertThat(Planning.commands(planned.plan().orElseThrow())).hasSize(1);
        assertThat(planned.plan().orElseThrow().products()).extracting(Product::label).doesNotHaveDuplicates();
    }
}
