package io.reelbench.engine.cloud;

import io.reelbench.engine.cloud.WireServer.Reply;
import io.reelbench.engine.cloud.WireServer.Request;
import io.reelbench.engine.cloud.account.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the pages of FFmpeg Media say. */
public final class FfmpegMediaStandIn extends StandIn {

    /** What a task cost in the end. */
    volatile int points = 3;

    public FfmpegMediaStandIn(Path folder, Maker maker) throws Exception {
        super(folder, maker);
    }

    @Override
    Service service() {
        return Service.FFMPEG_MEDIA;
    }

    @Override
    Part part(Request request) {
        return switch (request.path()) {
            case "/v1/ffmpeg/upload" -> Part.UPLOAD;
            case "/v1/ffmpeg/info" -> Part.POLL;
            default -> request.path().startsWith("/cdn/") ? Part.RESULT : Part.SUBMIT;
        };
    }

    @Override
    Reply handle(Request request) throws Exception {
        return switch (part(request)) {
            case UPLOAD -> {
                byte[] file = form(request).get("file");
                require(file != null && file.length > 0 && file.length <= 200_000_000, "no file");
                yield Reply.json(200, "{'code':200,'msg':'success','data':'" + offered(keep(file, ".bin")) + "'}");
            }
            case POLL -> info(request);
            case RESULT -> result(request);
            default -> submit(request);
        };
    }

    private Reply submit(Request request) throws Exception {
        require(request.method().equals("POST") && request.path().startsWith("/v1/ffmpeg/"), "no such route");
        JsonNode body = JSON.readTree(request.body());
        String op = request.path().substring("/v1/ffmpeg/".length());
        Path result = switch (op) {
            case "compress" -> {
                only(body, "inputUrl", "crf", "targetBitrate");
                range(body, "crf", 18, 32, true);
                yield made(".mp4", "-i", "file:" + of(body.path("inputUrl").asString("")), "-map", "0:v:0", "-map", "0:a:0?",
                        "-c:v",
                        "libx264", "-crf", body.path("crf").asString("26"), "-c:a", "aac", "-f", "mp4");
            }
            case "trim" -> {
                only(body, "inputUrl", "start", "end");
                require(body.path("start").isNumber() && body.path("end").asDouble() > body.path("start").asDouble(),
                        "start and end");
                yield made(".mp4", "-ss", body.get("start").asString(), "-i", "file:" + of(body.path("inputUrl").asString("")),
                        "-t",
                        Double.toString(body.get("end").asDouble() - body.get("start").asDouble()), "-c", "copy", "-f", "mp4");
            }
            case "scale" -> {
                only(body, "inputUrl", "resolution", "width", "height");
                word(body, "resolution", "480P", "720P", "1080P");
                range(body, "width", 16, 7680, true);
                range(body, "height", 16, 7680, true);
                yield made(".mp4", "-i", "file:" + of(body.path("inputUrl").asString("")), "-vf",
                        "scale=" + body.path("width").asString("-2") + ":" + body.path("height").asString("-2"), "-c:v",
                        "libx264", "-c:a", "aac", "-f", "mp4");
            }
            case "probe" -> {
                only(body, "inputUrl");
                yield of(body.path("inputUrl").asString(""));
            }
            case "to_gif" -> {
                only(body, "inputUrl", "fps", "width", "start", "duration");
                range(body, "fps", 5, 25, true);
                range(body, "width", 160, 720, true);
                yield made(".gif", "-ss", body.path("start").asString("0"), "-i",
                        "file:" + of(body.path("inputUrl").asString("")), "-t",
                        body.path("duration").asString("5"), "-vf", "fps=" + body.path("fps").asString("12") + ",scale="
                                + body.path("width").asString("480") + ":-1",
                        "-f", "gif");
            }
            case "watermark" -> {
                only(body, "inputUrl", "imageUrl", "position", "opacity", "margin");
                word(body, "position", "tl", "tr", "bl", "br", "center");
                range(body, "margin", 0, 200, true);
                of(body.path("imageUrl").asString(""));
                yield made(".mp4", "-i", "file:" + of(body.path("inputUrl").asString("")), "-c:v", "libx264", "-c:a", "copy",
                        "-f", "mp4");
            }
            default -> throw new BadRequest("no operation " + op);
        };
        submits.incrementAndGet();
        routes.add(op);
        String id = "task_" + number();
        Job job = new Job(id, body);
        job.facts = op.equals("probe");
        job.result = Optional.of(result);
        job.failure = failing.test(body) ? Optional.of("Invalid data found when processing input") : Optional.empty();
        jobs.put(id, job);
        return Reply.json(200, "{'code':200,'msg':'success','data':'" + id + "'}");
    }

    private Reply info(Request request) {
        require(request.method().equals("GET"), "GET");
        Job job = jobs.get(request.query().getOrDefault("id", ""));
        if (job == null) {
            return Reply.json(404, "{'code':404,'msg':'task not found','data':null}");
        }
        int polls = job.polls.incrementAndGet();
        boolean over = job.over || polls > pollsUntilDone;
        String status = over ? job.failure.isPresent() ? "failed" : "succeeded" : polls == 1 ? "queued" : "processing";
        Map<String, Object> data = new java.util.LinkedHashMap<>();
        data.put("taskId", job.id);
        data.put("operation", "transcode");
        data.put("status", status);
        data.put("progress", over ? 100 : polls * 10);
        data.put("resultUrl", status.equals("succeeded") && !job.facts ? offered(job.result.orElseThrow()) : null);
        if (job.facts && status.equals("succeeded")) {
            data.put("probe",
                    Map.of("durationSec", 2.0, "width", 160, "height", 120, "vcodec", "h264", "acodec", "aac", "bitrate",
                            180_000));
        }
        data.put("costPoints", points);
        data.put("errorMsg", job.failure.filter(_ -> over).orElse(null));
        int code = status.equals("failed") ? 500 : 200;
        Map<String, Object> whole = new java.util.LinkedHashMap<>();
        whole.put("code", code);
        whole.put("msg", code == 200 ? "success" : "failed");
        whole.put("data", data);
        return new Reply(code, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(whole));
    }
}
