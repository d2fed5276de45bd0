package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.SideFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Commands as people write them are planned as they stand. */
class RawPlanTest {

    private static final Media CLIP = Given.film().knowing(
            k -> k.withFile(Path.of("/clips/b.mp4"), new SideFile.Clip(Given.film().named("b.mp4", "mov").media()))).media();

    /** The ending of the output, and the command. */
    private static final List<String> USUAL = List.of(
            "mp4 -c:v libx264 -preset slow -crf 22 -c:a aac -b:a 160k -movflags +faststart",
            "mkv -c copy -map 0", "mp4 -ss 00:01:02.500 -to 90 -c copy -avoid_negative_ts make_zero",
            "mp4 -vf scale=1280:-2 -c:a copy", "mp4 -vf \"scale='min(1280,iw)':-2:flags=lanczos,fps=30\" -an",
            "mp4 -vf crop=iw-20:ih-20:10:10", "mp4 -vf transpose=1 -metadata:s:v rotate=0",
            "mp4 -vf \"pad=1920:1080:(ow-iw)/2:(oh-ih)/2:color=black\"",
            "mp4 -vf eq=brightness=0.06:saturation=1.5 -c:a copy",
            "mp4 -vf \"drawtext=text='Take 3':x=10:y=h-th-10:fontsize=24:fontcolor=white@0.8\"",
            "mp4 -filter_complex \"[0:v]setpts=0.5*PTS[v];[0:a]atempo=2.0[a]\" -map \"[v]\" -map \"[a]\"",
            "mp4 -vf \"fade=t=in:st=0:d=1,fade=t=out:st=58:d=2\" -af \"afade=in:st=0:d=1\"", "mp3 -vn -c:a libmp3lame -q:a 2",
            "m4a -vn -acodec aac -ab 192k -ac 2 -ar 44100", "wav -vn -ac 1 -ar 16000 -sample_fmt s16",
            "mp4 -af loudnorm=I=-16:TP=-1.5:LRA=11 -c:v copy", "mp4 -af \"highpass=f=80,lowpass=f=12000,volume=3dB\" -c:v copy",
            "mp4 -af \"pan=mono|c0=0.5*FL+0.5*FR\" -c:v copy",
            "gif -vf \"fps=10,scale=320:-1:flags=lanczos,split[a][b];[a]palettegen[p];[b][p]paletteuse\"",
            "jpg -ss 5 -frames:v 1 -q:v 2", "png -vf \"select='gt(scene,0.4)'\" -vframes 1 -vsync vfr",
            "png -vf \"fps=1/10,scale=160:-1,tile=5x2\" -frames:v 1",
            "mp4 -vf yadif=1 -c:v libx265 -x265-params log-level=error:crf=24:hdr10=0 -tag:v hvc1",
            "mp4 -c:v libx264 -x264-params keyint=50:scenecut=0:deblock=-1,-1 -b:v 4M -maxrate 6M -bufsize 8M -pix_fmt yuv420p -profile:v high -level 4.1",
            "webm -c:v libvpx-vp9 -b:v 0 -crf 32 -row-mt 1 -c:a libopus -b:a 96k",
            "mov -c:v prores_ks -profile:v 3 -vendor apl0 -pix_fmt yuv422p10le -c:a pcm_s24le",
            "mp4 -vf \"zscale=t=linear:npl=100,tonemap=hable,zscale=p=bt709:t=bt709:m=bt709,format=yuv420p\"",
            "mp4 -t 4 -vf \"trim=0:4,reverse\" -af \"atrim=0:4,areverse\"", "ts -c copy -bsf:v h264_mp4toannexb -f mpegts",
            "mp4 -force_key_frames \"expr:gte(t,n_forced*2)\" -r 30000/1001 -g 60 -bf 2",
            "mp4 -vf \"minterpolate=fps=50,hqdn3d=4:3:6:4.5,unsharp=5:5:1.0\"",
            "mp4 -filter_complex \"[0:v]split=2[a][b];[a]boxblur=20[bg];[b]scale=-2:720[fg];[bg][fg]overlay=(W-w)/2:(H-h)/2\" -c:a copy");

