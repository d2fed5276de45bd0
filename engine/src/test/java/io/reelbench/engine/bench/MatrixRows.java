package io.reelbench.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows on disk, one line each as soon as it is known, so that a run that was stopped goes on where it was. */
final class MatrixRows {

    private final Path file;
    private final Map<String, MatrixRow> rows = new LinkedHashMap<>();

    MatrixRows(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.getParent());
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(line -> MatrixRow.read(line).ifPresent(row -> rows.put(row.id(), row)));
        }
    }

    boolean has(String clip, MatrixCase one) {
        return rows.containsKey(clip + "\t" + one.operation() + "\t" + one.name());
    }

    void add(MatrixRow row) throws IOException {
        rows.put(row.id(), row);
        Files.writeString(file, row.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    List<MatrixRow> all() {
        return List.copyOf(rows.values());
    }
}
