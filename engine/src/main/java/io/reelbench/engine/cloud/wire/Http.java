package io.reelbench.engine.cloud.wire;

import io.reelbench.engine.cloud.account.Origin;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests and takes answers. Files are streamed both ways, answers in memory are limited, redirects are never followed with a key,
 * and a key goes to its own origin only. It opens nothing before the first request.
 */
public final class Http implements AutoCloseable {

    /** What an answer that is read into memory may have. */
    public static final int MOST_JSON = 8 * 1024 * 1024;
    private static final int MOST_REDIRECTS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(Http.class);

    private final Times times;
    private final Places places;
    private final Optional<SSLContext> trust;
    private HttpClient client;

    public Http() {
        this(Times.USUAL, new Places(), Optional.empty());
    }

    /** @param trust whom to believe; empty for those whom the system believes */
    public Http(Times times, Places places, Optional<SSLContext> trust) {
        this.times = times;
        this.places = places;
        this.trust = trust;
    }

    private synchronized HttpClient client() {
        if (client == null) {
            HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(times.connect())
                    .followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1);
            trust.ifPresent(builder::sslContext);
            client = builder.build();
        }
        return client;
    }

    /** Whether anything was ever sent. */
    public synchronized boolean isUsed() {
        return client != null;
    }

    /** Sends and takes an answer into memory. */
    public Answer call(Ask ask, Meter meter) throws WireException, InterruptedException {
        return call(ask, meter, MOST_JSON);
    }

    public Answer call(Ask ask, Meter meter, int most) throws WireException, InterruptedException {
        ByteArrayOutputStream into = new ByteArrayOutputStream();
        HttpResponse<Void> response = exchange(ask, meter, Meter.NONE, _ -> new InMemory(into), most);
        return new Answer(response.statusCode(), response.headers(), into.toByteArray());
    }

    /**
     * Sends and writes a good answer into a file; another answer is read into memory instead.
     *
     * @param sent  told of what goes
     * @param taken told of what comes
     * @param most  bytes
     */
    public Answer callInto(Path file, Ask ask, Meter sent, Meter taken, long most) throws WireException, InterruptedException {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        HttpResponse<Void> response = exchange(ask, sent, taken, info -> info.statusCode() / 100 == 2
                ? new InFile(file)
                : new InMemory(words), most);
        return new Answer(response.statusCode(), response.headers(), words.toByteArray());
    }

    /** Fetches what a server of an origin named into a file; no key goes along. */
    public Answer fetch(URI address, Origin by, Path file, Meter meter, long most)
            throws WireException, InterruptedException {
        URI at = address;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            places.check(at, by);
            Answer answer = callInto(file, Ask.get(at, Optional.empty()), Meter.NONE, meter, most);
            Optional<URI> next = redirect(answer, at);
            if (next.isEmpty()) {
                return answer;
            }
            at = next.get();
        }
        throw new WireException(WireException.Trouble.ANSWER_LOST, "too many redirects");
    }

    /** Fails when an address is not for a server of this origin to name. */
    public void check(URI named, Origin by) throws WireException {
        places.check(named, by);
    }

    /** Where an answer sends us; fails when that is not for it to name. */
    public Optional<URI> redirect(Answer answer, URI from, Origin by) throws WireException {
        Optional<URI> to = redirect(answer, from);
        if (to.isPresent()) {
            places.check(to.get(), by);
        }
        return to;
    }

    private static Optional<URI> redirect(Answer answer, URI from) throws WireException {
        if (answer.status() / 100 != 3) {
            return Optional.empty();
        }
        try {
            return answer.headers().firstValue("Location").map(from::resolve);
        } catch (IllegalArgumentException nonsense) {
            throw new WireException(WireException.Trouble.UNSAFE_ADDRESS, "?", nonsense);
        }
    }

    private HttpResponse<Void> exchange(Ask ask, Meter sent, Meter taken, IntoOf into, long most)
            throws WireException, InterruptedException {
        AtomicLong moved = new AtomicLong(System.nanoTime());
        AtomicLong allSent = new AtomicLong();
        HttpRequest request = request(ask, (bytes, whole) -> {
            moved.set(System.nanoTime());
            allSent.compareAndSet(0, bytes >= whole ? System.nanoTime() : 0);
            sent.moved(bytes, whole);
        });
        if (ask.body() instanceof Body.None) {
            allSent.set(System.nanoTime());
        }
        Meter mark = (bytes, whole) -> {
            moved.set(System.nanoTime());
            taken.moved(bytes, whole);
        };
        CompletableFuture<HttpResponse<Void>> future = client().sendAsync(request, info -> {
            moved.set(System.nanoTime());
            long expected = info.headers().firstValueAsLong("Content-Length").orElse(-1);
            boolean file = info.statusCode() / 100 == 2;
            return new Taking(into.of(info), file ? most : Math.min(most, MOST_JSON), mark, expected);
        });
        return awaited(future, ask, moved, allSent);
    }

    /** Where the body of an answer goes. */
    private interface IntoOf {
        Taking.Into of(HttpResponse.ResponseInfo info);
    }

    private HttpResponse<Void> awaited(CompletableFuture<HttpResponse<Void>> future, Ask ask, AtomicLong moved,
            AtomicLong allSent)
            throws WireException, InterruptedException {
        long patience = Math.min(ask.patience().toNanos(), times.answer().toNanos());
        long tick = Math.max(1, Math.min(times.still().toNanos(), patience) / 4);
        try {
            while (true) {
                try {
                    return future.get(tick, TimeUnit.NANOSECONDS);
                } catch (TimeoutException notYet) {
                    long now = System.nanoTime();
                    boolean still = now - moved.get() > times.still().toNanos();
                    boolean waited = allSent.get() != 0 && now - moved.get() > patience;
                    if (allSent.get() == 0 ? still : waited) {
                        throw new WireException(torn(allSent), "no answer in time", notYet);
                    }
                }
            }
        } catch (ExecutionException e) {
            throw told(e.getCause(), torn(allSent));
        } finally {
            future.cancel(true);
        }
    }

    /** What a request is that got no answer: as long as its last byte is here nobody can have begun with it. */
    private static WireException.Trouble torn(AtomicLong allSent) {
        return allSent.get() == 0 ? WireException.Trouble.TORN_OFF : WireException.Trouble.ANSWER_LOST;
    }

    /** @param otherwise what it is when nothing else is known of it */
    private static WireException told(Throwable why, WireException.Trouble otherwise) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case HttpConnectTimeoutException e -> {
                    return new WireException(WireException.Trouble.NOT_REACHED, "no connection in time", e);
                }
                case ConnectException e -> {
                    return new WireException(WireException.Trouble.NOT_REACHED, said(e), e);
                }
                case UnknownHostException e -> {
                    return new WireException(WireException.Trouble.NOT_REACHED, said(e), e);
                }
                case UnresolvedAddressException e -> {
                    return new WireException(WireException.Trouble.NOT_REACHED, "its name is not known", e);
                }
                case NoRouteToHostException e -> {
                    return new WireException(WireException.Trouble.NOT_REACHED, said(e), e);
                }
                case SSLHandshakeException e -> {
                    return new WireException(WireException.Trouble.NOT_TRUSTED, said(e), e);
                }
                case SSLPeerUnverifiedException e -> {
                    return new WireException(WireException.Trouble.NOT_TRUSTED, said(e), e);
                }
                case SSLException e when said(e).contains("unrecognized") || said(e).contains("plaintext") -> {
                    return new WireException(WireException.Trouble.NOT_TRUSTED, said(e), e);
                }
                case Taking.TooMany e -> {
                    return new WireException(WireException.Trouble.TOO_LARGE, "the answer is too large", e);
                }
                case Taking.NotKept e -> {
                    return new WireException(WireException.Trouble.NOT_WRITTEN, said(e.why()), e.why());
                }
                default -> {
                    // its cause may say more
                }
            }
        }
        return new WireException(otherwise, said(why), why);
    }

    private static String said(Throwable why) {
        return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }

    private HttpRequest request(Ask ask, Meter meter) throws WireException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(ask.address());
        try {
            builder.method(ask.method(), new Counting(publisher(ask.body(), builder), meter));
        } catch (FileNotFoundException gone) {
            throw new WireException(WireException.Trouble.NOT_WRITTEN, said(gone), gone);
        }
        ask.headers().forEach(builder::setHeader);
        if (ask.pass().isPresent()) {
            Ask.Pass pass = ask.pass().get();
            if (!Origin.of(ask.address()).filter(pass.origin()::equals).filter(Origin::isPrivate).isPresent()) {
                throw new WireException(WireException.Trouble.UNSAFE_ADDRESS, String.valueOf(ask.address().getHost()));
            }
            builder.setHeader("Authorization", "Bearer " + pass.key().reveal());
        }
        return builder.setHeader("User-Agent", "Reelbench").build();
    }

    private static BodyPublisher publisher(Body body, HttpRequest.Builder builder) throws FileNotFoundException {
        return switch (body) {
            case Body.None _ -> BodyPublishers.noBody();
            case Body.Json(byte[] bytes) -> {
                builder.setHeader("Content-Type", "application/json");
                yield BodyPublishers.ofByteArray(bytes);
            }
            case Body.Raw(Path file, String type) -> {
                builder.setHeader("Content-Type", type);
                yield BodyPublishers.ofFile(file);
            }
            case Body.Form(var parts) -> {
                String boundary = "reelbench-" + UUID.randomUUID();
                builder.setHeader("Content-Type", "multipart/form-data; boundary=" + boundary);
                yield form(parts, boundary);
            }
        };
    }

    private static BodyPublisher form(List<Body.Part> parts, String boundary) throws FileNotFoundException {
        List<BodyPublisher> all = new ArrayList<>();
        for (Body.Part part : parts) {
            String begin = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"";
            switch (part) {
                case Body.Field(String name, String value) -> all.add(text(begin + quoted(name) + "\"\r\n\r\n" + value + "\r\n"));
                case Body.Attached(String name, Path file, String as, String type) -> {
                    all.add(text(
                            begin + quoted(name) + "\"; filename=\"" + quoted(as) + "\"\r\nContent-Type: " + type + "\r\n\r\n"));
                    all.add(BodyPublishers.ofFile(file));
                    all.add(text("\r\n"));
                }
            }
        }
        all.add(text("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    private static BodyPublisher text(String words) {
        return BodyPublishers.ofByteArray(words.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private record InMemory(ByteArrayOutputStream words) implements Taking.Into {
        @Override
        public void take(ByteBuffer piece) {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            words.writeBytes(bytes);
        }

        @Override
        public void done() {
            // it is all there
        }

        @Override
        public void abandoned() {
            // nobody reads what there is
        }
    }

    /** Opens the file with the first byte, so that an answer that never comes leaves none. */
    private static final class InFile implements Taking.Into {

        private final Path file;
        private FileChannel open;

        InFile(Path file) {
            this.file = file;
        }

        @Override
        public void take(ByteBuffer piece) throws IOException {
            if (open == null) {
                open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
            }
            while (piece.hasRemaining()) {
                open.write(piece);
            }
        }

        @Override
        public void done() throws IOException {
            if (open != null) {
                open.close();
            }
        }

        @Override
        public void abandoned() {
            try {
                done();
            } catch (IOException notWritten) {
                LOG.debug("{} is left open", file, notWritten);
            }
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
