package io.reelbench.engine.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reelbench.engine.Engine;
import io.reelbench.engine.cloud.StandIn.Part;
import io.reelbench.engine.cloud.WireServer.Fault;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every service must do, over strict servers of their written contracts. */
class ConformanceTest {

    @TempDir
    Path folder;
    private Abroad abroad;
    private StandIn standIn;
    private Account account;
    private Path clip;
    private Path out;

    private static final String TRIM = "{'op':'trim','start':0,'end':1}";
    private static final String NORMALIZE = "{'op':'normalize','width':160,'height':120,'rate':25,'container':'mp4'}";
    private static final String SMALLER = "{'op':'scale','height':60}";

    /** A stand-in of each service. */
    private interface There {
        StandIn of(Path folder, StandIn.Maker maker) throws Exception;
    }

    /** One way of working with each service, of each kind of job, and over several jobs. */
    enum Way {
        FFMPEG_MEDIA(FfmpegMediaStandIn::new, 1, "{'op':'compress','crf':24}", "{'op':'compress','crf':40}"),
        FFMPEG_MEDIA_CHAIN(FfmpegMediaStandIn::new, 3, TRIM + "," + SMALLER + ",{'op':'compress','crf':24}",
                TRIM + ",{'op':'fade','in':'0.2s'},{'op':'compress','crf':24}"),
        FFMPEG_MEDIA_FACTS(FfmpegMediaStandIn::new, 1, "{'op':'probe','format':'json'}", "{'op':'probe'}"),
        VARG(VargStandIn::new, 1, SMALLER, "{'op':'compress','target-size':'40kB','two-pass':'yes'}"),
        VARG_PIECES(VargStandIn::new, 1, "{'op':'slice','every':1,'mode':'copy','thumbnails':true}",
                "{'op':'slice','every':1}"),
        VARG_CHAIN(VargStandIn::new, 2, SMALLER + ",{'op':'slice','at':['0.6','1.2'],'mode':'reencode'}",
                SMALLER + ",{'op':'slice','max-size':'1MB'}"),
        VARG_FACTS(VargStandIn::new, 1, "{'op':'probe','format':'json'}", "{'op':'probe','format':'json','packets':true}"),
        FFMPEG_REST_JOB(FfmpegRestStandIn::new, 1, NORMALIZE,
                "{'op':'normalize','width':160,'height':120,'audio-channels':'5.1'}"),
        FFMPEG_REST_ANSWERED(FfmpegRestStandIn::new, 1, "{'op':'transcode','container':'mp4'}",
                "{'op':'transcode','container':'mkv'}"),
        FFMPEG_REST_CHAIN(FfmpegRestStandIn::new, 2, "{'op':'mux','audio':'SOUND','length':'shortest'}," + NORMALIZE,
                TRIM + "," + SMALLER + ",{'op':'compress','crf':24}"),
        FFMPEG_REST_FACTS(FfmpegRestStandIn::new, 1, "{'op':'probe','format':'ffprobe'}", "{'op':'probe','format':'json'}"),
        RELAYSTATION(RelayStationStandIn::new, 1, TRIM, "{'op':'speed','factor':8}"),
        RELAYSTATION_CHAIN(RelayStationStandIn::new, 2, TRIM + "," + SMALLER + ",{'op':'transcode','container':'mp4'}",
                TRIM + "," + SMALLER + ",{'op':'compress','crf':24}"),
        RELAYSTATION_FACTS(RelayStationStandIn::new, 1, "{'op':'probe','format':'json'}", "{'op':'probe'}");

        final There there;
        final int jobs;
        final String good;
        final String refused;

        Way(There there, int jobs, String good, String refused) {
            this.there = there;
            this.jobs = jobs;
            this.good = good;
            this.refused = refused;
        }

        /** Whether its first job is asked after. */
        boolean polled() {
            return !hasKeys() && this != FFMPEG_REST_ANSWERED && this != FFMPEG_REST_FACTS && this != VARG_FACTS;
        }

        boolean hasKeys() {
            return name().startsWith("RELAYSTATION");
        }

        boolean isFilm() {
            return !name().endsWith("FACTS") && this != VARG_PIECES && this != VARG_CHAIN;
        }
    }

