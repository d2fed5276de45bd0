package io.reelbench.engine.cloud;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** A small HTTP server on a free port that can misbehave in every way that matters. */
public final class WireServer implements AutoCloseable {

    /** What goes wrong with one exchange. */
    public enum Fault {
        NONE,
        /** The request is dropped as soon as it is read, before anything is done. */
        RESET_BEFORE,
        /** It is done, and the connection is reset instead of an answer. */
        RESET_AFTER,
        /** It is done, and the connection is closed without a byte. */
        CLOSE_AFTER,
        /** It is done, and the answer stops in the middle. */
        SHORT_BODY,
        /** It is done, and no answer comes. */
        SILENCE,
        /** The answer dribbles. */
        SLOW,
        /** The answer is no JSON. */
        GARBAGE,
        /** The answer is a web page. */
        PAGE
    }

    /** @param body null when it was thrown away */
    public record Request(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body,
            long length) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public record Reply(int status, Map<String, String> headers, byte[] body) {
        static Reply json(int status, String json) {
            return new Reply(status, Map.of("Content-Type", "application/json"),
                    json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }

        static Reply bytes(String type, byte[] body) {
            return new Reply(200, Map.of("Content-Type", type), body);
        }

        static Reply text(int status, String words) {
            return new Reply(status, Map.of("Content-Type", "text/plain"), words.getBytes(StandardCharsets.UTF_8));
        }
    }

    public interface Handler {
        Reply handle(Request request) throws Exception;
    }

    private final ServerSocket socket;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    volatile Function<Request, Fault> faults = _ -> Fault.NONE;
    volatile boolean throwBodiesAway;
    volatile String scheme = "http://127.0.0.1:";

    WireServer(Handler handler) throws IOException {
        this(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), handler);
    }

    WireServer(ServerSocket socket, Handler handler) {
        this.socket = socket;
        this.handler = handler;
        Thread.ofVirtual().name("wire-server").start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    String base() {
        return scheme + port();
    }

    private void accept() {
        try {
            while (true) {
                Socket one = socket.accept();
                open.add(one);
                Thread.ofVirtual().start(() -> serve(one));
            }
        } catch (IOException closing) {
            closed.countDown();
        }
    }

    private void serve(Socket one) {
        try (one) {
            one.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(one.getInputStream());
            OutputStream out = one.getOutputStream();
            while (answer(one, in, out)) {
                // the next request on the same connection
            }
        } catch (Exception gone) {
            // the other side left, which is its right
        } finally {
            open.remove(one);
        }
    }

    private boolean answer(Socket one, InputStream in, OutputStream out) throws Exception {
        String first = line(in);
        if (first == null || first.isEmpty()) {
            return false;
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        long length = Long.parseLong(headers.getOrDefault("content-length", "0"));
        byte[] body = null;
        if (throwBodiesAway && length > 1_000_000) {
            in.skipNBytes(length);
        } else {
            body = in.readNBytes((int) length);
            if (body.length < length) {
                return false;
            }
        }
        String[] words = first.split(" ");
        String[] target = words[1].split("\\?", 2);
        Request request = new Request(words[0], target[0], query(target.length > 1 ? target[1] : ""), headers, body, length);
        Fault fault = faults.apply(request);
        if (fault == Fault.RESET_BEFORE) {
            one.setSoLinger(true, 0);
            return false;
        }
        Reply reply = handler.handle(request);
        switch (fault) {
            case RESET_AFTER -> {
                one.setSoLinger(true, 0);
                return false;
            }
            case CLOSE_AFTER -> {
                return false;
            }
            case SILENCE -> {
                closed.await();
                return false;
            }
            case SHORT_BODY -> {
                write(out, reply, Math.max(0, reply.body().length / 2));
                one.shutdownOutput();
                in.read();
                return false;
            }
            case SLOW -> {
                head(out, reply, reply.body().length);
                for (byte b : reply.body()) {
                    out.write(b);
                    out.flush();
                    if (closed.await(1, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                        return false;
                    }
                }
                return true;
            }
            case GARBAGE -> write(out,
                    new Reply(reply.status(), reply.headers(), "{\"data\": nonsense".getBytes(StandardCharsets.UTF_8)), -1);
            case PAGE ->
                write(out, new Reply(200, Map.of("Content-Type", "text/html"), "<html>Sign in to the network</html>".getBytes(
                        StandardCharsets.UTF_8)), -1);
            default -> write(out, reply, -1);
        }
        return true;
    }

    private static void write(OutputStream out, Reply reply, int only) throws IOException {
        head(out, reply, reply.body().length);
        out.write(reply.body(), 0, only < 0 ? reply.body().length : only);
        out.flush();
    }

    private static void head(OutputStream out, Reply reply, int length) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " -\r\nContent-Length: " + length + "\r\n");
        reply.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            } else if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static Map<String, String> query(String text) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                String[] sides = pair.split("=", 2);
                all.put(sides[0], URLDecoder.decode(sides.length > 1 ? sides[1] : "", StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        closed.countDown();
        for (Socket one : open) {
            one.close();
        }
    }
}
