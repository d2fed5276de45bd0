package io.reelbench.engine.preview;

import io.reelbench.engine.ffmpeg.Clips;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.FailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Everything that previews can do, done to a folder of real clips; a line for each, and contact sheets to look at. */
final class PreviewCorpus {

    private static final Size CELL = new Size(160, 160);

    private final DecodedPreviews previews;
    private final List<Picture> pictures = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private PreviewCorpus(DecodedPreviews previews) {
        this.previews = previews;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path out = Path.of(arguments[1]);
        try (DecodedPreviews previews = new DecodedPreviews(Clips.launcher(), Path.of(arguments[2]), 1L << 30, 192L << 20);
                var files = Files.walk(folder)) {
            PreviewCorpus corpus = new PreviewCorpus(previews);
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                corpus.look(file);
            }
            ContactSheet.write(corpus.pictures, corpus.names, 12, 160, out);
        }
        System.exit(0);
    }

    private void look(Path file) throws Exception {
        StringBuilder line = new StringBuilder("%-44s".formatted(file.getFileName()));
        Media media;
        try {
            media = Clips.probe(file);
        } catch (FailedException no) {
            System.out.println(line + " not probed: " + no.getMessage());
            return;
        }
        long middle = media.lengthUs().orElse(0) / 2;
        line.append(said("thumb", previews.thumbnail(media, CELL), this::keep));
        names.add(file.getFileName().toString());
        while (pictures.size() < names.size()) {
            pictures.add(new Picture(new Size(1, 1), java.nio.ByteBuffer.allocate(4)));
        }
        line.append(said("first", previews.frame(media, new Where.At(0), CELL), f -> f.atUs() + ""));
        line.append(said("middle", previews.frame(media, new Where.At(middle), CELL), f -> f.atUs() + ""));
        line.append(said("next", previews.frame(media, new Where.NextFrame(middle), CELL), f -> f.atUs() + ""));
        line.append(said("end", previews.frame(media, new Where.At(1L << 50), CELL), f -> f.atUs() + ""));
        line.append(said("key>", previews.frame(media, new Where.NextKeyframe(middle), CELL), f -> f.atUs() + ""));
        line.append(said("<key", previews.frame(media, new Where.PreviousKeyframe(middle), CELL), f -> f.atUs() + ""));
        line.append(said("strip", previews.filmstrip(media, 8, CELL, _ -> {
        }), s -> s.size() + ""));
        line.append(said("wave", previews.waveform(media, 200), w -> "%.2f".formatted(max(w.high()))));
        line.append(said("keys", previews.keyframes(media), k -> k.length + ""));
        System.out.println(line);
    }

    private static float max(float[] values) {
        float most = 0;
        for (float value : values) {
            most = Math.max(most, value);
        }
        return most;
    }

    private String keep(Picture picture) {
        pictures.add(picture);
        return picture.size().toString();
    }

    private static <T> String said(String what, CompletableFuture<T> future, java.util.function.Function<T, String> how)
            throws Exception {
        long start = System.nanoTime();
        String said;
        try {
            said = how.apply(future.get(60, TimeUnit.SECONDS));
        } catch (ExecutionException failed) {
            said = "(" + failed.getCause().getMessage() + ")";
        }
        return " " + what + " " + said + " " + (System.nanoTime() - start) / 1_000_000 + "ms;";
    }
}
