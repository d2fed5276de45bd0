package io.reelbench.engine.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.Engine;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Origin;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.wire.Ask;
import io.reelbench.engine.cloud.wire.Body;
import io.reelbench.engine.cloud.wire.Http;
import io.reelbench.engine.cloud.wire.Meter;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What concerns one service or none. */
class MoreAbroadTest {

    @TempDir
    Path folder;
    private Abroad abroad;

    @BeforeEach
    void open() throws Exception {
        abroad = new Abroad(folder.resolve("home"), Engine.Mode.OWN_QUEUE, Abroad.QUICK);
    }

    @AfterEach
    void close() {
        abroad.close();
    }

    private Path clip() throws Exception {
        Path clip = folder.resolve("clip.mp4");
        abroad.engine.generate(
                List.of("-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=1", "-c:v", "libx264", "-g", "5", "-f", "mp4"), clip);
        return clip;
    }

    private StandIn.Maker maker() {
        return (arguments, to) -> abroad.engine.generate(arguments, to);
    }

    @Test
    void nothingIsSentBeforeThereIsAnAccount() throws Exception {
        Path clip = clip();
        abroad.engine.probe(clip);
        assertThat(abroad.engine.cloud().accounts()).isEmpty();
        assertThat(abroad.engine.cloud().providers()).hasSize(4);
        assertThat(abroad.http.isUsed()).isFalse();
    }

    @Test
    void aMonthlyLimitHoldsBeforeAnythingIsSentAndCountsWhatWasSpent() throws Exception {
        try (FfmpegMediaStandIn media = new FfmpegMediaStandIn(folder.resolve("there"), maker())) {
            Account account = abroad.account(media).capped(Optional.of(new BigDecimal("4")));
            abroad.engine.cloud().put(account, Optional.of(Secret.of(StandIn.KEY)));
            Path clip = clip();
            Task first = abroad.ended(abroad.send(account, clip, folder.resolve("out"), "{'op':'compress','crf':30}"));
            assertThat(first.state()).as("%s", first.outcome().failure()).isEqualTo(TaskState.DONE);
            assertThat(abroad.engine.cloud().spending().thisMonth(account.id())).as("the upload, and the job as it said")
                    .isEqualByComparingTo("4");
            int before = media.requests.get();
            Task second = abroad.ended(abroad.send(account, clip, folder.resolve("out"), "{'op':'compress','crf':30}"));
            assertThat(second.outcome().failure()).get().isInstanceOf(Failure.OverBudget.class);
            assertThat(media.requests).hasValue(before);
        }
    }

