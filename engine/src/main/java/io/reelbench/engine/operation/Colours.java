package io.reelbench.engine.operation;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;

/** What a picture's numbers mean, in ffmpeg's words and in those of zscale; where a clip says nothing, as players take it. */
final class Colours {

    static final Track.ColourSpace BT601 = new Track.ColourSpace("tv", "smpte170m", "smpte170m", "smpte170m");
    static final Track.ColourSpace BT709 = new Track.ColourSpace("tv", "bt709", "bt709", "bt709");
    static final Track.ColourSpace BT2020 = new Track.ColourSpace("tv", "bt2020nc", "bt2020", "bt2020-10");
    private static final int HIGH_DEFINITION = 720;

    private Colours() {}

    /** With everything said. */
    static Track.ColourSpace of(Track.Video video) {
        Track.ColourSpace said = video.colour();
        Size size = video.upright();
        boolean wide = video.hdr().kind() != io.reelbench.engine.media.Track.Hdr.Kind.SDR;
        Track.ColourSpace usual = wide ? BT2020 : size.shortSide() >= HIGH_DEFINITION ? BT709 : BT601;
        boolean full = video.pixels().name().startsWith("yuvj");
        return new Track.ColourSpace(full ? "pc" : or(said.range(), "tv"), or(said.matrix(), usual.matrix()),
                or(said.primaries(), usual.primaries()), or(said.transfer(), usual.transfer()));
    }

    private static String or(String said, String usual) {
        return said.isEmpty() || said.equals("unknown") || said.equals("reserved") ? usual : said;
    }

    static Track.ColourSpace ranged(Track.ColourSpace space, String range) {
        return new Track.ColourSpace(range, space.matrix(), space.primaries(), space.transfer());
    }

    static String range(Track.ColourSpace space) {
        return space.range().equals("pc") ? "full" : "limited";
    }

    static String matrix(Track.ColourSpace space) {
        return switch (space.matrix()) {
            case "bt709" -> "709";
            case "bt470bg" -> "470bg";
            case "fcc" -> "fcc";
            case "smpte240m" -> "smpte240m";
            case "bt2020nc" -> "2020_ncl";
            case "bt2020c" -> "2020_cl";
            case "ycgco" -> "ycgco";
            case "gbr", "rgb" -> "gbr";
            default -> "170m";
        };
    }

    static String primaries(Track.ColourSpace space) {
        return switch (space.primaries()) {
            case "bt709" -> "709";
            case "bt470bg" -> "bt470bg";
            case "bt470m" -> "bt470m";
            case "smpte240m" -> "240m";
            case "film" -> "film";
            case "bt2020" -> "2020";
            case "smpte431" -> "smpte431";
            case "smpte432" -> "smpte432";
            default -> "170m";
        };
    }

    static String transfer(Track.ColourSpace space) {
        return switch (space.transfer()) {
            case "bt709" -> "709";
            case "bt470bg", "gamma28" -> "bt470bg";
            case "bt470m", "gamma22" -> "bt470m";
            case "smpte240m" -> "smpte240m";
            case "linear" -> "linear";
            case "iec61966-2-1" -> "iec61966-2-1";
            case "iec61966-2-4" -> "iec61966-2-4";
            case "bt2020-10" -> "2020_10";
            case "bt2020-12" -> "2020_12";
            case "smpte2084" -> "smpte2084";
            case "arib-std-b67" -> "arib-std-b67";
            default -> "601";
        };
    }

    /** What zscale is told of the picture that it gets. */
    static String before(Track.ColourSpace space) {
        return "min=%s:pin=%s:tin=%s:rin=%s".formatted(matrix(space), primaries(space), transfer(space), range(space));
    }
}
