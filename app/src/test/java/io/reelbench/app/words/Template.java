package io.reelbench.app.words;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.reelbench.engine.cloud.account.AccountWish;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.Message;
import io.reelbench.engine.schema.Called;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Schema;
import io.reelbench.engine.settings.SettingsFile;
import io.reelbench.engine.watch.WatchList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every key that may be said in another language, with its English. As a program it writes them to the file that is named. */
final class Template {

    private static final int BEYOND_ASCII = 0x10000;

    private Template() {}

    /** Sentences of all packages, operations, options and choices. */
    static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        List<JavaClass> classes = Stream.of(Path.of("target", "classes"), Path.of("..", "engine", "target", "classes"))
                .flatMap(folder -> new ClassFileImporter().importPath(folder).stream()).toList();
        classes.stream().filter(c -> c.isEnum() && c.isAssignableTo(Message.class) && !c.getPackageName().endsWith(".cli"))
                .flatMap(c -> Stream.of(c.reflect().getEnumConstants())).map(Message.class::cast)
                .forEach(message -> all.put(message.key(), message.english()));
        classes.stream().filter(c -> c.isAnnotatedWith(Called.class)).forEach(c -> {
            Called called = c.reflect().getAnnotation(Called.class);
            String key = "choice." + kebab(c.getSimpleName());
            all.put(key, called.value());
            if (c.isInterface()) {
                all.put(key + ".none", called.none());
            }
        });
        new Catalog().entries().forEach(entry -> {
            String key = "operation." + entry.about().id();
            all.put(key + ".title", entry.about().title());
            all.put(key + ".summary", entry.about().summary());
            options(entry.schema(), all);
        });
        List.of(Schema.of(OutputWish.class), SettingsFile.schema(), WatchList.schema(), AccountWish.schema())
                .forEach(schema -> options(schema, all));
        return all;
    }

    private static void options(Schema<?> schema, Map<String, String> into) {
        for (Field field : schema.fields()) {
            into.put(field.key() + ".label", field.ask().value());
            into.put(field.key() + ".help", field.ask().help());
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    /** As a properties file in UTF-8. */
    static String text(Map<String, String> words) {
        StringBuilder out = new StringBuilder();
        words.forEach((key, english) -> {
            out.append(key.replace(":", "\\:").replace("=", "\\=")).append('=');
            english.codePoints().forEach(c -> out.append(escaped(c)));
            out.append('\n');
        });
        return out.toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default -> c < BEYOND_ASCII ? String.valueOf((char) c) : Character.toString(c);
        };
    }

    public static void main(String[] to) throws IOException {
        Files.writeString(Path.of(to[0]), text(all()), StandardCharsets.UTF_8);
        System.out.println(all().size() + " keys written to " + Path.of(to[0]).toAbsolutePath().normalize());
    }
}
