package io.reelbench.app.room;

import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Hands files to other programs of this computer. Blocks for a moment. Names are passed as arguments, never through a shell. */
public final class Outside {

    /** A helper that is still there after so long has found a program. */
    private static final int SECONDS = 5;

    /** Whose programs are asked. */
    enum System {
        LINUX, MAC, WINDOWS
    }

    private Outside() {}

    static System system() {
        String name = java.lang.System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("win") ? System.WINDOWS : name.contains("mac") ? System.MAC : System.LINUX;
    }

    /** Opens a file with the program that the person has chosen for its kind; says why not. */
    public static Optional<Text> open(Path file) throws InterruptedException {
        if (!Files.exists(file)) {
            return Optional.of(OutsideWords.OUTPUT_GONE.with(file.getFileName()));
        }
        boolean opened = ran(switch (system()) {
            case LINUX -> List.of("xdg-open", file.toString());
            case MAC -> List.of("open", file.toString());
            case WINDOWS -> List.of("explorer.exe", file.toString());
        });
        return opened ? Optional.empty() : Optional.of(OutsideWords.NO_PROGRAM.with(file.getFileName()));
    }

    /** Shows a file in its folder, selected where the system can; says why not. */
    public static Optional<Text> show(Path file) throws InterruptedException {
        if (!Files.exists(file)) {
            return Optional.of(OutsideWords.OUTPUT_GONE.with(file.getFileName()));
        }
        boolean shown = switch (system()) {
            case LINUX -> ran(selecting(file)) || ran(List.of("xdg-open", file.getParent().toString()));
            case MAC -> ran(List.of("open", "-R", file.toString()));
            case WINDOWS -> ran(List.of("explorer.exe", "/select," + file));
        };
        return shown ? Optional.empty() : Optional.of(OutsideWords.NO_FOLDER_SHOWN.with(file.getFileName()));
    }

    /** The file managers of Linux desktops share this call. A comma would end the item of dbus-send's list. */
    private static List<String> selecting(Path file) {
        return List.of("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.FileManager1", "--type=method_call",
                "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1.ShowItems",
                "array:string:" + file.toUri().toString().replace(",", "%2C"), "string:");
    }

    static boolean ran(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            // explorer exits with 1 when all is well
            return !process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0 || system() == System.WINDOWS;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
