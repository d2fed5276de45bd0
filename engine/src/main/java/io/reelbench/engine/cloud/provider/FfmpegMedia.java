package io.reelbench.engine.cloud.provider;

import static io.reelbench.engine.cloud.provider.Price.Basis.INPUT;
import static io.reelbench.engine.cloud.provider.Price.Basis.OUTPUT;

import io.reelbench.engine.cloud.account.Service;
import io.reelbench.engine.media.Position;
import io.reelbench.engine.media.Side;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.operation.Compress;
import io.reelbench.engine.operation.Concat;
import io.reelbench.engine.operation.ConvertAudio;
import io.reelbench.engine.operation.ExtractAudio;
import io.reelbench.engine.operation.Frames;
import io.reelbench.engine.operation.Gif;
import io.reelbench.engine.operation.Mux;
import io.reelbench.engine.operation.Normalize;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Overlay;
import io.reelbench.engine.operation.Probe;
import io.reelbench.engine.operation.Proxy;
import io.reelbench.engine.operation.Scale;
import io.reelbench.engine.operation.Thumbnail;
import io.reelbench.engine.operation.Transcode;
import io.reelbench.engine.operation.Trim;
import io.reelbench.engine.plan.Expect.TrackExpected.Kind;
import io.reelbench.engine.plan.Resize;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonPointer;

/** FFmpeg Media: upload, submit, ask after; paid in credits that are taken before and given back when it fails. Not yet launched. */
final class FfmpegMedia {

    private static final long MB = 1_000_000;
    private static final Limits LIMITS = new Limits(OptionalLong.of(200 * MB), OptionalLong.of(1000 * MB), Optional.empty(),
            Set.of(), 3);
    private static final Intake INTAKE = new Intake.AsForm("/v1/ffmpeg/upload", "file", At.of("/data", "/data/url"),
            new Cost(BigDecimal.ONE, Cost.Unit.CREDITS));
    /** “complete” is what the same vendor's older pages say. */
    private static final Life LIFE = new Life.Polled(At.of("/data/taskId", "/data"), "/v1/ffmpeg/info?id={id}",
            At.of("/data/taskId"),
            At.of("/data/status"),
            Map.of("queued", Stage.IN_LINE, "pending", Stage.IN_LINE, "processing", Stage.WORKING, "running", Stage.WORKING,
                    "succeeded",
                    Stage.DONE, "complete", Stage.DONE, "failed", Stage.FAILED),
            At.of("/data/progress"), At.of("/data/resultUrl"), At.of("/data/errorMsg", "/msg"), At.of("/data/costPoints"),
            Optional.empty(), Duration.ofSeconds(3), Duration.ofSeconds(15));
    private static final Yield.Facts FACTS = new Yield.Facts(JsonPointer.compile("/data/probe"),
            Map.of(Yield.Fact.SECONDS, JsonPointer.compile("/durationSec"), Yield.Fact.WIDTH, JsonPointer.compile("/width"),
                    Yield.Fact.HEIGHT, JsonPointer.compile("/height"), Yield.Fact.PICTURE_CODEC, JsonPointer.compile("/vcodec"),
                    Yield.Fact.SOUND_CODEC, JsonPointer.compile("/acodec"), Yield.Fact.BIT_RATE,
                    JsonPointer.compile("/bitrate")));
    private static final Price ONE = new Price.Flat(new Cost(BigDecimal.ONE, Cost.Unit.CREDITS));

    private FfmpegMedia() {}

