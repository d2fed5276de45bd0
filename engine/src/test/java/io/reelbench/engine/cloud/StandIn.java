package io.reelbench.engine.cloud;

import io.reelbench.engine.cloud.WireServer.Fault;
import io.reelbench.engine.cloud.WireServer.Reply;
import io.reelbench.engine.cloud.WireServer.Request;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Accounts;
import io.reelbench.engine.cloud.account.Service;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A strict server of one written contract: what the contract does not allow is refused and noted, and doubles are counted. */
public abstract class StandIn implements AutoCloseable {

    public static final String KEY = "rb-secret-4f1d2c77-do-not-leak";
    static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a request is for. */
    public enum Part {
        UPLOAD, SUBMIT, POLL, RESULT, OTHER
    }

    /** Makes media with ffmpeg. */
    public interface Maker {
        void make(List<String> arguments, Path to) throws Exception;
    }

    /** A job under way. */
    static final class Job {
        final String id;
        final JsonNode asked;
        final AtomicInteger polls = new AtomicInteger();
        volatile Optional<Path> result = Optional.empty();
        volatile Optional<String> failure = Optional.empty();
        /** Whether it is done however often it was asked after. */
        volatile boolean over;
        /** Whether it only tells what is in the clip. */
        volatile boolean facts;
        /** Of a clip that is cut into pieces, as they are told. */
        final List<Map<String, Object>> segments = new ArrayList<>();

        Job(String id, JsonNode asked) {
            this.id = id;
            this.asked = asked;
        }
    }

    /** An answer instead of the usual one. */
    record Instead(Part part, Reply reply) {
    }

    private static final Reply AS_USUAL = Reply.text(0, "");

    final WireServer server;
    final Path folder;
    final Maker maker;
    final Map<String, Job> jobs = new ConcurrentHashMap<>();
    final Map<String, Path> files = new ConcurrentHashMap<>();
    public final List<String> violations = new ArrayList<>();
    final Set<String> strangers = ConcurrentHashMap.newKeySet();
    public final AtomicInteger submits = new AtomicInteger();
    /** The routes that jobs were sent to, in order. */
    final List<String> routes = new CopyOnWriteArrayList<>();
    public final AtomicInteger requests = new AtomicInteger();
    final Map<Part, Queue<Reply>> instead = new ConcurrentHashMap<>();
    final Map<Part, Queue<Fault>> faults = new ConcurrentHashMap<>();
    /** When what was asked, in nanoseconds. */
    final List<Map.Entry<Part, Long>> heard = new CopyOnWriteArrayList<>();
    /** How often a job is asked after before it is done. */
    public volatile int pollsUntilDone = 2;
    /** Whether asked jobs are to fail. */
    volatile Predicate<JsonNode> failing = _ -> false;
    /** What every job gives, so that answers come at once. */
    volatile Optional<Path> always = Optional.empty();
    private final AtomicInteger numbers = new AtomicInteger();

    StandIn(Path folder, Maker maker) throws Exception {
        this(folder, maker, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
    }

    /** Behind another door. */
    StandIn(Path folder, Maker maker, ServerSocket door) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.maker = maker;
        this.server = new WireServer(door, this::answer);
        server.faults = request -> {
            Queue<Fault> waiting = faults.get(part(request));
            Fault next = waiting == null ? null : waiting.poll();
            return next == null ? Fault.NONE : next;
        };
    }

    /** Between questions of a kind. */
    List<Duration> pauses(Part part) {
        List<Long> times = heard.stream().filter(h -> h.getKey() == part).map(Map.Entry::getValue).toList();
        return IntStream.range(1, times.size()).mapToObj(i -> Duration.ofNanos(times.get(i) - times.get(i - 1))).toList();
    }

    abstract Service service();

    abstract Part part(Request request);

    abstract Reply handle(Request request) throws Exception;

    public Account account() {
        return new Account(Accounts.freshId(), service().title(), service(), URI.create(server.base()), Account.Keeping.KEYRING,
                Optional.empty(), Optional.empty());
    }

