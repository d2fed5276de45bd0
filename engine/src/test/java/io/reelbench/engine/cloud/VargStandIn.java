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
import tools.jackson.databind.JsonNode;

/** What the pages of varg say. Commands are really run. */
public final class VargStandIn extends StandIn {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /** Whether what was done with the same bytes comes back at once. */
    volatile boolean remembers;
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
        require(request.method().equals("POST") && request.path().equals("/v1/ffmpeg"), "no such route");
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
        } else if (over) {
            whole.put("output", Map.of("url", offered(job.result.orElseThrow()), "media_type", "video/mp4"));
        }
        return new Reply(200, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(whole));
    }
}