    static Provider declared() {
        return new Provider(Service.FFMPEG_MEDIA, LIMITS, INTAKE, new Idempotency.None(),
                new Errors(At.of("/code"), At.of("/data/error"), At.of("/data/errorMsg", "/msg")),
                new Ping("GET", "/v1/ffmpeg/info?id=reelbench-test", Set.of(200, 400, 404)),
                Optional.of(new Store(INTAKE, 200 * MB)),
                List.of(offer(Transcode.class, "transcode", new Price.BySeconds("1.0", OUTPUT), FfmpegMedia::transcode),
                        offer(Compress.class, "compress", new Price.BySeconds("1.0", OUTPUT), FfmpegMedia::compress),
                        offer(Scale.class, "scale", new Price.BySeconds("1.0", OUTPUT), FfmpegMedia::scale),
                        offer(Trim.class, "trim", new Price.BySeconds("0.3", OUTPUT), FfmpegMedia::trim),
                        offer(ExtractAudio.class, "extract_audio", new Price.BySeconds(new BigDecimal("0.4"), OUTPUT, false),
                                FfmpegMedia::extractAudio),
                        offer(Gif.class, "to_gif", new Price.BySeconds("1.2", OUTPUT), FfmpegMedia::gif),
                        offer(Thumbnail.class, "thumbnail", ONE, FfmpegMedia::thumbnail),
                        offer(Overlay.class, "watermark", new Price.BySeconds("1.3", OUTPUT), FfmpegMedia::watermark),
                        offer(Concat.class, "concat", new Price.BySeconds("1.0", INPUT), FfmpegMedia::concat),
                        offer(Mux.class, "mux", new Price.BySeconds("0.4", INPUT), FfmpegMedia::mux),
                        offer(Frames.class, "frames", new Price.BySeconds("1.2", INPUT), FfmpegMedia::frames),
                        offer(Probe.class, "probe", ONE, Probes.facts("inputUrl", FACTS))),
                Map.of(Normalize.class, Scale.class, ConvertAudio.class, ExtractAudio.class, Proxy.class, Scale.class),
                List.of());
    }

    private static <O extends Operation> Offer offer(Class<O> ours, String theirs, Price price,
            BiConsumer<O, Draft> writing) {
        return Offer.one(ours, "/v1/ffmpeg/" + theirs, INTAKE, LIFE, price, LIMITS, writing);
    }

    private static void transcode(Transcode op, Draft draft) {
        draft.knows("container", "video-codec", "audio-codec");
        String format = draft.container(List.of("mp4", "webm", "mkv"), "mp4");
        String picture = Common.picture(draft, List.of("h264", "h265", "vp9"), format.equals("webm") ? "vp9" : "h264");
        boolean copied = draft.codec(Kind.AUDIO).isPresent() && draft.codec(Kind.AUDIO).equals(Common.firstSound(draft));
        String sound = copied ? "copy" : draft.codec(Kind.AUDIO).orElse("aac");
        draft.oneOf("audio-codec", sound, List.of("aac", "opus", "copy"), format.equals("webm") ? "opus" : "aac");
        draft.clip("inputUrl").text("format", format).text("vcodec", picture).text("acodec", sound);
        draft.makesFilm(format, draft.codec(Kind.VIDEO), draft.codec(Kind.AUDIO), draft.lengthUs(), true, Common.size(draft));
    }

    private static void compress(Compress op, Draft draft) {
        draft.knows("quality", "crf", "bitrate", "container");
        draft.container(List.of("mp4"), "mp4");
        draft.clip("inputUrl");
        Common.rate(op.rate(), draft, "18", "32").ifPresentOrElse(crf -> draft.whole("crf", crf),
                () -> Common.bitrate(op.rate(), draft, 100_000, 8_000_000).ifPresent(rate -> draft.text("targetBitrate", rate)));
        draft.makesFilm("mp4", Common.has(draft, Kind.VIDEO, "h264"), Common.has(draft, Kind.AUDIO, "aac"), draft.lengthUs(),
                true,
                Common.source(draft));
    }

    private static void scale(Scale op, Draft draft) {
        draft.knows("resolution", "width", "height", "container").clip("inputUrl");
        draft.container(List.of("mp4"), "mp4");
        Optional<io.reelbench.engine.media.Size> size = draft.film().flatMap(f -> f.size());
        if (op.size().box().orElse(null) instanceof Resize.Short(var resolution)) {
            String theirs = resolution.shortSide() + "P";
            draft.oneOf("resolution", theirs, List.of("480P", "720P", "1080P"), "720p");
            draft.text("resolution", theirs);
        } else {
            size.ifPresent(s -> draft.whole("width", s.width()).whole("height", s.height()));
        }
        draft.makesFilm("mp4", Common.has(draft, Kind.VIDEO, "h264"), Common.has(draft, Kind.AUDIO, "aac"), draft.lengthUs(),
                true, size);
    }

    private static void trim(Trim op, Draft draft) {
        draft.knows("start", "end", "duration", "mode").clip("inputUrl");
        Common.Part part = Common.part(op, draft);
        draft.number("start", part.from()).number("end", part.to());
        draft.makesFilm(draft.extension(), Common.firstPicture(draft), Common.firstSound(draft), part.lengthUs(), false,
                Common.source(draft));
    }

