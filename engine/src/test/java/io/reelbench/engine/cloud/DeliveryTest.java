package io.reelbench.engine.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.Engine;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Accounts;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.account.Service;
import io.reelbench.engine.cloud.deliver.Destination;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files that go somewhere; buckets over Adobe's S3Mock, a server of its own in a process of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryTest {

    private static final Pattern PORT = Pattern
            .compile("Tomcat started on port[s]? .*?(\\d+) \\(http\\)|started on port (\\d+) \\(http\\)");

    private Path folder;
    private Abroad abroad;
    private Process server;
    private Account bucket;

    @BeforeAll
    void open(@TempDir Path temporary) throws Exception {
        folder = temporary;
        abroad = new Abroad(folder.resolve("home"), Engine.Mode.OWN_QUEUE, Abroad.QUICK);
        String jar = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(p -> p.contains("s3mock"))
                .findFirst().orElseThrow();
        server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("s3")), "-jar", jar, "--server.port=0",
                "--http.port=0",
                "--com.adobe.testing.s3mock.store.initial-buckets=films",
                "--com.adobe.testing.s3mock.controller.initial-buckets=films",
                "--com.adobe.testing.s3mock.domain.initialBuckets=films")
                .redirectErrorStream(true).start();
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> read(port));
        int there = port.get(5, TimeUnit.MINUTES);
        bucket = new Account(Accounts.freshId(), "Bucket", Service.S3, URI.create("http://127.0.0.1:" + there),
                Account.Keeping.KEYRING,
                Optional.empty(), Optional.of(new Account.Bucket("films", "us-east-1", "out/", "access")));
        abroad.engine.cloud().put(bucket, Optional.of(Secret.of(StandIn.KEY)));
        http("PUT", "/films");
    }

    private void read(CompletableFuture<Integer> port) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader out = server.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.append(line).append('\n');
                Matcher told = PORT.matcher(line);
                if (told.find()) {
                    port.complete(Integer.valueOf(told.group(1) != null ? told.group(1) : told.group(2)));
                }
            }
        } catch (IOException closing) {
            said.append(closing);
        }
        port.completeExceptionally(new AssertionError(said.toString()));
    }

    private byte[] http(String method, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(bucket.base().resolve(path)).method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray()).body();
        }
    }

    /** The bucket stays. */
    @AfterEach
    void removeOthers() throws Exception {
        for (Account each : abroad.engine.cloud().accounts()) {
            if (!each.id().equals(bucket.id())) {
                abroad.engine.cloud().remove(each.id());
            }
        }
    }

    @AfterAll
    void close() {
        abroad.close();
        server.destroy();
    }

    private Path file(String name, int bytes) throws IOException {
        byte[] noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        return Files.write(folder.resolve(name), noise);
    }

    private Task delivered(Path file, Destination to) throws Exception {
        return abroad.ended(abroad.engine.deliver(List.of(file), to).getFirst());
    }

    @Test
    void aFileIsCopiedIntoAFolderAndNothingIsReplaced() throws Exception {
        Path file = file("film.mp4", 3_000_000);
        Path to = Files.createDirectories(folder.resolve("copies"));
        Task first = delivered(file, new Destination.Folder(to));
        Task second = delivered(file, new Destination.Folder(to));
        assertThat(first.state()).isEqualTo(TaskState.DONE);
        assertThat(first.outcome().results().getFirst().file()).isEqualTo(to.resolve("film.mp4")).hasSameBinaryContentAs(file);
        assertThat(second.outcome().results().getFirst().file()).hasSameBinaryContentAs(file)
                .isNotEqualTo(to.resolve("film.mp4"));
        assertThat(Files.list(to)).hasSize(2);
    }

    @Test
    void aServicesStoreGivesAnAddressThatIsKept() throws Exception {
        try (VargStandIn varg = new VargStandIn(folder.resolve("varg"), (_, _) -> {
        })) {
            Account account = abroad.account(varg);
            Task task = delivered(file("kept.mp4", 100_000),
                    new Destination.Remote(account.id(), account.service(), Optional.empty()));
            assertThat(task.state()).isEqualTo(TaskState.DONE);
            assertThat(Cloud.address(task)).get().asString().startsWith(varg.server.base() + "/cdn/");
            assertThat(varg.of(Cloud.address(task).get())).hasSameBinaryContentAs(folder.resolve("kept.mp4"));
        }
    }

    @Test
    void aStoreThatAsksForEachFileCountsAndKeepsWithinTheMonthsLimit() throws Exception {
        try (FfmpegMediaStandIn media = new FfmpegMediaStandIn(folder.resolve("media"), (_, _) -> {
        })) {
            Account of = media.account();
            Account account = new Account(of.id(), of.name(), of.service(), of.base(), of.keeping(),
                    Optional.of(new BigDecimal("2.5")), of.bucket());
            abroad.engine.cloud().put(account, Optional.of(Secret.of(StandIn.KEY)));
            Destination to = new Destination.Remote(account.id(), account.service(), Optional.empty());
            assertThat(abroad.engine.cloud().costOfKeeping(to)).get().asString().contains("1 credit");
            List<Path> three = List.of(file("one.mp4", 1000), file("two.mp4", 1001), file("three.mp4", 1002));
            List<Task> over = new ArrayList<>();
            for (Task task : abroad.engine.deliver(three, to)) {
                over.add(abroad.ended(task));
            }
            assertThat(over).filteredOn(t -> t.state() == TaskState.DONE).hasSize(2)
                    .allSatisfy(t -> assertThat(Cloud.cost(t)).get().asString().contains("1 credit"))
                    .allSatisfy(t -> assertThat(Cloud.address(t)).isPresent());
            assertThat(over).filteredOn(t -> t.state() == TaskState.FAILED).singleElement()
                    .satisfies(t -> assertThat(t.outcome().failure()).get().isInstanceOf(Failure.OverBudget.class));
            assertThat(abroad.engine.cloud().spending().thisMonth(account.id())).isEqualByComparingTo("2");
            assertThat(media.requests).as("the third was not sent").hasValue(2);
        }
    }

    /** A lost answer, and a file that was torn off before its last byte. */
    @Test
    void aFileThatCostsIsNotSentTwiceByItself() throws Exception {
        try (FfmpegMediaStandIn media = new FfmpegMediaStandIn(folder.resolve("media"), (_, _) -> {
        })) {
            Account account = abroad.account(media).capped(Optional.of(BigDecimal.ONE));
            abroad.engine.cloud().put(account, Optional.of(Secret.of(StandIn.KEY)));
            Destination to = new Destination.Remote(account.id(), account.service(), Optional.empty());
            media.fault(StandIn.Part.UPLOAD, WireServer.Fault.CLOSE_AFTER);
            Task lost = delivered(file("lost.mp4", 300_000), to);
            assertThat(lost.outcome().failure()).get().isInstanceOf(Failure.AnswerLost.class);
            assertThat(media.requests).hasValue(1);
            assertThat(abroad.engine.cloud().check(lost).toString()).contains(account.name());
            assertThat(abroad.again(lost).outcome().failure()).as("nor by being tried again").get()
                    .isInstanceOf(Failure.AnswerLost.class);
            assertThat(delivered(file("next.mp4", 1000), to).outcome().failure()).as("it counts until it is known").get()
                    .isInstanceOf(Failure.OverBudget.class);
            assertThat(media.requests).hasValue(1);
            Task done = abroad.sentAgain(lost);
            assertThat(done.state()).as("%s", done.outcome().failure()).isEqualTo(TaskState.DONE);
            assertThat(Cloud.cost(done)).as("perhaps it was taken twice").get().asString().contains("about 2 credits");
            assertThat(abroad.engine.cloud().spending().thisMonth(account.id())).isEqualByComparingTo("2");
        }
    }

    @Test
    void aFileThatCostsAndWasNotWholeGoesAgainByItself() throws Exception {
        try (FfmpegMediaStandIn media = new FfmpegMediaStandIn(folder.resolve("media"), (_, _) -> {
        }); CuttingProxy proxy = new CuttingProxy(URI.create(media.server.base()).getPort(), 4_000_000)) {
            Account of = abroad.account(media);
            Account account = of.at(URI.create("http://127.0.0.1:" + proxy.port()));
            abroad.engine.cloud().put(account, Optional.of(Secret.of(StandIn.KEY)));
            Task task = delivered(file("torn.mp4", 20_000_000),
                    new Destination.Remote(account.id(), account.service(), Optional.empty()));
            assertThat(task.state()).as("%s", task.outcome().failure()).isEqualTo(TaskState.DONE);
            assertThat(Cloud.cost(task)).get().asString().contains("1 credit.");
        }
    }

    @Test
    void aServiceWithoutAStoreSaysSo() throws Exception {
        try (RelayStationStandIn relay = new RelayStationStandIn(folder.resolve("relay"), (_, _) -> {
        })) {
            Account account = abroad.account(relay);
            Task task = delivered(file("none.mp4", 100),
                    new Destination.Remote(account.id(), account.service(), Optional.empty()));
            assertThat(task.outcome().failure()).get().isInstanceOf(Failure.RemoteRefused.class);
            assertThat(relay.requests).hasValue(0);
        }
    }

    @Test
    void aBucketIsTriedWithoutWriting() throws Exception {
        abroad.engine.cloud().test(bucket);
    }

    @Test
    void smallAndLargeFilesComeWholeIntoABucket() throws Exception {
        for (int bytes : new int[]{1, 5_000_000, 20_000_001}) {
            Path file = file("film " + bytes + ".mp4", bytes);
            Task task = delivered(file, new Destination.Remote(bucket.id(), bucket.service(), Optional.empty()));
            assertThat(task.state()).as("%s", task.outcome().failure()).isEqualTo(TaskState.DONE);
            String address = Cloud.address(task).orElseThrow();
            assertThat(address).isEqualTo(bucket.base() + "/films/out/film%20" + bytes + ".mp4");
            assertThat(http("GET", URI.create(address).getRawPath())).isEqualTo(Files.readAllBytes(file));
        }
    }

    /** Three places over the file, or so many as {@code -Dcloud.cuts} says; the last is behind its last byte. */
    @Test
    void anUploadThatWasCutAnywhereGoesOnWithThePartThatWasUnderWay() throws Exception {
        int cuts = Integer.getInteger("cloud.cuts", 3);
        int bytes = 20_000_000;
        byte[] whole = Files.readAllBytes(file("cut.mp4", bytes));
        long most = 0;
        for (int i = 1; i <= cuts; i++) {
            Path file = Files.write(folder.resolve("cut-" + i + ".mp4"), whole);
            long at = (long) bytes * i / cuts + (i == cuts ? 1 : 0);
            try (CuttingProxy proxy = new CuttingProxy(bucket.origin().port(), at)) {
                Account through = new Account(Accounts.freshId(), "Through " + i, Service.S3,
                        URI.create("http://127.0.0.1:" + proxy.port()),
                        Account.Keeping.KEYRING, Optional.empty(), bucket.bucket());
                abroad.engine.cloud().put(through, Optional.of(Secret.of(StandIn.KEY)));
                Task task = delivered(file, new Destination.Remote(through.id(), through.service(), Optional.empty()));
                assertThat(task.state()).as("%s", task.outcome().failure()).isEqualTo(TaskState.DONE);
                assertThat(http("GET", "/films/out/cut-" + i + ".mp4")).isEqualTo(whole);
                most = Math.max(most, proxy.sent() - bytes);
                assertThat(proxy.sent()).as("cut at %d: one part more at most", at).isLessThan(bytes + (8 << 20) + 200_000);
                abroad.engine.cloud().remove(through.id());
            }
        }
        System.out.printf("%d cuts of %d bytes: equal, %d bytes sent twice at most%n", cuts, bytes, most);
    }
}
