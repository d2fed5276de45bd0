package io.reelbench.engine.cloud.deliver;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.task.Talk;
import io.reelbench.engine.cloud.wire.Gate;
import io.reelbench.engine.output.InputStamp;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.TaskKind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Files in S3-compatible buckets. Large ones go in parts; after whatever happens only the part that was under way is sent again. */
final class Buckets {

    private static final Logger LOG = LoggerFactory.getLogger(Buckets.class);
    private static final long PART = 8L << 20;
    private static final int MOST_PARTS = 9_000;
    private static final int FORBIDDEN = 403;
    private static final int UNAUTHORIZED = 401;

    /** What is to be put where. */
    record Load(String task, Account account, Secret key, Path file, String name, InputStamp stamp) {

        private String bucket() {
            return account.bucket().orElseThrow().name();
        }

        private long bytes() {
            return stamp.stamp().bytes();
        }
    }

    /** Something that may fail. */
    private interface Doing<T> {
        T run() throws FailedException, InterruptedException;
    }

    /** Finds an account that may be gone. */
    interface Finding {
        Optional<Account> find() throws FailedException;
    }

    /** Finds its key. */
    interface Opening {
        Secret of(Account account) throws FailedException, InterruptedException;
    }

    private final UploadsBegun begun;
    private final Talk.Means means;

    Buckets(UploadsBegun begun, Talk.Means means) {
        this.begun = begun;
        this.means = means;
    }

    void test(Account account, Secret key) throws FailedException {
        try (S3Client client = client(account, key)) {
            client.headBucket(b -> b.bucket(account.bucket().orElseThrow().name()));
        } catch (SdkException e) {
            throw failed(account, e);
        }
    }

    /** The address of the file in its bucket. */
    String put(Load load, Gate gate, TaskKind.Run run) throws FailedException, InterruptedException {
        try (S3Client client = client(load.account, load.key)) {
            if (load.bytes() <= PART) {
                whole(client, load, gate, run);
            } else {
                inParts(client, load, gate, run);
            }
            long there = patiently(load, gate, run,
                    () -> client.headObject(b -> b.bucket(load.bucket()).key(load.name)).contentLength());
            if (there != load.bytes()) {
                throw new FailedException(
                        new Failure.RemoteFailed(load.account.name(),
                                DeliverWords.OTHER_SIZE.with(there, load.bytes()).toString()));
            }
            return address(load);
        }
    }

    private static String address(Load load) {
        try {
            URI base = load.account.base();
            return new URI(base.getScheme(), base.getAuthority(),
                    (base.getPath() == null ? "" : base.getPath().replaceAll("/$", "")) + "/" + load.bucket() + "/" + load.name,
                    null, null)
                    .toASCIIString();
        } catch (java.net.URISyntaxException never) {
            throw new IllegalStateException(never);
        }
    }

    private void whole(S3Client client, Load load, Gate gate, TaskKind.Run run) throws FailedException, InterruptedException {
        FilePart all = new FilePart(load.file, 0, load.bytes());
        String tag = patiently(load, gate, run,
                () -> client.putObject(b -> b.bucket(load.bucket()).key(load.name).contentType(FilePart.type(load.file)),
                        body(all, sent -> StoreJob.tell(run, Step.Doing.UPLOADING, sent, load.bytes()))).eTag());
        check(load, all, tag);
        DeliveryKind.unchanged(load.stamp);
    }

    private void inParts(S3Client client, Load load, Gate gate, TaskKind.Run run) throws FailedException, InterruptedException {
        String stamp = load.bytes() + "/" + load.stamp.stamp().modifiedUs();
        UploadsBegun.Begun upload = begun.find(load.task)
                .filter(b -> b.stamp().equals(stamp) && b.bucket().equals(load.bucket()) && b.key().equals(load.name))
                .orElse(null);
        Map<Integer, String> there = new TreeMap<>();
        if (upload != null) {
            Optional<Map<Integer, String>> known = partsThere(client, load, upload, gate, run);
            upload = known.isPresent() ? upload : null;
            known.ifPresent(there::putAll);
        }
        if (upload == null) {
            long part = Math.max(PART, Math.ceilDiv(load.bytes(), MOST_PARTS));
            String id = patiently(load, gate, run, () -> client
                    .createMultipartUpload(b -> b.bucket(load.bucket()).key(load.name).contentType(FilePart.type(load.file)))
                    .uploadId());
            upload = new UploadsBegun.Begun(load.bucket(), load.name, id, stamp, part);
            begun.put(load.task, upload);
        }
        send(client, load, upload, there, gate, run);
        DeliveryKind.unchanged(load.stamp);
        complete(client, load, upload, there, gate, run);
        begun.remove(load.task);
    }

    /** The whole parts that lie there; empty when the server does not know the upload any more. */
    private Optional<Map<Integer, String>> partsThere(S3Client client, Load load, UploadsBegun.Begun upload, Gate gate,
            TaskKind.Run run)
            throws FailedException, InterruptedException {
        return patiently(load, gate, run, () -> {
            Map<Integer, String> known = new TreeMap<>();
            try {
                for (Part part : client
                        .listPartsPaginator(b -> b.bucket(upload.bucket()).key(upload.key()).uploadId(upload.upload()))
                        .parts()) {
                    if (part.size() == slice(load, upload, part.partNumber()).length()) {
                        known.put(part.partNumber(), part.eTag());
                    }
                }
                return Optional.of(known);
            } catch (NoSuchUploadException lapsed) {
                LOG.info("The upload of {} is not known any more", load.name, lapsed);
                return Optional.empty();
            }
        });
    }

