package io.reelbench.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.reelbench.engine.problem.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A sentence of the window that nobody says any more would still be translated four times. */
class UnusedWordsTest {

    /** Where an enum makes its own constants. */
    private static final Set<String> MADE_IN = Set.of("<clinit>", "$values");

    @Test
    void everySentenceOfTheWindowIsSaidSomewhere() {
        List<JavaClass> enums = new ClassFileImporter().importPath(Path.of("target", "classes")).stream()
                .filter(c -> c.isEnum() && c.isAssignableTo(Message.class)).toList();
        assertThat(enums).hasSizeGreaterThan(10);
        Set<String> unused = new TreeSet<>();
        for (JavaClass words : enums) {
            for (JavaField constant : words.getFields()) {
                boolean said = constant.getAccessesToSelf().stream()
                        .anyMatch(a -> !MADE_IN.contains(a.getOrigin().getName()) || !a.getOriginOwner().equals(words));
                if (constant.getRawType().equals(words) && !said) {
                    unused.add(words.getSimpleName() + "." + constant.getName());
                }
            }
        }
        assertThat(unused).isEmpty();
    }
}
