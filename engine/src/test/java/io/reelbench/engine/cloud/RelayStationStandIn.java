package io.reelbench.engine.cloud;

import io.reelbench.engine.cloud.WireServer.Reply;
import io.reelbench.engine.cloud.WireServer.Request;
import io.reelbench.engine.cloud.account.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** What the pages of RelayStation say. A key makes one job, whatever happens to the answer. */
public final class RelayStationStandIn extends StandIn {

    private record Kept(String body, Reply reply) {
    }

    private final Map<String, Kept> byKey = new ConcurrentHashMap<>();
    private final Map<String, Path> scratch = new ConcurrentHashMap<>();
    /** Jobs that were really done and paid. */
    final AtomicInteger done = new AtomicInteger();
    volatile boolean large;

    public RelayStationStandIn(Path folder, Maker maker) throws Exception {
        super(folder, maker);
    }

    @Override
    Service service() {
        return Service.RELAYSTATION;
    }

    @Override
    Part part(Request request) {
        return request.path().startsWith("/v1/media/")
                ? Part.SUBMIT
                : request.path().startsWith("/cdn/") ? Part.RESULT : isForm(request) ? Part.OTHER : Part.UPLOAD;
    }

    @Override
    boolean isForm(Request request) {
        return request.path().startsWith("/scratch-form/");
    }

    @Override
    Reply handle(Request request) throws Exception {
        if (part(request) == Part.RESULT) {
            return result(request);
        } else if (isForm(request)) {
            Map<String, byte[]> form = form(request);
            require(form.containsKey("policy") && form.containsKey("file"), "the form is not filled in");
            scratch.put("scratch/cust/" + request.path().substring("/scratch-form/".length()), keep(form.get("file"), ".bin"));
            return new Reply(204, Map.of(), new byte[0]);
        } else if (part(request) == Part.UPLOAD) {
            require(request.path().equals("/v1/cputools/upload-url"), "no such route");
            String id = number();
            return Reply.json(200,
                    "{'url':'" + server.base() + "/scratch-form/" + id + "','fields':{'policy':'p'},'key':'scratch/cust/" + id
                            + "'}");
        }
        submits.incrementAndGet();
        String key = request.header("idempotency-key");
        require(!key.isEmpty(), "no key");
        synchronized (byKey) {
            Kept kept = byKey.get(key);
            if (kept != null && !kept.body().equals(request.text())) {
                return Reply.json(409, "{'error':{'code':'IDEMPOTENCY_CONFLICT','message':'another body'}}");
            } else if (kept != null) {
                return kept.reply();
            }
            Reply reply = job(request);
            byKey.put(key, new Kept(request.text(), reply));
            return reply;
        }
    }

    private Reply job(Request request) throws Exception {
        JsonNode body = JSON.readTree(request.body());
        routes.add(request.path().substring("/v1/media/".length()));
        Path in = input(body.path("file"));
        if (failing.test(body)) {
            return Reply.json(422, "{'error':{'code':'CONVERT_FAILED','message':'could not be converted'}}");
        }
        if (request.path().equals("/v1/media/probe")) {
            only(body, "file");
            done.incrementAndGet();
            return Reply.json(200,
                    "{'probe':{'formatName':'mov,mp4,m4a,3gp,3g2,mj2','durationSeconds':2.0,'sizeBytes':45000,'bitRate':180000,'hasVideo':true,'hasAudio':false,'width':160,'height':120,'videoCodec':'h264','audioCodec':null,'streams':[{'index':0,'type':'video','codec':'h264'}]}}");
        }
        Path out = switch (request.path()) {
            case "/v1/media/convert" -> {
                only(body, "file", "format", "width", "height", "crop", "rotate");
                word(body, "format", "mp4", "mov", "mkv", "mp3", "m4a", "aac", "wav", "ogg", "flac");
                require(body.path("format").isString(), "format is required");
                range(body, "width", 1, 7680, true);
                range(body, "height", 1, 720, true);
                word(body, "rotate", "90", "180", "270");
                JsonNode crop = body.path("crop");
                if (body.has("crop")) {
                    only(crop, "w", "h", "x", "y");
                }
                String shape = body.has("crop")
                        ? "crop=%s:%s:%s:%s".formatted(crop.get("w").asString(), crop.get("h").asString(),
                                crop.get("x").asString(), crop.get("y").asString())
                        : body.has("rotate")
                                ? body.get("rotate").asInt() == 180 ? "hflip,vflip" : "transpose=clock"
                                : "scale=" + body.path("width").asString("-2") + ":" + body.path("height").asString("-2");
                yield made(".mp4", "-i", "file:" + in, "-vf", shape, "-c:v", "libx264", "-preset", "veryfast", "-crf", "23",
                        "-c:a", "aac", "-f", "mp4");
            }
            case "/v1/media/trim" -> {
                only(body, "file", "start", "end", "duration", "format");
                require(body.path("start").isNumber(), "start is required");
                require(!(body.has("end") && body.has("duration")), "end or duration");
                word(body, "format", "mp4", "mov", "mkv", "webm", "m4a", "mp3", "wav", "ogg", "aac", "flac");
                yield made(".mp4", "-ss", body.get("start").asString(), "-i", "file:" + in, "-t",
                        Double.toString(body.get("end").asDouble() - body.get("start").asDouble()), "-c", "copy", "-f", "mp4");
            }
            case "/v1/media/thumbnail" -> {
                only(body, "file", "timestamp", "format");
                word(body, "format", "png", "jpeg", "jpg");
                yield made(".png", "-ss", body.path("timestamp").asString("0"), "-i", "file:" + in, "-frames:v", "1", "-f",
                        "image2");
            }
            default -> throw new BadRequest("no such route");
        };
        done.incrementAndGet();
        return large
                ? Reply.json(200, "{'output':{'outputKey':'k','outputUrl':'" + offered(out) + "','sizeBytes':" + Files.size(out)
                        + ",'contentType':'video/mp4'}}")
                : Reply.json(200,
                        "{'output':{'inline':'" + Base64.getEncoder().encodeToString(Files.readAllBytes(out)) + "','sizeBytes':"
                                + Files.size(out) + ",'contentType':'video/mp4','filename':'out.mp4'}}");
    }

    private Path input(JsonNode source) throws Exception {
        only(source, "inline", "inputKey");
        if (source.has("inputKey")) {
            Path file = scratch.get(source.get("inputKey").asString());
            require(file != null, "foreign key");
            return file;
        }
        require(source.path("inline").isString() && source.get("inline").asString().length() <= 4 * 1024 * 1024,
                "INPUT_TOO_LARGE");
        return keep(Base64.getDecoder().decode(source.get("inline").asString()), ".bin");
    }
}
