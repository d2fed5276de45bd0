package io.reelbench.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.cli.Board.Row;
import io.reelbench.engine.cli.Board.View;
import io.reelbench.engine.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardLinesTest {

    private static final View VIEW = new View(List.of(
            new Row("a very long name of a clip that nobody can read on a narrow terminal.mp4", OptionalDouble.of(0.4296),
                    OptionalDouble.of(3.14), OptionalLong.of(12_400_000), Optional.of(Step.Doing.ENCODING), false),
            new Row("日本語の映画✨.mkv", OptionalDouble.empty(), OptionalDouble.of(120.4), OptionalLong.empty(),
                    Optional.of(Step.Doing.SECOND_PASS), false),
            new Row("b\nc\u001B[31m.mp4", OptionalDouble.of(1), OptionalDouble.empty(), OptionalLong.empty(),
                    Optional.of(Step.Doing.COPYING), true)),
            3, 12, 0.5, OptionalLong.of(3_723_000_000L));

    private static List<String> lines(int columns, boolean rich) {
        return new BoardLines(new Look(columns, rich, false)).of(VIEW);
    }

    @Test
    void showsNameBarPercentSpeedTimeLeftAndStep() {
        assertThat(lines(100, true)).containsExactly(
                "a very long nam…w terminal.mp4 ████████████░░░░░░░░░░░░░░░░░  42%   3.1×     0:13 left  encoding",
                "日本語の映画✨.mkv             ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░        120×                second pass",
                "b�c�[31m.mp4                   █████████████████████████████ 100%                       checking",
                "3 of 12                        ███████████████░░░░░░░░░░░░░░  50%         1:02:03 left");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 40, 60, 80, 120, 200})
    void fitsEveryWidth(int columns) {
        assertThat(lines(columns, true)).allSatisfy(line -> assertThat(Columns.of(line)).isLessThan(Math.max(columns, 30)));
        assertThat(lines(columns, false)).allSatisfy(line -> assertThat(Columns.of(line)).isLessThan(Math.max(columns, 30)));
    }

    @Test
    void drawsInAsciiWhereNothingElseCanBeShown() {
        assertThat(lines(80, false).getFirst()).matches("a very.*\\.\\..*mp4 #+-+  42% .*left.*");
        assertThat(lines(80, false).getLast()).isPrintable().matches("[\\x20-\\x7E]*");
    }

    @Test
    void oneTaskNeedsNoSum() {
        View one = new View(VIEW.rows().subList(0, 1), 0, 1, 0.4, OptionalLong.empty());

        assertThat(new BoardLines(new Look(80, true, false)).of(one)).hasSize(1);
    }
}
