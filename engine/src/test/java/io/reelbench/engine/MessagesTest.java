package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.reelbench.engine.problem.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sentences are enum constants, so a missing key does not compile. What is left to check: that none is unused, and that keys are unique. */
class MessagesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)}");

    private final List<JavaClass> enums = new ClassFileImporter().importPath(Path.of("target", "classes")).stream()
            .filter(c -> c.isEnum() && c.isAssignableTo(Message.class)).toList();

    @Test
    void everySentenceIsSaidSomewhere() {
        Set<String> unused = new TreeSet<>();
        for (JavaClass words : enums) {
            for (JavaField constant : words.getFields()) {
                boolean said = constant.getAccessesToSelf().stream().anyMatch(a -> !a.getOriginOwner().equals(words));
                if (constant.getRawType().equals(words) && !said) {
                    unused.add(words.getSimpleName() + "." + constant.getName());
                }
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void keysAreUniqueAndArgumentsCountFromZero() {
        Set<String> keys = new TreeSet<>();
        assertThat(enums).hasSizeGreaterThan(5);
        messages().forEach(message -> {
            assertThat(keys.add(message.key())).as(message.key()).isTrue();
            Set<Integer> numbers = new TreeSet<>();
            Matcher argument = ARGUMENT.matcher(message.english());
            while (argument.find()) {
                numbers.add(Integer.valueOf(argument.group(1)));
            }
            assertThat(numbers).as(message.key())
                    .containsExactlyElementsOf(java.util.stream.IntStream.range(0, numbers.size()).boxed().toList());
        });
    }

    private Stream<Message> messages() {
        return enums.stream().flatMap(words -> Stream.of(words.reflect().getEnumConstants())).map(Message.class::cast);
    }
}