    private static String step(String options) {
        return "{'op':'raw'," + options + "}";
    }

    private static Planned plan(Media clip, String command, String more) {
        return Planning.plan(clip,
                step("'command':'" + command.replace("\\", "\\\\").replace("\"", "\\\"").replace("'", "\\u0027")
                        + "'" + more));
    }

    @TestFactory
    List<DynamicTest> usualCommandsArePlanned() {
        assertThat(USUAL).hasSizeGreaterThanOrEqualTo(30);
        return USUAL.stream().map(line -> DynamicTest.dynamicTest(line, () -> {
            String[] parts = line.split(" ", 2);
            Planned planned = plan(CLIP, parts[1], ",'outputs':'out_1=made." + parts[0] + "'");
            assertThat(planned.plan()).as(planned.problems().toString()).isPresent();
            assertThat(planned.plan().get().products()).singleElement()
                    .satisfies(p -> assertThat(p.extension()).isEqualTo(parts[0]));
            assertThat(Planning.commands(planned.plan().get())).last().asString().endsWith(" OUT0");
        })).toList();
    }

    @Test
    void aSecondInputIsGuardedLikeTheFirst() {
        Plan plan = plan(CLIP, "-i {{in_1}} -i {{in_2}} -filter_complex hstack=inputs=2 {{out_1}}",
                ",'inputs':'in_2=/clips/b.mp4'").plan()
                .orElseThrow();
        Step.Run run = (Step.Run) plan.steps().getLast();
        List<String> arguments = run.command().arguments(Ref::toString, java.util.Map.of());
        assertThat(arguments.stream().filter("-protocol_whitelist"::equals)).hasSize(2);
        assertThat(run.command().inputs()).extracting(Command.Input::file).containsExactly(new Ref.Source(0),
                new Ref.Beside(Path.of("/clips/b.mp4")));
    }

    @Test
    void aFolderIsOneProduct() {
        Plan plan = plan(CLIP, "-i {{in_1}} -vf fps=1 {{OUTPUT_FOLDER}}/shot-%03d.png", ",'outputs':'folder'").plan()
                .orElseThrow();
        assertThat(plan.products()).singleElement().matches(Product::isFolder);
        assertThat(Planning.commands(plan)).last().asString().endsWith("OUT0/shot-%03d.png");
    }

    @Test
    void whatCannotBeIsSaidBesideTheCommand() {
        assertThat(plan(CLIP, "-i {{in_1}} -attach x {{out_1}}", "").problems()).first().asString()
                .contains("command:", "“-attach”", "opens files by itself");
        assertThat(plan(CLIP, "-i {{in_1}} {{out_1}}", ",'outputs':'out_1=a.exe'").problems().toString()).contains(".exe");
        assertThat(Planning.plan(CLIP, step("'command':'-c copy'"), "{'op':'transcode'}").problems().toString())
                .contains("stands alone");
        assertThat(Planning.plan(CLIP, "{'op':'rotate'}", step("'command':'-c copy'")).problems().toString())
                .contains("stands alone");
        assertThat(Planning.plan(CLIP, "{'op':'raw'}").problems().toString()).contains("give the command");
    }

    @Test
    void asMuchAsFitsIntoMemoryMayBeTurnedRound() {
        Media brief = Given.film().seconds(3).media();
        assertThat(plan(brief, "-vf reverse -af areverse", "").plan()).isPresent();
        assertThat(plan(CLIP, "-vf reverse", "").problems().toString()).contains("reverse", "MB");
        assertThat(plan(Given.film().endless().media(), "-vf reverse", "").problems().toString()).contains("no known end");
    }
}
