package io.reelbench.engine.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Request;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import io.reelbench.engine.report.PieceManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What comes back from a service that is not one film: pieces, and facts. */
class ReportsAndPiecesTest {

    @TempDir
    Path folder;
    private Abroad abroad;
    private Path clip;

    @BeforeEach
    void open() throws Exception {
        abroad = new Abroad(folder.resolve("home"), Engine.Mode.OWN_QUEUE, Abroad.QUICK);
        clip = folder.resolve("clip.mp4");
        abroad.engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=160x120:r=25:d=2", "-f", "lavfi", "-i", "sine=d=2",
                "-c:v", "libx264", "-g", "5", "-c:a", "aac", "-f", "mp4"), clip);
    }

    @AfterEach
    void close() {
        abroad.close();
    }

    private VargStandIn varg() throws Exception {
        return new VargStandIn(folder.resolve("varg"), (arguments, to) -> abroad.engine.generate(arguments, to));
    }

    private static Path result(Task task) {
        assertThat(task.state()).as("%s", task.outcome()).isEqualTo(TaskState.DONE);
        return task.outcome().results().getFirst().file();
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void piecesHaveTheNamesAndTheListThatOursHave() throws Exception {
        String slice = "{'op':'slice','every':'0.6','mode':'copy','thumbnails':true}";
        try (VargStandIn varg = varg()) {
            Account account = abroad.account(varg);
            Path there = result(abroad.ended(abroad.send(account, clip, folder.resolve("there"), slice)));
            Path here = result(abroad.ended(abroad.engine.submit(List.of(new Request(clip, abroad.recipe(slice),
                    new OutputWish().into(folder.resolve("here")), Priority.NORMAL))).getFirst()));
            assertThat(there.getFileName()).isEqualTo(here.getFileName());
            assertThat(names(there)).isEqualTo(names(here));
            PieceManifest ours = PieceManifest.read(Files.readString(here.resolve(PieceManifest.NAME))).orElseThrow();
            PieceManifest theirs = PieceManifest.read(Files.readString(there.resolve(PieceManifest.NAME))).orElseThrow();
            assertThat(theirs.cut()).isEqualTo(ours.cut());
            assertThat(theirs.pieces()).extracting(PieceManifest.Row::packets)
                    .isEqualTo(ours.pieces().stream().map(PieceManifest.Row::packets).toList());
            assertThat(varg.jobs.values().iterator().next().asked.toString()).as("nothing is left to its defaults").contains(
                    "\"codec\":\"copy\"", "\"every\":0.6", "\"thumbnails\":true");
        }
    }

    @Test
    void everyWayOfCuttingIsToldInItsOwnWordsAndUnits() throws Exception {
        try (VargStandIn varg = varg()) {
            Account account = abroad.account(varg);
            for (String way : List.of("'at':['0.5','0:01.2']", "'count':4", "'ranges':['0.2..0.8','1..end']", "'every':'25f'")) {
                varg.listsBeside = !varg.listsBeside;
                Path made = result(abroad.ended(
                        abroad.send(account, clip, folder.resolve("out"), "{'op':'slice','mode':'reencode'," + way + "}")));
                assertThat(PieceManifest.read(Files.readString(made.resolve(PieceManifest.NAME))).orElseThrow().pieces())
                        .as(way).hasSizeGreaterThan(1).noneMatch(piece -> piece.first().isPresent());
            }
            assertThat(varg.violations).isEmpty();
            List<String> asked = varg.jobs.values().stream().map(job -> job.asked.toString()).toList();
            assertThat(asked).anyMatch(a -> a.contains("\"at\":[0.5,1.2]")).anyMatch(a -> a.contains("\"count\":4"))
                    .anyMatch(a -> a.contains("\"ranges\":[{\"start\":0.2,\"end\":0.8},{\"start\":1,\"end\":2"))
                    .anyMatch(a -> a.contains("\"every\":1,") || a.contains("\"every\":1}"));
            assertThat(asked).allMatch(a -> a.contains("\"thumbnails\":false") && a.contains("\"codec\":\"reencode\""));
        }
    }

    @Test
    void whatVargCannotFindItselfIsOfferedAsTimes() throws Exception {
        try (VargStandIn varg = varg()) {
            Account account = abroad.account(varg);
            Path gaps = folder.resolve("gaps.mp4");
            abroad.engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=4", "-f", "lavfi", "-i",
                    "sine=d=4,volume=0:enable='between(t,1,2)'", "-c:v", "libx264", "-g", "5", "-c:a", "aac", "-f", "mp4"), gaps);
            var drafted = abroad.engine.cloud().draft(account,
                    abroad.recipe("{'op':'slice','silence':'0.5','mode':'reencode'}"), List.of(abroad.engine.probe(gaps)));
            assertThat(drafted.route()).isEmpty();
            Fix.Choose fix = (Fix.Choose) drafted.problems().getFirst().fixes().getFirst();
            assertThat(fix.options()).containsKeys("silence", "at");
            assertThat(fix.options().get("at")).hasSize(1);
            var every = abroad.engine.cloud().draft(account, abroad.recipe("{'op':'slice','every':'0.05','mode':'copy'}"),
                    List.of(abroad.engine.probe(clip)));
            assertThat(every.problems().getFirst().text().toString()).contains("0.1", "3600");
            assertThat(varg.requests).hasValue(0);
        }
    }

    @Test
    void piecesThatAreMissingAreAFailure() throws Exception {
        try (VargStandIn varg = varg()) {
            Account account = abroad.account(varg);
            Task task = abroad.send(account, clip, folder.resolve("out"), "{'op':'slice','count':4,'mode':'reencode'}");
            varg.loses = 1;
            Task ended = abroad.ended(task);
            assertThat(ended.state()).isEqualTo(TaskState.FAILED);
            assertThat(names(folder.resolve("out"))).isEmpty();
        }
    }

    @Test
    void factsAreToldUnderTheNamesOfOurOwnReport() throws Exception {
        try (VargStandIn varg = varg();
                RelayStationStandIn relay = new RelayStationStandIn(folder.resolve("relay"), (_, _) -> {
                });
                FfmpegMediaStandIn media = new FfmpegMediaStandIn(folder.resolve("media"), (_, _) -> {
                })) {
            for (StandIn there : List.of(varg, relay, media)) {
                Account account = abroad.account(there);
                assertThat(abroad.engine.cloud()
                        .draft(account, abroad.recipe("{'op':'probe','format':'json'}"), List.of(abroad.engine.probe(clip)))
                        .route().orElseThrow().cost().map(cost -> cost.amount().toPlainString()).orElse(""))
                        .isEqualTo(there == media ? "2" : there == relay ? "0.0002" : "");
                Path report = result(
                        abroad.ended(abroad.send(account, clip, folder.resolve("out"), "{'op':'probe','format':'json'}")));
                assertThat(report.getFileName().toString()).endsWith(".json");
                JsonNode facts = StandIn.JSON.readTree(Files.readString(report));
                assertThat(facts.path("file").asString()).isEqualTo(clip.toString());
                assertThat(facts.path("durationSeconds").asDouble()).isEqualTo(2);
                assertThat(facts.path("videoCodec").asString()).isEqualTo("h264");
                assertThat(facts.path("hasVideo").asBoolean()).isTrue();
                assertThat(facts.path("sizeBytes").isNull()).as("nothing is made up").isEqualTo(there == media);
                assertThat(facts.path("hasAudio").asBoolean()).isEqualTo(there != relay);
            }
        }
    }
}
