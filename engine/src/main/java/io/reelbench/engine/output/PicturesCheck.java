package io.reelbench.engine.output;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Looks at many pictures in a folder or an archive: how many there are, that none is empty, and what the first and the last one are. */
final class PicturesCheck {

    private final Verifier.Probe probe;
    private final String source;

    /** @param source name of the clip, for people */
    PicturesCheck(Verifier.Probe probe, String source) {
        this.probe = probe;
        this.source = source;
    }

    /** What was seen of them. */
    private record Seen(long count, long empty, Optional<Text> wrong) {
    }

    Verifier.Verdict check(Path product, Expect.Pictures expect) throws InterruptedException {
        Seen seen;
        try {
            seen = switch (expect.packing()) {
                case NONE -> folder(product, expect);
                case ZIP -> zip(product, expect);
                case TGZ -> tar(product, expect);
            };
        } catch (IOException e) {
            return bad(OutputWords.NOT_OPENED.with(e.getMessage()));
        }
        if (seen.wrong().isPresent()) {
            return bad(seen.wrong().get());
        } else if (seen.empty() > 0) {
            return bad(OutputWords.EMPTY_PICTURES.with(seen.empty()));
        } else if (seen.count() < expect.least() || seen.count() > expect.most()) {
            return bad(OutputWords.PICTURE_COUNT.with(seen.count(), expect.least()));
        }
        int count = (int) Math.min(Integer.MAX_VALUE, seen.count());
        return new Verifier.Verdict.Good(new Proof(OptionalLong.empty(), OptionalLong.empty(), count, 0, 0, false),
                java.util.List.of());
    }

    private Verifier.Verdict bad(Text difference) {
        return new Verifier.Verdict.Bad(new Failure.NotAsPlanned(source, difference.toString()));
    }

    private Seen folder(Path folder, Expect.Pictures expect) throws IOException, InterruptedException {
        List<Path> all = Folder.inside(folder);
        long empty = 0;
        for (Path picture : all) {
            empty += Files.size(picture) == 0 ? 1 : 0;
        }
        Optional<Text> wrong = all.isEmpty() ? Optional.empty() : wrong(all.getFirst(), expect);
        return new Seen(all.size(), empty, wrong.isPresent() || all.isEmpty() ? wrong : wrong(all.getLast(), expect));
    }

    private Optional<Text> wrong(Path picture, Expect.Pictures expect) throws InterruptedException {
        try {
            Media media = probe.probe(picture);
            Track.Video video = media.video().orElse(null);
            if (video == null || !video.codec().equals(expect.codec())) {
                return Optional.of(OutputWords.TRACKS.with(video == null ? OutputWords.NOTHING.english() : video.codec(),
                        expect.codec()));
            }
            return video.upright().equals(expect.size())
                    ? Optional.empty()
                    : Optional.of(OutputWords.PICTURE.with(video.upright(), expect.size()));
        } catch (FailedException e) {
            return Optional.of(OutputWords.NOT_OPENED.with(e.failure().headline()));
        }
    }

    /** All of it is read, so that every checksum is looked at. */
    private Seen zip(Path archive, Expect.Pictures expect) throws IOException, InterruptedException {
        long count = 0;
        long empty = 0;
        Optional<Text> wrong = Optional.empty();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                count++;
                empty += entry.getSize() == 0 ? 1 : 0;
                try (InputStream in = zip.getInputStream(entry)) {
                    if (count == 1) {
                        wrong = wrong(in, expect);
                    } else {
                        in.transferTo(OutputStream.nullOutputStream());
                    }
                }
            }
        }
        return new Seen(count, empty, wrong);
    }

    private Seen tar(Path archive, Expect.Pictures expect) throws IOException, InterruptedException {
        long count = 0;
        long empty = 0;
        Optional<Text> wrong = Optional.empty();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                count++;
                empty += entry.getSize() == 0 ? 1 : 0;
                if (count == 1) {
                    wrong = wrong(tar, expect);
                } else {
                    tar.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return new Seen(count, empty, wrong);
    }

    /** One picture of an archive is looked at as a file. */
    private Optional<Text> wrong(InputStream in, Expect.Pictures expect) throws IOException, InterruptedException {
        Path one = Files.createTempFile("picture", null);
        try {
            Files.copy(in, one, StandardCopyOption.REPLACE_EXISTING);
            return wrong(one, expect);
        } finally {
            Files.delete(one);
        }
    }
}
