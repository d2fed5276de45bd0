package io.reelbench.engine.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberingTest {

    private static Numbering.Wanted wanted(Set<String> there, String... names) {
        return new Numbering.Wanted(
                number -> List.of(names).stream().map(n -> Path.of("/out", number == 1 ? n : SafeName.numbered(n, number)))
                        .toList(),
                path -> there.stream().anyMatch(name -> name.equalsIgnoreCase(path.getFileName().toString())));
    }

    private static List<Integer> numbers(Set<String> there, String... names) {
        return Numbering.of(List.of(names).stream().map(n -> wanted(there, n)).toList());
    }

    @Test
    void theFirstKeepsItsNameAndOthersCountOn() {
        assertThat(numbers(Set.of(), "a.mp4", "b.mp4", "a.mp4", "a.mov", "a.mp4")).containsExactly(1, 1, 2, 1, 3);
    }

    @Test
    void whatIsThereAlreadyIsPassedOver() {
        assertThat(numbers(Set.of("a.mp4", "a-3.mp4"), "a.mp4", "a.mp4", "b.mp4")).containsExactly(2, 4, 1);
    }

    @Test
    void nobodyGetsANameThatAnotherHasByItself() {
        assertThat(numbers(Set.of(), "a.mp4", "a.mp4", "a-2.mp4")).containsExactly(1, 3, 1);
        assertThat(numbers(Set.of("a-2.mp4"), "a.mp4", "a.mp4", "a-2.mp4")).containsExactly(1, 3, 2);
    }

    @Test
    void capitalsAndAccentsDoNotTellNamesApart() {
        assertThat(numbers(Set.of(), "Clip.mp4", "clip.MP4", "\u00e9.mp4", "e\u0301.mp4")).containsExactly(1, 2, 1, 2);
    }

    @Test
    void productsOfOneTaskHaveOneNumber() {
        assertThat(Numbering.of(List.of(wanted(Set.of(), "a.mp4", "a-eng.srt"), wanted(Set.of(), "b.mp4", "a-eng.srt"),
                wanted(Set.of("a-eng-3.srt"), "a.mp4", "a-eng.srt")))).containsExactly(1, 2, 4);
    }

    @Test
    void anyBatchHasNamesThatDiffer() {
        Random random = new Random(11);
        List<String> few = List.of("a.mp4", "A.mp4", "a-2.mp4", "a-3.mp4", "a-2-2.mp4", "b.mp4");
        for (int tries = 0; tries < 500; tries++) {
            Set<String> there = new TreeSet<>(few.stream().filter(_ -> random.nextInt(3) == 0).toList());
            List<Numbering.Wanted> batch = IntStream.range(0, 1 + random.nextInt(9))
                    .mapToObj(_ -> wanted(there, few.get(random.nextInt(few.size())))).toList();
            List<Integer> numbers = Numbering.of(batch);
            List<String> files = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).names().apply(numbers.get(i))
                        .forEach(f -> files.add(f.toString().toLowerCase(java.util.Locale.ROOT)));
            }
            assertThat(files).doesNotHaveDuplicates();
            there.forEach(name -> assertThat(files).doesNotContain("/out/" + name.toLowerCase(java.util.Locale.ROOT)));
        }
    }

    @Test
    void tenThousandOfOneNameAreQuick() {
        List<Integer> numbers = Numbering.of(Collections.nCopies(10_000, wanted(Set.of(), "a.mp4")));
        assertThat(numbers.getLast()).isEqualTo(10_000);
    }
}
