package io.reelbench.engine.output;

import io.reelbench.engine.plan.Packing;
import io.reelbench.engine.plan.PictureNames;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Many numbered pictures: gives them their names, or puts them into an archive under these names. */
public final class Pictures {

    private final Path folder;
    private final Path clip;
    private final PictureNames names;
    private final String ending;

    /**
     * @param folder holds nothing but the pictures, whose names are in their order
     * @param clip   whose name theirs are made of
     * @param ending of their names, without a dot
     */
    public Pictures(Path folder, Path clip, PictureNames names, String ending) {
        this.folder = folder;
        this.clip = clip;
        this.names = names;
        this.ending = ending;
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            // numbers of different length are in the order of their length
            return inside.sorted(java.util.Comparator.comparingInt((Path p) -> p.getFileName().toString().length())
                    .thenComparing(p -> p.getFileName().toString())).toList();
        }
    }

    private String name(int number) {
        return SafeName.of(SafeName.stem(clip), "", (name, _) -> names.of(name, number), "", ending);
    }

    /** Where they are. */
    public void rename() throws IOException {
        int number = 1;
        for (Path picture : all()) {
            Files.move(picture, folder.resolve(name(number++)));
        }
    }

    /** Writes the archive; every picture has the same date, so that the same pictures give the same file. */
    public void pack(Packing packing, Path archive, long modifiedMs) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive), 1 << 16)) {
            if (packing == Packing.ZIP) {
                zip(out, modifiedMs);
            } else {
                tar(out, modifiedMs);
            }
        }
    }

    /** Side by side; pictures are packed already, so they are stored as they are. */
    private void zip(OutputStream out, long modifiedMs) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            int number = 1;
            for (Path picture : all()) {
                byte[] bytes = Files.readAllBytes(picture);
                CRC32 sum = new CRC32();
                sum.update(bytes);
                ZipEntry entry = new ZipEntry(name(number++));
                entry.setSize(bytes.length);
                entry.setCompressedSize(bytes.length);
                entry.setCrc(sum.getValue());
                entry.setLastModifiedTime(FileTime.fromMillis(modifiedMs));
                zip.putNextEntry(entry);
                zip.write(bytes);
                zip.closeEntry();
            }
        }
    }

    /** In a folder {@code frames}. */
    private void tar(OutputStream out, long modifiedMs) throws IOException {
        GzipParameters light = new GzipParameters();
        light.setCompressionLevel(Deflater.BEST_SPEED);
        light.setModificationTime(modifiedMs);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(out, light), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            int number = 1;
            for (Path picture : all()) {
                TarArchiveEntry entry = new TarArchiveEntry("frames/" + name(number++));
                entry.setSize(Files.size(picture));
                entry.setModTime(FileTime.fromMillis(modifiedMs));
                tar.putArchiveEntry(entry);
                Files.copy(picture, tar);
                tar.closeArchiveEntry();
            }
        }
    }
}
