package io.reelbench.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.problem.BadValue;
import org.junit.jupiter.api.Test;

class RegionTest {

    private static final Size FRAME = new Size(1920, 1080);

    @Test
    void readsEveryWayOfWritingIt() throws Exception {
        assertThat(Region.parse("640:360:10:20").in(FRAME)).isEqualTo(new Rect(640, 360, 10, 20));
        assertThat(Region.parse("640x360+10+20").in(FRAME)).isEqualTo(new Rect(640, 360, 10, 20));
        assertThat(Region.parse("640x360")).isEqualTo(Region.parse("640:360"));
        assertThat(Region.parse("640px:360px").in(FRAME)).isEqualTo(new Rect(640, 360, 640, 360));
        assertThat(Region.parse("80%:80%:10%:10%").in(FRAME)).isEqualTo(new Rect(1536, 864, 192, 108));
        assertThat(Region.parse(" 80%:80%:10%:10% ")).hasToString("80%:80%:10%:10%");
        assertThat(Edges.parse("10%:0:20:100").in(FRAME)).isEqualTo(new Rect(1820, 952, 100, 108));
        assertThat(Edges.parse("10%:0:20:100")).hasToString("10%:0:20:100");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> Region.parse("640")).isInstanceOf(BadValue.class).hasMessageContaining("write w:h:x:y");
        assertThatThrownBy(() -> Region.parse("640:36.5")).hasMessageContaining("whole pixels only");
        assertThatThrownBy(() -> Region.parse("0:10").in(FRAME)).hasMessageContaining("is empty");
        assertThatThrownBy(() -> Region.parse("640:360:1300:0").in(FRAME))
                .hasMessageContaining("reaches x = 1940, frame is 1920 wide");
        assertThatThrownBy(() -> Region.parse("640:360:0:800").in(FRAME))
                .hasMessageContaining("reaches y = 1160, frame is 1080 high");
        assertThatThrownBy(() -> Region.parse("640:1100").in(FRAME)).hasMessageContaining("reaches y = 1100");
        assertThatThrownBy(() -> Edges.parse("1:2:3")).hasMessageContaining("top:right:bottom:left");
        assertThatThrownBy(() -> Edges.parse("50%:0:50%:0").in(FRAME)).hasMessageContaining("leaves nothing");
    }

    @Test
    void roundsInwards() {
        assertThat(new Rect(101, 99, 3, 5).inwards(2, 2)).contains(new Rect(100, 98, 4, 6));
        assertThat(new Rect(10, 10, 0, 2).inwards(2, 4)).contains(new Rect(10, 8, 0, 4));
        assertThat(new Rect(1, 1, 1, 1).inwards(2, 2)).isEmpty();
    }
}
