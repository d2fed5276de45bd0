package io.reelbench.engine.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.Engine;
import io.reelbench.engine.cloud.StandIn.Part;
import io.reelbench.engine.cloud.WireServer.Fault;
import io.reelbench.engine.cloud.WireServer.Reply;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault of a server at every step of a job: none lost, none doubled, no key told. A few of each; {@code -Dcloud.faults=30} for the
 * whole count.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {

    private static final int COUNT = Integer.getInteger("cloud.faults", 1);

    private Path folder;
    private Abroad abroad;
    private FfmpegMediaStandIn media;
    private RelayStationStandIn relay;
    private Account mediaAccount;
    private Account relayAccount;
    private Path clip;
    private final Random random = new Random(7);

    /** What goes wrong, and how often a task still ends well by itself when it does so at a step that may be repeated. */
    enum Trouble {
        BUSY_SECONDS, BUSY_DATE, SERVER_500, SERVER_503, SILENT, SLOW, RESET, CUT_BEFORE, HALF_CLOSE, SHORT, GARBAGE, PAGE,
        WRONG_ID,
        INWARD, KEY_LOST;

        void on(StandIn standIn, Part part) {
            switch (this) {
                case BUSY_SECONDS -> standIn.answer(part, busy("0"));
                case BUSY_DATE -> standIn.answer(part,
                        busy(DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(1))));
                case SERVER_500 -> standIn.answer(part, Reply.json(500, "{'code':500,'msg':'oops','data':null}"));
                case SERVER_503 -> standIn.answer(part, Reply.text(503, "down"));
                case SILENT -> standIn.fault(part, Fault.SILENCE);
                case SLOW -> standIn.fault(part, Fault.SLOW);
                case RESET -> standIn.fault(part, Fault.RESET_AFTER);
                case CUT_BEFORE -> standIn.fault(part, Fault.RESET_BEFORE);
                case HALF_CLOSE -> standIn.fault(part, Fault.CLOSE_AFTER);
                case SHORT -> standIn.fault(part, Fault.SHORT_BODY);
                case GARBAGE -> standIn.fault(part, Fault.GARBAGE);
                case PAGE -> standIn.fault(part, Fault.PAGE);
                case WRONG_ID -> standIn.answer(part,
                        Reply.json(200,
                                "{'code':200,'msg':'success','data':{'taskId':'of-somebody','status':'succeeded','resultUrl':'http://10.0.0.1/x'}}"));
                case INWARD ->
                    standIn.answer(part, new Reply(302, Map.of("Location", "http://169.254.169.254/latest"), new byte[0]));
                case KEY_LOST -> standIn.answer(part, Reply.json(401, "{'code':401,'msg':'no such key'}"));
            }
        }

        private static Reply busy(String after) {
            return new Reply(429, Map.of("Retry-After", after, "Content-Type", "application/json"),
                    "{\"code\":429,\"msg\":\"Task limit reached\"}".getBytes(StandardCharsets.UTF_8));
        }

        /** Whether the answer to sending a job is lost by it. */
        boolean loses() {
            return switch (this) {
                case SILENT, RESET, CUT_BEFORE, HALF_CLOSE, SHORT, GARBAGE, PAGE -> true;
                default -> false;
            };
        }

        boolean needsAPerson() {
            return this == INWARD || this == KEY_LOST;
        }
    }

    @BeforeAll
    void open(@TempDir Path temporary) throws Exception {
        folder = temporary;
        abroad = new Abroad(folder.resolve("home"), Engine.Mode.OWN_QUEUE, Abroad.QUICK, Duration.ofSeconds(4));
        StandIn.Maker maker = (arguments, to) -> abroad.engine.generate(arguments, to);
        media = new FfmpegMediaStandIn(folder.resolve("media"), maker);
        relay = new RelayStationStandIn(folder.resolve("relay"), maker);
        mediaAccount = abroad.account(media);
        relayAccount = abroad.account(relay);
        clip = folder.resolve("clip.mp4");
        abroad.engine.generate(
                List.of("-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=1", "-f", "lavfi", "-i", "sine=d=1", "-c:v", "libx264",
                        "-g", "5", "-c:a", "aac", "-f", "mp4"),
                clip);
        media.always = Optional.of(clip);
        Path still = folder.resolve("still.png");
        abroad.engine.generate(List.of("-i", "file:" + clip, "-frames:v", "1", "-f", "image2"), still);
        relay.always = Optional.of(still);
    }

    @AfterAll
    void close() throws Exception {
        abroad.close();
        media.close();
        relay.close();
        assertThat(leaks()).as("nothing that was written holds the key").isEmpty();
    }

    /** All files under the home of the engine that hold the key. */
    private List<Path> leaks() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(StandIn.KEY)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource
    void neverLosesNorDoublesAJobWithoutKeys(Trouble trouble) throws Exception {
        for (int i = 0; i < COUNT; i++) {
            for (Part part : List.of(Part.UPLOAD, Part.SUBMIT, Part.POLL, Part.RESULT)) {
                if (trouble == Trouble.WRONG_ID && part != Part.POLL || trouble == Trouble.KEY_LOST && part == Part.RESULT) {
                    continue;
                }
                int before = media.submits.get();
                media.pollsUntilDone = random.nextInt(3);
                trouble.on(media, part);
                Task task = abroad
                        .ended(abroad.send(mediaAccount, clip, folder.resolve("out-" + trouble), "{'op':'compress','crf':30}"));
                String what = trouble + " at " + part + ": " + task.state() + " " + task.outcome().failure();
                if (part == Part.SUBMIT && trouble.loses()) {
                    assertThat(task.outcome().failure()).as(what).get().isInstanceOf(Failure.AnswerLost.class);
                    assertThat(media.submits.get() - before).as(what).isEqualTo(trouble == Trouble.CUT_BEFORE ? 0 : 1);
                    continue;
                } else if (trouble.needsAPerson()) {
                    assertThat(task.state()).as(what).isEqualTo(TaskState.FAILED);
                    task = abroad.again(task);
                }
                assertThat(task.state()).as(what).isEqualTo(TaskState.DONE);
                assertThat(media.submits.get() - before).as(what).isEqualTo(1);
                assertThat(abroad.progress.stream().filter(p -> p.progress().fraction().orElse(0) > 1)).isEmpty();
            }
        }
        assertThat(media.violations).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WRONG_ID")
    void aKeyMakesOneJobWhateverHappens(Trouble trouble) throws Exception {
        for (int i = 0; i < COUNT; i++) {
            relay.large = random.nextBoolean();
            int before = relay.done.get();
            trouble.on(relay, Part.SUBMIT);
            Task task = abroad.ended(abroad.send(relayAccount, clip, folder.resolve("relay-" + trouble),
                    "{'op':'thumbnail','time':0.2,'format':'png'}"));
            if (trouble.needsAPerson()) {
                assertThat(task.state()).isEqualTo(TaskState.FAILED);
                task = abroad.again(task);
            }
            String what = trouble + ": " + task.state() + " " + task.outcome().failure();
            assertThat(task.state()).as(what).isEqualTo(TaskState.DONE);
            assertThat(relay.done.get() - before).as(what).isEqualTo(1);
        }
        assertThat(relay.violations).isEmpty();
    }
}