    private int done(Way way) {
        return way.hasKeys() ? ((RelayStationStandIn) standIn).done.get() : standIn.submits.get();
    }

    /** The recipe of a way, with a file that lies here. */
    private String good(Way way) {
        return way.good.replace("SOUND", folder.resolve("sound.wav").toString());
    }

    private void ready(Way way) throws Exception {
        abroad = new Abroad(folder.resolve("home"), Engine.Mode.OWN_QUEUE, Abroad.QUICK);
        standIn = way.there.of(folder.resolve("there"), (arguments, to) -> abroad.engine.generate(arguments, to));
        account = abroad.account(standIn);
        out = folder.resolve("out");
        clip = folder.resolve("clip.mp4");
        abroad.engine
                .generate(List.of("-f", "lavfi", "-i", "testsrc2=s=160x120:r=25:d=2", "-f", "lavfi", "-i", "sine=d=2", "-c:v",
                        "libx264", "-g", "12", "-c:a", "aac", "-f", "mp4"), clip);
        abroad.engine.generate(List.of("-f", "lavfi", "-i", "sine=f=660:d=2", "-f", "wav"), folder.resolve("sound.wav"));
    }

    @AfterEach
    void close() throws Exception {
        abroad.close();
        standIn.close();
    }

    private static String why(Task task) {
        return task.state() + " " + task.outcome().failure().map(f -> f + ": " + f.headline()).orElse("");
    }

