package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.cloud.account.Service;
import io.reelbench.engine.media.Position;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.operation.Compress;
import io.reelbench.engine.operation.Concat;
import io.reelbench.engine.operation.ConvertAudio;
import io.reelbench.engine.operation.Crop;
import io.reelbench.engine.operation.ExtractAudio;
import io.reelbench.engine.operation.Frames;
import io.reelbench.engine.operation.Gif;
import io.reelbench.engine.operation.Loudness;
import io.reelbench.engine.operation.Normalize;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Overlay;
import io.reelbench.engine.operation.Probe;
import io.reelbench.engine.operation.Proxy;
import io.reelbench.engine.operation.Rotate;
import io.reelbench.engine.operation.Scale;
import io.reelbench.engine.operation.Slice;
import io.reelbench.engine.operation.Speed;
import io.reelbench.engine.operation.SubtitleBurn;
import io.reelbench.engine.operation.SubtitleExtract;
import io.reelbench.engine.operation.Thumbnail;
import io.reelbench.engine.operation.Transcode;
import io.reelbench.engine.operation.Trim;
import io.reelbench.engine.plan.Expect.TrackExpected.Kind;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.plan.SoundCoding;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonPointer;

/** RelayStation Media: one request, one answer within 29 seconds, each with a key that makes it one job; paid in dollars by size. */
final class RelayStation {

    private static final long MB = 1_000_000;
    private static final Limits LIMITS = new Limits(OptionalLong.of(50 * MB), OptionalLong.of(50 * MB), Optional.empty(),
            Set.of("mp4", "mov", "m4a", "m4v", "3gp", "3g2", "mj2", "matroska", "webm", "avi", "flv", "mpegts", "mpeg",
                    "mpegvideo",
                    "asf", "wmv", "ogg", "mp3", "wav", "flac", "aac", "gif"),
            4);
    private static final Limits FIVE_MINUTES = LIMITS.lasting(Duration.ofSeconds(300));
    private static final Limits ONE_MINUTE = LIMITS.lasting(Duration.ofSeconds(60));
    private static final Intake INTAKE = new Intake.InText(4 * MB, "/v1/cputools/upload-url", At.of("/url", "/upload/url"),
            At.of("/key", "/inputKey"));
    private static final Life LIFE = new Life.Waited(At.of("/output/inline"), At.of("/output/outputUrl"), Duration.ofSeconds(45));
    static final List<String> SOUNDS = List.of("mp3", "m4a", "aac", "wav", "ogg", "flac");
    private static final Price BY_FIRST = new Price.ByMegabyte(new BigDecimal("0.0005"), false);
    private static final Price BY_ALL = new Price.ByMegabyte(new BigDecimal("0.0005"), true);
    private static final Price PROBE = new Price.Flat(new Cost(new BigDecimal("0.0002"), Cost.Unit.DOLLARS));
    private static final Yield.Facts FACTS = new Yield.Facts(JsonPointer.compile("/probe"),
            Map.of(Yield.Fact.FORMAT, JsonPointer.compile("/formatName"), Yield.Fact.SECONDS,
                    JsonPointer.compile("/durationSeconds"), Yield.Fact.BYTES, JsonPointer.compile("/sizeBytes"),
                    Yield.Fact.BIT_RATE, JsonPointer.compile("/bitRate"), Yield.Fact.WIDTH, JsonPointer.compile("/width"),
                    Yield.Fact.HEIGHT, JsonPointer.compile("/height"), Yield.Fact.PICTURE_CODEC,
                    JsonPointer.compile("/videoCodec"), Yield.Fact.SOUND_CODEC, JsonPointer.compile("/audioCodec"),
                    Yield.Fact.STREAMS, JsonPointer.compile("/streams")));
    private static final Price FLAT = new Price.Flat(new Cost(new BigDecimal("0.0003"), Cost.Unit.DOLLARS));

    private RelayStation() {}

