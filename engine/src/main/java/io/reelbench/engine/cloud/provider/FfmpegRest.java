package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.cloud.account.Service;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.operation.Compress;
import io.reelbench.engine.operation.Concat;
import io.reelbench.engine.operation.ConvertAudio;
import io.reelbench.engine.operation.ConvertImage;
import io.reelbench.engine.operation.ExtractAudio;
import io.reelbench.engine.operation.FrameRate;
import io.reelbench.engine.operation.Frames;
import io.reelbench.engine.operation.Loudness;
import io.reelbench.engine.operation.Mux;
import io.reelbench.engine.operation.Normalize;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Probe;
import io.reelbench.engine.operation.ResizeImage;
import io.reelbench.engine.operation.Scale;
import io.reelbench.engine.operation.Thumbnail;
import io.reelbench.engine.operation.Transcode;
import io.reelbench.engine.operation.Trim;
import io.reelbench.engine.plan.Expect.TrackExpected.Kind;
import io.reelbench.engine.plan.Resize;
import io.reelbench.engine.plan.SoundCoding;
import io.reelbench.engine.problem.Code;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;

/** FFmpeg REST API: short work answered at once, jobs by address for the rest, and models on rented machines. Nobody asks for money. */
final class FfmpegRest {

    private static final Limits LIMITS = new Limits(OptionalLong.of(100_000_000), OptionalLong.empty(), Optional.empty(),
            Set.of(), 5);
    private static final Intake ALONG = new Intake.Along("file");
    private static final Intake TURNED = new Intake.Turned(
            Map.of(Slot.Kind.FILM, "/video/mp4/url", Slot.Kind.SOUND, "/audio/wav/url", Slot.Kind.PICTURE, "/image/jpg/url"),
            "file",
            At.of("/url"));
    private static final Life ANSWERED = new Life.Answered(Duration.ofMinutes(10));
    private static final Life JOB = job("/jobs/{id}");
    /** Whatever they make, models are asked after at one place. */
    static final Life MODEL = job("/api/v1/generate/{id}");

    private FfmpegRest() {}

