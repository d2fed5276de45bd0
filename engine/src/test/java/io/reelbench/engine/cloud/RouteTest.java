package io.reelbench.engine.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reelbench.engine.Engine;
import io.reelbench.engine.cloud.StandIn.Part;
import io.reelbench.engine.cloud.WireServer.Reply;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.task.RemoteKind;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes of several steps that a service does one after another. */
class RouteTest {

    private static final String TRIM = "{'op':'trim','start':0,'end':1}";
    private static final String SCALE = "{'op':'scale','height':60}";
    private static final String COMPRESS = "{'op':'compress','crf':24}";

    @TempDir
    Path folder;
    private Abroad abroad;
    private Path clip;
    private Path out;

    @BeforeEach
    void open() throws Exception {
        abroad = new Abroad(folder.resolve("home"), Engine.Mode.OWN_QUEUE, Abroad.QUICK);
        out = folder.resolve("out");
        clip = folder.resolve("clip.mp4");
        abroad.engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=160x120:r=25:d=2", "-f", "lavfi", "-i", "sine=d=2",
                "-c:v", "libx264", "-g", "12", "-c:a", "aac", "-f", "mp4"), clip);
    }

    @AfterEach
    void close() {
        abroad.close();
    }

    private FfmpegMediaStandIn media() throws Exception {
        return new FfmpegMediaStandIn(folder.resolve("media"), (arguments, to) -> abroad.engine.generate(arguments, to));
    }

    private RelayStationStandIn relay() throws Exception {
        return new RelayStationStandIn(folder.resolve("relay"), (arguments, to) -> abroad.engine.generate(arguments, to));
    }

    private RemoteKind.Drafted drafted(Account account, String... steps) throws Exception {
        return abroad.engine.cloud().draft(account, abroad.recipe(steps), List.of(abroad.engine.probe(clip)));
    }

    private static void isDone(Task task) {
        assertThat(task.state()).as("%s", task.outcome()).isEqualTo(TaskState.DONE);
    }

    @Test
    void eachStepWorksOnWhatTheOneBeforeMadeAndItsCostIsAddedUp() throws Exception {
        try (FfmpegMediaStandIn media = media()) {
            media.points = 1;
            Account account = abroad.account(media);
            RemoteKind.Drafted drafted = drafted(account, TRIM, SCALE, COMPRESS);
            assertThat(drafted.problems()).isEmpty();
            assertThat(drafted.route().orElseThrow().cost().orElseThrow().amount()).isEqualByComparingTo("4");
            Task task = abroad.ended(abroad.send(account, clip, out, TRIM, SCALE, COMPRESS));
            isDone(task);
            assertThat(media.routes).containsExactly("trim", "scale", "compress");
            assertThat(media.heard).as("only the clip goes there").filteredOn(h -> h.getKey() == Part.UPLOAD).hasSize(1);
            assertThat(media.heard).as("only the end comes back").filteredOn(h -> h.getKey() == Part.RESULT).hasSize(1);
            var made = abroad.engine.probe(task.outcome().results().getFirst().file());
            assertThat(made.video().orElseThrow().upright().height()).isEqualTo(60);
            assertThat(made.lengthUs().orElseThrow()).isBetween(900_000L, 1_600_000L);
            assertThat(Cloud.cost(task).orElseThrow().arguments()).containsExactly("4 credits");
            assertThat(abroad.engine.cloud().spending().thisMonth(account.id())).as("one for the upload")
                    .isEqualByComparingTo("4");
            List<Double> told = abroad.progress.stream().map(p -> p.progress().fraction().orElse(0)).toList();
            assertThat(told).as("one way over all steps").isSorted().allMatch(f -> f <= 1);
            assertThat(told).anyMatch(f -> f > 0.34 && f < 0.6);
        }
    }

    @Test
    void stepsThatAreDoneInOneGoAreOneJob() throws Exception {
        try (RelayStationStandIn relay = relay()) {
            Account account = abroad.account(relay);
            String turn = "{'op':'rotate','angle':180}";
            String cut = "{'op':'crop','rect':'80:60:10:20'}";
            isDone(abroad.ended(abroad.send(account, clip, out, TRIM, cut, turn, "{'op':'transcode','container':'mp4'}")));
            assertThat(relay.routes).containsExactly("trim", "convert", "convert");
            assertThat(relay.violations).isEmpty();
            assertThat(drafted(account, TRIM, SCALE, "{'op':'transcode','container':'mp4'}").route().orElseThrow().legs())
                    .extracting(leg -> leg.title()).containsExactly("Trim", "Size + Convert");
        }
    }

    @Test
    void whatComesBackLargeIsNamedByItsAddressUntilItIsNeededHere() throws Exception {
        try (RelayStationStandIn relay = relay()) {
            relay.large = true;
            Account account = abroad.account(relay);
            isDone(abroad.ended(abroad.send(account, clip, out, TRIM, SCALE)));
            assertThat(relay.done).hasValue(2);
            assertThat(relay.heard).filteredOn(h -> h.getKey() == Part.RESULT).hasSize(2);
        }
    }

    @Test
    void aRestartAtAnyStepSendsNothingTwice() throws Exception {
        try (FfmpegMediaStandIn media = media()) {
            media.pollsUntilDone = 1_000_000;
            Account account = abroad.account(media);
            Task task = abroad.send(account, clip, out, TRIM, SCALE, COMPRESS);
            for (int step = 1; step <= 3; step++) {
                int now = step;
                await().until(() -> media.jobs.size() == now
                        && media.jobs.values().stream().allMatch(j -> j.polls.get() > 1));
                abroad.shut();
                media.pollsUntilDone = step == 3 ? 1 : 1_000_000;
                media.jobs.values().forEach(job -> job.over = true);
                abroad.open();
            }
            isDone(abroad.ended(task));
            assertThat(media.submits).hasValue(3);
            assertThat(Files.list(out)).hasSize(1);
        }
    }

    @Test
    void aStepThatFailsIsNamedAndThoseBeforeItAreNotPaidAgain() throws Exception {
        try (FfmpegMediaStandIn media = media()) {
            media.points = 1;
            Account account = abroad.account(media);
            media.failing = body -> body.has("height");
            Task task = abroad.ended(abroad.send(account, clip, out, TRIM, SCALE, COMPRESS));
            assertThat(task.outcome().failure()).get().isInstanceOf(Failure.RemoteFailed.class);
            assertThat(task.outcome().failure().get().headline().toString()).contains("step 2 of 3", "Size");
            assertThat(abroad.engine.cloud().spending().thisMonth(account.id())).as("the failed one is paid back")
                    .isEqualByComparingTo("2");
            media.failing = _ -> false;
            isDone(abroad.again(task));
            assertThat(media.routes).containsExactly("trim", "scale", "scale", "compress");
            assertThat(abroad.engine.cloud().spending().thisMonth(account.id())).isEqualByComparingTo("4");
        }
    }

    @Test
    void whatIsGoneThereIsMadeAnewAtTheSecondTry() throws Exception {
        try (FfmpegMediaStandIn media = media()) {
            Account account = abroad.account(media);
            media.failing = body -> body.has("crf");
            Task task = abroad.ended(abroad.send(account, clip, out, TRIM, COMPRESS));
            media.failing = _ -> false;
            media.files.clear();
            Task still = abroad.again(task);
            assertThat(still.outcome().failure()).get().isInstanceOf(Failure.RemoteRefused.class);
            isDone(abroad.again(still));
            assertThat(media.routes).containsExactly("trim", "compress", "trim", "compress");
        }
    }

    @Test
    void aLostAnswerInTheMiddleSaysWhichStepAndIsSentAgainOnlyByAPerson() throws Exception {
        try (FfmpegMediaStandIn media = media()) {
            Account account = abroad.account(media);
            media.skip(Part.SUBMIT, 1);
            media.fault(Part.SUBMIT, WireServer.Fault.CLOSE_AFTER);
            Task task = abroad.ended(abroad.send(account, clip, out, TRIM, SCALE, COMPRESS));
            assertThat(task.outcome().failure()).get().isInstanceOf(Failure.AnswerLost.class);
            assertThat(abroad.engine.cloud().check(task).toString()).contains("Size");
            assertThat(media.submits).hasValue(2);
            isDone(abroad.sentAgain(task));
            assertThat(media.submits).as("the trim is not done again").hasValue(4);
        }
    }

    @Test
    void aClipThatChangesBetweenStepsIsNotMixedUp() throws Exception {
        try (FfmpegMediaStandIn media = media()) {
            Account account = abroad.account(media);
            media.failing = body -> body.has("crf");
            Task task = abroad.ended(abroad.send(account, clip, out, TRIM, COMPRESS));
            media.failing = _ -> false;
            Files.setLastModifiedTime(clip, FileTime.from(Instant.now().plusSeconds(60)));
            Task changed = abroad.again(task);
            assertThat(changed.outcome().failure()).get().isInstanceOf(Failure.InputChanged.class);
            isDone(abroad.again(changed));
        }
    }

    @Test
    void givenUpInTheMiddleNoFurtherStepIsSent() throws Exception {
        try (FfmpegMediaStandIn media = media()) {
            media.pollsUntilDone = 1_000_000;
            Account account = abroad.account(media);
            Task task = abroad.send(account, clip, out, TRIM, COMPRESS);
            await().until(() -> media.jobs.values().stream().anyMatch(j -> j.polls.get() > 1));
            abroad.engine.cancel(List.of(task.id())).get();
            assertThat(abroad.ended(task).state()).isEqualTo(TaskState.CANCELLED);
            assertThat(media.submits).hasValue(1);
            await().until(() -> abroad.engine.cloud().underway().isEmpty());
        }
    }

    @Test
    void aLimitOfMoneyCountsAllStepsBeforeTheFirstIsSent() throws Exception {
        try (FfmpegMediaStandIn media = media()) {
            Account account = abroad.account(media).capped(Optional.of(new BigDecimal("2")));
            abroad.engine.cloud().put(account, Optional.of(Secret.of(StandIn.KEY)));
            Task task = abroad.ended(abroad.send(account, clip, out, TRIM, SCALE, COMPRESS));
            assertThat(task.outcome().failure()).get().isInstanceOf(Failure.OverBudget.class);
            assertThat(media.requests).hasValue(0);
        }
    }

    @Test
    void whatCannotBeDoneIsSaidOfEachStepWithWhatComesNearest() throws Exception {
        try (RelayStationStandIn relay = relay()) {
            Account account = abroad.account(relay);
            RemoteKind.Drafted drafted = drafted(account, TRIM, SCALE, COMPRESS);
            assertThat(drafted.route()).isEmpty();
            Problem problem = drafted.problems().getFirst();
            assertThat(problem.step()).hasValue(2);
            assertThat(problem.fixes()).filteredOn(Fix.Replace.class::isInstance)
                    .extracting(fix -> ((Fix.Replace) fix).op()).containsExactly("transcode");
            assertThat(drafted(account, TRIM, "{'op':'denoise'}", COMPRESS).problems()).hasSize(2);
            assertThat(drafted(account, "{'op':'loudness'}").problems()).as("the picture is not dropped in silence").hasSize(1);
            assertThat(drafted(account, "{'op':'loudness'}", "{'op':'extract-audio','format':'mp3'}").problems()).isEmpty();
            assertThat(drafted(account, TRIM, "{'op':'speed','factor':2}", "{'op':'gif','width':100,'fps':10}").problems())
                    .isEmpty();
            assertThat(relay.requests).hasValue(0);
        }
    }

    @Test
    void clipsAreJoinedBeforeAnythingElse() throws Exception {
        try (FfmpegMediaStandIn media = media()) {
            Account account = abroad.account(media);
            var one = abroad.engine.probe(clip);
            var late = abroad.engine.cloud().draft(account, abroad.recipe(TRIM, "{'op':'concat'}"), List.of(one, one));
            assertThat(late.route()).isEmpty();
            assertThat(late.problems().getFirst().fixes()).hasAtLeastOneElementOfType(Fix.Move.class);
            var first = abroad.engine.cloud().draft(account, abroad.recipe("{'op':'concat'}", COMPRESS),
                    List.of(one, one));
            assertThat(first.problems()).isEmpty();
            assertThat(first.route().orElseThrow().legs()).hasSize(2);
        }
    }

    @Test
    void aServiceThatIsBusyInTheMiddleIsAskedAgain() throws Exception {
        try (FfmpegMediaStandIn media = media()) {
            Account account = abroad.account(media);
            media.skip(Part.SUBMIT, 1);
            media.answer(Part.SUBMIT, Reply.json(429, "{'code':429,'msg':'Task limit reached'}"));
            isDone(abroad.ended(abroad.send(account, clip, out, TRIM, COMPRESS)));
            assertThat(media.submits).hasValue(2);
        }
    }
}
