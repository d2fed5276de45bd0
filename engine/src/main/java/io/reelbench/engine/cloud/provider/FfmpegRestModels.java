package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.cloud.provider.Model.Bulk;
import io.reelbench.engine.cloud.provider.Model.Choice;
import io.reelbench.engine.cloud.provider.Model.Kind;
import io.reelbench.engine.cloud.provider.Model.Need;
import io.reelbench.engine.cloud.provider.Model.Parameter;
import io.reelbench.engine.cloud.provider.Model.Said;
import java.util.List;

/** The models of FFmpeg REST. Later versions of it have other ones. */
final class FfmpegRestModels {

    private static final Said PROMPT = new Said(ModelWords.PROMPT, ModelWords.PROMPT_HELP);
    private static final Said LEAVE_OUT = new Said(ModelWords.LEAVE_OUT, ModelWords.LEAVE_OUT_HELP).rarely();
    private static final Said PICTURE = new Said(ModelWords.PICTURE, ModelWords.PICTURE_HELP);
    private static final Said FACE = new Said(ModelWords.FACE, ModelWords.FACE_HELP);
    private static final Said VOICE = new Said(ModelWords.VOICE, ModelWords.VOICE_HELP);
    private static final Said FILM = new Said(ModelWords.FILM, ModelWords.FILM_HELP);
    private static final Said WIDTH = new Said(ModelWords.WIDTH, ModelWords.WIDTH_HELP).in("px");
    private static final Said HEIGHT = new Said(ModelWords.HEIGHT, ModelWords.HEIGHT_HELP).in("px");
    private static final Said PASSES = new Said(ModelWords.PASSES, ModelWords.PASSES_HELP).rarely();
    private static final Said CLOSENESS = new Said(ModelWords.CLOSENESS, ModelWords.CLOSENESS_HELP).rarely();
    private static final Said LINES = new Said(ModelWords.LINES, ModelWords.LINES_HELP);

    private FfmpegRestModels() {}

    static List<Model> all() {
        return List.of(zimage(), ltx2(), infinitetalk(), longcat(), wav2lip());
    }

    private static Model ltx2() {
        return new Model("ltx2", "LTX-2", ModelWords.MAKES_FILM_OF_PICTURE,
                List.of(Parameter.file("imageUrl", Kind.PICTURE, true, PICTURE)),
                List.of(Parameter.words("prompt", false, 500, PROMPT),
                        Parameter.whole("duration", 3, 10, "5", new Said(ModelWords.LENGTH, ModelWords.LENGTH_HELP).in("s")),
                        Parameter.whole("width", 512, 1920, "1024", WIDTH), Parameter.whole("height", 512, 1080, "576", HEIGHT),
                        Parameter.whole("numInferenceSteps", 10, 50, "30", PASSES),
                        Parameter.number("guidanceScale", 1, 15, "7.5", CLOSENESS),
                        Parameter.whole("fps", 12, 30, "24",
                                new Said(ModelWords.RATE, ModelWords.RATE_HELP).in("fps").rarely())),
                "mp4", Bulk.NO, List.of());
    }

    private static Model wav2lip() {
        return new Model("wav2lip", "Wav2Lip", ModelWords.MAKES_LIPS,
                List.of(Parameter.file("videoUrl", Kind.FILM, true, FILM),
                        Parameter.file("audioUrl", Kind.SOUND, true, VOICE)),
                List.of(Parameter.whole("padTop", 0, 50, "0", around(ModelWords.ABOVE)),
                        Parameter.whole("padBottom", 0, 50, "10", around(ModelWords.BELOW)),
                        Parameter.whole("padLeft", 0, 50, "0", around(ModelWords.LEFT)),
                        Parameter.whole("padRight", 0, 50, "0", around(ModelWords.RIGHT))),
                "mp4", Bulk.NO, List.of());
    }

    private static Said around(ModelWords side) {
        return new Said(side, ModelWords.AROUND_HELP).in("px").rarely();
    }

    private static Model zimage() {
        return new Model("zimage", "Z-Image", ModelWords.MAKES_PICTURE, List.of(),
                List.of(Parameter.words("prompt", true, 1000, PROMPT), Parameter.words("negativePrompt", false, 500, LEAVE_OUT),
                        Parameter.whole("width", 512, 2048, "1024", WIDTH),
                        Parameter.whole("height", 512, 2048, "1024", HEIGHT),
                        Parameter.whole("steps", 8, 100, "30", PASSES), Parameter.number("guidanceScale", 0, 20, "0", CLOSENESS),
                        Parameter.whole("seed", 0, Integer.MAX_VALUE, "",
                                new Said(ModelWords.SEED, ModelWords.SEED_HELP).rarely())),
                "png", Bulk.NO, List.of());
    }

    private static Model longcat() {
        return new Model("longcat", "LongCat", ModelWords.MAKES_FACE,
                List.of(Parameter.file("audioUrl", Kind.SOUND, true, VOICE),
                        Parameter.file("imageUrl", Kind.PICTURE, false, FACE)),
                List.of(Parameter.words("prompt", false, 500, PROMPT),
                        Parameter.choice("mode", "ai2v", new Said(ModelWords.FOLLOWS, ModelWords.FOLLOWS_HELP),
                                new Choice("ai2v", ModelWords.PICTURE_AND_VOICE),
                                new Choice("at2v", ModelWords.WORDS_AND_VOICE)),
                        Parameter.choice("resolution", "480P", LINES, new Choice("480P", ModelWords.LINES_480),
                                new Choice("720P", ModelWords.LINES_720)),
                        Parameter.number("audioCfg", 1, 10, "4",
                                new Said(ModelWords.EXPRESSION, ModelWords.EXPRESSION_HELP).rarely()),
                        Parameter.whole("numSegments", 1, 10, "1",
                                new Said(ModelWords.PARTS, ModelWords.PARTS_HELP).rarely())),
                "mp4", Bulk.NO, List.of(new Need("mode", "ai2v", "imageUrl")));
    }

    private static Model infinitetalk() {
        return new Model("infinitetalk", "InfiniteTalk", ModelWords.MAKES_PORTRAIT,
                List.of(Parameter.file("audioUrl", Kind.SOUND, true, VOICE),
                        Parameter.file("imageUrl", Kind.PICTURE, false, FACE),
                        Parameter.file("videoUrl", Kind.FILM, false, FILM)),
                List.of(Parameter.choice("resolution", "720", LINES, new Choice("480", ModelWords.LINES_480),
                        new Choice("720", ModelWords.LINES_720))),
                "mp4", Bulk.YES, List.of());
    }
}