    public void fault(Part part, Fault... next) {
        faults.computeIfAbsent(part, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    /** So many requests of a kind go well before the next fault or answer of this kind comes. */
    void skip(Part part, int count) {
        for (int i = 0; i < count; i++) {
            fault(part, Fault.NONE);
            answer(part, AS_USUAL);
        }
    }

    void answer(Part part, Reply... next) {
        instead.computeIfAbsent(part, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    private Reply answer(Request request) throws Exception {
        requests.incrementAndGet();
        Part part = part(request);
        heard.add(Map.entry(part, System.nanoTime()));
        boolean open = part == Part.RESULT || isForm(request);
        if (open && !request.header("authorization").isEmpty()) {
            violation("a key came with " + request.path());
        } else if (!open && !request.header("authorization").equals("Bearer " + KEY)) {
            strangers.add(request.path());
            return unauthorized();
        }
        Queue<Reply> other = instead.get(part);
        Reply reply = other == null ? null : other.poll();
        if (reply != null && reply != AS_USUAL) {
            return reply;
        }
        try {
            return handle(request);
        } catch (BadRequest e) {
            violation(request.method() + " " + request.path() + ": " + e.getMessage());
            return refusal(e.getMessage());
        }
    }

    /** A form that was handed out: it lies with somebody else. */
    boolean isForm(Request request) {
        return false;
    }

    Reply unauthorized() {
        return Reply.json(401, "{'code':401,'error':{'code':'UNAUTHORIZED','message':'no such key'},'message':'no such key'}");
    }

    Reply refusal(String why) {
        return Reply.json(400,
                "{'code':400,'msg':'" + why + "','error':{'code':'BAD','message':'" + why + "'},'message':'" + why + "'}");
    }

    synchronized void violation(String what) {
        violations.add(what);
    }

    /** The contract does not allow it. */
    static final class BadRequest extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadRequest(String why) {
            super(why);
        }
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new BadRequest(otherwise);
        }
    }

    String number() {
        return Integer.toString(numbers.incrementAndGet());
    }

    Path keep(byte[] bytes, String ending) throws Exception {
        Path file = folder.resolve("f" + number() + ending);
        Files.write(file, bytes);
        return file;
    }

    /** Puts a file where it can be fetched, and says where. */
    String offered(Path file) {
        String path = "/cdn/" + file.getFileName();
        files.put(path, file);
        return server.base() + path;
    }

    Path of(String address) {
        Path file = address.startsWith(server.base()) ? files.get(address.substring(server.base().length())) : null;
        require(file != null, "non-allowlist url");
        return file;
    }

    Reply result(Request request) throws Exception {
        Path file = files.get(request.path());
        return file == null ? Reply.text(404, "Not Found") : Reply.bytes("application/octet-stream", Files.readAllBytes(file));
    }

    /** Makes something of files with ffmpeg. */
    Path made(String ending, String... arguments) throws Exception {
        if (always.isPresent()) {
            return always.get();
        }
        Path to = folder.resolve("r" + number() + ending);
        maker.make(List.of(arguments), to);
        return to;
    }

    static void only(JsonNode body, String... allowed) {
        body.propertyNames().forEach(name -> require(List.of(allowed).contains(name), "unknown parameter " + name));
    }

    static void range(JsonNode body, String name, double least, double most, boolean whole) {
        if (body.has(name)) {
            JsonNode value = body.get(name);
            require(value.isNumber() && value.asDouble() >= least && value.asDouble() <= most, name + " is out of range");
            require(!whole || value.isIntegralNumber() || value.decimalValue().stripTrailingZeros().scale() <= 0,
                    name + " is not whole");
        }
    }

    static void word(JsonNode body, String name, String... allowed) {
        require(!body.has(name) || List.of(allowed).contains(body.get(name).asString("")), name + " is none of its words");
    }

    /** The parts of a form by name; files keep their bytes. */
    static Map<String, byte[]> form(Request request) {
        String type = request.header("content-type");
        require(type.startsWith("multipart/form-data; boundary="), "not a form");
        byte[] mark = ("--" + type.substring(type.indexOf("boundary=") + 9)).getBytes(StandardCharsets.ISO_8859_1);
        String all = new String(request.body(), StandardCharsets.ISO_8859_1);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (String part : all.split(java.util.regex.Pattern.quote(new String(mark, StandardCharsets.ISO_8859_1)))) {
            int head = part.indexOf("\r\n\r\n");
            if (head > 0) {
                String name = part.substring(part.indexOf("name=\"") + 6);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.writeBytes(part.substring(head + 4, part.length() - 2).getBytes(StandardCharsets.ISO_8859_1));
                parts.put(name.substring(0, name.indexOf('"')), bytes.toByteArray());
            }
        }
        return parts;
    }

    @Override
    public void close() throws java.io.IOException {
        server.close();
    }
}
