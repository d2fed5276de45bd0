package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is proposed where a recipe cannot be planned, and that doing it mends it. */
class FixesTest {

    private final Media film = Given.film().media();

    private List<String> fixes(String step) {
        Planned planned = Planning.plan(film, step);
        assertThat(planned.plan()).isEmpty();
        return planned.problems().stream().flatMap(p -> p.fixes().stream()).map(FixesTest::told).toList();
    }

    private static String told(Fix fix) {
        return fix.text() + switch (fix) {
            case Fix.Choose(var _, OptionalInt _, Map<String, List<String>> options) -> " " + new TreeMap<>(options);
            case Fix.Move(var _, int from, int to) -> " " + from + " to " + to;
            case Fix.Allow(var _, String part) -> " " + part;
            case Fix.Remove(var _, OptionalInt step) -> " " + step.orElse(-1);
            case Fix.Replace(var _, OptionalInt step, String op) -> " " + op + " for " + step.orElse(-1);
            case Fix.Add(var _, OptionalInt at, String op, var _) -> " " + op + " at " + at.orElse(-1);
        };
    }

    @Test
    void aCodecThatTheContainerRefusesIsExchangedOrTheContainerIs() {
        assertThat(fixes("{'op':'transcode','container':'webm','video-codec':'h264'}"))
                .containsExactly("use VP9 {video-codec=[vp9]}", "use MKV {container=[mkv]}");
        assertThat(fixes("{'op':'transcode','container':'mp4','video-codec':'prores'}"))
                .containsExactly("use H.264 {video-codec=[h264]}", "use MOV {container=[mov]}");
        assertThat(fixes("{'op':'transcode','container':'mov','audio-codec':'opus'}"))
                .containsExactly("use AAC {audio-codec=[aac]}", "use MKV {container=[mkv]}");
        assertThat(fixes("{'op':'extract-audio','format':'mp3','audio-codec':'flac'}"))
                .containsExactly("use MP3 {audio-codec=[mp3]}");
    }

    @Test
    void whatLeavesTheSafeSetMayBeAllowedOnceButNoPathEver() {
        assertThat(fixes("{'op':'raw','command':'-vf metadata=mode=print -c:a copy'}"))
                .containsExactly("allow “metadata” for one run metadata");
        assertThat(fixes("{'op':'raw','command':'-i {{in_1}} /etc/x.mp4'}")).isEmpty();
    }

    @Test
    void whatWasToBeCopiedIsEncodedOrWrittenWhereItFits() {
        assertThat(fixes("{'op':'transcode','container':'webm','video-codec':'copy','audio-codec':'opus'}"))
                .containsExactly("let it be encoded {video-codec=[auto]}", "use MKV {container=[mkv]}");
    }

    @Test
    void aNumberOutsideItsRangeBecomesTheNearest() {
        assertThat(fixes("{'op':'transcode','video-codec':'h264','crf':60}")).containsExactly("use 51 {crf=[51]}");
        assertThat(fixes("{'op':'transcode','audio-codec':'opus','sample-rate':44100}"))
                .containsExactly("use 48000 {sample-rate=[48000]}");
    }

    @Test
    void twoOptionsThatExcludeEachOtherAreOneAgain() {
        assertThat(fixes("{'op':'transcode','pixel-format':'yuv420p','bit-depth':'10'}")).containsExactly(
                "leave pixel-format out {pixel-format=[]}",
                "leave bit-depth, chroma, alpha out {alpha=[], bit-depth=[], chroma=[]}");
    }

    @Test
    void aStepBehindTheOneThatWritesMovesInFrontOfIt() {
        Planned planned = Planning.plan(film, "{'op':'transcode'}", "{'op':'scale','height':720}");
        assertThat(planned.problems()).singleElement().extracting(Problem::fixes).asInstanceOf(
                org.assertj.core.api.InstanceOfAssertFactories.list(Fix.class)).extracting(FixesTest::told)
                .containsExactly("move it before “transcode” 1 to 0", "leave this step out 1");
    }

    @Test
    void theFirstThatIsProposedMendsIt() {
        for (String given : List.of("'container':'webm','video-codec':'h264'", "'container':'mp4','video-codec':'ffv1'",
                "'container':'ts','audio-codec':'flac'", "'video-codec':'prores','container':'mov','lossless':true",
                "'video-codec':'vp9','container':'webm','profile':'hq'", "'audio-codec':'aac','audio-quality':3")) {
            List<Problem> problems = Planning.plan(film, "{'op':'transcode'," + given + "}").problems();
            assertThat(problems).as(given).isNotEmpty().allMatch(p -> !p.fixes().isEmpty());
            Map<String, List<String>> options = ((Fix.Choose) problems.getFirst().fixes().getFirst()).options();
            String option = options.keySet().iterator().next();
            String kept = given.replaceAll(",?'" + option + "':[^,]+", "").replaceAll("^,", "");
            String mended = options.get(option).isEmpty()
                    ? kept
                    : kept + ",'" + option + "':'" + options.get(option).getFirst() + "'";
            assertThat(Planning.plan(film, "{'op':'transcode'," + mended + "}").plan()).as(mended).isPresent();
        }
    }

    @Test
    void whatIsForOtherClipsIsReplacedByWhatIsMeant() {
        assertThat(fixes("{'op':'convert-audio'}")).containsExactly("take the sound out of it extract-audio for 0");
        assertThat(fixes("{'op':'convert-image'}")).containsExactly("take one picture out of it thumbnail for 0",
                "take many pictures out of it frames for 0");
    }
}
