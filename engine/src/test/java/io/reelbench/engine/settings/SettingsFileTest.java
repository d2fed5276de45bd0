package io.reelbench.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.schema.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("settings.json");
    }

    @Test
    void whatIsChosenIsThereAfterARestart() throws Exception {
        SettingsFile first = new SettingsFile(folder);
        assertThat(first.now()).isEqualTo(new Preferences());
        first.change(Map.of("theme", List.of("light"), "tasks", List.of("2"), "size", List.of("150"), "contrast", List.of("yes"),
                "cache-limit", List.of("2GB"), "language", List.of("zh-CN"), "key-changes", List.of("mark-in=I", "mark-out=")));
        Preferences again = new SettingsFile(folder).now();
        assertThat(again).isEqualTo(first.now());
        assertThat(again.appearance()).isEqualTo(
                new Appearance(Theme.LIGHT, true, false, 150, new Tongue(Optional.of(Locale.SIMPLIFIED_CHINESE))));
        assertThat(again.disk().cacheLimit()).isEqualTo(new Bytes(2_000_000_000));
        assertThat(again.keyboard().keyChanges()).containsExactly(new KeyChange("mark-in", "I"), new KeyChange("mark-out", ""));
        assertThat(Files.readString(file())).contains("\"schema\" : 1", "\"tasks\" : 2", "\"contrast\" : true");
    }

    @Test
    void onlyWhatDiffersIsWrittenAndCanBePutBack() throws Exception {
        SettingsFile settings = new SettingsFile(folder);
        settings.change(Map.of("theme", List.of("light"), "tasks", List.of("3")));
        assertThat(settings.given()).containsOnlyKeys("theme");
        settings.change(Map.of("theme", List.of()));
        assertThat(settings.now()).isEqualTo(new Preferences());
    }

    @Test
    void aValueOutOfRangeChangesNothingAndSaysWhy() throws Exception {
        SettingsFile settings = new SettingsFile(folder);
        Reading<Preferences> reading = settings.change(Map.of("tasks", List.of("9"), "theme", List.of("light")));
        assertThat(reading.value()).isEmpty();
        assertThat(reading.problems()).singleElement().satisfies(p -> assertThat(p.option()).isEqualTo("tasks"));
        assertThat(settings.now()).isEqualTo(new Preferences());
        assertThat(file()).doesNotExist();
    }

    @Test
    void aBrokenFileIsPutAsideAndSaid() throws Exception {
        Files.writeString(file(), "{\"theme\": \"li");
        SettingsFile settings = new SettingsFile(folder);
        assertThat(settings.now()).isEqualTo(new Preferences());
        assertThat(settings.troubles()).extracting(Text::toString).singleElement().asString().contains("as usual",
                "settings.unreadable.json");
        assertThat(folder.resolve("settings.unreadable.json")).exists();
        assertThat(new SettingsFile(folder).troubles()).isEmpty();
    }

    @Test
    void oneBadValueDoesNotCostTheOthers() throws Exception {
        Files.writeString(file(), "{\"schema\":1,\"tasks\":17,\"theme\":\"light\",\"size\":{\"a\":1},\"later\":[1]}");
        SettingsFile settings = new SettingsFile(folder);
        assertThat(settings.now().appearance().theme()).isEqualTo(Theme.LIGHT);
        assertThat(settings.now().work().tasks()).isEqualTo(3);
        assertThat(settings.troubles()).extracting(Text::toString).hasSize(2).anyMatch(t -> t.contains("tasks"))
                .anyMatch(t -> t.contains("size"));
        settings.change(Map.of("tasks", List.of("1")));
        assertThat(Files.readString(file())).as("what a later version wrote stays").contains("later");
    }

    @Test
    void listenersHearOfChangesUntilTheyLetGo() throws Exception {
        SettingsFile settings = new SettingsFile(folder);
        List<Integer> heard = new ArrayList<>();
        try (Pin pin = settings.listen(p -> heard.add(p.work().tasks()))) {
            assertThat(pin).isNotNull();
            settings.change(Map.of("tasks", List.of("1")));
            settings.change(Map.of("tasks", List.of("1")));
        }
        settings.change(Map.of("tasks", List.of("2")));
        assertThat(heard).containsExactly(1);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        SettingsFile settings = new SettingsFile(inTheWay.resolve("config"));
        assertThatThrownBy(() -> settings.change(Map.of("tasks", List.of("1")))).isInstanceOf(FailedException.class);
        assertThat(settings.now().work().tasks()).isEqualTo(3);
    }
}
