package io.reelbench.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The grammar of values has three doors: the text of a form, a flag, and JSON. The same text means the same behind each of them, or is
 * refused for the same reason with the same hint.
 */
class DoorsTest {

    private static final Catalog CATALOG = new Catalog();
    private static final RecipeReader RECIPES = new RecipeReader(CATALOG);

    private static final ArgumentReader FLAGS = new ArgumentReader(CATALOG, RECIPES, _ -> "");

    /** What came of a text: an operation, or what is wrong with it. */
    private record Heard(Optional<Operation> operation, List<Code> codes, List<String> texts, List<String> fixes) {

        static Heard of(Optional<Operation> operation, List<Problem> problems) {
            return new Heard(problems.isEmpty() ? operation : Optional.empty(), problems.stream().map(Problem::code).toList(),
                    problems.stream().map(p -> p.text().toString()).toList(),
                    problems.stream().flatMap(p -> p.fix().stream()).map(Object::toString).toList());
        }
    }

    private static Heard form(String op, String option, String text) {
        Reading<? extends Operation> reading = CATALOG.find(op).orElseThrow().schema().read(Map.of(option, List.of(text)));
        return Heard.of(reading.value().map(Operation.class::cast), reading.problems());
    }

    private static Heard json(String op, String option, String text) {
        String step = JsonMapper.shared().writeValueAsString(Map.of("op", op, option, text));
        Reading<Recipe> reading = RECIPES.read("{\"schema\":1,\"steps\":[" + step + "]}");
        Heard heard = Heard.of(reading.value().map(r -> r.steps().getFirst()), reading.problems());
        // a recipe says which step it means
        return new Heard(heard.operation, heard.codes,
                heard.texts.stream().map(t -> t.replace("step 1 (" + op + "): ", "")).toList(), heard.fixes);
    }

    private static Heard flag(String op, String option, String text) {
        Parsed parsed = FLAGS.read(List.of("explain", op, "a.mp4", "--" + option + "=" + text));
        return Heard.of(parsed.wanted().map(w -> ((Wanted.Explain) w).run().recipe().steps().getFirst()),
                parsed.complaints().stream().map(Complaint::problem).toList());
    }