    private static void extractAudio(ExtractAudio op, Draft draft) {
        draft.knows("format").clip("inputUrl");
        draft.oneOf("format", draft.extension(), List.of("mp3", "aac", "wav"), "mp3");
        draft.text("format", draft.extension());
        draft.makesFilm(draft.extension(), Optional.empty(), Optional.of(Common.codecOf(draft.extension())), draft.lengthUs(),
                true,
                Optional.empty());
    }

    private static void gif(Gif op, Draft draft) {
        draft.knows("start", "end", "duration", "width", "fps").clip("inputUrl");
        Common.Part part = Common.part(op.excerpt(), draft);
        BigDecimal fps = draft.within("fps", Common.rounded(op.form().fps()), "5", "25");
        BigDecimal width = draft.within("width", Common.width(op.width(), draft), "160", "720");
        draft.whole("fps", fps.longValue()).whole("width", width.longValue()).number("start", part.from()).number("duration",
                part.to().subtract(part.from()));
        draft.makesFilm("gif", Optional.of("gif"), Optional.empty(), part.lengthUs(), true, Optional.empty());
    }

    private static void thumbnail(Thumbnail op, Draft draft) {
        draft.knows("time", "format").clip("inputUrl");
        String format = Common.still(op.still(), draft, List.of("jpg", "png"));
        draft.number("time", draft.seconds("time", op.time())).text("format", format);
        draft.makesStill(format, format.equals("jpg") ? "mjpeg" : "png", Common.source(draft));
    }

    private static void watermark(Overlay op, Draft draft) {
        draft.knows("image", "position", "margin", "opacity").clip("inputUrl");
        draft.beside().stream().findFirst().ifPresent(image -> draft.file("imageUrl", image, Slot.Kind.PICTURE));
        switch (op.place()) {
            case Overlay.Edged(Position position, Side margin) -> {
                String theirs = position == Position.CENTER ? "center" : position.toString();
                draft.oneOf("position", theirs, List.of("tl", "tr", "bl", "br", "center"), "br");
                BigDecimal pixels = draft.within("margin", Common.pixels(margin, Common.shortSide(draft)), "0", "200");
                draft.text("position", theirs).number("opacity", op.opacity()).whole("margin", pixels.longValue());
            }
            case Overlay.Free _ -> Common.notTold(draft, "at");
        }
        draft.makesFilm(draft.extension(), Common.has(draft, Kind.VIDEO, "h264"), Common.firstSound(draft), draft.lengthUs(),
                true,
                Common.source(draft));
    }

    private static void concat(Concat op, Draft draft) {
        draft.knows("mode");
        Common.alike(draft, 2, 10);
        draft.clips("inputUrls");
        draft.makesFilm(draft.extension(), Common.firstPicture(draft), Common.firstSound(draft), Common.sum(draft), false,
                Common.source(draft));
    }

    private static void mux(Mux op, Draft draft) {
        draft.knows("audio", "mode").clip("inputUrl");
        draft.beside().stream().findFirst().ifPresent(sound -> draft.file("audioUrl", sound, Slot.Kind.SOUND));
        String mode = op.mode() == Mux.Mode.ADD ? "add" : "replace";
        draft.oneOf("mode", op.mode().name().toLowerCase(java.util.Locale.ROOT), List.of("replace", "add"), "replace");
        draft.text("mode", mode);
        draft.makes(draft.extension()).lasts(draft.lengthUs());
    }

    private static void frames(Frames op, Draft draft) {
        draft.knows("interval", "fps", "format", "archive").clip("inputUrl");
        draft.oneOf("archive", op.archive().name().toLowerCase(java.util.Locale.ROOT), List.of("zip"), "zip");
        switch (op.which().orElse(null)) {
            case Frames.PerSecond(var rate) ->
                draft.number("fps", draft.within("fps", new BigDecimal(rate.perSecond().decimal(3)), "0.1", "5"));
            case Frames.Each(var interval) ->
                draft.number("interval", draft.within("interval", draft.seconds("interval", interval), "0.5", "60"));
            case null -> draft.number("interval", BigDecimal.ONE);
            default -> draft.oneOf("which", "other", List.of("interval", "fps"), "interval");
        }
        draft.text("format", Common.still(op.still(), draft, List.of("jpg", "png")));
        draft.makesAsPlanned("zip");
    }
}
