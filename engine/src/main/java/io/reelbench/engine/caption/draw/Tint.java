package io.reelbench.engine.caption.draw;

import io.reelbench.engine.caption.Lettering.Light;
import io.reelbench.engine.media.Colour;
import java.awt.Color;

/** Colours as numbers of the picture: in one of high dynamic range a white of letters is as bright as that of paper (ITU-R BT.2408). */
final class Tint {

    /** Diffuse white, in nits. */
    private static final double WHITE = 203;
    /** From BT.709 to BT.2020, for linear light. */
    private static final double[][] WIDER = {{0.6274, 0.3293, 0.0433}, {0.0691, 0.9195, 0.0114}, {0.0164, 0.0880, 0.8956}};
    private static final double HLG_WHITE = 0.2651;

    private final Light light;

    Tint(Light light) {
        this.light = light;
    }

    Color of(Colour colour) {
        int rgba = colour.rgba();
        Color plain = new Color(rgba >>> 24, rgba >>> 16 & 0xFF, rgba >>> 8 & 0xFF, rgba & 0xFF);
        if (light == Light.USUAL) {
            return plain;
        }
        double[] linear = {linear(plain.getRed()), linear(plain.getGreen()), linear(plain.getBlue())};
        float[] coded = new float[3];
        for (int i = 0; i < 3; i++) {
            double there = WIDER[i][0] * linear[0] + WIDER[i][1] * linear[1] + WIDER[i][2] * linear[2];
            coded[i] = (float) Math.clamp(light == Light.PQ ? absolute(there * WHITE) : gamma(there * HLG_WHITE), 0, 1);
        }
        return new Color(coded[0], coded[1], coded[2], plain.getAlpha() / 255f);
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** The curve of SMPTE ST 2084. */
    private static double absolute(double nits) {
        double power = Math.pow(Math.max(0, nits) / 10_000, 0.1593017578125);
        return Math.pow((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power), 78.84375);
    }

    /** The curve of ARIB STD-B67. */
    private static double gamma(double scene) {
        return scene <= 1.0 / 12
                ? Math.sqrt(3 * Math.max(0, scene))
                : 0.17883277 * Math.log(12 * scene - 0.28466892) + 0.55991073;
    }
}
