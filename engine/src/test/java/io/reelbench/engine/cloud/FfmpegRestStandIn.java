package io.reelbench.engine.cloud;

import io.reelbench.engine.cloud.WireServer.Reply;
import io.reelbench.engine.cloud.WireServer.Request;
import io.reelbench.engine.cloud.account.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** What the pages of FFmpeg REST say, with the failures that its program really gives. */
public final class FfmpegRestStandIn extends StandIn {

    final AtomicInteger bulks = new AtomicInteger();
    private volatile String last = "";

    public FfmpegRestStandIn(Path folder, Maker maker) throws Exception {
        super(folder, maker);
    }

    @Override
    Service service() {
        return Service.FFMPEG_REST;
    }

    @Override
    Part part(Request request) {
        String path = request.path();
        return path.endsWith("/url")
                ? Part.UPLOAD
                : path.startsWith("/jobs/") || path.startsWith("/api/v1/generate/") && !path.contains("/bulk/")
                        ? Part.POLL
                        : path.startsWith("/cdn/") ? Part.RESULT : Part.SUBMIT;
    }

    @Override
    Reply unauthorized() {
        return Reply.text(401, "Unauthorized");
    }

    @Override
    Reply refusal(String why) {
        return Reply.json(400, "{'success':false,'error':{'name':'ZodError','message':'" + why + "'}}");
    }

    @Override
    Reply handle(Request request) throws Exception {
        return switch (part(request)) {
            case UPLOAD -> {
                Path in = keep(form(request).get("file"), ".bin");
                Path out = switch (request.path()) {
                    case "/video/mp4/url" -> made(".mp4", "-i", "file:" + in, "-c", "copy", "-f", "mp4");
                    case "/audio/wav/url" -> made(".wav", "-i", "file:" + in, "-c:a", "pcm_s16le", "-f", "wav");
                    case "/image/jpg/url" -> made(".jpg", "-i", "file:" + in, "-q:v", "2", "-f", "mjpeg");
                    default -> throw new BadRequest("no such route");
                };
                yield Reply.json(200, "{'url':'" + offered(out) + "'}");
            }
            case POLL -> poll(request);
            case RESULT -> result(request);
            default -> submit(request);
        };
    }

