package io.reelbench.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class LensTest {

    private static final Rectangle2D ROOM = new Rectangle2D(10, 10, 400, 300);
    private static final Rectangle2D FITTED = new Rectangle2D(10, 47.5, 400, 225);
    private static final double MOST = 8;

    @Test
    void fittedItLiesWhereItLay() {
        assertThat(Lens.FIT.area(FITTED, ROOM)).isEqualTo(FITTED);
    }

    @Test
    void theSpotUnderThePointerStaysThere() {
        Lens near = Lens.FIT.times(4, MOST, 110, 120, FITTED, ROOM);
        Rectangle2D area = near.area(FITTED, ROOM);
        assertThat(near.zoom()).isEqualTo(4);
        assertThat((110 - area.getMinX()) / area.getWidth()).isCloseTo(0.25, within(1e-9));
        assertThat((120 - area.getMinY()) / area.getHeight()).isCloseTo((120 - 47.5) / 225, within(1e-9));
    }

    @Test
    void noRoomIsLeftEmptyWhileSomethingIsHidden() {
        Lens pushed = Lens.FIT.times(2, MOST, 210, 160, FITTED, ROOM).pushed(10_000, -10_000, FITTED, ROOM);
        Rectangle2D area = pushed.area(FITTED, ROOM);
        assertThat(area.getMinX()).isEqualTo(10);
        assertThat(area.getMaxY()).isCloseTo(310, within(1e-9));
        // pushing back works at once
        assertThat(pushed.pushed(-30, 0, FITTED, ROOM).area(FITTED, ROOM).getMinX()).isCloseTo(-20, within(1e-9));
    }

    @Test
    void itEndsAtAllOfThePictureAndAtTheMost() {
        assertThat(Lens.FIT.times(2, MOST, 50, 50, FITTED, ROOM).times(0.1, MOST, 50, 50, FITTED, ROOM)).isEqualTo(Lens.FIT);
        assertThat(Lens.FIT.times(100, MOST, 50, 50, FITTED, ROOM).zoom()).isEqualTo(MOST);
    }
}
