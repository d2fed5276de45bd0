package io.reelbench.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.output.IfExists;
import io.reelbench.engine.problem.Code;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentReaderTest {

    private static final Catalog CATALOG = new Catalog();
    private static final Map<String, String> FILES = Map.of("share.json",
            "{\"schema\":1,\"name\":\"Share copy\",\"steps\":[{\"op\":\"scale\",\"height\":720},{\"op\":\"compress\",\"quality\":60}]}",
            "bad.json", "{\"schema\":1,\"steps\":[{\"op\":\"scale\",\"hight\":720}]}");

    private static Parsed read(String... arguments) {
        return new ArgumentReader(CATALOG, new RecipeReader(CATALOG), file -> {
            if (!FILES.containsKey(file.toString())) {
                throw new NoSuchFileException(file.toString());
            }
            return FILES.get(file.toString());
        }).read(List.of(arguments));
    }

    /** A blank parts words outside of quotes only. */
    private static String[] words(String line) {
        return Arrays.stream(line.split(" (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).map(w -> w.replace("\"", ""))
                .toArray(String[]::new);
    }

    private static Parsed line(String line) {
        return read(words(line));
    }

    private static Wanted.Run run(String... arguments) {
        Parsed parsed = read(arguments);
        assertThat(parsed.complaints()).isEmpty();
        return (Wanted.Run) parsed.wanted().orElseThrow();
    }

    /** Each step as its id and what differs from its defaults. */
    private static List<String> steps(Recipe recipe) {
        return recipe.steps().stream().map(step -> step.id() + CATALOG.write(step)).toList();
    }

    private static List<String> lines(Parsed parsed) {
        return parsed.complaints().stream().map(c -> c.line(parsed.command())).toList();
    }

    static Stream<List<String>> examples() {
        return Stream.of(
                List.of("transcode clip.avi -o clip.mp4", "transcode{container=[mp4]}"),
                List.of("transcode a.mov b.mov --container mkv --video-codec h265 --quality 80 --preset slow --audio-tracks lang:eng,jpn --to out",
                        "transcode{container=[mkv], video-codec=[h265], preset=[slow], quality=[80], audio-tracks=[lang:eng,jpn]}"),
                List.of("transcode cam.mp4 --video-codec prores --profile lt --audio-codec pcm --audio-bit-depth 24 -o cam.mov",
                        "transcode{container=[mov], video-codec=[prores], profile=[lt], audio-codec=[pcm], audio-bit-depth=[24]}"),
                List.of("compress talk.mp4 --target-size 9.5MiB --two-pass yes -o talk-small.mp4",
                        "compress{container=[mp4], target-size=[9961.472KB], two-pass=[yes]}"),
                List.of("compress talk.mp4 --bitrate 1.5M --max-bitrate 3000k --audio-bitrate 96000 --height 720",
                        "compress{height=[720], bitrate=[1.5M], max-bitrate=[3M], audio-bitrate=[96k]}"),
                List.of("compress film.mkv --target-score 42 --metric xpsnr --video-codec av1 -o film-av1.mkv",
                        "compress{container=[mkv], video-codec=[av1], target-score=[42]}"),
                List.of("scale a.mp4 b.mp4 --resolution 720p --to small", "scale{resolution=[720p]}"),
                List.of("scale wide.mp4 --width 50% --crf 20 -o half.mp4", "scale{width=[50%]}",
                        "transcode{container=[mp4], crf=[20]}"),
                List.of("trim talk.mp4 --start 1500f --duration 62500ms -o bit.mp4", "trim{start=[1500f], duration=[62.5]}",
                        "transcode{container=[mp4]}"),
                List.of("trim talk.mp4 --remove 0:10..0:20,50%..1h2m3.5s,end-5s.. -o clean.mp4",
                        "trim{remove=[10..20, 50%..3723.5, end-5..end]}", "transcode{container=[mp4]}"),
                List.of("trim tape.mov --start 01:00:12:05 --end end-3s --mode copy -o part.mov",
                        "trim{start=[01:00:12:05], end=[end-3], mode=[copy]}", "transcode{container=[mov]}"),
                List.of("thumbnail film.mp4 --time 1:02.5 --width 640 -o poster.jpg", "thumbnail{time=[62.5], width=[640]}"),
                List.of("thumbnail film.mp4 -o poster.jpeg", "thumbnail{}"),
                List.of("thumbnail film.mp4 -o poster.webp", "thumbnail{format=[webp]}"),
                List.of("extract-audio talk.mp4 --format mp3 -o talk.mp3", "extract-audio{format=[mp3]}"),
                List.of("extract-audio talk.mp4 -o talk.flac", "extract-audio{format=[flac]}"),
                List.of("scale photo.png --width 50% -o small.png", "scale{width=[50%]}"),
                List.of("run share.json talk.mp4 -o talk.mkv", "scale{height=[720]}", "compress{container=[mkv], quality=[60]}"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesOfTheReferenceBecomeRecipes(List<String> example) {
        Wanted.Run run = run(example.getFirst().split(" "));

        assertThat(steps(run.recipe())).isEqualTo(example.subList(1, example.size()));
    }

    @Test
    void everyOperationsOwnExampleIsUnderstood() {
        for (Catalog.Entry entry : CATALOG.entries()) {
            assertThat(line(entry.about().example()).complaints()).as(entry.about().example()).isEmpty();
        }
    }

    @Test
    void inputsAndWishesStandWhereTheyLike() {
        Wanted.Run run = run("scale", "--width", "640", "a.mp4", "--to", "out", "b.mp4", "--if-exists", "skip", "--name",
                "{name}_{op}", "--no-keep-dates", "--no-recursive");

        assertThat(run.sources()).isEqualTo(new Wanted.Sources(List.of(Path.of("a.mp4"), Path.of("b.mp4")), false));
        assertThat(run.wish().to()).contains(Path.of("out"));
        assertThat(run.wish().ifExists()).isEqualTo(IfExists.SKIP);
        assertThat(run.wish().name()).hasToString("{name}_{op}");
        assertThat(run.wish().keepDates()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"--faststart, {}", "--faststart yes, {}", "--no-faststart, {faststart=[no]}", "--faststart no, {faststart=[no]}",
            "--faststart=off, {faststart=[no]}", "--trim_to 5, {trim-to=[5]}"})
    void flagsAreWrittenInManyWays(String option, String options) {
        Wanted.Run run = run(("transcode " + option + " clip.mp4 --container same").split(" "));

        assertThat(steps(run.recipe())).containsExactly("transcode" + options);
        assertThat(run.sources().paths()).containsExactly(Path.of("clip.mp4"));
    }

    @Test
    void anyFileNameAndAnyValueMayBeGiven() {
        Wanted.Run run = run("transcode", "--name", "-x-{name}", "-o", "-out.mkv", "--", "-i 100%d.mp4", "@list", "--quality",
                "${HOME}", "a\nb \"'.mp4");

        assertThat(run.wish().name()).hasToString("-x-{name}");
        assertThat(run.wish().output()).contains(Path.of("-out.mkv"));
        assertThat(run.sources().paths().stream().map(Path::toString)).containsExactly("-i 100%d.mp4", "@list", "--quality",
                "${HOME}", "a\nb \"'.mp4");
    }

    @Test
    void fileNamedAfterACommandOrWithAnAtIsAFile() {
        assertThat(run("scale", "probe", "@home.mp4", "explain", "--width", "10").sources().paths()).containsExactly(
                Path.of("probe"), Path.of("@home.mp4"), Path.of("explain"));
    }

    @Test
    void listsComeWithCommasOrRepeated() {
        assertThat(steps(run("trim", "a.mp4", "--keep", "1..2,3..4", "--keep", "5..6").recipe()))
                .isEqualTo(steps(run("trim", "a.mp4", "--keep", "1..2,3..4,5..6").recipe()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "scale a.mp4 --width 0|reelbench scale: --width: 0 is outside 1 to 16384 px; use 1",
            "scale a.mp4 --width|reelbench scale: --width: needs a value",
            "scale a.mp4 --widht 12|reelbench scale: --widht: there is no option “widht” here; did you mean width?",
            "scale a.mp4 --width 1 --width 2|reelbench scale: --width: is given more than once: 1, 2",
            "scale --width 12|reelbench scale: give at least one file or folder",
            "scale -x.mp4 y.mp4 --width 12|reelbench scale: there is no option “-x.mp4” here; if it is a file, put -- before the file names",
            "scael a.mp4|reelbench: there is no command “scael”; did you mean scale?",
            "explain scael a.mp4|reelbench explain: there is no command “scael”; did you mean scale?",
            "transcode a.mp4 -o x --to y|reelbench transcode: --to: give only one of --output, --to",
            "transcode a.mp4 -o x.mkv --to y|reelbench transcode: --to: give only one of --output, --to",
            "thumbnail a.mp4 -o x.gif|reelbench thumbnail: --output: “x.gif” does not end in one of .jpg, .png, .webp, .avif, .tiff, .bmp; for a folder use --to",
            "extract-audio a.mp4 -o x.mp4|reelbench extract-audio: --output: “x.mp4” does not end in one of .mp3, .m4a, .aac, .wav, .ogg, .opus, .flac, .mka; for a folder use --to",
            "transcode a.mp4 --container mkv -o x.mp4|reelbench transcode: --output: “x.mp4” does not fit --container mkv; leave one of them out",
            "run nothing.json a.mp4|reelbench run: nothing.json: there is no such file",
            "run|reelbench run: give a preset or a recipe's file, for example \"Web 1080p\" or share.json",
            "run Nothing a.mp4|reelbench run: Nothing: there is no preset and no file of this name; reelbench presets lists all presets",
            "presets lst|reelbench presets: presets has no “lst”; did you mean list?",
            "presets export|reelbench presets: give the name of a preset",
            "run bad.json a.mp4|reelbench run: bad.json: hight: step 1 (scale): there is no option “hight” here; did you mean height?",
            "operations scael|reelbench operations: there is no operation “scael”; did you mean scale?",
            "probe|reelbench probe: give at least one file or folder"})
    void mistakesAreNamed(String line, String complaint) {
        Parsed parsed = line(line);

        assertThat(parsed.wanted()).isEmpty();
        assertThat(lines(parsed)).contains(complaint);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThat(lines(line("compress a.mp4 --quality 101 --preset fats --crf 3 --nonsense"))).hasSize(3);
        assertThat(line("compress a.mp4 --quality 1 --crf 3").complaints().getFirst().problem().code())
                .isEqualTo(Code.CHOOSE_ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", "--help scale", "scale --help", "scale --width --help", "help scale",
            "explain --help", "explain scale -h"})
    void helpIsNeverRefused(String line) {
        assertThat(line(line).wanted().orElseThrow()).isInstanceOf(Wanted.Help.class);
    }

    @Test
    void globalOptionsStandAnywhere() {
        assertThat(line("--json probe a.mp4").globals().json()).isTrue();
        assertThat(line("probe a.mp4 --json --data-dir x").globals()).isEqualTo(
                new Globals(true, false, false, java.util.Optional.of(Path.of("x")), false, false));
        assertThat(line("--version").wanted()).contains(new Wanted.Version());
        assertThat(read().wanted()).contains(new Wanted.Demo(Path.of("reelbench-demo")));
        assertThat(line("demo --to x").wanted()).contains(new Wanted.Demo(Path.of("x")));
        assertThat(line("explain scale a.mp4 --width 50%").wanted().orElseThrow()).isInstanceOf(Wanted.Explain.class);
        assertThat(line("operations scale").wanted()).contains(new Wanted.Operations(java.util.Optional.of("scale")));
    }

    @Test
    void factsAreAskedForElsewhereOnlyWhenThatIsSaid() {
        assertThat(line("probe a.mp4").wanted().orElseThrow()).isInstanceOf(Wanted.Probe.class);
        assertThat(line("probe a.mp4 --format json").wanted().orElseThrow()).isInstanceOf(Wanted.Show.class);
        assertThat(line("probe a.mp4 --format json --on studio").wanted().orElseThrow()).isInstanceOf(Wanted.Run.class);
    }

    @Test
    void everyOptionOfEveryOperationIsTaken() {
        for (CommandShape shape : new CommandShapes(CATALOG).plain()) {
            assertThat(shape.fields().values()).allSatisfy(field -> assertThat(field.name()).matches("[a-z][a-z0-9-]*"));
            assertThat(shape.parts().stream().flatMap(p -> p.fields().stream()).map(f -> f.name()).toList())
                    .as(shape.name() + " has no option twice").doesNotHaveDuplicates();
        }
        assertThat(Operation.class.getPermittedSubclasses()).hasSameSizeAs(CATALOG.entries());
    }
}
