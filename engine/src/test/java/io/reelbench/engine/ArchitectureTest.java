package io.reelbench.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of packages: each knows only those below it. */
class ArchitectureTest {

    /** From the ground up. */
    private static final List<String> ORDER = List.of("problem", "media", "schema", "raw", "caption", "plan", "report",
            "operation",
            "gather",
            "ffmpeg", "output", "reference", "preview", "queue", "reuse", "local", "cloud", "watch", "settings");

    private final JavaClasses classes = new ClassFileImporter().importPath(java.nio.file.Path.of("target", "classes"));

    @Test
    void aPackageKnowsOnlyThoseBelowIt() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : ORDER) {
            layers = layers.layer(name).definedBy("io.reelbench.engine." + name + "..");
        }
        layers = layers.layer("engine").definedBy("io.reelbench.engine").layer("cli").definedBy("io.reelbench.engine.cli");
        for (int i = 0; i < ORDER.size(); i++) {
            String[] above = java.util.stream.Stream
                    .concat(ORDER.subList(i + 1, ORDER.size()).stream(), java.util.stream.Stream.of("engine", "cli"))
                    .toArray(String[]::new);
            layers = layers.whereLayer(ORDER.get(i)).mayOnlyBeAccessedByLayers(above);
        }
        layers.whereLayer("engine").mayOnlyBeAccessedByLayers("cli").whereLayer("cli").mayNotBeAccessedByAnyLayer()
                .check(classes);
    }

    @Test
    void noPartOfTheEngineKnowsAWindow() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("javafx..", "javax.swing..")
                .because("the engine also runs as a library, a command line and a server")
                .check(classes);
        noClasses().that().resideOutsideOfPackage("..caption.draw..").should().dependOnClassesThat()
                .resideInAnyPackage("java.awt..").because("letters are drawn in one place, without a window").check(classes);
    }

    @Test
    void facesKnowTheEngineAndPlainValuesOnly() {
        noClasses().that().resideInAPackage("..cli..").should().dependOnClassesThat()
                .resideInAnyPackage("..engine.ffmpeg..", "..engine.local..")
                .because("faces use Engine and the plain values").check(classes);
    }

    @Test
    void nothingSleepsAndNothingExits() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .because("waiting is for events, not for time").check(classes);
    }
}
