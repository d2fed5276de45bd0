package io.reelbench.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of real clips that are too large for the repository: {@code -Dreelbench.media}, else {@code shared/media} beside it.
 *
 * @param folder is there
 */
record Corpus(Path folder) {

    /** One small clip, and a second where one is not enough, of each family of containers. */
    private static final List<String> FAMILIES = List.of("video/friday-vga-h264-aac.mp4", "video/phone-cif-rot90-aac.mp4",
            "video/nasa-2video-2audio-2subs.mp4", "video/iphone-portrait-rot90.mov", "video/prores-180x144-aac.mov",
            "video/mkv-srt-subtitles.mkv", "video/mkv-chapters.mkv", "video/odd-161x121-vp9.webm",
            "video/mediarecorder-no-duration-vp9-opus.webm", "video/bbb-1080p-mpeg2-mp2.ts", "video/bbb-720p-h264-aac51-10s.ts",
            "video/interlaced-1080i50-sony-a7m3.mts", "video/kodak-mjpeg-qvga-pcm.avi", "video/mpeg4asp-mp3-960x400.avi",
            "video/h264-aac-1080x720.flv", "video/xine-logo-600x450-mpeg2-ps.mpg", "video/phone-qcif-h263-amr.3gp",
            "video/bbb-trailer-theora-vorbis.ogv", "audio/speech-librivox.ogg", "audio/id3-cover-1400px.mp3",
            "audio/podcast-cover-art.m4a", "audio/wav-float32.wav", "audio/flac-with-png-cover.flac", "audio/wma2-silence.wma",
            "audio/amr-wb.amr", "audio/ac3-51.mka", "images/newtons-cradle.gif", "images/alpha-small-watermark.png",
            "images/photo-exif-orient6.jpg", "images/cherry-alpha.webp", "images/fox.avif", "images/iphone.heic");

    static Optional<Path> place() {
        String given = System.getProperty("reelbench.media", "");
        Stream<Path> places = given.isEmpty()
                ? Stream.of(Path.of("../../shared/media"), Path.of("../shared/media"))
                : Stream.of(Path.of(given));
        return places.filter(Files::isDirectory).map(p -> p.toAbsolutePath().normalize()).findFirst();
    }

    List<Path> families() {
        return FAMILIES.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
    }

    /** Every file that media or something like it may be in. */
    List<Path> all() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(f -> !f.getFileName().toString().equals("MANIFEST.tsv"))
                    .filter(f -> !f.toString().contains("/subs/")).sorted().toList();
        }
    }

    /** All files of some sub-folders. */
    List<Path> filesIn(String... names) throws IOException {
        List<Path> files = new java.util.ArrayList<>();
        for (String name : names) {
            try (Stream<Path> all = Files.walk(folder.resolve(name))) {
                all.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return List.copyOf(files);
    }

    /** For a table: a name may hold a newline. */
    String spoken(Path file) {
        return folder.relativize(file).toString().replace('\n', '~');
    }
}
