package io.reelbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.Places;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void aDisplayIsAnX11OneOrTheSystemsOwn() {
        assertThat(Main.hasDisplay("Linux", Map.of("DISPLAY", ":0"), "")).isTrue();
        assertThat(Main.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), "")).isFalse();
        assertThat(Main.hasDisplay("Linux", Map.of("DISPLAY", " "), "")).isFalse();
        assertThat(Main.hasDisplay("Linux", Map.of(), "Headless")).isTrue();
        assertThat(Main.hasDisplay("Mac OS X", Map.of(), "")).isTrue();
        assertThat(Main.hasDisplay("Windows 11", Map.of(), "")).isTrue();
    }

    @Test
    void theWindowIsToldItsFolderAndItsFiles() {
        Opening opening = Opening.of(List.of("--window", "--data-dir", "here", "a.mov", "--", "--window"));
        assertThat(opening.places()).isEqualTo(Places.in(Path.of("here")));
        assertThat(opening.files()).containsExactly(Path.of("a.mov"), Path.of("--window"));
        assertThat(Opening.of(List.of()).places()).isEqualTo(Places.ofUser());
    }
}
