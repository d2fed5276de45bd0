package io.reelbench.engine.cloud.deliver;

import io.reelbench.engine.cloud.wire.Gate;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.output.InputStamp;
import io.reelbench.engine.output.PartFile;
import io.reelbench.engine.output.Placed;
import io.reelbench.engine.output.Rules;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Progress;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Copies a file into a folder and reads it back before it gets its name. */
record CopyJob(DeliveryKind.Bench bench, Path file, PartFile part, Rules rules, InputStamp stamp,
        Gate gate) implements TaskKind.Job {

    private static final int PIECE = 1 << 20;

    @Override
    public TaskKind.Finish run(TaskKind.Run run) throws FailedException, InterruptedException {
        run.handle(gate.handle());
        gate.enter();
        try {
            byte[] written = read(file, Optional.of(part.path()), run);
            DeliveryKind.unchanged(stamp);
            return ledger -> {
                if (!MessageDigest.isEqual(written, readBack())) {
                    throw new FailedException(
                            new Failure.NotAsPlanned(file.getFileName().toString(), DeliverWords.OTHER_BYTES.with().toString()));
                }
                part.seal(Optional.of(modified()));
                List<Placed> placed = bench.placer().place(List.of(part), rules, ledger);
                Placed.Here here = (Placed.Here) placed.getFirst();
                return new TaskKind.Finished.Done(List.of(new Task.Result(here.path(), here.bytes())),
                        List.of(DeliverWords.COPIED_TO.with(here.path())));
            };
        } finally {
            gate.leave();
        }
    }

    private java.nio.file.attribute.FileTime modified() throws FailedException {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new FailedException(new Failure.Missing(file.toString()), e);
        }
    }

    private byte[] readBack() throws FailedException, InterruptedException {
        return read(part.path(), Optional.empty(), null);
    }

    /** The digest of a file, which is copied meanwhile if there is somewhere to copy it to. */
    private byte[] read(Path from, Optional<Path> to, TaskKind.Run run) throws FailedException, InterruptedException {
        try (FileChannel in = FileChannel.open(from); FileChannel out = to.isPresent() ? created(to.get()) : null) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            long done = 0;
            long all = Math.max(1, in.size());
            while (in.read(piece) >= 0) {
                piece.flip();
                digest.update(piece.duplicate());
                done += piece.remaining();
                while (out != null && piece.hasRemaining()) {
                    out.write(piece);
                }
                piece.clear();
                if (run != null) {
                    gate.pass();
                    run.progress(new Progress(OptionalDouble.of(Math.min(1, done / (double) all)), OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            OptionalLong.of(done), Optional.of(Step.Doing.COPYING)));
                }
            }
            return digest.digest();
        } catch (java.nio.channels.ClosedByInterruptException stopped) {
            throw new InterruptedException();
        } catch (IOException e) {
            throw Faults.writing(part.path().getParent(), e);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static FileChannel created(Path to) throws IOException {
        return FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
