package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Guarded;
import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads captions: files beside the clip and tracks in it. Both are untrusted, and have a bound. */
final class LinesReader {

    private static final int LARGEST = 16 << 20;
    private static final int LARGEST_FONT = 64 << 20;
    /** What fonts begin with: TrueType, Apple's TrueType, OpenType, and collections of them. */
    private static final List<String> FONTS = List.of("\0\1\0\0", "true", "OTTO", "ttcf");

    private LinesReader() {}

    static SideFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            return new SideFile.Missing();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST
                    ? new SideFile.Unfit(FfmpegWords.LONG_TEXT.with(LARGEST >> 20))
                    : new SideFile.Lines(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IOException wrong) {
            return new SideFile.Unfit(Text.verbatim(String.valueOf(wrong.getMessage())));
        }
    }

    static SideFile font(Path file) {
        if (!Files.isRegularFile(file)) {
            return new SideFile.Missing();
        }
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            long bytes = Files.size(file);
            return FONTS.contains(head) && bytes <= LARGEST_FONT
                    ? new SideFile.Table(bytes, Files.getLastModifiedTime(file).toMillis())
                    : new SideFile.Unfit(FfmpegWords.NO_FONT.with());
        } catch (IOException wrong) {
            return new SideFile.Unfit(Text.verbatim(String.valueOf(wrong.getMessage())));
        }
    }

    /** The text of a track in the form that keeps what it says of looks; empty where it cannot be read. */
    static Optional<String> track(Binaries binaries, Launcher launcher, Media media, int index)
            throws IOException, InterruptedException {
        Optional<Track.Subtitle> track = media.all(Track.Subtitle.class).stream().filter(t -> t.index() == index).findFirst();
        if (track.isEmpty() || !track.get().text()) {
            return Optional.empty();
        }
        List<String> form = switch (track.get().codec()) {
            case "ass", "ssa" -> List.of("-c:s", "copy", "-f", "ass");
            case "webvtt" -> List.of("-c:s", "copy", "-f", "webvtt");
            case "subrip" -> List.of("-c:s", "copy", "-f", "srt");
            default -> List.of("-c:s", "srt", "-f", "srt");
        };
        List<String> command = new java.util.ArrayList<>(List.of(binaries.ffmpeg().toString(), "-hide_banner", "-nostdin",
                "-loglevel", "error", "-protocol_whitelist", "file", "-format_whitelist", Guarded.DEMUXERS, "-i",
                "file:" + media.path(), "-map", "0:" + index));
        command.addAll(form);
        command.add("-");
        Captured said = Captured.of(launcher.start(command, binaries.environment(), Launcher.Manner.QUICK), Ffprobe.LONG);
        return said.exitCode() == 0 && said.bytes().length <= LARGEST ? Optional.of(said.out()) : Optional.empty();
    }
}
