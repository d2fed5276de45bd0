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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault of a server at every step of a job, for every service: none lost, none doubled, no key told. One of each;
 * {@code -Dcloud.faults=30} for so many of each kind and service.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {

    private static final List<Part> PARTS = List.of(Part.UPLOAD, Part.SUBMIT, Part.POLL, Part.RESULT);
    private static final int COUNT = Integer.getInteger("cloud.faults", 1);
    private static final String COMPRESS = "{'op':'compress','crf':30}";
    private static final String NORMALIZE = "{'op':'normalize','width':64,'height':48,'rate':25}";
    private static final String TRIM = "{'op':'trim','start':0,'end':0.9}";
    private static final String STILL = "{'op':'thumbnail','time':0.2,'format':'png'}";

    private Path folder;
    private Abroad abroad;
    private Leaks leaks;
    private FfmpegMediaStandIn media;
    private VargStandIn varg;
    private FfmpegRestStandIn rest;
    private RelayStationStandIn relay;
    private Path clip;
    private final Map<StandIn, Account> accounts = new HashMap<>();
    private final Random random = new Random(7);
    private int faults;

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
                case WRONG_ID -> standIn.answer(part, Reply.json(200,
                        "{'code':200,'msg':'success','data':{'taskId':'of-somebody','status':'succeeded','resultUrl':'http://10.0.0.1/x'},'job_id':'of-somebody','jobId':'of-somebody','status':'completed','output':{'url':'http://10.0.0.1/x'},'result':{'url':'http://10.0.0.1/x'}}"));
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
        leaks = new Leaks(StandIn.KEY);
        Leaks.logAnew();
        abroad = new Abroad(folder.resolve("home"), Engine.Mode.OWN_QUEUE, Abroad.QUICK, Duration.ofSeconds(4));
        leaks.watch(abroad.engine);
        StandIn.Maker maker = (arguments, to) -> abroad.engine.generate(arguments, to);
        media = new FfmpegMediaStandIn(folder.resolve("media"), maker);
        varg = new VargStandIn(folder.resolve("varg"), maker);
        rest = new FfmpegRestStandIn(folder.resolve("rest"), maker);
        relay = new RelayStationStandIn(folder.resolve("relay"), maker);
        for (StandIn each : List.of(media, varg, rest, relay)) {
            accounts.put(each, abroad.account(each));
        }
        clip = folder.resolve("clip.mp4");
        abroad.engine.generate(
                List.of("-f", "lavfi", "-i", "color=s=64x48:r=25:d=1", "-f", "lavfi", "-i", "anullsrc=r=48000:d=1", "-t", "1",
                        "-c:v", "libx264", "-g", "5", "-c:a", "aac", "-f", "mp4"),
                clip);
        media.always = Optional.of(clip);
        varg.always = Optional.of(clip);
        rest.always = Optional.of(clip);
        Path still = folder.resolve("still.png");
        abroad.engine.generate(List.of("-i", "file:" + clip, "-frames:v", "1", "-f", "image2"), still);
        relay.always = Optional.of(still);
    }

    @AfterAll
    void close() throws Exception {
        abroad.close();
        for (StandIn each : accounts.keySet()) {
            each.close();
        }
        assertThat(leaks.in(folder)).as("nothing that was written holds the key").isEmpty();
        assertThat(leaks.inLogs()).as("nor does the log").isEmpty();
        assertThat(leaks.inChildren()).as("nor does a command").isEmpty();
        System.out.printf("%d faults at four services: none lost, none doubled; %d files, the log and %d commands hold no key%n",
                faults,
                leaks.files(), leaks.children());
    }

    @ParameterizedTest
    @EnumSource
    void mediaNeverLosesNorDoublesAJob(Trouble trouble) throws Exception {
        withoutKeys(media, 1, trouble, COMPRESS);
    }

    @ParameterizedTest
    @EnumSource
    void mediaNeverLosesNorDoublesAStepOfSeveral(Trouble trouble) throws Exception {
        withoutKeys(media, 2, trouble, TRIM, COMPRESS);
    }

    @ParameterizedTest
    @EnumSource
    void vargNeverLosesNorDoublesAJob(Trouble trouble) throws Exception {
        withoutKeys(varg, 1, trouble, COMPRESS);
    }

    @ParameterizedTest
    @EnumSource
    void restNeverLosesNorDoublesAJob(Trouble trouble) throws Exception {
        withoutKeys(rest, 1, trouble, NORMALIZE);
    }

    /** @param jobs that the steps are there; the trouble comes at any of them */
    private void withoutKeys(StandIn there, int jobs, Trouble trouble, String... steps) throws Exception {
        // seldom as it is in the suite, each trouble comes at another step of each service
        int turn = there.service().ordinal() + jobs - 1;
        for (int i = 0; i < COUNT; i++) {
            Part part = trouble == Trouble.WRONG_ID ? Part.POLL : PARTS.get((i + trouble.ordinal() + turn) % PARTS.size());
            if (trouble == Trouble.KEY_LOST && part == Part.RESULT) {
                part = Part.POLL; // no key goes there
            }
            int before = there.submits.get();
            there.pollsUntilDone = random.nextInt(3);
            int well = part == Part.SUBMIT || part == Part.POLL ? random.nextInt(jobs) : 0;
            there.skip(part, well);
            trouble.on(there, part);
            faults++;
            Task task = abroad.ended(abroad.send(accounts.get(there), clip, folder.resolve("out-" + trouble), steps));
            String what = there.service() + ", " + trouble + " at " + part + " after " + well + ": " + task.state() + " "
                    + task.outcome().failure();
            if (part == Part.SUBMIT && trouble.loses()) {
                assertThat(task.outcome().failure()).as(what).get().isInstanceOf(Failure.AnswerLost.class);
                assertThat(there.submits.get() - before).as(what).isEqualTo(well + (trouble == Trouble.CUT_BEFORE ? 0 : 1));
                continue;
            } else if (part == Part.UPLOAD && there == media && trouble.loses()) {
                assertThat(task.outcome().failure()).as(what + ", a file that costs goes once").get()
                        .isInstanceOf(Failure.AnswerLost.class);
                task = abroad.sentAgain(task);
            } else if (trouble.needsAPerson()) {
                assertThat(task.state()).as(what).isEqualTo(TaskState.FAILED);
                task = abroad.again(task);
            }
            assertThat(task.state()).as(what).isEqualTo(TaskState.DONE);
            assertThat(there.submits.get() - before).as(what).isEqualTo(jobs);
            assertThat(abroad.progress.stream().filter(p -> p.progress().fraction().orElse(0) > 1)).isEmpty();
        }
        assertThat(there.violations).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WRONG_ID")
    void aKeyMakesOneJobWhateverHappens(Trouble trouble) throws Exception {
        for (int i = 0; i < COUNT; i++) {
            relay.large = random.nextBoolean();
            int before = relay.done.get();
            int jobs = 1 + (i + trouble.ordinal()) % 2;
            relay.skip(Part.SUBMIT, random.nextInt(jobs));
            trouble.on(relay, Part.SUBMIT);
            faults++;
            String[] steps = jobs == 1 ? new String[]{STILL} : new String[]{TRIM, STILL};
            Task task = abroad.ended(abroad.send(accounts.get(relay), clip, folder.resolve("relay-" + trouble), steps));
            if (trouble.needsAPerson()) {
                assertThat(task.state()).isEqualTo(TaskState.FAILED);
                task = abroad.again(task);
            }
            String what = trouble + ": " + task.state() + " " + task.outcome().failure();
            assertThat(task.state()).as(what).isEqualTo(TaskState.DONE);
            assertThat(relay.done.get() - before).as(what).isEqualTo(jobs);
        }
        assertThat(relay.violations).isEmpty();
    }

    @Test
    void itIsAskedAgainWithinBounds() throws Exception {
        for (StandIn there : List.of(media, varg, rest)) {
            String step = there == rest ? NORMALIZE : COMPRESS;
            there.pollsUntilDone = 0;
            Reply down = Reply.text(503, "down");
            there.answer(Part.POLL, down, down, down, down, down);
            there.heard.clear();
            Task task = abroad.ended(abroad.send(accounts.get(there), clip, folder.resolve("bounds"), step));
            assertThat(task.state()).as("%s", task.outcome().failure()).isEqualTo(TaskState.DONE);
            assertThat(there.pauses(Part.POLL)).as("it doubles, less a half at most").hasSize(5)
                    .allSatisfy(pause -> assertThat(pause).isGreaterThanOrEqualTo(Duration.ofMillis(4)));
            Reply wait = new Reply(429, Map.of("Retry-After", "1"), new byte[0]);
            there.answer(Part.SUBMIT, wait, wait);
            there.heard.clear();
            abroad.ended(abroad.send(accounts.get(there), clip, folder.resolve("bounds"), step));
            assertThat(there.pauses(Part.SUBMIT)).as("as long as it was asked for, or as we wait at most").hasSize(2)
                    .allSatisfy(pause -> assertThat(pause).isGreaterThanOrEqualTo(Abroad.QUICK.asked()));
            for (int i = 0; i < 20; i++) {
                there.answer(Part.POLL, down);
            }
            there.heard.clear();
            Task given = abroad.ended(abroad.send(accounts.get(there), clip, folder.resolve("bounds"), step));
            assertThat(given.outcome().failure()).get().isInstanceOf(Failure.Unreachable.class);
            assertThat(there.pauses(Part.POLL)).as("it is given up in the end").hasSize(Abroad.QUICK.times());
            there.instead.remove(Part.POLL);
            assertThat(abroad.again(given).state()).as("and nothing is lost by it").isEqualTo(TaskState.DONE);
        }
    }
}