    private Reply submit(Request request) throws Exception {
        routes.add(request.path());
        switch (request.path()) {
            case "/media/info" -> {
                Path in = keep(form(request).get("file"), ".bin");
                submits.incrementAndGet();
                return Reply.json(200, "{'streams':[{'index':0,'codec_name':'h264','codec_type':'video'}],'format':{'filename':'"
                        + in.getFileName() + "','duration':'2.000000'}}");
            }
            case "/video/audio" -> {
                require(Set.of("yes", "no").contains(request.query().getOrDefault("mono", "yes")), "mono");
                Path in = keep(form(request).get("file"), ".bin");
                submits.incrementAndGet();
                Path out = made(".wav", "-i", "file:" + in, "-vn", "-c:a", "pcm_s16le", "-ar", "44100", "-f", "wav");
                return Reply.bytes("audio/wav", Files.readAllBytes(out));
            }
            case "/video/mp4" -> {
                Path in = keep(form(request).get("file"), ".bin");
                submits.incrementAndGet();
                Path out = made(".mp4", "-i", "file:" + in, "-map", "0:v:0", "-map", "0:a:0?", "-c:v", "libx264", "-c:a", "aac",
                        "-f", "mp4");
                return Reply.bytes("video/mp4", Files.readAllBytes(out));
            }
            case "/mux" -> {
                JsonNode body = JSON.readTree(request.body());
                only(body, "videoUrl", "audioUrl", "duration", "webhookUrl");
                return job(body, made(".mp4", "-i", "file:" + of(body.path("videoUrl").asString("")), "-i",
                        "file:" + of(body.path("audioUrl").asString("")), "-map", "0:v:0", "-map", "1:a:0", "-c:v", "libx264",
                        "-c:a", "aac", "-shortest", "-f", "mp4"));
            }
            case "/normalize" -> {
                JsonNode body = JSON.readTree(request.body());
                only(body, "videoUrl", "width", "height", "fps", "videoBitrate", "crf", "preset", "audioBitrate",
                        "audioSampleRate",
                        "audioChannels", "duration");
                range(body, "crf", 0, 51, true);
                range(body, "audioChannels", 1, 2, true);
                String size = body.path("width").asString("1080") + ":" + body.path("height").asString("1920");
                return job(body, made(".mp4", "-i", "file:" + of(body.path("videoUrl").asString("")), "-vf",
                        "scale=" + size + ":force_original_aspect_ratio=decrease,pad=" + size + ":(ow-iw)/2:(oh-ih)/2,fps="
                                + body.path("fps").asString("30"),
                        "-c:v", "libx264", "-crf", body.path("crf").asString("23"), "-c:a", "aac", "-ar", "48000", "-ac", "2",
                        "-f", "mp4"));
            }
            case "/api/v1/generate" -> {
                JsonNode body = JSON.readTree(request.body());
                only(body, "model", "audioUrl", "imageUrl", "videoUrl", "resolution", "prompt", "duration", "width", "height",
                        "numInferenceSteps", "guidanceScale", "fps", "steps", "negativePrompt", "seed");
                require(body.path("model").isString(), "model");
                word(body, "resolution", "480", "720");
                boolean still = body.path("model").asString().equals("zimage");
                return job(body,
                        made(still ? ".png" : ".mp4", "-f", "lavfi", "-i", "testsrc2=s=64x64:d=1", "-frames:v",
                                still ? "1" : "25",
                                "-f", still ? "image2" : "mp4"));
            }
            case "/api/v1/generate/bulk/infinitetalk" -> {
                JsonNode body = JSON.readTree(request.body());
                only(body, "jobs", "webhookUrl");
                require(body.path("jobs").isArray() && body.path("jobs").size() >= 1 && body.path("jobs").size() <= 50,
                        "1 to 50 jobs");
                bulks.incrementAndGet();
                List<String> ids = new ArrayList<>();
                for (JsonNode each : body.path("jobs")) {
                    only(each, "audioUrl", "imageUrl", "videoUrl", "resolution");
                    of(each.path("audioUrl").asString(""));
                    job(each, made(".mp4", "-f", "lavfi", "-i", "testsrc2=s=64x64:d=1", "-frames:v", "25", "-f", "mp4"));
                    ids.add("{'jobId':'" + last + "','status':'queued'}");
                }
                return Reply.json(202,
                        "{'success':true,'batchId':'b" + number() + "','model':'infinitetalk','totalJobs':" + ids.size()
                                + ",'jobs':[" + String.join(",", ids) + "],'message':'Batch queued.'}");
            }
            default -> throw new BadRequest("no such route " + request.path());
        }
    }

    private Reply job(JsonNode body, Path result) {
        submits.incrementAndGet();
        Job job = new Job(number(), body);
        last = job.id;
        job.result = Optional.of(result);
        job.failure = failing.test(body) ? Optional.of("FFmpeg process failed with exit code 1") : Optional.empty();
        jobs.put(job.id, job);
        return Reply.json(202,
                "{'success':true,'jobId':'" + job.id + "','status':'queued','message':'Job queued successfully.'}");
    }

    private Reply poll(Request request) {
        Job job = jobs.get(request.path().substring(request.path().lastIndexOf('/') + 1));
        if (job == null) {
            return Reply.json(404, "{'error':'Job not found','message':'no such job'}");
        }
        int polls = job.polls.incrementAndGet();
        Map<String, Object> whole = new java.util.LinkedHashMap<>(Map.of("jobId", job.id));
        if (polls <= pollsUntilDone) {
            whole.put("status", polls == 1 ? "queued" : "active");
            whole.put("progress", polls == 1 ? 0 : 30);
        } else {
            // a job that fails is told as done, with no address
            whole.put("status", "completed");
            whole.put("result",
                    Map.of("url", job.failure.isPresent() ? "" : offered(job.result.orElseThrow()), "fileSizeBytes", 0,
                            "processingTimeMs", 0));
        }
        return new Reply(200, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(whole));
    }
}
