package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Clips made with the bundled ffmpeg. */
final class Clip {

    private Clip() {}

    /** A minute of moving and noisy 1080p with sound: six seconds encoded, ten times copied. */
    static Path minute(Engine engine, Path folder) throws Exception {
        Path minute = folder.resolve("minute.mp4");
        if (!Files.exists(minute)) {
            Path piece = folder.resolve("piece.mp4");
            engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=size=1920x1080:rate=30:duration=6", "-f", "lavfi", "-i",
                    "sine=duration=6", "-vf", "noise=alls=6:allf=t", "-c:v", "libx264", "-preset", "ultrafast", "-crf", "22",
                    "-pix_fmt", "yuv420p", "-c:a", "aac"), piece);
            engine.generate(List.of("-stream_loop", "9", "-i", piece.toString(), "-c", "copy", "-f", "mp4"), minute);
        }
        return minute;
    }

    /** One second that a copy is made of in no time. */
    static Path second(Engine engine, Path folder) throws Exception {
        Path second = folder.resolve("second.mp4");
        engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=size=320x240:rate=30:duration=1", "-f", "lavfi", "-i",
                "sine=duration=1", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac"), second);
        return second;
    }

    /** Twenty clips of five containers and four sizes, where there are no real ones. */
    static List<Path> twenty(Engine engine, Path folder) throws Exception {
        List<Path> clips = new ArrayList<>();
        for (String ending : List.of("mp4", "mkv", "mov", "ts", "avi")) {
            for (int height : List.of(120, 240, 480, 720)) {
                Path clip = folder.resolve(height + "." + ending);
                engine.generate(
                        List.of("-f", "lavfi", "-i", "testsrc2=size=" + height * 4 / 3 + "x" + height + ":rate=25:duration=4",
                                "-f", "lavfi", "-i", "sine=duration=4", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt",
                                "yuv420p", "-c:a", "aac"),
                        clip);
                clips.add(clip);
            }
        }
        return List.copyOf(clips);
    }
}
