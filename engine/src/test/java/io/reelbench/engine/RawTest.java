package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Written commands run to their end on real clips. */
class RawTest {

    @TempDir
    Path folder;

    private Studio studio;
    private Path clip;

    @BeforeEach
    void open() throws Exception {
        studio = new Studio(folder);
        clip = studio.counted("clip.mp4", 2, 25);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private Task raw(String command, String more) throws Exception {
        return studio.run(clip, "{'op':'raw','command':'" + command.replace("\"", "\\\"") + "'" + more + "}");
    }

    @Test
    void filtersAreDoneAsWritten() throws Exception {
        Media made = studio
                .look(Studio.output(raw("-vf scale=80:-2,drawtext=text=Take:x=(w-tw)/2:fontcolor=white -c:a copy", "")));
        assertThat(made.video().orElseThrow().coded()).hasToString("80×46");
        assertThat(made.audio()).isPresent();
    }

    @Test
    void severalOutputsAndInputs() throws Exception {
        studio.counted("b.mp4", 2, 25);
        Task task = raw(
                "-i {{in_1}} -i {{in_2}} -filter_complex \"[0:v][1:v]hstack,split[x][y]\" -map [x] {{out_1}} -map [y] -ss 1 -frames:v 1 {{out_2}}",
                ",'inputs':'in_2={dir}/b.mp4','outputs':['out_1=side.mkv','out_2=shot.png']");
        assertThat(task.outcome().results()).as(task.outcome().toString()).hasSize(2);
        assertThat(studio.look(task.outcome().results().get(0).file()).video().orElseThrow().coded()).hasToString("320×90");
        assertThat(studio.look(task.outcome().results().get(1).file()).video().orElseThrow().codec()).isEqualTo("png");
    }

    @Test
    void aFolderOfPictures() throws Exception {
        Path made = Studio.output(raw("-i {{in_1}} -vf fps=5 {{OUTPUT_FOLDER}}/shot-%03d.png", ",'outputs':'folder'"));
        assertThat(Studio.names(made)).hasSize(10).contains("shot-001.png");
    }

    @Test
    void soundAndReversal() throws Exception {
        assertThat(studio.look(Studio.output(raw("-vn -c:a libmp3lame -q:a 4", ",'outputs':'out_1=a.mp3'"))).audio().orElseThrow()
                .codec())
                .isEqualTo("mp3");
        Path turned = Studio.output(raw("-an -vf reverse -c:v libx264 -crf 8", ""));
        assertThat(studio.frames(turned)).startsWith(49, 48).endsWith(1, 0);
    }

    @Test
    void nothingThatComesOutIsAFailure() throws Exception {
        Task task = raw("-ss 100 -c copy", "");
        assertThat(task.outcome().results()).isEmpty();
        assertThat(task.outcome().failure()).isPresent();
    }

    @Test
    void whatAPersonAllowedRunsOnce() throws Exception {
        var recipe = studio.recipe("{'op':'raw','command':'-vf metadata=mode=print -c:a copy'}");
        OutputWish wish = new OutputWish().into(folder.resolve("out"));
        Request asked = new Request(clip, Path.of(""), recipe, wish, Priority.NORMAL, Set.of("metadata"));
        Task done = studio.awaited(studio.engine.submit(List.of(asked))).getFirst();
        assertThat(Files.exists(Studio.output(done))).isTrue();
        assertThat(studio.engine.request(done).allowed()).as("not for another run").isEmpty();
        assertThat(studio.run(clip, "{'op':'raw','command':'-vf metadata=mode=print -c:a copy'}").outcome().results()).isEmpty();
    }
}
