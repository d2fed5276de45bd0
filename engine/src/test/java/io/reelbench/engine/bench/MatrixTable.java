package io.reelbench.engine.bench;

import io.reelbench.engine.bench.MatrixRow.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The matrix in Markdown: counts for each operation, why something was refused, and every wrong one by name. */
final class MatrixTable {

    private MatrixTable() {}

    /** @param head when, of what and on what it was made, a line each */
    static String of(List<MatrixRow> rows, List<String> head) {
        StringBuilder page = new StringBuilder("# Every operation on every clip\n\n");
        page.append("Written by the matrix command (see `engine/pom.xml`, profile `matrix`); not edited by hand.\n");
        page.append(
                "*Done* means verified by the engine and undisputed by every other reader named here. *Refused* means that the "
                        + "reason was told before or instead of a result.\n\n");
        head.forEach(line -> page.append("- ").append(line).append('\n'));
        page.append("\n| operation | done | refused | wrong |\n|---|---:|---:|---:|\n");
        Map<String, List<MatrixRow>> operations = rows.stream()
                .collect(Collectors.groupingBy(MatrixRow::operation, TreeMap::new, Collectors.toList()));
        operations.forEach((operation, all) -> page.append(line(operation, all)));
        page.append(line("**all**", rows));
        page.append("\n## Refused, and why\n\n| times | reason | for example |\n|---:|---|---|\n");
        refusals(rows).forEach(page::append);
        page.append("\n## Wrong\n\n");
        List<MatrixRow> wrong = rows.stream().filter(r -> r.state() == State.WRONG)
                .sorted(Comparator.comparing(MatrixRow::operation).thenComparing(MatrixRow::file)).toList();
        wrong.forEach(r -> page.append("- `").append(r.operation()).append("` ").append(cell(r.name())).append(" on `")
                .append(cell(r.file())).append("`: ").append(cell(r.reason())).append('\n'));
        return page.append(wrong.isEmpty() ? "Nothing.\n" : "").toString();
    }

    private static String line(String operation, List<MatrixRow> rows) {
        return "| %s | %d | %d | %d |%n".formatted(operation, count(rows, State.DONE), count(rows, State.REFUSED),
                count(rows, State.WRONG)).replace("\r", "");
    }

    private static long count(List<MatrixRow> rows, State state) {
        return rows.stream().filter(r -> r.state() == state).count();
    }

    private static List<String> refusals(List<MatrixRow> rows) {
        Map<String, List<MatrixRow>> reasons = rows.stream().filter(r -> r.state() == State.REFUSED)
                .collect(Collectors.groupingBy(MatrixRow::pattern));
        List<Map.Entry<String, List<MatrixRow>>> sorted = new ArrayList<>(reasons.entrySet());
        sorted.sort(Comparator.comparing((Map.Entry<String, List<MatrixRow>> e) -> -e.getValue().size())
                .thenComparing(Map.Entry::getKey));
        return sorted.stream().map(e -> "| %d | %s | %s |\n".formatted(e.getValue().size(), cell(e.getKey()),
                cell(e.getValue().getFirst().reason()))).toList();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
