import java.io.File;
import java.io.IOException;
import javafx.css.Stylesheet;

/** Puts a binary style sheet beside each plain one: JavaFX takes it instead, and need not read words while the window comes up. */
public final class Sheets {

    private Sheets() {}

    /** @param folders whose style sheets are meant */
    public static void main(String[] folders) throws IOException {
        for (String folder : folders) {
            for (File plain : new File(folder).listFiles((_, name) -> name.endsWith(".css"))) {
                Stylesheet.convertToBinary(plain, new File(plain.getPath().replaceFirst("\\.css$", ".bss")));
            }
        }
    }
}
