package io.reelbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.memory.Remembered.Splits;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final Splits OPEN = new Splits(0, 0, 0, true, false, false);

    @Test
    void theDesignsSizes() {
        Layout small = Layout.of(1280, 679, OPEN, false);
        assertThat(small.clips()).contains(new Rectangle2D(0, 0, 296, 679 - 208 - 1));
        assertThat(small.centre()).isEqualTo(new Rectangle2D(297, 0, 662, 470));
        assertThat(small.queue()).isEqualTo(new Rectangle2D(0, 471, 959, 208));
        assertThat(small.recipe()).contains(new Rectangle2D(960, 0, 320, 679));
        Layout large = Layout.of(1920, 1039, OPEN, false);
        assertThat(large.clips().orElseThrow().getWidth()).isEqualTo(336);
        assertThat(large.recipe().orElseThrow().getWidth()).isEqualTo(360);
        assertThat(large.queue().getHeight()).isBetween(303.0, 304.0);
        assertThat(Layout.of(1280, 679, Splits.DESIGNED, false).queue().getHeight()).isEqualTo(44);
    }

    @Test
    void aPersonsSizesStayWithinTheirLimits() {
        Layout wide = Layout.of(1280, 679, new Splits(999, 10, 9999, true, false, false), false);
        assertThat(wide.clips().orElseThrow().getWidth()).isEqualTo(420);
        assertThat(wide.recipe().orElseThrow().getWidth()).isEqualTo(300);
        assertThat(wide.queue().getHeight()).isEqualTo(272);
        assertThat(Layout.of(1280, 679, new Splits(0, 0, 60, true, false, false), false).queue().getHeight()).isEqualTo(140);
    }

    @Test
    void whatIsPutAwayGivesItsRoomToTheCentre() {
        Layout centred = Layout.of(1280, 679, new Splits(0, 0, 0, false, true, true), false);
        assertThat(centred.clips()).isEmpty();
        assertThat(centred.recipe()).isEmpty();
        assertThat(centred.centre()).isEqualTo(new Rectangle2D(0, 0, 1280, 634));
    }

    @Test
    void aNarrowWindowHasTheRecipeInADrawer() {
        assertThat(Layout.of(1000, 559, OPEN, false).recipe()).isEmpty();
        Layout open = Layout.of(1000, 559, OPEN, true);
        assertThat(open.recipe()).contains(new Rectangle2D(680, 0, 320, 559));
        assertThat(open.centre().getMaxX()).isEqualTo(1000);
    }

    @Test
    void theQueueLiesOverTheCentreBeforeThePictureSuffers() {
        Layout low = Layout.of(1280, 500, OPEN, false);
        assertThat(low.covers()).isTrue();
        assertThat(low.centre().getHeight()).isEqualTo(500 - 44 - 1);
        assertThat(low.queue()).isEqualTo(new Rectangle2D(0, 292, 959, 208));
        assertThat(Layout.of(900, 559, OPEN, false).covers()).isFalse();
        assertThat(Layout.of(1280, 500, Splits.DESIGNED, false).covers()).isFalse();
    }
}
