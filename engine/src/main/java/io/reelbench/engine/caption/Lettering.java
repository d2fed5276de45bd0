package io.reelbench.engine.caption;

import io.reelbench.engine.media.Size;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Captions that are to be drawn, as files that a filter lays over a picture: one for each third of its height in which any stand, so that
 * nothing is laid over where nothing is.
 *
 * @param name   what the names of the files begin with: letters and digits, told from others by what is drawn
 * @param script what is drawn
 * @param frame  the picture that it is drawn for
 * @param light  how numbers become light there
 * @param stepUs how often a caption that comes or goes changes, in microseconds
 * @param font   a file of the user's whose font comes first; empty for none
 */
public record Lettering(String name, Script script, Size frame, Light light, long stepUs, Optional<Path> font) {

    private static final int LONG_ENOUGH = 16;

    /** How numbers become light. */
    public enum Light {
        /** As on every screen. */
        USUAL,
        /** Absolute light (SMPTE ST 2084). */
        PQ,
        /** Hybrid log-gamma. */
        HLG
    }

    /** A third of the picture's height. */
    public enum Third {
        TOP, MIDDLE, BOTTOM
    }

    /** Named by what it is. */
    public static Lettering of(Script script, Size frame, Light light, long stepUs, Optional<Path> font) {
        String all = script + "\n" + frame + "\n" + light + "\n" + stepUs + "\n" + font;
        byte[] hash = sha256().digest(all.getBytes(StandardCharsets.UTF_8));
        return new Lettering("cues" + HexFormat.of().formatHex(hash).substring(0, LONG_ENOUGH), script, frame, light, stepUs,
                font);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The thirds in which anything stands, from the top. */
    public List<Third> thirds() {
        return Arrays.stream(Third.values()).filter(third -> script.cues().stream().anyMatch(cue -> third(cue) == third))
                .toList();
    }

    /** Where a cue belongs; it may reach into another third. */
    public Third third(Cue cue) {
        Place place = cue.place();
        double edge = Math.min(place.edge(), script.height());
        double y = place.at().map(Place.Spot::y).orElse(switch (place.position().down()) {
            case 0 -> edge;
            case 1 -> script.height() / 2;
            default -> script.height() - edge;
        });
        return y * 3 < script.height() ? Third.TOP : y * 3 > script.height() * 2 ? Third.BOTTOM : Third.MIDDLE;
    }

    /** The file of a third. */
    public String file(Third third) {
        return name + third.ordinal() + ".apng";
    }

    /** The name of the value that says how far from the left it lies. */
    public String x(Third third) {
        return name + third.ordinal() + "x";
    }

    /** The name of the value that says how far from the top it lies. */
    public String y(Third third) {
        return name + third.ordinal() + "y";
    }
}
