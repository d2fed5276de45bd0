package io.reelbench.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of packages: each knows only those below it, and the regions do not know each other. */
class ArchitectureTest {

    private static final List<String> ORDER = List.of("desk", "memory", "room", "look", "form");
    private static final List<String> REGIONS = List.of("clips", "viewer", "recipe", "queue", "settings", "past", "watching",
            "making");

    private final JavaClasses classes = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void aPackageKnowsOnlyThoseBelowIt() {
        LayeredArchitecture layers = Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : Stream.of(ORDER, REGIONS, List.of("shell")).flatMap(List::stream).toList()) {
            layers = layers.layer(name).definedBy("io.reelbench.app." + name + "..");
        }
        for (int i = 0; i < ORDER.size(); i++) {
            layers = layers.whereLayer(ORDER.get(i)).mayOnlyBeAccessedByLayers(Stream
                    .of(ORDER.subList(i + 1, ORDER.size()), REGIONS, List.of("shell")).flatMap(List::stream)
                    .toArray(String[]::new));
        }
        for (String region : REGIONS) {
            layers = layers.whereLayer(region).mayOnlyBeAccessedByLayers("shell");
        }
        layers.whereLayer("shell").mayNotBeAccessedByAnyLayer().check(classes);
    }

    @Test
    void theWindowKnowsTheEngineByItsDoorAndPlainValuesOnly() {
        noClasses().that().resideInAPackage("io.reelbench.app.(*)..").should().dependOnClassesThat()
                .resideInAnyPackage("..engine.ffmpeg..", "..engine.local..", "..engine.cli..").check(classes);
    }

    @Test
    void onlyOneClassCarriesThingsToTheFxThread() {
        noClasses().that().doNotHaveFullyQualifiedName("io.reelbench.app.desk.Carrier").should()
                .callMethod(javafx.application.Platform.class, "runLater", Runnable.class).check(classes);
    }

    @Test
    void nothingSleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class).check(classes);
    }
}
