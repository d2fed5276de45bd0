package io.reelbench.engine.gather;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Which files of a folder are meant when the folder is given: what is named by itself may be called anything. */
final class MediaFiles {

    private static final Set<String> ENDINGS = Set.of("3g2", "3gp", "aac", "ac3", "aif", "aiff", "alac", "amr", "ape", "apng",
            "asf", "au", "av1", "avi", "avif", "bmp", "caf", "divx", "dts", "dv", "eac3", "f4v", "flac", "flv", "gif", "gxf",
            "h264", "heic", "heif", "hevc", "ivf", "jp2", "jpe", "jpeg", "jpg", "jxl", "m1v", "m2t", "m2ts", "m2v", "m4a", "m4b",
            "m4p", "m4v", "mjpeg", "mjpg", "mka", "mkv", "mod", "mov", "mp2", "mp3", "mp4", "mpa", "mpe", "mpeg", "mpg", "mts",
            "mxf", "nut", "oga", "ogg", "ogm", "ogv", "opus", "png", "ps", "qt", "rm", "rmvb", "spx", "tga", "tif", "tiff",
            "tod", "ts", "tta", "vob", "voc", "w64", "wav", "webm", "webp", "wma", "wmv", "wv", "y4m");

    private MediaFiles() {}

    static boolean isOne(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 && !isHidden(file) && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** A first dot hides a file; unfinished outputs are hidden too. */
    static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }
}
