package io.reelbench.app.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Draft;
import io.reelbench.app.memory.Remembered.Bounds;
import io.reelbench.app.memory.Remembered.Look;
import io.reelbench.app.memory.Remembered.Lying;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("window.json");
    }

    @Test
    void aFirstStartRemembersNothing() {
        assertThat(new Memory(folder).now()).isEqualTo(Remembered.NOTHING);
    }

    @Test
    void whatIsWrittenComesBackWhole() throws Exception {
        Draft draft = new Draft(Optional.of("Web"), List.of(Card.of("scale").with("width", List.of("640")).switched(false)),
                Map.of("to", List.of("/out")));
        Memory memory = new Memory(folder);
        memory.change(r -> r.with(Look.LIGHT).with(new Bounds(1, 2, 1280, 720, true))
                .with(List.of(new Lying("/a b/é.mp4", "day one", draft, List.of(40_000L), "/a b")), draft)
                .withRecent(List.of("/x")).withOpenFolder("/films").withSaveFolder("/out"));
        memory.write();
        assertThat(new Memory(folder).now()).isEqualTo(memory.now());
        assertThat(memory.now().window()).isPresent();
    }

    @Test
    void aFileOfAnOlderVersionLacksThings() throws Exception {
        Files.writeString(file(), "{\"look\":\"LIGHT\",\"gone\":1}");
        assertThat(new Memory(folder).now()).isEqualTo(Remembered.NOTHING.with(Look.LIGHT));
    }

    @Test
    void whatCannotBeReadIsPutAside() throws Exception {
        for (String broken : List.of("", "[]", "{\"look\":\"PINK\"}", "{\"clips\":[{\"file\":\"/a\",\"draft\":{}}]}", "{")) {
            Files.writeString(file(), broken);
            assertThat(new Memory(folder).now()).isEqualTo(Remembered.NOTHING);
            assertThat(file()).doesNotExist();
            assertThat(folder.resolve("window.unreadable.json")).hasContent(broken);
        }
    }
}
