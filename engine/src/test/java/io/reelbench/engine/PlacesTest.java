package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Path HOME = Path.of("/home/ann");

    @Test
    void linuxKeepsToXdg() {
        Places usual = Places.of("linux", HOME, Map.of());
        assertThat(usual.data()).isEqualTo(HOME.resolve(".local/share/reelbench"));
        assertThat(usual.cache()).isEqualTo(HOME.resolve(".cache/reelbench"));
        Places chosen = Places.of("linux", HOME, Map.of("XDG_DATA_HOME", "/data/ann", "XDG_CACHE_HOME", "relative"));
        assertThat(chosen.data()).isEqualTo(Path.of("/data/ann/reelbench"));
        assertThat(chosen.cache()).as("a relative path is ignored").isEqualTo(HOME.resolve(".cache/reelbench"));
    }

    @Test
    void oneFolderHoldsAllWhenAskedTo() {
        Places all = Places.in(Path.of("/work/rb"));
        assertThat(java.util.List.of(all.data(), all.cache(), all.config(), all.logs())).allMatch(p -> p.startsWith("/work/rb"))
                .doesNotHaveDuplicates();
    }
}
