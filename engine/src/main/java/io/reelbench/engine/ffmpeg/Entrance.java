package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What is seen of a file before ffprobe is let near it: it must be a plain file that can be read and is not empty. A pipe would let
 * ffprobe wait for ever, a device would be worse.
 *
 * @param path       absolute, as the person named it
 * @param bytes      size
 * @param modifiedMs last change, milliseconds since 1970
 * @param head       the first 64 kB, one character a byte
 * @param endsEarly  whether the container's own sizes reach beyond the end of the file
 */
record Entrance(Path path, long bytes, long modifiedMs, String head, boolean endsEarly) {

    private static final int HEAD = 64 << 10;

    static Entrance of(Path file) throws FailedException, InterruptedException {
        Path path = file.toAbsolutePath().normalize();
        String name = String.valueOf(path.getFileName());
        try {
            Path real = path.toRealPath();
            BasicFileAttributes is = Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            refuseAllButFiles(name, is);
            try (FileChannel channel = FileChannel.open(real, StandardOpenOption.READ)) {
                String head = head(channel);
                return new Entrance(path, is.size(), is.lastModifiedTime().toMillis(), head,
                        ContainerEnd.isBeyond(channel, head));
            }
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw new InterruptedException();
        } catch (NoSuchFileException e) {
            throw new FailedException(new Failure.Missing(name), e);
        } catch (AccessDeniedException e) {
            throw new FailedException(new Failure.NoRead(name), e);
        } catch (FileSystemException e) {
            throw new FailedException(new Failure.Unreadable(name, String.valueOf(e.getReason())), e);
        } catch (IOException e) {
            throw new FailedException(new Failure.Unreadable(name, FfmpegWords.DISK.say()), e);
        }
    }

    private static void refuseAllButFiles(String name, BasicFileAttributes is) throws FailedException {
        if (is.isDirectory()) {
            throw new FailedException(new Failure.NotMedia(name, FfmpegWords.IS_FOLDER.say()));
        } else if (!is.isRegularFile()) {
            throw new FailedException(new Failure.NotMedia(name, FfmpegWords.NO_FILE.say()));
        } else if (is.size() == 0) {
            throw new FailedException(new Failure.EmptyFile(name));
        }
    }

    private static String head(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(HEAD, channel.size()));
        while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {
            continue;
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    }

    String name() {
        return path.getFileName().toString();
    }
}
