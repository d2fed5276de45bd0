package io.reelbench.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every operation must keep; a new one is tested the moment it exists. */
class CatalogContractTest {

    private final Catalog catalog = new Catalog();
    private final RecipeReader recipes = new RecipeReader(catalog);

    @TestFactory
    List<DynamicTest> everyOperation() {
        return catalog.entries().stream().map(e -> DynamicTest.dynamicTest(e.about().id(), () -> keepsTheContract(e))).toList();
    }

    private void keepsTheContract(Catalog.Entry entry) {
        About about = entry.about();
        assertThat(about.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(about.title()).isNotBlank();
        assertThat(about.summary()).endsWith(".").hasSizeLessThan(120);
        assertThat(about.example()).startsWith(about.id() + " ");
        Set<String> names = new HashSet<>();
        for (Field field : entry.schema().fields()) {
            keepsTheContract(entry.schema(), field);
            assertThat(names.add(field.name())).as("option %s twice", field.name()).isTrue();
        }
        Operation usual = entry.schema().usual();
        assertThat(catalog.write(usual)).as("defaults are left out").isEmpty();
        Recipe recipe = new Recipe(Optional.of("Named"), List.of(usual));
        assertThat(recipes.read(recipes.write(recipe)).value()).contains(recipe);
    }

    private static void keepsTheContract(Schema<? extends Operation> schema, Field field) {
        assertThat(field.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(field.ask().value()).as("label of " + field.name()).isNotBlank();
        assertThat(field.ask().help()).as("help of " + field.name()).endsWith(".");
        assertThat(field.ask().min()).isLessThan(field.ask().max());
        if (!Double.isNaN(field.ask().from())) {
            assertThat(field.ask().from()).isGreaterThanOrEqualTo(field.ask().min()).isLessThan(field.ask().to());
            assertThat(field.ask().to()).isLessThanOrEqualTo(field.ask().max());
        }
        field.usual().filter(u -> !u.isEmpty())
                .ifPresent(usual -> assertThat(schema.read(Map.of(field.name(), List.of(usual))).problems())
                        .as("default of " + field.name()).isEmpty());
        field.kind().words().forEach(word -> assertThat(schema.read(Map.of(field.name(), List.of(word))).problems())
                .as(field.name() + " " + word).isEmpty());
    }

    @Test
    void everyWordOfAnEnumIsWrittenAsItIsRead() {
        for (Catalog.Entry entry : catalog.entries()) {
            for (Field field : entry.schema().fields()) {
                for (String word : field.kind().words()) {
                    Operation read = entry.schema().read(Map.of(field.name(), List.of(word))).value().orElseThrow();
                    List<String> written = catalog.write(read).get(field.name());
                    assertThat(written == null ? field.usual().orElse(word) : written.getFirst()).isEqualTo(word);
                }
            }
        }
    }

    @Test
    void anUnknownOperationNamesTheNearest() {
        assertThat(catalog.unknown("comprss")).hasToString("op: there is no operation “comprss” - did you mean compress?");
    }
}
