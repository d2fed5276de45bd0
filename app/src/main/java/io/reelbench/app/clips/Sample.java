package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.room.Room;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** A short clip with sound that is made on the spot, for who has none at hand. FX thread only. */
final class Sample {

    private static final int SECONDS = 8;
    private static final String NAME = "Reelbench sample.mp4";
    private static final double IDLE = -1;
    /** Soft moving colours, made small since nothing in them is sharp; over it a timecode and a bar that crosses once a second. */
    private static final String PICTURE = "gradients=s=480x270:r=30:type=radial:c0=0x1b2a6b:c1=0xe0508f:c2=0xf8c04e:c3=0x22b8a0:"
            + "nb_colors=4:speed=0.02:seed=7,scale=1920:1080:flags=bicubic,"
            + "drawbox=x='mod(t\\,1)*iw':y=ih-24:w=96:h=24:color=white@0.75:t=fill,"
            + "drawtext=fontfile=font.ttf:timecode='00\\:00\\:00\\:00':r=30:fontsize=120:fontcolor=white:x=(w-tw)/2:y=(h-th)/2:"
            + "shadowcolor=black@0.35:shadowx=0:shadowy=4";
    /** A chord that swells and fades. */
    private static final String SOUND = "aevalsrc='(0.12*sin(261.63*2*PI*t)+0.1*sin(329.63*2*PI*t)+0.1*sin(392*2*PI*t)"
            + "+0.06*sin(523.25*2*PI*t))*(0.6+0.4*sin(2*PI*t/4))|(0.1*sin(261.63*2*PI*t)+0.12*sin(329.63*2*PI*t)"
            + "+0.1*sin(392*2*PI*t)+0.06*sin(493.88*2*PI*t))*(0.6+0.4*cos(2*PI*t/4))':s=48000:c=stereo";

    private final Room room;
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(IDLE);
    private final Path file;

    Sample(Room room) {
        this.room = room;
        this.file = room.desk().engine().places().cache().resolve("sample").resolve(NAME).toAbsolutePath().normalize();
    }

    /** How much of it is made, from 0 to 1; negative while none is being made. */
    ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /** How far a file that is being made is. */
    Optional<String> making(Path wanted) {
        return share.get() >= 0 && wanted.equals(file)
                ? Optional.of(ClipWords.MAKING_SAMPLE.say(Math.round(share.get() * 100)))
                : Optional.empty();
    }

    /** Puts it on the desk, and makes it when it is not there yet. */
    void bring(Consumer<Failure> otherwise) {
        if (share.get() >= 0) {
            return;
        }
        share.set(0);
        Clip clip = room.desk().expect(file);
        Runnable over = () -> {
            share.set(IDLE);
            room.desk().arrived(clip);
        };
        room.desk().carrier().fetch(this::made, _ -> over.run(), failure -> {
            over.run();
            otherwise.accept(failure);
        });
    }

    private Path made() throws IOException, FailedException, InterruptedException {
        if (Files.exists(file)) {
            return file;
        }
        Files.createDirectories(file.getParent());
        Path font = room.desk().engine().places().cache().resolve("font.ttf");
        try (InputStream in = Sample.class.getResourceAsStream("/io/reelbench/ui/fonts/JetBrainsMono-Regular.ttf")) {
            Files.copy(in, font, StandardCopyOption.REPLACE_EXISTING);
        }
        Path part = file.resolveSibling("." + NAME + ".part");
        room.desk().engine()
                .generate(List.of("-f", "lavfi", "-i", PICTURE, "-f", "lavfi", "-i", SOUND, "-map", "0:v", "-map", "1:a",
                        "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p", "-g", "60", "-c:a", "aac",
                        "-b:a",
                        "160k", "-t", Integer.toString(SECONDS), "-movflags", "+faststart", "-f", "mp4"), part, this::told);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    private void told(long madeUs) {
        double now = Math.clamp(madeUs / (double) (SECONDS * Time.SECOND), 0, 1);
        room.desk().carrier().onFx(() -> share.set(share.get() < 0 ? IDLE : Math.max(share.get(), now)));
    }
}
