package io.reelbench.app.desk;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.engine.problem.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Clips, selection and drafts, with a real engine and no window. */
class DeskTest {

    @TempDir
    private static Path folder;
    private static Workplace place;
    private static Path film;
    private static Path other;
    private static Path broken;
    private Desk desk;

    @BeforeAll
    static void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        place = Workplace.in(folder);
        film = place.film("film.mp4", 2, 160, 90);
        other = place.film("other.mp4", 3, 160, 90);
        broken = Files.writeString(folder.resolve("clips/broken.mp4"), "no film");
    }

    @AfterAll
    static void close() {
        place.close();
    }

    @BeforeEach
    void freshDesk() {
        desk = onFx(() -> new Desk(place.engine(), place.desk().carrier()));
    }

    private List<Clip> added(Path... files) {
        List<Clip> clips = onFx(() -> desk.add(List.of(files)));
        until("probed", () -> clips.stream().noneMatch(c -> c.facts().get() instanceof Facts.Reading));
        return clips;
    }

    @Test
    void rowsAreThereAtOnceAndFillIn() {
        List<Clip> clips = onFx(() -> {
            List<Clip> fresh = desk.add(List.of(film, broken));
            assertThat(desk.clips()).hasSize(2);
            assertThat(desk.selected()).hasSize(2);
            return fresh;
        });
        until("probed", () -> clips.stream().noneMatch(c -> c.facts().get() instanceof Facts.Reading));
        assertThat(clips.getFirst().media().orElseThrow().lengthUs()).hasValue(2_000_000);
        assertThat(clips.get(1).facts().get()).isInstanceOf(Facts.Unreadable.class);
    }

    @Test
    void theSameFileLiesThereOnce() {
        added(film);
        List<Clip> again = added(film, other);
        assertThat(onFx(() -> desk.clips().size())).isEqualTo(2);
        assertThat(onFx(() -> desk.selected().size())).isEqualTo(2);
        assertThat(again).hasSize(2);
    }

    @Test
    void removingAndAddingCanBeUndone() {
        List<Clip> clips = added(film, other, broken);
        doFx(() -> {
            desk.remove(List.of(clips.get(1)));
            assertThat(desk.clips()).containsExactly(clips.get(0), clips.get(2));
            desk.history().undo();
            assertThat(desk.clips()).containsExactlyElementsOf(clips);
            desk.history().undo();
            assertThat(desk.clips()).isEmpty();
            assertThat(desk.current().get()).isNull();
            desk.history().redo();
            assertThat(desk.clips()).containsExactlyElementsOf(clips);
        });
    }

    @Test
    void orderCanBeChangedAndUndone() {
        List<Clip> clips = added(film, other, broken);
        doFx(() -> {
            desk.move(List.of(clips.get(2)), clips.get(0));
            assertThat(desk.clips()).containsExactly(clips.get(2), clips.get(0), clips.get(1));
            desk.sort(Text.verbatim("Sort by name"), Comparator.comparing(Clip::name));
            assertThat(desk.clips()).containsExactly(clips.get(2), clips.get(0), clips.get(1));
            desk.history().undo();
            assertThat(desk.clips()).containsExactlyElementsOf(clips);
        });
    }

    @Test
    void anEditIsForAllThatAreSelectedAndIsPlanned() {
        List<Clip> clips = added(film, other);
        doFx(() -> desk.edit(Text.verbatim("Add a step"), d -> d.add(0, Card.of("compress"))));
        until("planned", () -> clips.stream().allMatch(c -> c.planning().get() instanceof Planning.Ready));
        doFx(() -> {
            desk.select(List.of(clips.get(1)));
            desk.edit(Text.verbatim("Set crf"), d -> d.change(0, c -> c.with("crf", List.of("30"))));
            assertThat(clips.get(0).draft().get().cards().getFirst().given()).isEmpty();
            assertThat(clips.get(1).draft().get().cards().getFirst().given()).containsEntry("crf", List.of("30"));
            desk.history().undo();
            assertThat(clips.get(1).draft().get().cards().getFirst().given()).isEmpty();
            desk.history().undo();
            assertThat(clips).allSatisfy(c -> assertThat(c.draft().get().cards()).isEmpty());
            assertThat(clips).allSatisfy(c -> assertThat(c.planning().get()).isInstanceOf(Planning.None.class));
        });
    }

    @Test
    void aDragIsUndoneAtOnce() {
        List<Clip> clips = added(film);
        doFx(() -> {
            desk.edit(Text.verbatim("Add a step"), d -> d.add(0, Card.of("compress")));
            for (String crf : List.of("20", "21", "22")) {
                desk.edit(Text.verbatim("Set crf"), "drag 1", d -> d.change(0, c -> c.with("crf", List.of(crf))));
            }
            desk.history().undo();
            assertThat(clips.getFirst().draft().get().cards()).containsExactly(Card.of("compress"));
        });
    }

    @Test
    void whatCannotBeReadIsAProblemAndNotAPlan() {
        List<Clip> clips = added(film);
        doFx(() -> {
            desk.edit(Text.verbatim("Add a step"), d -> d.add(0, Card.of("scale").with("width", List.of("wide"))));
            assertThat(clips.getFirst().planning().get()).isInstanceOf(Planning.Impossible.class);
            desk.edit(Text.verbatim("Set width"), d -> d.change(0, c -> c.with("width", List.of("80"))));
        });
        until("planned", () -> clips.getFirst().planning().get() instanceof Planning.Ready);
    }

    @Test
    void newcomersGetTheLastRecipe() {
        added(film);
        doFx(() -> desk.edit(Text.verbatim("Add a step"), d -> d.add(0, Card.of("thumbnail"))));
        List<Clip> late = added(other);
        assertThat(late.getFirst().draft().get().ops()).containsExactly("thumbnail");
    }
}
