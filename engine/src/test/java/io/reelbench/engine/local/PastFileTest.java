package io.reelbench.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.plan.Past;
import io.reelbench.engine.plan.Work;
import io.reelbench.engine.plan.Work.Rough;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastFileTest {

    @TempDir
    Path folder;

    private static final Work WORK = new Work(60, 100, new Rough(List.of("picture", "picture libx264"), 10, 1),
            List.of(new Rough(List.of("film", "film libx264"), 5000, 1)));

    private static Meter.Measured took(double seconds) {
        return new Meter.Measured(seconds, Optional.of(seconds), 1);
    }

    @Test
    void whatWasDoneIsKnownAgainTheNextTime() {
        PastFile first = new PastFile(folder.resolve("data"));
        assertThat(first.past().done()).isEmpty();
        first.add(WORK, took(12), 0.5, List.of(7000L));
        first.add(WORK, took(14), 0.5, List.of());
        PastFile second = new PastFile(folder.resolve("data"));
        second.add(WORK, took(16), 0, List.of(1L));
        assertThat(new PastFile(folder.resolve("data")).past().done()).containsExactly(
                new Past.Done(WORK, 12.5, List.of(7000L)), new Past.Done(WORK, 14.5, List.of()),
                new Past.Done(WORK, 16, List.of(1L)));
    }

    @Test
    void tornAndForeignLinesAreLeftOut() throws Exception {
        PastFile first = new PastFile(folder);
        first.add(WORK, took(12), 0, List.of(7000L));
        Path file = folder.resolve("past.jsonl");
        String whole = Files.readString(file).strip();
        List<String> lines = List.of(whole.substring(0, whole.length() / 2), "null", "[]", "{\"formula\":99}", "{}",
                whole.replace("\"rough\":10.0", "\"rough\":-1"), whole.replace("\"picture\"", "null"), "\u0000\uFFFD");
        Files.writeString(file, "\n" + String.join("\n", lines) + "\n" + whole.substring(0, 20),
                java.nio.file.StandardOpenOption.APPEND);
        PastFile next = new PastFile(folder);
        next.add(WORK, took(13), 0, List.of(7000L));
        assertThat(new PastFile(folder).past().done()).as("the whole line before and the one behind a torn one").hasSize(2);
    }

    @Test
    void onlyTheNewestAreKept() throws Exception {
        PastFile first = new PastFile(folder);
        first.add(WORK, took(12), 0, List.of(7000L));
        Path file = folder.resolve("past.jsonl");
        String line = Files.readString(file).strip();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i <= 2 * Past.MOST; i++) {
            lines.add(line);
        }
        Files.write(file, lines);
        assertThat(new PastFile(folder).past().done()).hasSize(Past.MOST);
        assertThat(Files.readAllLines(file)).hasSize(Past.MOST);
    }

    @Test
    void whereOthersTookTheirShareItIsCountedAsIfAlone() {
        assertThat(new Meter.Measured(30, Optional.of(58.0), 1).alone(2)).as("alone").isEqualTo(30);
        assertThat(new Meter.Measured(90, Optional.of(58.0), 3).alone(2)).as("three on two full cores").isEqualTo(30);
        assertThat(new Meter.Measured(30, Optional.of(30.0), 3).alone(16)).as("cores to spare").isEqualTo(30);
        assertThat(new Meter.Measured(30, Optional.empty(), 3).alone(2)).as("nobody knows").isEqualTo(30);
    }
}