    private static Heard throughAll(String op, String option, String text) {
        Heard form = form(op, option, text);
        assertThat(json(op, option, text)).as("JSON").isEqualTo(form);
        assertThat(flag(op, option, text)).as("flag").isEqualTo(form);
        return form;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // time
            "trim|start|12.5|12.5", "trim|start|12.5s|12.5", "trim|start|62500ms|62.5", "trim|start|1.5min|90",
            "trim|start|5m|300",
            "trim|start|1h2m3.5s|3723.5", "trim|start|1:02.5|62.5", "trim|start|00:01:02.500|62.5", "trim|start|1500f|1500f",
            "trim|start|50%|50%", "trim|start|end-3s|end-3", "trim|start|end-75f|end-75f", "trim|start|01:00:12:05|01:00:12:05",
            "trim|start|01:00:12;05|01:00:12;05", "trim|end|end|end",
            // length
            "fade|in|0|0", "fade|in|1.5s|1.5", "fade|in|25f|25f", "fade|in|5%|5%", "trim|duration|62500ms|62.5",
            "subtitle-extract|offset|-0.2s|-0.2", "subtitle-extract|offset|+12f|12f",
            // written commands
            "raw|command|-c copy|-c copy", "raw|command|ffmpeg -vf hflip|ffmpeg -vf hflip",
            // spans
            "trim|keep|0:10..0:20|10..20", "trim|keep|..0:10|0..10", "trim|keep|end-5s..|end-5..end",
            "trim|keep|0:10..0:20,1:00..1:30|10..20,60..90",
            // bit rates and bytes
            "transcode|bitrate|5M|5M", "transcode|bitrate|1.5M|1.5M", "transcode|bitrate|192kbps|192k",
            "transcode|bitrate|192000|192k", "transcode|bitrate|2 Mbit/s|2M", "compress|target-size|10MB|10MB",
            "compress|target-size|1.4GB|1.4GB", "compress|target-size|700KiB|716.8KB", "compress|target-size|123456|123.456KB",
            // rates
            "frame-rate|rate|25|25", "frame-rate|rate|29.97|30000/1001", "frame-rate|rate|23.98|24000/1001",
            "frame-rate|rate|47.952|48000/1001", "frame-rate|rate|119.88|120000/1001", "frame-rate|rate|24000/1001|24000/1001",
            "frame-rate|rate|ntsc|30000/1001", "frame-rate|rate|pal|25", "frame-rate|rate|film|24",
            // sides, regions, shapes, places
            "scale|width|640|640", "scale|width|640px|640", "scale|width|50%|50%", "crop|rect|1280:720:320:180|1280:720:320:180",
            "crop|rect|1280:720|1280:720", "crop|rect|640x360+10+20|640:360:10:20", "crop|rect|80%:80%:10%:10%|80%:80%:10%:10%",
            "crop|aspect|16:9|16:9", "crop|aspect|2.39|239:100", "crop|sides|10%:0:10%:100|10%:0:10%:100",
            "overlay|at|20:10%|20:10%", "overlay|size|OWN|own", "overlay|size|12.5%|12.5%", "crop|align|tr|top-right",
            "crop|align|t|top", "scale|align|bl|bottom-left",
            // letters
            "subtitle-burn|charset|AUTO|auto", "subtitle-burn|charset|cp1251|windows-1251", "subtitle-burn|charset|GBK|gbk",
            "subtitle-burn|font|DejaVu Serif|DejaVu Serif", "subtitle-burn|font|/a b/c.ttf|/a b/c.ttf",
            // colours
            "fade|colour|#F00|#FF0000", "fade|colour|0xff0000|#FF0000", "fade|colour|red|#FF0000",
            "fade|colour|#ff000080|#FF000080",
            "waveform|background|white|#FFFFFF",
            // words, numbers, switches
            "transcode|container|MKV|mkv", "transcode|video-codec|hevc|h265", "transcode|preset|VERYFAST|veryfast",
            "denoise|strength|4.50|4.5", "gif|loop|3|3", "contact-sheet|header|no|no", "contact-sheet|header|FALSE|no",
            "contact-sheet|header|off|no",
            // tracks, languages
            "transcode|audio-tracks|1,3|1,3", "transcode|audio-tracks|lang:eng,jpn|lang:eng,jpn",
            "transcode|audio-tracks|title:Director*|title:Director*", "transcode|audio-tracks|!2|!2",
            "transcode|audio-tracks|none|none", "metadata|language|a1=de,s2=pt-BR|a1=deu,s2=por",
            // lists and texts with commas in them
            "metadata|set|title=Dailies 3, take 1|title=Dailies 3, take 1",
            "metadata|set|title=A, B,artist=C|title=A, B,artist=C",
            "metadata|track-title|a1=Left, right|a1=Left, right", "detect|what|black, silence|black,silence",
            "frames|at|1.5,0:03|1.5,3", "channels|map|L=1.2,R=1.1|L=1.2,R=1.1", "lut|file|/a,b/c.cube|/a,b/c.cube",
            "gif|fps|12|12", "mux|audio|a.wav, /b,c/{name}.flac|a.wav,/b,c/{name}.flac",
            "mux|subtitle|{dir}/{name}.srt|{dir}/{name}.srt", "mux|language|de,eng|deu,eng", "mux|default-track|NO|no",
            "speed|conform-to|23.976|24000/1001", "transcode|pixel-format|yuv420p|yuv420p",
            "metadata|remove|comment, artist|comment,artist", "metadata|chapter-list|STRIP|strip",
            "metadata|chapter-list|/a,b/list.txt|/a,b/list.txt", "metadata|cover|/a, b.jpg|/a, b.jpg", "metadata|cover|keep|keep",
            "metadata|default-track|a1,s1=no|a1=yes,s1=no",
            "frames|pattern|{name}, %d|{name}, %d"})
    void theSameIsReadThroughEveryDoor(String op, String option, String text, String normal) {
        Heard heard = throughAll(op, option, text);
        assertThat(heard.operation).as("%s", heard.texts).isPresent();
        Field field = CATALOG.find(op).orElseThrow().schema().field(option).orElseThrow();
        List<String> written = CATALOG.write(heard.operation.get()).get(option);
        assertThat(written == null ? field.usual().orElseThrow() : String.join(",", written)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "trim|start|1:75|bad-syntax|seconds stop at 59", "trim|start|12,5|bad-syntax|use a dot: 12.5",
            "trim|start|-3|bad-syntax|count from the end with end-3s", "trim|start|110%|out-of-range|0% to 100%",
            "trim|start|soon|bad-syntax|write 12.5, 1:02.5, 1500f, 50% or end-3s",
            "trim|duration|0|out-of-range|must be longer than 0 s", "trim|duration|end|bad-syntax|write 12.5, 1:02.5, 75f or 50%",
            "trim|keep|20..10|out-of-range|ends before it starts", "trim|keep|0:10-0:20|bad-syntax|write 0:10..0:20",
            "trim|keep|ten|bad-syntax|write 0:10..0:20",
            "transcode|bitrate|192|out-of-range|192 bit/s? write 192k", "transcode|bitrate|5MB/s|bad-syntax|bytes; write 40M",
            "transcode|bitrate|5Ki|bad-syntax|bit rates use 1000", "transcode|bitrate|fast|bad-syntax|write 5M, 192k or 192000",
            "transcode|bitrate|3G|out-of-range|is outside", "compress|target-size|10M|bad-syntax|10MB or 10MiB?",
            "compress|target-size|big|bad-syntax|write 10MB, 1.4GB or 9.5MiB",
            "frame-rate|rate|30p|bad-syntax|a number or a fraction such as 24000/1001",
            "frame-rate|rate|0|bad-syntax|a number or a fraction", "frame-rate|rate|25fps/2|bad-syntax|a number or a fraction",
            "scale|width|1920.5|bad-syntax|whole pixels", "scale|width|wide|bad-syntax|whole pixels such as 640, or a share",
            "scale|width|0|out-of-range|is outside 1 to 16384 px",
            "crop|rect|10:10:10|bad-syntax|write w:h:x:y, w:h or 80%:80%:10%:10%",
            "crop|rect|a:b|bad-syntax|write whole pixels such as 640",
            "crop|aspect|0:9|bad-syntax|write 16:9 or 2.39", "crop|sides|1:2|bad-syntax|top:right:bottom:left",
            "crop|align|centr|unknown-value|is not a position", "fade|colour|#12345|bad-syntax|6 or 8 hex digits",
            "fade|colour|reddish|bad-syntax|write #RRGGBB or a name",
            "contact-sheet|header|maybe|unknown-value|yes", "metadata|language|a1=xx|unknown-value|is not a language code",
            "transcode|audio-tracks|0|out-of-range|tracks count from 1",
            "transcode|audio-tracks|some|bad-syntax|write all, none, first",
            "transcode|container|mp5|unknown-value|is not one of", "transcode|video-codec|h266|unknown-value|is not one of",
            "transcode|encoder|h 264|bad-syntax|encoder", "transcode|sample-rate|fast|bad-syntax|write 48000 or source",
            "denoise|strength|much|bad-syntax|number", "denoise|strength|99|out-of-range|0 to 30",
            "gif|loop|1.5|bad-syntax|whole",
            "frames|pattern|frame|bad-syntax|write %d, %05d or {index}", "channels|map|L=0.1|out-of-range|count from 1",
            "metadata|set|title|bad-syntax|write title=Dailies 3", "metadata|recorded|yesterday|bad-syntax|write 2024-05-01",
            "metadata|location|here|bad-syntax|latitude before longitude",
            "metadata|location|+91+0/|out-of-range|latitude ends at 90",
            "metadata|timecode|noon|bad-syntax|write 10:00:00:00", "gif|fps|fast|bad-syntax|a number or a fraction",
            "metadata|default-track|x9|bad-syntax|write v1, a2 or s1", "tone-map|peak|bright|bad-syntax|auto, or nits",
            "tone-map|peak|5|out-of-range|100 to 10000 nits", "raw|inputs|music.wav|bad-syntax|in_2=",
            "raw|outputs|side|bad-syntax|out_"})
    void theSameIsRefusedAtEveryDoorWithItsHint(String op, String option, String text, String code, String hint) {
        Heard heard = throughAll(op, option, text);
        assertThat(heard.operation).isEmpty();
        assertThat(heard.codes).extracting(Code::toString).containsExactly(code);
        assertThat(String.join(" ", heard.texts) + " " + String.join(" ", heard.fixes)).contains(hint);
    }

    @Test
    void whatIsNearestIsProposedAtEveryDoor() {
        assertThat(throughAll("crop", "align", "centr").fixes + "" + throughAll("crop", "align", "centr").texts)
                .contains("center");
        assertThat(throughAll("transcode", "container", "mk4").fixes).isNotEmpty();
        assertThat(throughAll("transcode", "container", "mp5").texts.getFirst()).contains("mp4, mov, mkv");
    }

    /** A kind of value that stands in no row of these tests has no proof that its doors agree. */
    @Test
    void everyKindOfValueIsTried() throws Exception {
        Set<String> tried = new TreeSet<>();
        for (var test : List.of("theSameIsReadThroughEveryDoor", "theSameIsRefusedAtEveryDoorWithItsHint")) {
            for (var method : DoorsTest.class.getDeclaredMethods()) {
                if (method.getName().equals(test)) {
                    for (String row : method.getAnnotation(CsvSource.class).value()) {
                        String[] cells = row.split("\\|");
                        tried.add(CATALOG.find(cells[0]).orElseThrow().schema().field(cells[1]).orElseThrow().kind().name());
                    }
                }
            }
        }
        Set<String> all = new TreeSet<>();
        List<String> where = new ArrayList<>();
        CATALOG.entries().forEach(e -> e.schema().fields().forEach(f -> {
            all.add(f.kind().name());
            if (!tried.contains(f.kind().name())) {
                where.add(e.about().id() + " " + f.name() + " " + f.kind().name());
            }
        }));
        assertThat(where).isEmpty();
        assertThat(tried).isEqualTo(all);
    }
}
