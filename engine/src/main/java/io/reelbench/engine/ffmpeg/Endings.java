package io.reelbench.engine.ffmpeg;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which endings of names go with which demuxers: only to tell a person that a name is misleading. */
final class Endings {

    private record Family(Set<String> endings, Set<String> demuxers) {
    }

    private static final List<Family> FAMILIES = List.of(
            new Family(Set.of("mp4", "m4v", "m4a", "m4b", "mov", "qt", "3gp", "3g2", "heic", "heif", "avif"), Set.of("mov")),
            new Family(Set.of("mkv", "webm", "mka", "mks"), Set.of("matroska")), new Family(Set.of("avi"), Set.of("avi")),
            new Family(Set.of("ts", "mts", "m2ts"), Set.of("mpegts")),
            new Family(Set.of("mpg", "mpeg", "vob"), Set.of("mpeg", "mpegvideo", "mpegts")),
            new Family(Set.of("flv"), Set.of("flv")),
            new Family(Set.of("asf", "wmv", "wma"), Set.of("asf")),
            new Family(Set.of("ogg", "oga", "ogv", "opus"), Set.of("ogg")),
            new Family(Set.of("mp3"), Set.of("mp3")), new Family(Set.of("wav"), Set.of("wav", "w64")),
            new Family(Set.of("flac"), Set.of("flac")), new Family(Set.of("gif"), Set.of("gif")),
            new Family(Set.of("png"), Set.of("png_pipe", "apng")), new Family(Set.of("jpg", "jpeg"), Set.of("jpeg_pipe")),
            new Family(Set.of("webp"), Set.of("webp_pipe")), new Family(Set.of("srt"), Set.of("srt")));

    private Endings() {}

    /** Whether the name says one thing and the content another. */
    static boolean mislead(String fileName, String demuxers) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        List<String> names = List.of(demuxers.split(","));
        return FAMILIES.stream().anyMatch(f -> f.endings.contains(ending) && names.stream().noneMatch(f.demuxers::contains));
    }
}
