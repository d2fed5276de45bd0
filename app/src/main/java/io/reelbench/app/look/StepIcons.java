package io.reelbench.app.look;

import io.reelbench.engine.operation.About;
import java.util.Map;

/** Icons of operations. It knows many of them by name, and does well without: one that is new gets the icon of its group. */
public final class StepIcons {

    private static final Map<String, Icons> KNOWN = Map.ofEntries(Map.entry("compress", Icons.SMALLER),
            Map.entry("proxy", Icons.STAND_IN), Map.entry("normalize", Icons.ALIKE), Map.entry("metadata", Icons.TAG),
            Map.entry("trim", Icons.CUT), Map.entry("speed", Icons.FASTER), Map.entry("lut", Icons.CUBE),
            Map.entry("crop", Icons.CROP), Map.entry("deinterlace", Icons.LINES), Map.entry("denoise", Icons.CLEAN),
            Map.entry("fade", Icons.HALF), Map.entry("frame-rate", Icons.FRAMES), Map.entry("tone-map", Icons.SUN),
            Map.entry("sharpen", Icons.APERTURE), Map.entry("scale", Icons.SCALE), Map.entry("rotate", Icons.TURN),
            Map.entry("channels", Icons.HEADSET), Map.entry("convert-audio", Icons.NOTES), Map.entry("loudness", Icons.TARGET),
            Map.entry("extract-audio", Icons.MUSIC), Map.entry("contact-sheet", Icons.GRID), Map.entry("frames", Icons.STACK),
            Map.entry("gif", Icons.GIF), Map.entry("resize-image", Icons.RESIZE), Map.entry("thumbnail", Icons.SHOT),
            Map.entry("waveform", Icons.BARS), Map.entry("probe", Icons.INFO), Map.entry("detect", Icons.FIND),
            Map.entry("loudness-report", Icons.METER), Map.entry("subtitle-extract", Icons.TEXT), Map.entry("raw", Icons.CODE),
            Map.entry("overlay", Icons.LAYERS), Map.entry("mux", Icons.ATTACH), Map.entry("slice", Icons.PIECES),
            Map.entry("subtitle-burn", Icons.CAPTIONS),
            Map.entry("concat", Icons.JOIN));

    private StepIcons() {}

    public static Icons of(About about) {
        return KNOWN.getOrDefault(about.id(), switch (about.group()) {
            case CONVERT -> Icons.CONVERT;
            case CUT -> Icons.CUT;
            case PICTURE -> Icons.COLOUR;
            case SOUND -> Icons.SOUND;
            case STILLS -> Icons.IMAGE;
            case REPORTS -> Icons.REPORT;
        });
    }
}
