package io.reelbench.engine.plan;

import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How an encoder is told how many bits to spend. */
record RateArguments(VideoCodec codec, String encoder, RateControl rate, Goal goal, Draft draft) {

    private static final String USUAL_MPEG2 = "3";

    List<String> arguments() {
        List<String> all = new ArrayList<>(switch (goal) {
            case Goal.EqualQuality(double quality) -> quality(quality);
            case Goal.Crf(double crf) -> crf(crf);
            case Goal.Average(var bitrate) -> average(Long.toString(bitrate.bitsPerSecond()));
            case Goal.Under _ -> average(Command.value(PictureCoder.BITRATE));
            case Goal.Score _ -> score();
            case Goal.Lossless _ -> lossless();
        });
        rate.maxBitrate().ifPresent(most -> all
                .addAll(List.of("-maxrate:v", Long.toString(most.bitsPerSecond()), "-bufsize:v",
                        Long.toString(Math.min(2 * most.bitsPerSecond(), Integer.MAX_VALUE)))));
        return all;
    }

    private List<String> quality(double quality) {
        if (Encoders.mostCrf(codec).isPresent()) {
            return constant(Encoders.decimal(QualityScale.crf(codec, quality)));
        } else if (rate.goal().isPresent() && !isDefault(quality)) {
            refuse("quality");
        }
        return switch (codec) {
            case MPEG2, MJPEG -> List.of("-q:v", USUAL_MPEG2);
            case FFV1 -> List.of("-level", "3", "-coder", "1", "-context", "1", "-slices", "4", "-slicecrc", "1");
            default -> List.of();
        };
    }

    /** 65 and 75 are what operations bring along; a person who typed another number must be told that it means nothing here. */
    private static boolean isDefault(double quality) {
        return quality == 65 || quality == 75;
    }

    private List<String> crf(double crf) {
        Optional<Integer> most = Encoders.mostCrf(codec);
        if (most.isEmpty()) {
            refuse("crf");
            return List.of();
        } else if (crf > most.get()) {
            draft.problem("crf", Code.OUT_OF_RANGE, PlanWords.CRF_RANGE.with(Encoders.decimal(crf), most.get(), codec.title()),
                    List.of(Mending.use("crf", most.get().toString())));
        }
        return constant(Encoders.decimal(crf));
    }

    private void refuse(String option) {
        draft.problems.add(
                new Problem(option, Code.NOT_AVAILABLE, PlanWords.NO_QUALITY.with(codec.title()), PlanWords.PROFILE_FIX.with())
                        .mendedBy(Mending.without(option)));
    }

    private List<String> constant(String crf) {
        return switch (encoder) {
            case "libvpx-vp9" -> List.of("-b:v", "0", "-crf", whole(crf));
            case "libsvtav1" -> List.of("-crf", whole(crf));
            case "libaom-av1" -> List.of("-b:v", "0", "-crf", whole(crf));
            case String e when e.endsWith("_nvenc") -> List.of("-rc", "vbr", "-cq", whole(crf), "-b:v", "0");
            case String e when e.endsWith("_qsv") -> List.of("-global_quality", whole(crf));
            case String e when e.endsWith("_amf") -> List.of("-rc", "cqp", "-qp_i", whole(crf), "-qp_p", whole(crf));
            case String e when e.endsWith("_videotoolbox") ->
                List.of("-q:v", share(crf));
            case String e when e.endsWith("_mf") -> List.of("-rate_control", "quality", "-quality", share(crf));
            default -> List.of("-crf", crf);
        };
    }

    /** 0 to 100, the largest being the best. */
    private static String share(String crf) {
        return Long.toString(Math.round(100 - Double.parseDouble(crf) * 100 / 51));
    }

    private static String whole(String crf) {
        return crf.startsWith("@") ? crf : Long.toString(Math.round(Double.parseDouble(crf)));
    }

    private List<String> average(String bits) {
        if (codec == VideoCodec.PRORES || codec == VideoCodec.DNXHR || codec == VideoCodec.FFV1) {
            String option = goal instanceof Goal.Under ? "target-size" : "bitrate";
            draft.problem(option, Code.NOT_AVAILABLE, PlanWords.NO_TARGET.with(codec.title()), List.of(Mending.without(option)));
            return List.of();
        }
        return List.of("-b:v", bits);
    }

    private List<String> score() {
        if (Encoders.mostCrf(codec).isEmpty()) {
            draft.problem("target-score", Code.NOT_AVAILABLE, PlanWords.NO_TARGET.with(codec.title()),
                    List.of(Mending.without("target-score")));
            return List.of();
        } else if (encoder.contains("_")) {
            draft.problem("target-score", Code.NOT_AVAILABLE, PlanWords.NO_TARGET_HARDWARE.with(),
                    List.of(Mending.use("encoder", "software")));
            return List.of();
        }
        return constant(Command.value(PictureCoder.CRF));
    }

    private List<String> lossless() {
        return switch (encoder) {
            case "libx264" -> List.of("-qp", "0");
            case "libx265" -> List.of();
            case "libaom-av1" -> List.of("-b:v", "0", "-crf", "0", "-aom-params", "lossless=1");
            case "libvpx-vp9" -> List.of("-lossless", "1");
            case "ffv1" -> quality(75);
            default -> {
                draft.problem("lossless", Code.NOT_AVAILABLE, PlanWords.NO_LOSSLESS.with(codec.title()),
                        List.of(Mending.without("lossless")));
                yield List.of();
            }
        };
    }
}
