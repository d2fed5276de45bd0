package io.reelbench.engine.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Commands that would open, write or keep what they must not: each is refused, and the part that did it is named. */
class AttacksTest {

    private static final Bounds.Scene FILM = new Bounds.Scene(60, 1920 * 1080, 25, false);

    static CommandReader.Reading read(String command, Set<String> allowed, List<OutputFile> outputs) throws Exception {
        List<OutputFile> out = outputs.isEmpty() ? List.of(OutputFile.parse("out_1=a.mp4")) : outputs;
        return new CommandReader(new Files(Set.of("in_1"), out), allowed).read(CommandText.parse(command), _ -> FILM);
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = AttacksTest.class.getResourceAsStream("attacks.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
        }
    }

    @TestFactory
    List<DynamicTest> everyAttackIsRefusedByName() throws IOException {
        assertThat(lines()).hasSizeGreaterThan(90);
        return lines().stream().map(line -> DynamicTest.dynamicTest(line, () -> {
            String[] parts = line.split(" \\| ", 2);
            CommandReader.Reading reading = read(parts[1], Set.of(), List.of());
            assertThat(reading.command()).as("nothing to run").isEmpty();
            assertThat(reading.refusals()).extracting(Refusal::part).contains(parts[0]);
            assertThat(reading.refusals()).allSatisfy(r -> assertThat(r.why().toString()).isNotBlank());
        })).toList();
    }

    @Test
    void aPartThatWasAllowedPassesAndNoOther() throws Exception {
        String command = "-i {{in_1}} -vf metadata=mode=print,movie=x {{out_1}}";
        assertThat(read(command, Set.of("metadata"), List.of()).refusals()).extracting(Refusal::part).containsExactly("movie");
        assertThat(read("-i {{in_1}} -vf metadata=mode=print {{out_1}}", Set.of("metadata"), List.of()).command()).isPresent();
        assertThat(read("-i {{in_1}} -hwaccel auto {{out_1}}", Set.of("-hwaccel"), List.of()).command()).isPresent();
        assertThat(read("-i {{in_1}} -vf reverse -t 900 {{out_1}}", Set.of("reverse"), List.of()).command()).isPresent();
        assertThat(read("-i /etc/passwd {{out_1}}", Set.of("-i /etc/passwd"), List.of()).command())
                .as("paths are never allowed").isEmpty();
    }

    @Test
    void valuesAreWrittenAnewWithTheirNames() throws Exception {
        String command = "-i {{in_1}} -vf \"drawtext=text='a\\\\: b, c':x=(w-tw)/2,fade=in:0:30,select='gt(scene,0.4)'\" {{out_1}}";
        RawCommand safe = read(command, Set.of(), List.of()).command().orElseThrow();
        assertThat(safe.letters()).isTrue();
        assertThat(safe.outputs().getFirst().arguments().get(1)).contains("fontfile=letters.ttf",
                "type=in:start_frame=0:nb_frames=30",
                "expr=gt(scene\\,0.4)");
    }

    @Test
    void wordsArePartedWithoutAnyShell() throws Exception {
        assertThat(CommandText.parse("ffmpeg  -a 'b c' \"d \\\" e\" f\\ g \\\n $HOME `x` a;b|c>d").words()).containsExactly("-a",
                "b c",
                "d \" e", "f g", "$HOME", "`x`", "a;b|c>d");
    }
}
