package io.reelbench.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No words of a language in the code of the window but in enums of sentences. Titles of actions and names of deeds are Texts, so the compiler
 * keeps them; of what goes straight into a control the classes themselves are asked: a constant string that reads like words must end in a
 * log, an exception or a comparison.
 */
class HardCodedTest {

    /** A word beside a blank, or a word with a capital letter at its start. */
    private static final Pattern WORDS = Pattern
            .compile("(?s).*(\\p{L}{2,}…?[ \\n]|[ \\n(]\\p{L}{2,}).*|\\P{L}*\\p{Lu}\\p{Ll}+.*");
    /** Style classes, keys of the keyboard, resources, parts of file formats and of commands for other programs. */
    private static final Pattern NO_WORDS = Pattern.compile(
            "rb-.*|\\.?-?[a-z]+(-[a-z0-9]+)+.*|(Shortcut|Shift|Alt)\\+.*|/.*|.*[=\\[\\]].*[=;/].*|\\W*k?[MGT]?[Bb]/?s?\\W*| (kHz|min|Mb/s|kb/s|s|h)");
    /** What gets a string and shows it to nobody. */
    private static final Pattern UNSHOWN = Pattern.compile("org/slf4j/Logger|java/lang/System|java/util/regex/Pattern"
            + "|javafx/css/PseudoClass|javafx/scene/input/(KeyCombination|DataFormat)|io/reelbench/app/room/Keymap"
            + "|.*(Exception|Error)|java/lang/Class");
    private static final Set<String> COMPARING = Set.of("equals", "equalsIgnoreCase", "startsWith", "endsWith", "contains",
            "matches",
            "replace", "replaceAll", "replaceFirst", "split", "indexOf", "hashCode", "getOrDefault", "get", "containsKey");

    /** What is no word of a language although it reads so, behind the class it stands in. */
    private static final Pattern KNOWN = Pattern
            .compile("(?s)(Start|AboutPage) Reelbench|Mark Dolby Vision|Sample \\.?Reelbench sample.*"
                    + "|Theme \\S+-\\w+" // fonts
                    + "|Keys [\\w ]+|(Check|Play|Queue|Viewer)Actions \\w+" // keys as JavaFX calls them
                    + "|PresetShelf \nclip-" // how a file will be called
                    + "|Main reelbench: there is no display to open a window on\\." // in a terminal, which speaks English
                    + "|Rehearsal the window did not open;  says why" // to who builds the product
                    + "|Fixes \\W*(Reelbench|Recipe|Output|Attempt|System|Java)\\W*" // a report for those who help, in their language
                    + "|Trash .*|OwnMachine (tell application|display notification|on run|end run).*|Inputs -vf hflip -c:a copy"); // what other programs read

    @Test
    void wordsStandInEnumsOfSentencesOnly() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> classes = Files.walk(Path.of("target", "classes", "io", "reelbench", "app"))) {
            for (Path file : classes.filter(f -> f.toString().endsWith(".class")).toList()) {
                ClassModel model = ClassFile.of().parse(file);
                if (model.interfaces().stream().noneMatch(i -> i.asInternalName().endsWith("/problem/Message"))) {
                    model.methods()
                            .forEach(method -> shown(method).filter(words -> !KNOWN.matcher(name(model) + " " + words).matches())
                                    .forEach(words -> found.add(name(model) + " " + words)));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static String name(ClassModel model) {
        String name = model.thisClass().asInternalName();
        return name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\$.*", "");
    }

    /** The strings of a method that a person may read. */
    private static Stream<String> shown(MethodModel method) {
        List<String> shown = new ArrayList<>();
        List<String> open = new ArrayList<>();
        method.code().ifPresent(code -> code.forEach(element -> {
            element(element, open);
            if (isHidden(element)) {
                open.clear();
            } else if (ends(element)) {
                shown.addAll(open);
                open.clear();
            }
        }));
        return shown.stream();
    }

    private static void element(CodeElement element, List<String> open) {
        if (element instanceof ConstantInstruction constant && constant.constantValue() instanceof String text) {
            add(text, open);
        } else if (element instanceof InvokeDynamicInstruction joined) {
            joined.bootstrapArgs().stream().filter(String.class::isInstance).forEach(recipe -> add((String) recipe, open));
        }
    }

    private static void add(String text, List<String> open) {
        // where a value is put in
        String words = text.replace("\1", "");
        if (WORDS.matcher(words).matches() && !NO_WORDS.matcher(words).matches()) {
            open.add(words);
        }
    }

    /** Whether what was put together up to here goes where nobody sees it. */
    private static boolean isHidden(CodeElement element) {
        return element instanceof ThrowInstruction || element instanceof InvokeInstruction call
                && (UNSHOWN.matcher(call.owner().asInternalName()).matches() || COMPARING.contains(call.name().stringValue())
                        || call.name().stringValue().matches("add|addLocal|rows|step|seek")
                                && call.type().stringValue().contains("Lio/reelbench/"));
    }

    private static boolean ends(CodeElement element) {
        return element instanceof ReturnInstruction || element instanceof StoreInstruction
                || element instanceof FieldInstruction field
                        && field.opcode().name().startsWith("PUT")
                || element instanceof StackInstruction stack && stack.opcode().name().startsWith("POP")
                || element instanceof InvokeInstruction call && call.type().stringValue().endsWith(")V");
    }
}
