package io.reelbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Carrier;
import io.reelbench.engine.settings.SettingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** What was chosen for the end of all work happens then and only then. */
@ExtendWith(ApplicationExtension.class)
class AfterAllToolkitTest implements AfterAll.Stage {

    private static final QueueStatus IDLE = new QueueStatus(false, false, false, 0);
    private static final QueueStatus WORKING = new QueueStatus(false, true, true, 0);

    @TempDir
    private Path folder;
    private final List<String> told = new ArrayList<>();
    private final ObjectProperty<QueueStatus> queue = new SimpleObjectProperty<>(IDLE);
    private Runnable callOff = () -> {
    };

    @Override
    public void announce(String sentence, Runnable off) {
        told.add("announced");
        callOff = off;
    }

    @Override
    public void takeBack() {
        // only a note goes
    }

    @Override
    public void close() {
        told.add("closed");
    }

    private AfterAll afterAll(String chosen, Carrier carrier, Duration grace) throws Exception {
        SettingsFile settings = new SettingsFile(folder);
        settings.change(Map.of("when-done", List.of(chosen)));
        return Workplace.onFx(() -> new AfterAll(settings, carrier, queue, this, why -> told.add(why.toString()), grace));
    }

    private void work() {
        Workplace.doFx(() -> queue.set(WORKING));
        Workplace.doFx(() -> queue.set(IDLE));
    }

    @Test
    void theWindowClosesAfterTheLastTask() throws Exception {
        try (Carrier carrier = new Carrier(); AfterAll after = afterAll("close", carrier, Duration.millis(1))) {
            assertThat(after).isNotNull();
            assertThat(told).as("nothing was done yet").isEmpty();
            work();
            Workplace.until("it closes", () -> told.contains("closed"));
            assertThat(told).containsExactly("announced", "closed");
        }
    }

    @Test
    void itCanBeCalledOffAndMoreWorkCallsItOff() throws Exception {
        try (Carrier carrier = new Carrier(); AfterAll after = afterAll("close", carrier, Duration.hours(1))) {
            assertThat(after).isNotNull();
            work();
            Workplace.doFx(() -> callOff.run());
            work();
            Workplace.doFx(() -> queue.set(WORKING));
            assertThat(told).containsExactly("announced", "announced");
        }
    }

    @Test
    void usuallyNothingHappens() throws Exception {
        try (Carrier carrier = new Carrier(); AfterAll after = afterAll("nothing", carrier, Duration.millis(1))) {
            assertThat(after).isNotNull();
            work();
            assertThat(told).isEmpty();
        }
    }
}