    static Provider declared() {
        return new Provider(Service.RELAYSTATION, LIMITS, INTAKE, new Idempotency.Key("Idempotency-Key", Duration.ofHours(24)),
                new Errors(At.of(), At.of("/error/code", "/code"), At.of("/error/message", "/message")),
                new Ping("POST", "/v1/cputools/upload-url", Set.of(200, 201, 400, 422)), Optional.empty(),
                List.of(offer(SubtitleExtract.class, "subtitle-extract", FLAT, LIMITS, RelayStation::subtitleExtract),
                        offer(Thumbnail.class, "thumbnail", FLAT, LIMITS, RelayStation::thumbnail),
                        offer(Trim.class, "trim", BY_FIRST, FIVE_MINUTES, RelayStation::trim),
                        offer(ExtractAudio.class, "audio-extract", BY_FIRST, FIVE_MINUTES, RelayStation::extractAudio),
                        offer(ConvertAudio.class, "audio-convert", BY_FIRST, FIVE_MINUTES, RelayStation::convertAudio),
                        new Offer(List.of(Loudness.class), RelayStation::loudnessSpan, "/v1/media/loudnorm", INTAKE, LIFE,
                                BY_FIRST,
                                FIVE_MINUTES, RelayStation::loudness),
                        offer(Speed.class, "speed", BY_FIRST, FIVE_MINUTES, RelayStation::speed),
                        new Offer(List.of(Transcode.class, Scale.class, Crop.class, Rotate.class), RelayConvert::span,
                                "/v1/media/convert", INTAKE, LIFE, BY_FIRST, ONE_MINUTE, RelayConvert::write),
                        offer(Concat.class, "concat", BY_ALL, LIMITS, RelayStation::concat),
                        offer(Overlay.class, "overlay", BY_FIRST, FIVE_MINUTES, RelayStation::overlay),
                        offer(SubtitleBurn.class, "subtitle-burn", BY_FIRST, FIVE_MINUTES, RelayStation::subtitleBurn),
                        offer(Gif.class, "gif", BY_FIRST, LIMITS, RelayStation::gif),
                        offer(Probe.class, "probe", PROBE, LIMITS, Probes.facts("file", FACTS))),
                Map.of(Compress.class, Transcode.class, Normalize.class, Transcode.class, Proxy.class, Transcode.class,
                        Frames.class, Thumbnail.class, Slice.class, Trim.class),
                List.of());
    }

    private static <O extends Operation> Offer offer(Class<O> ours, String theirs, Price price, Limits limits,
            BiConsumer<O, Draft> writing) {
        return Offer.one(ours, "/v1/media/" + theirs, INTAKE, LIFE, price, limits, writing);
    }

    private static void subtitleExtract(SubtitleExtract op, Draft draft) {
        draft.knows("format", "tracks").clip("file");
        draft.oneOf("format", draft.extension(), List.of("srt", "vtt"), "srt");
        List<Track.Subtitle> all = draft.clip().all(Track.Subtitle.class);
        int index = op.tracks().from(all).stream().findFirst().map(all::indexOf).orElse(0);
        draft.text("format", draft.extension()).whole("index",
                draft.within("tracks", BigDecimal.valueOf(index), "0", "63").longValue());
        draft.makes(draft.extension(), new Expect.Cues(true));
    }

    private static void thumbnail(Thumbnail op, Draft draft) {
        draft.knows("time", "format").clip("file");
        String format = Common.still(op.still(), draft, List.of("jpg", "png"));
        draft.number("timestamp", draft.seconds("time", op.time())).text("format", format.equals("jpg") ? "jpeg" : format);
        draft.makesStill(format, format.equals("jpg") ? "mjpeg" : "png", Common.source(draft));
    }

    private static void trim(Trim op, Draft draft) {
        draft.knows("start", "end", "duration", "mode").clip("file");
        Common.Part part = Common.part(op, draft);
        String format = draft.container(List.of("mp4", "mov", "mkv", "webm", "m4a", "mp3", "wav", "ogg", "aac", "flac"),
                "mp4");
        draft.number("start", part.from()).number("end", part.to()).text("format", format);
        draft.makesFilm(format, Common.firstPicture(draft), Common.firstSound(draft), part.lengthUs(), false,
                Common.source(draft));
    }

    private static void sound(Draft draft, String option, String key) {
        draft.oneOf(option, draft.extension(), SOUNDS, "mp3");
        draft.text(key, draft.extension());
        draft.makesFilm(draft.extension(), Optional.empty(), Optional.of(Common.codecOf(draft.extension())), draft.lengthUs(),
                true,
                Optional.empty());
    }

    private static void bitrate(SoundCoding sound, Draft draft) {
        draft.knows("audio-bitrate");
        boolean lossless = draft.extension().equals("wav") || draft.extension().equals("flac");
        String rate = sound.strength().orElse(null) instanceof SoundCoding.AtBitrate(var given)
                ? given.bitsPerSecond() / 1000 + "k"
                : "192k";
        if (!lossless) {
            draft.text("bitrate", rate);
        }
    }

    private static void extractAudio(ExtractAudio op, Draft draft) {
        draft.knows("format").clip("file");
        sound(draft, "format", "format");
        bitrate(op.sound(), draft);
    }

    private static void convertAudio(ConvertAudio op, Draft draft) {
        draft.knows("format", "sample-rate").clip("file");
        sound(draft, "format", "format");
        bitrate(op.sound(), draft);
        if (op.sound().sampleRate().hertz() > 0) {
            draft.whole("sampleRate",
                    draft.within("sample-rate", BigDecimal.valueOf(op.sound().sampleRate().hertz()), "8000", "192000")
                            .longValue());
        }
    }