    private static Life job(String poll) {
        return new Life.Polled(At.of("/jobId"), poll, At.of("/jobId"), At.of("/status"),
                Map.of("queued", Stage.IN_LINE, "waiting", Stage.IN_LINE, "delayed", Stage.IN_LINE, "active", Stage.WORKING,
                        "processing",
                        Stage.WORKING, "completed", Stage.DONE, "failed", Stage.FAILED),
                At.of("/progress"), At.of("/result/url"), At.of("/error", "/message"), At.of(), Optional.empty(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(15));
    }

    static Provider declared() {
        return new Provider(Service.FFMPEG_REST, LIMITS, ALONG, new Idempotency.None(),
                new Errors(At.of(), At.of("/error/name"), At.of("/message", "/error/message", "/error")),
                new Ping("GET", "/jobs/0", Set.of(200, 404)), Optional.empty(),
                List.of(answered(Transcode.class, "/video/mp4", FfmpegRest::mp4),
                        answered(ExtractAudio.class, "/video/audio", FfmpegRest::sound),
                        answered(Frames.class, "/video/frames", FfmpegRest::frames),
                        answered(ConvertAudio.class, "/audio/mp3", FfmpegRest::convertAudio),
                        answered(ConvertImage.class, "/image/jpg", FfmpegRest::jpg),
                        answered(ResizeImage.class, "/image/resize", FfmpegRest::resize),
                        job(Mux.class, "/mux", FfmpegRest::mux), job(Concat.class, "/concatenate", FfmpegRest::concatenate),
                        job(Normalize.class, "/normalize", FfmpegRest::normalize),
                        answered(Probe.class, "/media/info", Probes::words)),
                Map.of(Scale.class, Normalize.class, Compress.class, Normalize.class, FrameRate.class, Normalize.class,
                        Trim.class, Normalize.class, Thumbnail.class, Frames.class, Loudness.class, ConvertAudio.class),
                FfmpegRestModels.all());
    }

    private static <O extends Operation> Offer answered(Class<O> ours, String path, BiConsumer<O, Draft> writing) {
        return Offer.one(ours, path, ALONG, ANSWERED, new Price.Free(), LIMITS, writing);
    }

    private static <O extends Operation> Offer job(Class<O> ours, String path, BiConsumer<O, Draft> writing) {
        return Offer.one(ours, path, TURNED, JOB, new Price.Free(), LIMITS, writing);
    }

    /** H.264 with AAC is copied there, all else encoded at crf 23; nothing can be chosen. */
    private static void mp4(Transcode op, Draft draft) {
        draft.knows("container", "video-codec", "audio-codec").clip("file");
        draft.container(List.of("mp4"), "mp4");
        draft.oneOf("video-codec", draft.codec(Kind.VIDEO).orElse("h264"), List.of("h264"), "h264");
        draft.oneOf("audio-codec", draft.codec(Kind.AUDIO).orElse("aac"), List.of("aac"), "aac");
        draft.makesFilm("mp4", Common.has(draft, Kind.VIDEO, "h264"), Common.has(draft, Kind.AUDIO, "aac"), draft.lengthUs(),
                true,
                Common.size(draft));
    }

    private static void sound(ExtractAudio op, Draft draft) {
        draft.knows("format", "audio-channels").clip("file");
        draft.oneOf("format", draft.extension(), List.of("wav"), "wav");
        draft.query("mono", op.sound().audioChannels() == SoundCoding.Channels.MONO ? "yes" : "no");
        draft.makesFilm("wav", Optional.empty(), Optional.of("pcm_s16le"), draft.lengthUs(), true, Optional.empty());
    }

    private static void frames(Frames op, Draft draft) {
        draft.knows("interval", "fps", "format", "archive").clip("file");
        draft.oneOf("archive", op.archive().name().toLowerCase(Locale.ROOT), List.of("zip"), "zip");
        Common.still(op.still(), draft, List.of("png"));
        BigDecimal fps = op.which().orElse(null) instanceof Frames.PerSecond(var rate) ? Common.rounded(rate) : BigDecimal.ONE;
        if (op.which().isPresent() && !(op.which().get() instanceof Frames.PerSecond)) {
            draft.oneOf("which", "other", List.of("fps"), "fps");
        }
        draft.query("fps", draft.within("fps", fps, "1", "1000").toPlainString()).query("compress", "zip");
        draft.makesAsPlanned("zip");
    }

    private static void convertAudio(ConvertAudio op, Draft draft) {
        draft.knows("format").clip("file");
        draft.oneOf("format", draft.extension(), List.of("mp3"), "mp3");
        draft.makesFilm("mp3", Optional.empty(), Optional.of("mp3"), draft.lengthUs(), true, Optional.empty());
    }

    private static void jpg(ConvertImage op, Draft draft) {
        draft.knows("format").clip("file");
        Common.still(op.still(), draft, List.of("jpg"));
        draft.makesStill("jpg", "mjpeg", Common.source(draft));
    }

    /** “stretch” is what its pages say, and “force” what its program takes. */
    private static void resize(ResizeImage op, Draft draft) {
        draft.knows("width", "height", "fit").clip("file");
        var size = draft.film().flatMap(f -> f.size());
        size.ifPresent(s -> draft.query("width", Integer.toString(s.width())).query("height", Integer.toString(s.height())));
        String mode = op.size().fit() == Resize.Fit.COVER ? "fill" : op.size().fit() == Resize.Fit.STRETCH ? "force" : "fit";
        if (op.size().fit() == Resize.Fit.PAD) {
            draft.oneOf("fit", "pad", List.of("contain", "cover", "stretch"), "contain");
        }
        draft.query("mode", mode);
        draft.makesAsPlanned(draft.extension());
    }

    /** Its jobs read addresses, and what turns a file into one copies only H.264 with AAC. */
    private static void plain(Draft draft) {
        boolean plain = draft.clips().stream().allMatch(c -> c.video().map(v -> v.codec().equals("h264")).orElse(false)
                && c.audio().map(a -> a.codec().equals("aac")).orElse(true) && c.all(Track.Audio.class).size() <= 1);
        if (!plain) {
            draft.cannot("", Code.CODEC_CONTAINER, ProviderWords.ONLY_PLAIN.with(draft.service()));
        }
    }

    private static void mux(Mux op, Draft draft) {
        draft.knows("audio", "mode", "length").clip("videoUrl");
        plain(draft);
        draft.oneOf("mode", op.mode().name().toLowerCase(Locale.ROOT), List.of("replace"), "replace");
        draft.oneOf("length", op.length().name().toLowerCase(Locale.ROOT), List.of("shortest"), "shortest");
        draft.beside().stream().findFirst().ifPresent(sound -> draft.file("audioUrl", sound, Slot.Kind.SOUND));
        draft.makes("mp4");
    }

    private static void concatenate(Concat op, Draft draft) {
        draft.knows("mode");
        plain(draft);
        Common.alike(draft, 2, 1000);
        draft.clips("videoUrls");
        draft.makesFilm("mp4", Common.firstPicture(draft), Common.firstSound(draft), Common.sum(draft), false,
                Common.source(draft));
    }

    private static void normalize(Normalize op, Draft draft) {
        draft.knows("container", "width", "height", "rate", "quality", "crf", "bitrate", "preset", "audio-bitrate", "sample-rate",
                "audio-channels", "trim-to").clip("videoUrl");
        plain(draft);
        draft.container(List.of("mp4"), "mp4");
        var size = draft.film().flatMap(f -> f.size());
        size.ifPresent(s -> draft.whole("width", s.width()).whole("height", s.height()));
        draft.whole("fps", draft.within("rate", Common.rounded(op.rate()), "1", "1000").longValue());
        Common.rate(op.bits(), draft, "0", "51").ifPresentOrElse(crf -> draft.whole("crf", crf),
                () -> Common.bitrate(op.bits(), draft, 1000, 1_000_000_000).ifPresent(rate -> draft.text("videoBitrate", rate)));
        draft.text("preset", op.video().preset().name().toLowerCase(Locale.ROOT));
        if (op.sound().strength().orElse(null) instanceof SoundCoding.AtBitrate(var rate)) {
            draft.text("audioBitrate", rate.bitsPerSecond() / 1000 + "k");
        }
        draft.whole("audioSampleRate", op.sound().sampleRate().hertz() > 0 ? op.sound().sampleRate().hertz() : 48_000);
        int channels = op.sound().audioChannels().count();
        draft.whole("audioChannels",
                draft.within("audio-channels", BigDecimal.valueOf(channels == 0 ? 2 : channels), "1", "2").longValue());
        OptionalLong length = draft.lengthUs();
        if (op.file().trimTo().isPresent()) {
            BigDecimal most = draft.seconds("trim-to", op.file().trimTo().get());
            draft.number("duration", most);
            length = OptionalLong.of(Math.min(Draft.us(most), length.orElse(Long.MAX_VALUE)));
        }
        draft.makesFilm("mp4", Optional.of("h264"), Common.has(draft, Kind.AUDIO, "aac"), length, true, size);
    }
}
