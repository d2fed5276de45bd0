package io.reelbench.engine.preview.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.media.Size;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodecTest {

    private static final Source SOURCE = new Source("/clips/caf\u00e9 \ud83c\udfac\n.mp4", 1L << 40, -5, "png_pipe", 3, -1, 270,
            true, 4,
            3, Source.Light.HLG, false, 7_200_000_000L, -80_000);
    private static final Size SIZE = new Size(640, 360);
    private static final Making MAKING = new Making("scale=2:2,setsar=1",
            new Making.Run(1, 2, 5, 500_000, true, new Making.Pace(25, 1)),
            List.of(new Making.SideFile("lut1.cube", "/tmp/it\'s.cube")), "libx264", "yuv420p",
            List.of("crf", "21", "x265-params", "a=b:c=d"), new Making.Pace(30000, 1001));

    private static final List<Order> ORDERS = List.of(new Order.Hello("/tmp/sheet", "/tmp/natives", 200_000_000),
            new Order.Cancel(Long.MAX_VALUE),
            new Order.Ask(1, Lane.FRAMES, new Request.Picture(SOURCE, Spot.PREVIOUS_KEYFRAME, Long.MIN_VALUE, SIZE)),
            new Order.Ask(2, Lane.FRAMES, new Request.Result(SOURCE, 7, SIZE, MAKING)),
            new Order.Ask(3, Lane.PICTURES, new Request.Thumbnail(SOURCE, SIZE)),
            new Order.Ask(4, Lane.PICTURES, new Request.Tile(SOURCE, 9, SIZE)),
            new Order.Ask(5, Lane.LONG, new Request.Sound(SOURCE, 4000)),
            new Order.Ask(6, Lane.LONG, new Request.Keyframes(SOURCE)),
            new Order.Ask(7, Lane.PLAYING,
                    new Request.Play(Optional.of(SOURCE), Optional.empty(), new Request.Span(1, 2, Long.MAX_VALUE), -1.5, true,
                            SIZE, 0.25)),
            new Order.Taken(8, Slots.MOST - 1), new Order.Loudness(9, 0.5));

    private static final List<Answer> ANSWERS = List.of(new Answer.Ready(1), new Answer.Alive(2), new Answer.Dropped(3),
            new Answer.Counted(4, 5), new Answer.Failed(6, Answer.Reason.TOO_LARGE, "because"),
            new Answer.Passed(8, 2, SIZE, 9, 10, Voice.NO_DEVICE), new Answer.Reached(11, 12, Voice.HEARD), new Answer.Played(13),
            new Answer.Shown(7, SIZE, 8, 9, true, -1, List.of(Answer.Caveat.values())));

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(Order order) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Codec.write(new DataOutputStream(out), order);
        return out.toByteArray();
    }

    private static byte[] bytes(Answer answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Codec.write(new DataOutputStream(out), answer);
        return out.toByteArray();
    }

    @Test
    void whatIsSaidIsHeard() throws Exception {
        for (Order order : ORDERS) {
            assertThat(Codec.order(in(bytes(order)))).contains(order);
        }
        for (Answer answer : ANSWERS) {
            assertThat(Codec.answer(in(bytes(answer)))).contains(answer);
        }
        assertThat(Codec.order(in(new byte[0]))).isEmpty();
    }

    @Test
    void everyKindIsTried() {
        assertThat(ORDERS).extracting(Object::getClass).contains(Order.class.getPermittedSubclasses());
        assertThat(ANSWERS).extracting(Object::getClass).contains(Answer.class.getPermittedSubclasses());
        assertThat(ORDERS.stream().filter(Order.Ask.class::isInstance).map(a -> ((Order.Ask) a).request()))
                .extracting(Object::getClass).contains(Request.class.getPermittedSubclasses());
    }

    @Test
    void nonsenseIsAnErrorAndNothingElse() throws Exception {
        Random random = new Random(5);
        for (Order order : ORDERS) {
            byte[] good = bytes(order);
            for (int i = 0; i < 400; i++) {
                byte[] bad = good.clone();
                bad[4 + random.nextInt(bad.length - 4)] = (byte) random.nextInt(256);
                try {
                    assertThat(Codec.order(in(bad))).isPresent();
                } catch (IOException refused) {
                    assertThat(refused).isNotNull();
                }
            }
            assertThatThrownBy(() -> Codec.order(in(java.util.Arrays.copyOf(good, good.length - 1))))
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> Codec.answer(in(new byte[]{0x7f, 0, 0, 0}))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Codec.answer(in(new byte[]{-1, 0, 0, 0}))).isInstanceOf(IOException.class);
    }

    @Test
    void lanesLieBesideEachOther() {
        assertThat(Lane.PICTURES.offset()).isEqualTo(Lane.FRAMES.offset() + Lane.FRAMES.bytes());
        assertThat(Lane.sheet()).isEqualTo(Lane.PLAYING.offset() + Lane.PLAYING.bytes());
        for (Size within : List.of(new Size(1, 1), SIZE, new Size(1920, 1080), new Size(9000, 1), new Size(9000, 9000))) {
            Slots slots = Slots.of(within);
            assertThat(slots.count()).isBetween(4, Slots.MOST);
            assertThat(4L * Slots.fitting(within).pixels()).isLessThanOrEqualTo(slots.bytes());
            assertThat((long) slots.offset(slots.count())).isLessThanOrEqualTo(Lane.PLAYING.bytes());
        }
        for (Lane lane : List.of(Lane.FRAMES, Lane.PICTURES)) {
            assertThat(4L * lane.longestSide() * lane.longestSide()).isLessThanOrEqualTo(lane.bytes());
        }
    }
}