    /** It gives sound only, so the step that drops the picture is done with it. */
    private static int loudnessSpan(List<Operation> steps) {
        if (!(steps.getFirst() instanceof Loudness)) {
            return 0;
        }
        return steps.size() > 1 && (steps.get(1) instanceof ExtractAudio || steps.get(1) instanceof ConvertAudio) ? 2 : 1;
    }

    private static void loudness(List<Operation> steps, Draft draft) {
        Loudness op = (Loudness) steps.getFirst();
        draft.knows("standard", "integrated", "true-peak", "loudness-range", "mode", "format").clip("file");
        if (steps.size() == 1 && draft.clip().video().isPresent()) {
            draft.cannot("", Code.NOT_AVAILABLE, ProviderWords.SOUND_ONLY.with(draft.service()), new Fix.Add(
                    ProviderWords.SOUND_AFTER.with(new ExtractAudio().about().title()), OptionalInt.empty(), "extract-audio",
                    Map.of("format", List.of("mp3"))));
        } else {
            draft.oneOf("format", draft.extension(), SOUNDS, "mp3");
        }
        String ext = draft.extension();
        draft.text("ext", ext);
        switch (op.aim()) {
            case Loudness.By(var standard) ->
                draft.number("i", standard.integrated()).number("tp", standard.truePeak()).number("lra", 11);
            case Loudness.Own(double integrated, double peak, var range) ->
                draft.number("i", integrated).number("tp", peak).number("lra", range.orElse(11.0));
        }
        draft.makesFilm(ext, Optional.empty(), Optional.of(Common.codecOf(ext)), draft.lengthUs(), true, Optional.empty());
    }

    private static void speed(Speed op, Draft draft) {
        draft.knows("factor", "fit-duration", "preserve-pitch").clip("file");
        BigDecimal factor = switch (op.goal().orElse(null)) {
            case Speed.Factor(double times) -> BigDecimal.valueOf(times);
            case Speed.Fit(var length) when draft.lengthUs().isPresent() ->
                Draft.seconds(draft.lengthUs().getAsLong()).divide(
                        draft.seconds("fit-duration", length).max(new BigDecimal("0.01")), 6,
                        java.math.RoundingMode.HALF_UP);
            case null, default -> BigDecimal.ONE;
        };
        draft.number("factor", draft.within("factor", factor, "0.25", "4")).text("ext", draft.extension()).flag("pitchCorrect",
                op.preservePitch());
        draft.makes(draft.extension());
    }

    private static void concat(Concat op, Draft draft) {
        draft.knows("mode");
        Common.alike(draft, 2, 10);
        String format = draft.container(List.of("mp4", "mov", "mkv", "mp3", "m4a", "aac", "wav", "ogg", "flac"), "mp4");
        draft.clips("files").text("ext", format);
        draft.makesFilm(draft.extension(), Common.firstPicture(draft), Common.firstSound(draft), Common.sum(draft), false,
                Common.source(draft));
    }

    private static void overlay(Overlay op, Draft draft) {
        draft.knows("image", "position", "margin").clip("file");
        draft.beside().stream().findFirst().ifPresent(image -> draft.file("overlay", image, Slot.Kind.PICTURE));
        switch (op.place()) {
            case Overlay.Edged(Position position, _) -> {
                String theirs = position.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                draft.oneOf("position", theirs, List.of("top-left", "top-right", "bottom-left", "bottom-right", "center"),
                        "bottom-right");
                draft.text("position", theirs);
            }
            case Overlay.Free _ -> Common.notTold(draft, "at");
        }
        film(draft);
    }

    private static void subtitleBurn(SubtitleBurn op, Draft draft) {
        draft.knows("subtitle").clip("file");
        draft.beside().stream().findFirst().ifPresentOrElse(text -> draft.file("subtitle", text, Slot.Kind.TEXT),
                () -> draft.cannot("subtitle", Code.NEEDS_OTHER,
                        ProviderWords.FILE_ONLY.with(draft.service())));
        film(draft);
    }

    private static void film(Draft draft) {
        draft.text("ext", draft.container(List.of("mp4", "mov", "mkv"), "mp4"));
        draft.note(ProviderWords.SLOW.with(draft.service(), "25 s"));
        draft.makes(draft.extension());
    }

    private static void gif(Gif op, Draft draft) {
        draft.knows("start", "end", "duration", "width", "fps").clip("file");
        Common.Part part = Common.part(op.excerpt(), draft);
        BigDecimal seconds = draft.within("duration", part.to().subtract(part.from()), "0.1", "15");
        draft.number("start", part.from()).number("duration", seconds)
                .whole("width", draft.within("width", Common.width(op.width(), draft), "16", "640").longValue())
                .whole("fps", draft.within("fps", Common.rounded(op.form().fps()), "1", "50").longValue());
        draft.makesFilm("gif", Optional.of("gif"), Optional.empty(), part.lengthUs(), true, Optional.empty());
    }
}
