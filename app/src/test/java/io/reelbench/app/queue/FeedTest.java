package io.reelbench.app.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Carrier;
import io.reelbench.engine.queue.Progress;
import io.reelbench.engine.queue.TaskEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FeedTest {

    @Test
    void howeverMuchIsToldFewDeliveriesComeAndTheLastWordIsInThem() {
        List<List<TaskEvent>> deliveries = new ArrayList<>();
        try (Carrier carrier = new Carrier()) {
            Feed feed = Workplace.onFx(() -> new Feed(carrier, deliveries::add));
            long start = System.nanoTime();
            for (int i = 1; i <= 300_000; i++) {
                feed.add(new TaskEvent.Progressed("t" + i % 3, Progress.of(i / 300_000.0), OptionalLong.empty()));
            }
            feed.add(new TaskEvent.Held(true));
            Workplace.until("the last one is there",
                    () -> deliveries.stream().anyMatch(d -> d.contains(new TaskEvent.Held(true))));
            long tenths = (System.nanoTime() - start) / 100_000_000;
            List<List<TaskEvent>> all = Workplace.onFx(() -> List.copyOf(deliveries));
            assertThat(all.size()).isLessThanOrEqualTo((int) tenths + 2);
            assertThat(all).allSatisfy(delivery -> assertThat(delivery).hasSizeLessThanOrEqualTo(4));
            assertThat(all.getLast()).endsWith(new TaskEvent.Held(true));
        }
    }
}
