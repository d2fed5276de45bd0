package io.reelbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.memory.Remembered.Bounds;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class StayTest {

    private static final Rectangle2D PRIMARY = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 1280, 800);

    private static Bounds fit(double x, double y, double width, double height, Rectangle2D... screens) {
        return Stay.fit(Optional.of(new Bounds(x, y, width, height, false)), List.of(screens), PRIMARY);
    }

    @Test
    void aPlaceThatCanBeSeenIsKept() {
        Bounds second = new Bounds(2000, 50, 1100, 700, true);
        assertThat(Stay.fit(Optional.of(second), List.of(PRIMARY, RIGHT), PRIMARY)).isEqualTo(second);
    }

    @Test
    void aPlaceOnAScreenThatIsGoneBecomesTheMiddle() {
        assertThat(fit(2000, 50, 1100, 700, PRIMARY)).isEqualTo(new Bounds(410, 190, 1100, 700, false));
        assertThat(fit(100, -300, 1100, 700, PRIMARY)).isEqualTo(new Bounds(410, 190, 1100, 700, false));
        assertThat(fit(5000, 5000, 4000, 3000, PRIMARY)).isEqualTo(new Bounds(0, 0, 1920, 1080, false));
    }

    @Test
    void theFirstTimeItStandsInTheMiddle() {
        assertThat(Stay.fit(Optional.empty(), List.of(PRIMARY), PRIMARY)).isEqualTo(new Bounds(320, 160, 1280, 760, false));
    }
}