    private static FilePart slice(Load load, UploadsBegun.Begun upload, int number) {
        long from = (number - 1) * upload.part();
        return new FilePart(load.file, from, Math.max(0, Math.min(upload.part(), load.bytes() - from)));
    }

    private void send(S3Client client, Load load, UploadsBegun.Begun upload, Map<Integer, String> there, Gate gate,
            TaskKind.Run run)
            throws FailedException, InterruptedException {
        int parts = (int) Math.ceilDiv(load.bytes(), upload.part());
        for (int number = 1; number <= parts; number++) {
            if (there.containsKey(number)) {
                continue;
            }
            int now = number;
            FilePart part = slice(load, upload, number);
            long before = (number - 1) * upload.part();
            String tag = patiently(load, gate, run,
                    () -> client.uploadPart(
                            b -> b.bucket(load.bucket()).key(load.name).uploadId(upload.upload()).partNumber(now)
                                    .contentLength(part.length()),
                            body(part, sent -> StoreJob.tell(run, Step.Doing.UPLOADING, before + sent, load.bytes()))).eTag());
            check(load, part, tag);
            there.put(number, tag);
        }
    }

    private void complete(S3Client client, Load load, UploadsBegun.Begun upload, Map<Integer, String> there, Gate gate,
            TaskKind.Run run)
            throws FailedException, InterruptedException {
        CompletedMultipartUpload all = CompletedMultipartUpload.builder().parts(there.entrySet().stream()
                .map(p -> CompletedPart.builder().partNumber(p.getKey()).eTag(p.getValue()).build()).toList()).build();
        patiently(load, gate, run, () -> {
            try {
                return client.completeMultipartUpload(
                        b -> b.bucket(load.bucket()).key(load.name).uploadId(upload.upload()).multipartUpload(all)).eTag();
            } catch (NoSuchUploadException doneBefore) {
                LOG.info("{} was complete already", load.name, doneBefore);
                return ""; // its size is looked at next
            }
        });
    }

    /** Where the tag is the digest of the bytes, it must be ours. */
    private static void check(Load load, FilePart part, String tag) throws FailedException {
        String plain = tag == null ? "" : tag.replace("\"", "");
        if (plain.matches("[0-9a-f]{32}") && !plain.equals(part.md5())) {
            throw new FailedException(
                    new Failure.NotAsPlanned(load.file.getFileName().toString(), DeliverWords.OTHER_BYTES.with().toString()));
        }
    }

    private static RequestBody body(FilePart part, FilePart.Telling telling) {
        return RequestBody.fromContentProvider(() -> part.open(telling), part.length(), FilePart.type(part.file()));
    }

    /** Throws away what was begun, if it can be. */
    void forget(String task, Finding finding, Opening opening) {
        Optional<UploadsBegun.Begun> upload = begun.find(task);
        begun.remove(task);
        if (upload.isEmpty()) {
            return;
        }
        try {
            Account account = finding.find().orElse(null);
            if (account != null) {
                try (S3Client client = client(account, opening.of(account))) {
                    client.abortMultipartUpload(
                            b -> b.bucket(upload.get().bucket()).key(upload.get().key()).uploadId(upload.get().upload()));
                }
            }
        } catch (FailedException | SdkException e) {
            LOG.info("Parts of {} stay until the bucket throws them away", upload.get().key(), e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- Trouble ----

    private <T> T patiently(Load load, Gate gate, TaskKind.Run run, Doing<T> doing) throws FailedException, InterruptedException {
        int troubles = 0;
        int away = 0;
        while (true) {
            gate.pass();
            Duration pause;
            try {
                return doing.run();
            } catch (AbortedException stopped) {
                throw new InterruptedException();
            } catch (SdkException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                } else if (isAway(e) && away < means.patience().away()) {
                    StoreJob.tell(run, Step.Doing.WAITING_FOR_NETWORK, 0, 0);
                    pause = means.patience().before(away++);
                } else if (mayPass(e) && troubles < means.patience().times()) {
                    pause = means.patience().before(troubles++);
                } else {
                    throw failed(load.account, e);
                }
            }
            gate.pass(pause);
        }
    }

    private static boolean isAway(SdkException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayPass(SdkException e) {
        if (e instanceof S3Exception answered) {
            return answered.statusCode() == 429 || answered.statusCode() / 100 == 5;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof javax.net.ssl.SSLHandshakeException) {
                return false;
            } else if (cause instanceof IOException || cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static FailedException failed(Account account, SdkException e) {
        if (e instanceof S3Exception answered) {
            int status = answered.statusCode();
            String code = answered.awsErrorDetails() == null ? Integer.toString(status) : answered.awsErrorDetails().errorCode();
            return new FailedException(status == FORBIDDEN || status == UNAUTHORIZED
                    ? new Failure.KeyRefused(account.name())
                    : new Failure.RemoteRefused(account.name(), DeliverWords.CANNOT_WRITE.with(code).toString()), e);
        }
        return new FailedException(new Failure.Unreachable(account.origin().host(), String.valueOf(e.getMessage())), e);
    }

    private static S3Client client(Account account, Secret key) {
        Account.Bucket bucket = account.bucket().orElseThrow();
        return S3Client.builder().endpointOverride(account.base()).region(Region.of(bucket.region())).forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(bucket.accessKey(), key.reveal())))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(15))
                        .socketTimeout(Duration.ofSeconds(60))
                        .build())
                .build();
    }
}
