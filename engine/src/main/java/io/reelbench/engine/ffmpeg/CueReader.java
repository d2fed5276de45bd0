package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Letters;
import io.reelbench.engine.media.SideFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks at subtitles in a file beside the clip. What they are is told by what stands in them: ffmpeg never opens the file itself, only a
 * text that was written anew, as what was found here.
 */
final class CueReader {

    private static final int MOST = 16 << 20;
    /** How far the first time may stand from the beginning, in letters. */
    private static final int HEAD = 64 << 10;
    private static final String TIME = "\\d{1,3}:\\d{2}:\\d{2}[,.]\\d{1,3}";
    private static final Pattern SUBRIP = Pattern.compile(TIME + "[ \\t]{0,8}-->[ \\t]{0,8}" + TIME);
    private static final Pattern ROUGHLY = Pattern.compile("\\d{1,3}[:.,]\\d{2}[\\d:.,]{0,12}[ \\t]{0,8}-->");
    private static final Pattern ASS = Pattern.compile("(?m)^\\s{0,8}(\\[Script Info\\]|\\[V4\\+? Styles\\]|\\[Events\\])");

    private CueReader() {}

    static SideFile read(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return new SideFile.Missing();
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST + 1);
        } catch (IOException unreadable) {
            return new SideFile.Unfit(FfmpegWords.DISK.with());
        }
        if (bytes.length > MOST) {
            return new SideFile.Unfit(FfmpegWords.LONG_CUES.with());
        }
        Charset charset = Letters.of(bytes);
        String text = Letters.read(bytes, charset);
        String head = text.substring(0, Math.min(HEAD, text.length()));
        Optional<SideFile.CueFormat> format = format(head);
        if (format.isPresent()) {
            return new SideFile.Cues(format.get(), charset);
        }
        return new SideFile.Unfit((ROUGHLY.matcher(head).find() ? FfmpegWords.BAD_TIMES : FfmpegWords.NO_CUES).with());
    }

    private static Optional<SideFile.CueFormat> format(String head) {
        if (head.startsWith("WEBVTT")) {
            return Optional.of(SideFile.CueFormat.WEBVTT);
        } else if (ASS.matcher(head).find()) {
            return Optional.of(SideFile.CueFormat.ASS);
        }
        return SUBRIP.matcher(head).find() ? Optional.of(SideFile.CueFormat.SUBRIP) : Optional.empty();
    }
}
