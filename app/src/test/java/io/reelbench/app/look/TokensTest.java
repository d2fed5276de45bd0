package io.reelbench.app.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours: greys that do not tint the eye, each in dark and in light, and no colour outside of its sheet. */
class TokensTest {

    private static final Pattern TOKEN = Pattern.compile("(-rb-[a-z0-9-]+): ([^;]+);");
    private static final Set<String> COLOURED = Set.of("-rb-accent", "-rb-fill", "-rb-fill-hover", "-rb-amber", "-rb-amber-mark",
            "-rb-red",
            "-rb-green", "-rb-thumb", "-rb-red-tint", "-rb-amber-tint");

    @Test
    void everyGreyIsNeutral() throws IOException {
        assertThat(tokens(sheet("tokens"))).isNotEmpty()
                .filteredOn(t -> !COLOURED.contains(t.group(1)) && !t.group(1).startsWith("-rb-range-")).allSatisfy(token -> {
                    Color colour = Color.web(token.group(2));
                    assertThat(colour.getRed()).as(token.group()).isEqualTo(colour.getGreen()).isEqualTo(colour.getBlue());
                });
    }

    @Test
    void darkAndLightHaveTheSameTokens() throws IOException {
        String[] parts = sheet("tokens").split("\\.root\\.light \\{");
        assertThat(names(parts[0])).isEqualTo(names(parts[1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"controls", "shell", "clips", "viewer", "recipe", "queue"})
    void otherSheetsUseTokensThatExist(String name) throws IOException {
        Set<String> used = Pattern.compile(": [^;]*?(-rb-[a-z0-9-]+)").matcher(sheet(name)).results().map(m -> m.group(1))
                .collect(Collectors.toSet());
        assertThat(names(sheet("tokens"))).containsAll(used);
    }

    private static Set<String> names(String css) {
        return tokens(css).map(t -> t.group(1)).collect(Collectors.toSet());
    }

    private static Stream<MatchResult> tokens(String css) {
        return TOKEN.matcher(css).results();
    }

    private static String sheet(String name) throws IOException {
        try (var in = Theme.class.getResourceAsStream("/io/reelbench/ui/" + name + ".css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