    @Test
    void tasksThatAreSentTogetherDoNotPassTheLimitTogether() throws Exception {
        try (FfmpegMediaStandIn media = new FfmpegMediaStandIn(folder.resolve("there"), maker())) {
            Path clip = clip();
            media.always = Optional.of(clip);
            media.pollsUntilDone = 10;
            media.points = 1;
            Account account = abroad.account(media).capped(Optional.of(new BigDecimal("10")));
            abroad.engine.cloud().put(account, Optional.of(Secret.of(StandIn.KEY)));
            List<Task> tasks = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                tasks.add(abroad.send(account, clip, folder.resolve("out"), "{'op':'compress','crf':30}"));
            }
            int done = 0;
            for (Task task : tasks) {
                Task ended = abroad.ended(task);
                assertThat(ended.state() == TaskState.DONE
                        || ended.outcome().failure().filter(Failure.OverBudget.class::isInstance).isPresent())
                        .as("%s", ended.outcome()).isTrue();
                done += ended.state() == TaskState.DONE ? 1 : 0;
            }
            assertThat(done).isEqualTo(5).isEqualTo(media.submits.get());
        }
    }

    @Test
    void aLostAnswerCountsAsSpentUntilItIsKnown() throws Exception {
        try (FfmpegMediaStandIn media = new FfmpegMediaStandIn(folder.resolve("there"), maker())) {
            Path clip = clip();
            media.always = Optional.of(clip);
            Account account = abroad.account(media).capped(Optional.of(new BigDecimal("2")));
            abroad.engine.cloud().put(account, Optional.of(Secret.of(StandIn.KEY)));
            media.fault(StandIn.Part.SUBMIT, WireServer.Fault.CLOSE_AFTER);
            Task lost = abroad.ended(abroad.send(account, clip, folder.resolve("out"), "{'op':'compress','crf':30}"));
            assertThat(lost.outcome().failure()).get().isInstanceOf(Failure.AnswerLost.class);
            Task next = abroad.ended(abroad.send(account, clip, folder.resolve("out"), "{'op':'compress','crf':30}"));
            assertThat(next.outcome().failure()).get().isInstanceOf(Failure.OverBudget.class);
            assertThat(abroad.sentAgain(lost).state()).as("its own money is not in its way").isEqualTo(TaskState.DONE);
        }
    }

    @Test
    void aClipWhoseUploadMayHaveCostGoesAgainOnlyWhenAPersonSaysSo() throws Exception {
        try (FfmpegMediaStandIn media = new FfmpegMediaStandIn(folder.resolve("there"), maker())) {
            Path clip = clip();
            media.always = Optional.of(clip);
            Account account = abroad.account(media);
            media.fault(StandIn.Part.UPLOAD, WireServer.Fault.CLOSE_AFTER);
            Task lost = abroad.ended(abroad.send(account, clip, folder.resolve("out"), "{'op':'compress','crf':30}"));
            assertThat(lost.outcome().failure()).get().isInstanceOf(Failure.AnswerLost.class);
            assertThat(abroad.again(lost).outcome().failure()).get().isInstanceOf(Failure.AnswerLost.class);
            assertThat(media.heard.stream().filter(h -> h.getKey() == StandIn.Part.UPLOAD)).hasSize(1);
            assertThat(media.submits).hasValue(0);
            assertThat(abroad.sentAgain(lost).state()).isEqualTo(TaskState.DONE);
            assertThat(media.heard.stream().filter(h -> h.getKey() == StandIn.Part.UPLOAD)).hasSize(2);
            assertThat(abroad.engine.cloud().spending().thisMonth(account.id())).as("two uploads and a job")
                    .isEqualByComparingTo(String.valueOf(2 + media.points));
        }
    }

    private Task ended(Account account, Path clip, String... steps) throws Exception {
        Task task = abroad.ended(
                abroad.engine.submit(List.of(abroad.request(clip, folder.resolve("out"), steps)), account).getFirst());
        assertThat(task.state()).as("%s", task.outcome().failure()).isEqualTo(TaskState.DONE);
        abroad.engine.results().settle();
        return task;
    }

    @Test
    void whatAServiceGaveBeforeIsNotSentAgain() throws Exception {
        Path clip = clip();
        String smaller = "{'op':'scale','width':32}";
        try (VargStandIn varg = new VargStandIn(folder.resolve("varg"), maker());
                VargStandIn another = new VargStandIn(folder.resolve("another"), maker());
                FfmpegRestStandIn rest = new FfmpegRestStandIn(folder.resolve("rest"), maker())) {
            Account account = abroad.account(varg);
            Task first = ended(account, clip, smaller);
            int before = varg.requests.get();
            Task second = ended(account, clip, smaller);
            assertThat(varg.requests).as("nothing goes anywhere").hasValue(before);
            assertThat(second.outcome().notes()).extracting(n -> n.key()).contains("reuse.same-as");
            Path made = first.outcome().results().getFirst().file();
            assertThat(second.outcome().results().getFirst().file()).hasSameBinaryContentAs(made);
            assertThat(second.outcome().results().getFirst().proof()).isPresent();
            ended(account, clip, "{'op':'scale','width':48}");
            Account elsewhere = account.at(URI.create(another.server.base()));
            abroad.engine.cloud().put(elsewhere, Optional.of(Secret.of(StandIn.KEY)));
            ended(elsewhere, clip, smaller);
            abroad.engine.cloud().put(account, Optional.of(Secret.of(StandIn.KEY)));
            assertThat(varg.submits).as("another request is another job").hasValue(2);
            assertThat(another.submits).as("another server may do it otherwise").hasValue(1);
            abroad.ended(abroad.send(account, clip, folder.resolve("out"), smaller));
            assertThat(varg.submits).as("asked for anew").hasValue(3);
            Account free = abroad.account(rest);
            ended(free, clip, "{'op':'normalize','width':64,'height':48,'rate':25}");
            int asked = rest.requests.get();
            ended(free, clip, "{'op':'normalize','width':64,'height':48,'rate':25}");
            assertThat(rest.requests).hasValue(asked);
        }
    }

    @Test
    void whatVargHadDoneBeforeCostsNothing() throws Exception {
        try (VargStandIn varg = new VargStandIn(folder.resolve("varg"), maker())) {
            Account account = abroad.account(varg);
            varg.remembers = true;
            abroad.ended(abroad.send(account, clip(), folder.resolve("out"), "{'op':'scale','width':32}"));
            assertThat(abroad.engine.cloud().spending().thisMonth(account.id())).isEqualByComparingTo("5");
            Task again = abroad.ended(abroad.send(account, folder.resolve("clip.mp4"), folder.resolve("out"),
                    "{'op':'scale','width':32}"));
            assertThat(again.outcome().notes()).extracting(n -> n.key()).contains("task.from-cache");
            assertThat(abroad.engine.cloud().spending().thisMonth(account.id())).isEqualByComparingTo("5");
        }
    }

    @Test
    void aJobThatFailsGivesItsCreditsBack() throws Exception {
        try (FfmpegMediaStandIn media = new FfmpegMediaStandIn(folder.resolve("there"), maker())) {
            Account account = abroad.account(media);
            media.failing = _ -> true;
            abroad.ended(abroad.send(account, clip(), folder.resolve("out"), "{'op':'compress','crf':30}"));
            assertThat(abroad.engine.cloud().spending().thisMonth(account.id())).as("only the upload is not given back")
                    .isEqualByComparingTo("1");
            assertThat(abroad.engine.cloud().spending().lines()).hasSize(2);
        }
    }

    @Test
    void modelsMakeFilesOutOfWordsAndFiles() throws Exception {
        try (FfmpegRestStandIn rest = new FfmpegRestStandIn(folder.resolve("there"), maker())) {
            Account account = abroad.account(rest);
            Path sound = folder.resolve("speech.wav");
            Path face = folder.resolve("face.png");
            abroad.engine.generate(List.of("-f", "lavfi", "-i", "sine=d=1", "-f", "wav"), sound);
            abroad.engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=64x64", "-frames:v", "1", "-f", "image2"), face);
            OutputWish out = new OutputWish().into(folder.resolve("out"));
            List<Task> tasks = new ArrayList<>(abroad.engine.generate(account, "infinitetalk",
                    List.of(Map.of("audioUrl", sound.toString(), "imageUrl", face.toString()),
                            Map.of("audioUrl", sound.toString(), "imageUrl", face.toString(), "resolution", "480")),
                    out));
            tasks.addAll(abroad.engine.generate(account, "zimage", List.of(Map.of("prompt", "a red fox in the snow")), out));
            for (Task task : tasks) {
                Task ended = abroad.ended(task);
                assertThat(ended.state()).as("%s", ended.outcome().failure()).isEqualTo(TaskState.DONE);
            }
            assertThat(rest.violations).isEmpty();
            assertThat(Files.list(folder.resolve("out")).map(p -> p.getFileName().toString())).containsExactlyInAnyOrder(
                    "speech-infinitetalk.mp4", "speech-infinitetalk-2.mp4", "a red fox in the snow-zimage.png");
            assertThat(rest.jobs.values()).anySatisfy(job -> assertThat(job.asked.path("steps").asInt()).isEqualTo(30));
        }
    }

    private List<Task> talking(Account account, Path sound, int count) throws Exception {
        List<Map<String, String>> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path face = folder.resolve("face" + i + ".png");
            abroad.engine.generate(
                    List.of("-f", "lavfi", "-i", "color=c=0x" + (100000 + i) + ":s=64x64", "-frames:v", "1", "-f", "image2"),
                    face);
            jobs.add(Map.of("audioUrl", sound.toString(), "imageUrl", face.toString()));
        }
        return abroad.engine.generate(account, "infinitetalk", jobs, new OutputWish().into(folder.resolve("out")));
    }

    @Test
    void manyJobsForAModelGoInOneRequestAndEachIsARowOfItsOwn() throws Exception {
        try (FfmpegRestStandIn rest = new FfmpegRestStandIn(folder.resolve("there"), maker())) {
            Account account = abroad.account(rest);
            Path sound = folder.resolve("speech.wav");
            abroad.engine.generate(List.of("-f", "lavfi", "-i", "sine=d=1", "-f", "wav"), sound);
            List<Task> tasks = talking(account, sound, 12);
            for (Task task : tasks) {
                Task ended = abroad.ended(task);
                assertThat(ended.state()).as("%s", ended.outcome().failure()).isEqualTo(TaskState.DONE);
            }
            assertThat(rest.bulks).hasValue(1);
            assertThat(rest.submits).hasValue(12);
            assertThat(Files.list(folder.resolve("out"))).hasSize(12);
            assertThat(rest.heard.stream().filter(h -> h.getKey() == StandIn.Part.UPLOAD)).as("the voice goes once").hasSize(13);
            assertThat(rest.violations).isEmpty();
        }
    }

    @Test
    void aLostAnswerToManyJobsIsLostForEachAndNoneIsSentTwice() throws Exception {
        try (FfmpegRestStandIn rest = new FfmpegRestStandIn(folder.resolve("there"), maker())) {
            Account account = abroad.account(rest);
            Path sound = folder.resolve("speech.wav");
            abroad.engine.generate(List.of("-f", "lavfi", "-i", "sine=d=1", "-f", "wav"), sound);
            rest.fault(StandIn.Part.SUBMIT, WireServer.Fault.CLOSE_AFTER);
            List<Task> tasks = talking(account, sound, 4);
            for (Task task : tasks) {
                assertThat(abroad.ended(task).outcome().failure()).get().isInstanceOf(Failure.AnswerLost.class);
            }
            assertThat(rest.submits).hasValue(4);
            assertThat(abroad.sentAgain(tasks.getFirst()).state()).isEqualTo(TaskState.DONE);
            assertThat(rest.submits).as("only the one that a person sent again").hasValue(5);
        }
    }

    @Test
    void whatAModelCannotDoIsSaidBefore() throws Exception {
        try (FfmpegRestStandIn rest = new FfmpegRestStandIn(folder.resolve("there"), maker())) {
            Account account = abroad.account(rest);
            Cloud cloud = abroad.engine.cloud();
            assertThat(cloud.draft(account, "zimage", Map.of()).problems()).hasSize(1);
            assertThat(cloud.draft(account, "infinitetalk", Map.of("audioUrl", "/nowhere.wav")).problems()).hasSize(2);
            assertThat(cloud.draft(account, "zimage", Map.of("prompt", "x", "width", "100", "colour", "red")).problems())
                    .hasSize(2);
            assertThat(cloud.draft(account, "sora", Map.of()).problems()).hasSize(1);
            assertThat(rest.requests).hasValue(0);
        }
    }

    @Test
    void aKeyGoesToItsOwnOriginOnly() throws Exception {
        try (VargStandIn other = new VargStandIn(folder.resolve("other"), maker());
                VargStandIn mine = new VargStandIn(folder.resolve("mine"), maker())) {
            Origin origin = Origin.of(URI.create(mine.server.base())).get();
            Ask ask = Ask.get(URI.create(other.server.base() + "/v1/jobs/1"),
                    Optional.of(new Ask.Pass(origin, Secret.of(StandIn.KEY))));
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> abroad.http.call(ask, Meter.NONE))
                    .isInstanceOf(io.reelbench.engine.cloud.wire.WireException.class);
            assertThat(other.requests).hasValue(0);
            mine.answer(StandIn.Part.POLL,
                    new WireServer.Reply(302, Map.of("Location", other.server.base() + "/v1/jobs/1"), new byte[0]));
            abroad.http.call(
                    Ask.get(URI.create(mine.server.base() + "/v1/jobs/1"),
                            Optional.of(new Ask.Pass(origin, Secret.of(StandIn.KEY)))),
                    Meter.NONE);
            assertThat(other.requests).as("no redirect is followed with a key").hasValue(0);
        }
    }

    /** 200 MB, or so many as {@code -Dcloud.megabytes} says: what is held in memory does not grow with the file. */
    @Test
    void aLargeUploadIsStreamed() throws Exception {
        long bytes = Long.getLong("cloud.megabytes", 200) * 1_000_000;
        Path file = folder.resolve("large.bin");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(bytes);
        }
        AtomicLong arrived = new AtomicLong();
        try (WireServer server = new WireServer(request -> {
            arrived.set(request.length());
            return WireServer.Reply.json(200, "{}");
        }); Http http = new Http()) {
            server.throwBodiesAway = true;
            System.gc();
            Runtime memory = Runtime.getRuntime();
            long before = memory.totalMemory() - memory.freeMemory();
            AtomicLong most = new AtomicLong();
            AtomicLong told = new AtomicLong();
            AtomicLong looked = new AtomicLong();
            http.call(Ask.post(URI.create(server.base() + "/up"), new Body.Raw(file, "video/mp4"), Optional.empty()),
                    (sent, _) -> {
                        told.set(sent);
                        if (sent - looked.get() > bytes / 20) {
                            looked.set(sent);
                            System.gc();
                            most.accumulateAndGet(memory.totalMemory() - memory.freeMemory(), Math::max);
                        }
                    });
            assertThat(arrived).hasValue(bytes);
            assertThat(told).hasValue(bytes);
            assertThat(most.get() - before).as("bytes of heap").isLessThan(64L << 20);
        }
    }
}
