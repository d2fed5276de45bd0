package io.reelbench.app.words;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.reelbench.engine.cloud.account.AccountWish;
import io.reelbench.app.making.MadePlace;
import io.reelbench.engine.Places;
import io.reelbench.engine.PresetNames;
import io.reelbench.engine.Presets;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.Message;
import io.reelbench.engine.schema.Called;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Schema;
import io.reelbench.engine.schema.Titles;
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
                .forEach(message -> once(message.key(), message.english(), all));
        classes.stream().filter(c -> c.isAnnotatedWith(Called.class)).forEach(c -> {
            Called called = c.reflect().getAnnotation(Called.class);
            String key = "choice." + kebab(c.getSimpleName());
            once(key, called.value(), all);
            if (c.isInterface()) {
                once(key + ".none", called.none(), all);
            }
        });
        new Catalog().entries().forEach(entry -> {
            String key = "operation." + entry.about().id();
            all.put(key + ".title", entry.about().title());
            all.put(key + ".summary", entry.about().summary());
            options(entry.schema(), all);
        });
        List.of(Schema.of(OutputWish.class), SettingsFile.schema(), WatchList.schema(), AccountWish.schema(), MadePlace.schema())
                .forEach(schema -> options(schema, all));
        presets(all);
        Titles.OTHERS.forEach(title -> word(title, all));
        return all;
    }

    private static void options(Schema<?> schema, Map<String, String> into) {
        for (Field field : schema.fields()) {
            into.put(field.key() + ".label", field.ask().value());
            into.put(field.key() + ".help", field.ask().help());
            // tiles is a word; nits, LUFS and bit/s are signs
            if (field.ask().unit().matches("[a-z]{5,}")) {
                into.put("unit." + field.ask().unit(), field.ask().unit());
            }
            field.kind().titles().forEach(title -> word(title, into));
        }
    }

    private static void once(String key, String english, Map<String, String> into) {
        String other = into.put(key, english);
        if (other != null && !other.equals(english)) {
            throw new IllegalStateException("both “" + other + "” and “" + english + "” have the key " + key);
        }
    }

    private static void presets(Map<String, String> into) {
        Presets presets = Presets.of(new RecipeReader(new Catalog()), Places.in(Path.of("target")));
        for (Presets.Group group : presets.groups()) {
            into.put("preset.group." + group.title().toLowerCase(java.util.Locale.ROOT), group.title());
            for (Recipe preset : group.presets()) {
                String name = preset.name().orElseThrow();
                into.put(PresetNames.key(name) + ".name", name);
                into.put(PresetNames.key(name) + ".summary", preset.summary().orElseThrow());
            }
        }
    }

    private static void word(String title, Map<String, String> into) {
        String english = Titles.english(title);
        Titles.key(english).ifPresent(key -> into.put(key, english));
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
