package io.reelbench.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Part;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each option of each operation is on the help page and in the form, with its words, its range and its default. */
class FacesTest {

    private static final Catalog CATALOG = new Catalog();
    private static final CommandShapes SHAPES = new CommandShapes(CATALOG);

    @TestFactory
    List<DynamicTest> everyOperation() {
        return CATALOG.entries().stream().map(e -> DynamicTest.dynamicTest(e.about().id(), () -> {
            String page = squeezed(
                    String.join(" ", new Help(SHAPES, CATALOG, 100).of(SHAPES.find(e.about().id()).orElseThrow())));
            assertThat(page).contains(squeezed(e.about().summary()), squeezed("reelbench " + e.about().example()));
            for (Field field : e.schema().fields()) {
                assertThat(page).as(field.name()).contains("--" + field.name(), squeezed(field.ask().help()));
                field.range().ifPresent(range -> assertThat(page).as(field.name()).contains(squeezed(range)));
                field.kind().words().forEach(word -> assertThat(page).as(field.name()).contains(word));
            }
            List<Part> form = e.schema().form();
            assertThat(form.stream().flatMap(Part::names))
                    .containsExactlyElementsOf(e.schema().fields().stream().map(Field::name).toList());
            form.forEach(FacesTest::isShown);
        })).toList();
    }

    private static void isShown(Part part) {
        switch (part) {
            case Part.Option(Field field) -> {
                assertThat(field.ask().value()).isNotBlank();
                assertThat(field.kind().titles()).as(field.name()).hasSameSizeAs(field.kind().words()).noneMatch(String::isBlank);
            }
            case Part.Either either -> {
                assertThat(either.label()).isNotBlank();
                // something is chosen, or nothing may be
                assertThat(either.none().isPresent() || either.usual().isPresent()).as(either.name()).isTrue();
                assertThat(either.sides()).hasSizeGreaterThan(1).allSatisfy(side -> {
                    assertThat(side.label()).isNotBlank();
                    side.parts().forEach(FacesTest::isShown);
                });
            }
        }
    }

    /** Lines are wrapped anywhere between words. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
