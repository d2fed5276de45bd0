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

    /** One way of working with each service, and of each kind of job. */
    enum Way {
        FFMPEG_MEDIA("{'op':'compress','crf':24}", "{'op':'compress','crf':40}", true) {
            @Override
            StandIn standIn(Path folder, StandIn.Maker maker) throws Exception {
                return new FfmpegMediaStandIn(folder, maker);
            }
        },
        VARG("{'op':'scale','height':60}", "{'op':'slice','every':1}", true) {
            @Override
            StandIn standIn(Path folder, StandIn.Maker maker) throws Exception {
                return new VargStandIn(folder, maker);
            }
        },
        FFMPEG_REST_JOB("{'op':'normalize','width':160,'height':120,'rate':25,'container':'mp4'}",
                "{'op':'normalize','width':160,'height':120,'audio-channels':'5.1'}", true) {
            @Override
            StandIn standIn(Path folder, StandIn.Maker maker) throws Exception {
                return new FfmpegRestStandIn(folder, maker);
            }
        },
        FFMPEG_REST_ANSWERED("{'op':'transcode','container':'mp4'}", "{'op':'transcode','container':'mkv'}", false) {
            @Override
            StandIn standIn(Path folder, StandIn.Maker maker) throws Exception {
                return new FfmpegRestStandIn(folder, maker);
            }
        },
        RELAYSTATION("{'op':'trim','start':0,'end':1,'mode':'copy'}", "{'op':'speed','factor':8}", false) {
            @Override
            StandIn standIn(Path folder, StandIn.Maker maker) throws Exception {
                return new RelayStationStandIn(folder, maker);
            }
        };

        final String good;
        final String refused;
        final boolean polled;

        Way(String good, String refused, boolean polled) {
            this.good = good;
            this.refused = refused;
            this.polled = polled;
        }

        abstract StandIn standIn(Path folder, StandIn.Maker maker) throws Exception;

        boolean hasKeys() {
            return this == RELAYSTATION;
        }
    }

    private void ready(Way way) throws Exception {
        abroad = new Abroad(folder.resolve("home"), Engine.Mode.OWN_QUEUE, Abroad.QUICK);
        standIn = way.standIn(folder.resolve("there"), (arguments, to) -> abroad.engine.generate(arguments, to));
        account = abroad.account(standIn);
        out = folder.resolve("out");
        clip = folder.resolve("clip.mp4");
        abroad.engine
                .generate(List.of("-f", "lavfi", "-i", "testsrc2=s=160x120:r=25:d=2", "-f", "lavfi", "-i", "sine=d=2", "-c:v",
                        "libx264", "-g", "12", "-c:a", "aac", "-f", "mp4"), clip);
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
        Task task = abroad.ended(abroad.send(account, clip, out, way.good));
        assertThat(standIn.violations).isEmpty();
        assertThat(task.state()).as(why(task)).isEqualTo(TaskState.DONE);
        Task.Result result = task.outcome().results().getFirst();
        assertThat(result.file()).exists().hasParentRaw(out);
        assertThat(result.proof()).isPresent();
        assertThat(abroad.engine.probe(result.file()).bytes()).isEqualTo(result.bytes());
        assertThat(Files.list(out)).as("nothing half is left").hasSize(1);
        assertThat(standIn.submits).hasValue(1);
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
        assertThat(drafted.call()).isEmpty();
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
        if (way == Way.FFMPEG_REST_ANSWERED) {
            standIn.answer(Part.SUBMIT, WireServer.Reply.json(400, "{'error':'FFmpeg failed','message':'bad input'}"));
        }
        Task task = abroad.ended(abroad.send(account, clip, out, way.good));
        assertThat(task.outcome().failure()).as(why(task)).get().isInstanceOfAny(Failure.RemoteFailed.class,
                Failure.RemoteRefused.class);
        assertThat(standIn.submits.get()).isLessThanOrEqualTo(1);
        standIn.failing = _ -> false;
        Task second = abroad.again(task);
        assertThat(second.state()).as(why(second)).isEqualTo(TaskState.DONE);
    }

    @ParameterizedTest
    @EnumSource
    void aLostAnswerNeverMakesASecondJobByItself(Way way) throws Exception {
        ready(way);
        standIn.fault(Part.SUBMIT, Fault.CLOSE_AFTER);
        Task task = abroad.ended(abroad.send(account, clip, out, way.good));
        if (way.hasKeys()) {
            assertThat(task.state()).as(why(task)).isEqualTo(TaskState.DONE);
            assertThat(((RelayStationStandIn) standIn).done).hasValue(1);
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
        assertThat(standIn.submits).hasValue(2);
    }

    @ParameterizedTest
    @EnumSource
    void goesOnAfterARestartInTheMiddle(Way way) throws Exception {
        ready(way);
        standIn.pollsUntilDone = 1_000_000;
        if (!way.polled) {
            standIn.fault(Part.SUBMIT, Fault.SILENCE);
        }
        Task task = abroad.send(account, clip, out, way.good);
        await().until(
                () -> way.polled ? standIn.jobs.values().stream().anyMatch(j -> j.polls.get() > 1) : standIn.submits.get() > 0);
        abroad.shut();
        standIn.pollsUntilDone = 1;
        abroad.open();
        Task ended = abroad.ended(task);
        if (way == Way.FFMPEG_REST_ANSWERED) {
            assertThat(ended.outcome().failure()).get().isInstanceOf(Failure.AnswerLost.class);
            assertThat(standIn.submits).hasValue(1);
            return;
        }
        assertThat(ended.state()).as(why(ended)).isEqualTo(TaskState.DONE);
        assertThat(standIn.jobs.size() + (way.hasKeys() ? ((RelayStationStandIn) standIn).done.get() : 0)).isEqualTo(1);
        assertThat(Files.list(out)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void canBeGivenUp(Way way) throws Exception {
        ready(way);
        standIn.pollsUntilDone = 1_000_000;
        if (!way.polled) {
            standIn.fault(Part.SUBMIT, Fault.SILENCE);
        }
        Task task = abroad.send(account, clip, out, way.good);
        await().until(
                () -> way.polled ? standIn.jobs.values().stream().anyMatch(j -> j.polls.get() > 1) : standIn.submits.get() > 0);
        abroad.engine.cancel(List.of(task.id())).get();
        assertThat(abroad.ended(task).state()).isEqualTo(TaskState.CANCELLED);
        await().until(() -> abroad.engine.cloud().underway().isEmpty());
        assertThat(Files.list(out)).isEmpty();
        standIn.pollsUntilDone = 1;
        Task second = abroad.again(task);
        assertThat(second.state()).as(why(second)).isEqualTo(TaskState.DONE);
    }

    @ParameterizedTest
    @EnumSource
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