    @ParameterizedTest
    @EnumSource
    void isSentFetchedVerifiedAndPlaced(Way way) throws Exception {
        ready(way);
        Task task = abroad.ended(abroad.send(account, clip, out, good(way)));
        assertThat(standIn.violations).isEmpty();
        assertThat(task.state()).as(why(task)).isEqualTo(TaskState.DONE);
        Task.Result result = task.outcome().results().getFirst();
        assertThat(result.file()).exists().hasParentRaw(out);
        assertThat(result.proof()).isPresent();
        if (way.isFilm()) {
            assertThat(abroad.engine.probe(result.file()).bytes()).isEqualTo(result.bytes());
        }
        assertThat(Files.list(out)).as("nothing half is left").hasSize(1);
        assertThat(standIn.submits).hasValue(way.jobs);
        assertThat(abroad.home().filter(file -> file.toString().contains("between"))).as("nor on the way")
                .noneMatch(Files::isRegularFile);
        assertThat(abroad.engine.cloud().underway()).isEmpty();
        assertThat(abroad.progress.stream().flatMap(p -> p.progress().doing().stream()).collect(Collectors.toSet()))
                .isSubsetOf(Step.Doing.UPLOADING, Step.Doing.IN_LINE, Step.Doing.REMOTE, Step.Doing.DOWNLOADING).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatItCannotDoIsSaidBeforeAnythingIsSent(Way way) throws Exception {
        ready(way);
        int before = standIn.requests.get();
        var drafted = abroad.engine.cloud().draft(account, abroad.recipe(way.refused), List.of(abroad.engine.probe(clip)));
        assertThat(drafted.route()).isEmpty();
        assertThat(drafted.problems()).isNotEmpty();
        Task task = abroad.ended(abroad.send(account, clip, out, way.refused));
        assertThat(task.outcome().failure()).get().isInstanceOf(Failure.Invalid.class);
        assertThat(standIn.requests).hasValue(before);
    }

    @ParameterizedTest
    @EnumSource
    void aJobThatFailsThereIsAFailureAndIsSentAnewOnlyWhenAsked(Way way) throws Exception {
        ready(way);
        standIn.failing = _ -> true;
        if (way == Way.FFMPEG_REST_ANSWERED || way == Way.FFMPEG_REST_FACTS) {
            standIn.answer(Part.SUBMIT, WireServer.Reply.json(400, "{'error':'FFmpeg failed','message':'bad input'}"));
        }
        Task task = abroad.ended(abroad.send(account, clip, out, good(way)));
        assertThat(task.outcome().failure()).as(why(task)).get().isInstanceOfAny(Failure.RemoteFailed.class,
                Failure.RemoteRefused.class);
        assertThat(standIn.submits.get()).isLessThanOrEqualTo(1);
        standIn.failing = _ -> false;
        Task second = abroad.again(task);
        assertThat(second.state()).as(why(second)).isEqualTo(TaskState.DONE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*_PIECES")
    void aLostAnswerNeverMakesASecondJobByItself(Way way) throws Exception {
        ready(way);
        standIn.fault(Part.SUBMIT, Fault.CLOSE_AFTER);
        Task task = abroad.ended(abroad.send(account, clip, out, good(way)));
        if (way.hasKeys()) {
            assertThat(task.state()).as(why(task)).isEqualTo(TaskState.DONE);
            assertThat(done(way)).isEqualTo(way.jobs);
            return;
        }
        assertThat(task.outcome().failure()).as(why(task)).get().isInstanceOf(Failure.AnswerLost.class);
        assertThat(standIn.submits).hasValue(1);
        Task still = abroad.again(task);
        assertThat(still.outcome().failure()).get().isInstanceOf(Failure.AnswerLost.class);
        assertThat(standIn.submits).as("a plain retry asks, it does not send").hasValue(1);
        assertThat(abroad.engine.cloud().check(still).toString()).contains(account.name());
        Task sent = abroad.sentAgain(still);
        assertThat(sent.state()).as(why(sent)).isEqualTo(TaskState.DONE);
        assertThat(standIn.submits).hasValue(1 + way.jobs);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*_FACTS")
    void goesOnAfterARestartInTheMiddle(Way way) throws Exception {
        ready(way);
        standIn.pollsUntilDone = 1_000_000;
        if (!way.polled()) {
            standIn.fault(Part.SUBMIT, Fault.SILENCE);
        }
        Task task = abroad.send(account, clip, out, good(way));
        await().until(
                () -> way.polled() ? standIn.jobs.values().stream().anyMatch(j -> j.polls.get() > 1) : standIn.submits.get() > 0);
        abroad.shut();
        standIn.pollsUntilDone = 1;
        abroad.open();
        Task ended = abroad.ended(task);
        if (!way.polled() && !way.hasKeys()) {
            assertThat(ended.outcome().failure()).get().isInstanceOf(Failure.AnswerLost.class);
            assertThat(standIn.submits).hasValue(1);
            return;
        }
        assertThat(ended.state()).as(why(ended)).isEqualTo(TaskState.DONE);
        assertThat(done(way)).isEqualTo(way.jobs);
        assertThat(Files.list(out)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*_(FACTS|PIECES)")
    void canBeGivenUp(Way way) throws Exception {
        ready(way);
        standIn.pollsUntilDone = 1_000_000;
        if (!way.polled()) {
            standIn.fault(Part.SUBMIT, Fault.SILENCE);
        }
        Task task = abroad.send(account, clip, out, good(way));
        await().until(
                () -> way.polled() ? standIn.jobs.values().stream().anyMatch(j -> j.polls.get() > 1) : standIn.submits.get() > 0);
        abroad.engine.cancel(List.of(task.id())).get();
        assertThat(abroad.ended(task).state()).isEqualTo(TaskState.CANCELLED);
        await().until(() -> abroad.engine.cloud().underway().isEmpty());
        assertThat(Files.list(out)).isEmpty();
        standIn.pollsUntilDone = 1;
        Task second = abroad.again(task);
        assertThat(second.state()).as(why(second)).isEqualTo(TaskState.DONE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*_(FACTS|PIECES|CHAIN)")
    void anAccountIsTriedWithoutAJob(Way way) throws Exception {
        ready(way);
        abroad.engine.cloud().test(account);
        assertThat(standIn.submits).hasValue(0);
        assertThat(standIn.violations).isEmpty();
        abroad.vault.keep(account.id(), account.origin(), io.reelbench.engine.cloud.account.Secret.of("wrong"));
        Optional<Failure> failure = Optional.empty();
        try {
            abroad.engine.cloud().test(account);
        } catch (FailedException e) {
            failure = Optional.of(e.failure());
        }
        assertThat(failure).get().isInstanceOf(Failure.KeyRefused.class);
    }
}
