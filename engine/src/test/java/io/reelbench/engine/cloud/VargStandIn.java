package io.reelbench.engine.cloud;

import io.reelbench.engine.cloud.WireServer.Reply;
import io.reelbench.engine.cloud.WireServer.Request;
import io.reelbench.engine.cloud.account.Service;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the pages of varg say. Commands are really run. */
public final class VargStandIn extends StandIn {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /** Whether what was done with the same bytes comes back at once. */
    volatile boolean remembers;
    /** How long clips are that are cut into a number of pieces. */
    volatile double seconds = 2;
    /** So many pieces are not told of. */
    volatile int loses;
    /** Whether the list of pieces stands beside the output instead of in it. */
    volatile boolean listsBeside;
    private final Map<String, Path> made = new ConcurrentHashMap<>();

    public VargStandIn(Path folder, Maker maker) throws Exception {
        super(folder, maker);
    }

    VargStandIn(Path folder, Maker maker, ServerSocket door) throws Exception {
        super(folder, maker, door);
    }

    @Override
    Service service() {
        return Service.VARG;
    }

    @Override
    Part part(Request request) {
        return request.path().equals("/v1/files")
                ? Part.UPLOAD
                : request.path().startsWith("/v1/jobs/")
                        ? Part.POLL
                        : request.path().startsWith("/cdn/") ? Part.RESULT : Part.SUBMIT;
    }

    @Override
    Reply handle(Request request) throws Exception {
        return switch (part(request)) {
            case UPLOAD -> {
                String hash = "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request.body()));
                require(request.header("x-content-hash").isEmpty() || request.header("x-content-hash").equals(hash),
                        "wrong hash");
                require(request.length() > 0 && request.length() <= 50_000_000, "413");
                yield Reply.json(200, "{'file_id':'file_1','url':'" + offered(keep(request.body(), ".bin")) + "','hash':'" + hash
                        + "','size':" + request.length() + ",'media_type':'video/mp4','deduplicated':false}");
            }
            case POLL -> poll(request);
            case RESULT -> result(request);
            default -> submit(request);
        };
    }

    private Reply submit(Request request) throws Exception {
        require(request.method().equals("POST"), "no such method");
        routes.add(request.path());
        return switch (request.path()) {
            case "/v1/ffmpeg" -> run(request);
            case "/v1/ffmpeg/slice" -> slice(request);
            case "/v1/ffmpeg/probe" -> probe(request);
            default -> throw new BadRequest("no such route");
        };
    }

    private Reply probe(Request request) {
        JsonNode body = JSON.readTree(request.body());
        only(body, "url");
        of(body.path("url").asString(""));
        submits.incrementAndGet();
        require(!failing.test(body), "cannot be read");
        return Reply.json(200,
                "{'duration':2.0,'width':160,'height':120,'codec':'h264','audio_codec':'aac','format':'mov,mp4,m4a,3gp,3g2,mj2','bitrate':180000,'fps':25,'size_bytes':45000}");
    }

    /** Pieces are really cut; the list stands now at the one place, now at the other. */
    private Reply slice(Request request) throws Exception {
        JsonNode body = JSON.readTree(request.body());
        only(body, "video_url", "codec", "every", "at", "count", "ranges", "thumbnails");
        Path in = of(body.path("video_url").asString(""));
        word(body, "codec", "copy", "reencode");
        require(Stream.of("every", "at", "count", "ranges").filter(body::has).count() == 1,
                "exactly one of every, at, count and ranges");
        require(!body.has("thumbnails") || body.path("thumbnails").isBoolean(), "thumbnails is no boolean");
        range(body, "every", 0.1, 3600, false);
        range(body, "count", 2, 1000, true);
        body.path("at").forEach(at -> require(at.isNumber() && at.asDouble() >= 0, "at is a time"));
        for (JsonNode each : body.path("ranges")) {
            only(each, "start", "end");
            require(each.path("start").isNumber() && each.path("end").asDouble() > each.path("start").asDouble(), "no range");
        }
        submits.incrementAndGet();
        Job job = new Job("job_" + number(), body);
        job.failure = failing.test(body) ? Optional.of("Provider returned an error") : Optional.empty();
        List<Path> pieces = cut(body, in);
        for (int i = 0; i < pieces.size(); i++) {
            job.segments.add(segment(pieces.get(i), i, body.path("thumbnails").asBoolean(true)));
        }
        java.util.Collections.shuffle(job.segments, new java.util.Random(3));
        jobs.put(job.id, job);
        return Reply.json(202,
                "{'job_id':'" + job.id
                        + "','status':'queued','cache':{'hit':false},'pricing':{'estimated':5,'billing':'metered'}}");
    }

    private Map<String, Object> segment(Path piece, int index, boolean pictures) throws Exception {
        Map<String, Object> segment = new java.util.LinkedHashMap<>(
                Map.of("url", offered(piece), "index", index, "filename", "../../segment_%03d.mp4".formatted(index)));
        if (pictures) {
            Path first = folder.resolve("p" + number() + ".jpg");
            maker.make(List.of("-i", "file:" + piece, "-frames:v", "1", "-update", "1", "-f", "image2"), first);
            Path thumb = folder.resolve("p" + number() + ".webp");
            maker.make(List.of("-i", "file:" + piece, "-frames:v", "1", "-vf", "scale=480:-2", "-f", "webp"), thumb);
            segment.put("first_frame", offered(first));
            segment.put("thumbnail", offered(thumb));
        }
        return segment;
    }

