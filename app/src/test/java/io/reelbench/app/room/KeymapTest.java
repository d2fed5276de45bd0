package io.reelbench.app.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.problem.Text;
import io.reelbench.engine.settings.KeyChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

class KeymapTest {

    private final Actions actions = new Actions();
    private final Action in = actions.add("mark-in", Text.verbatim("Set in"), Section.VIEWER, "I", () -> {
    });
    private final Action about = actions.add("about", Text.verbatim("About"), Section.CLIPS, "Shortcut+I", () -> {
    });
    private final Action open = actions.add("open", Text.verbatim("Open"), Section.CLIPS, "Shortcut+O", () -> {
    });
    private final Action cancel = local("cancel", "Delete");
    private final Action remove = local("remove", "Delete");
    private final Action clips = actions.add("remove-clips", Text.verbatim("Remove"), Section.CLIPS, "Delete", () -> {
    });

    private Action local(String id, String key) {
        return actions.addLocal(id, Text.verbatim(id), Section.QUEUE, key, Bindings.createBooleanBinding(() -> true), () -> {
        });
    }

    private static Optional<KeyCombination> key(String name) {
        return Optional.of(KeyCombination.valueOf(name));
    }

    @Test
    void theSetTakesAKeyFromTheActionThatUsuallyHasIt() {
        actions.use(new Keymap(Map.of("open", "Shortcut+I"), List.of()));
        assertThat(open.key()).isEqualTo(key("Shortcut+I"));
        assertThat(about.key()).isEmpty();
        assertThat(in.key()).isEqualTo(key("I"));
    }

    @Test
    void whatAPersonChoseComesFirst() {
        actions.use(new Keymap(Map.of("open", "Shortcut+I"),
                List.of(new KeyChange("about", "Shortcut+I"), new KeyChange("mark-in", ""),
                        new KeyChange("gone", "Z"), new KeyChange("remove-clips", "No Such Key"))));
        assertThat(about.key()).isEqualTo(key("Shortcut+I"));
        assertThat(open.key()).isEmpty();
        assertThat(in.key()).isEmpty();
        assertThat(clips.key()).isEmpty();
    }

    @Test
    void aPartMayGiveAKeyItsOwnMeaning() {
        actions.use(new Keymap(Map.of(), List.of()));
        assertThat(List.of(cancel, remove, clips)).extracting(Action::key).containsOnly(key("Delete"));
        assertThat(cancel.excludes(remove)).isFalse();
        assertThat(cancel.excludes(clips)).isFalse();
        assertThat(in.excludes(about)).isTrue();
    }

    @Test
    void actionsThatComeLaterGetTheirKeyToo() {
        actions.use(new Keymap(Map.of("late", "L"), List.of()));
        assertThat(actions.add("late", Text.verbatim("Late"), Section.VIEWER, "Shortcut+J", () -> {
        }).key()).isEqualTo(key("L"));
    }
}