    private List<Path> cut(JsonNode body, Path in) throws Exception {
        List<String> coding = body.path("codec").asString("copy").equals("copy")
                ? List.of("-c", "copy", "-map", "0")
                : List.of("-c:v", "libx264", "-c:a", "aac", "-force_key_frames", "expr:1");
        List<Path> pieces = new ArrayList<>();
        if (body.has("ranges")) {
            for (JsonNode each : body.get("ranges")) {
                List<String> words = new ArrayList<>(List.of("-ss", each.get("start").asString(), "-i", "file:" + in, "-t",
                        Double.toString(each.get("end").asDouble() - each.get("start").asDouble())));
                words.addAll(coding);
                words.addAll(List.of("-f", "mp4"));
                pieces.add(folder.resolve("s" + number() + ".mp4"));
                maker.make(words, pieces.getLast());
            }
            return pieces;
        }
        String mark = "s" + number() + "-";
        List<String> words = new ArrayList<>(List.of("-i", "file:" + in));
        words.addAll(coding);
        words.addAll(List.of("-f", "segment", "-reset_timestamps", "1"));
        if (body.has("at")) {
            words.addAll(
                    List.of("-segment_times", String.join(",", body.get("at").valueStream().map(JsonNode::asString).toList())));
        } else {
            double length = seconds;
            words.addAll(List.of("-segment_time",
                    Double.toString(body.path("every").asDouble(length / Math.max(1, body.path("count").asDouble(1))))));
        }
        maker.make(words, folder.resolve(mark + "%04d.mp4"));
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(p -> p.getFileName().toString().startsWith(mark)).sorted().toList();
        }
    }

    private Reply run(Request request) throws Exception {
        JsonNode body = JSON.readTree(request.body());
        only(body, "command", "url", "input_files", "output_files");
        require(body.path("command").isString(), "command is required");
        String command = body.get("command").asString();
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        body.path("input_files").propertyStream().forEach(
                f -> words.replaceAll(w -> w.equals("{{" + f.getKey() + "}}") ? "file:" + of(f.getValue().asString("")) : w));
        require(words.removeLast().equals("{{out_1}}"), "no output");
        String name = body.path("output_files").path("out_1").asString("output.mp4");
        String key = command + digests(body);
        Optional<Path> before = Optional.ofNullable(made.get(key)).filter(_ -> remembers);
        submits.incrementAndGet();
        if (before.isPresent()) {
            return Reply.json(202, "{'job_id':'job_" + number()
                    + "','status':'completed','model':'local:ffmpeg','created_at':'2026-02-13T10:00:00Z','completed_at':'2026-02-13T10:00:00Z','output':{'url':'"
                    + offered(before.get()) + "','media_type':'video/mp4'},'cache':{'hit':true,'key':'sha256:abc'}}");
        }
        Path result = made(name.substring(name.lastIndexOf('.')), words.toArray(String[]::new));
        made.put(key, result);
        Job job = new Job("job_" + number(), body);
        job.result = Optional.of(result);
        job.failure = failing.test(body) ? Optional.of("Provider returned an error") : Optional.empty();
        jobs.put(job.id, job);
        return Reply.json(202, "{'job_id':'" + job.id
                + "','status':'queued','model':'local:ffmpeg','created_at':'2026-02-13T10:00:00Z','cache':{'hit':false,'key':'sha256:abc'},'pricing':{'estimated':5,'billing':'metered'}}");
    }

    private String digests(JsonNode body) throws Exception {
        StringBuilder all = new StringBuilder();
        for (var file : body.path("input_files").properties()) {
            all.append(HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(of(file.getValue().asString(""))))));
        }
        return all.toString();
    }

    private Reply poll(Request request) {
        Job job = jobs.get(request.path().substring("/v1/jobs/".length()));
        if (job == null) {
            return Reply.json(404, "{'error':{'type':'NotFoundError','message':'no such job'},'message':'no such job'}");
        }
        boolean over = job.polls.incrementAndGet() > pollsUntilDone;
        Map<String, Object> whole = new java.util.LinkedHashMap<>(Map.of("job_id", job.id, "model", "local:ffmpeg", "created_at",
                "2026-02-13T10:00:00Z", "status", over ? job.failure.isPresent() ? "failed" : "completed" : "processing"));
        if (over && job.failure.isPresent()) {
            whole.put("error", job.failure.get());
        } else if (over && !job.segments.isEmpty()) {
            Map<String, Object> list = Map.of("segments", job.segments.subList(loses, job.segments.size()), "total_segments",
                    job.segments.size());
            whole.put(listsBeside ? "metadata" : "output", listsBeside ? list : Map.of("metadata", list));
        } else if (over) {
            whole.put("output", Map.of("url", offered(job.result.orElseThrow()), "media_type", "video/mp4"));
        }
        return new Reply(200, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(whole));
    }
}
