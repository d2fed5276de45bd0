package io.reelbench.app.look;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.fluentui.FluentUiFilledAL;
import org.kordamp.ikonli.fluentui.FluentUiFilledMZ;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons by what they mean. Each is taken in the drawing that was made for the size asked for. */
public enum Icons {
    ADD("ADD"), ALIKE("GROUP"), APERTURE("F_STOP"), ATTACH("ATTACH"), BACK("CHEVRON_LEFT"), BARS("DATA_BAR_VERTICAL"),
    CANCEL("DISMISS"),
    CHECK("CHECKMARK"), CLEAN("BROOM"), CLIP("VIDEO_CLIP"), CLOSE("DISMISS"), CODE("CLIPBOARD_CODE"),
    COLOUR("COLOR"),
    COMPARE("DOCUMENT_LANDSCAPE_SPLIT"), CONVERT("VIDEO"), COPY("COPY"), CROP("CROP"), CUBE("CUBE"), CUT("CUT"), DELETE("DELETE"),
    DOCUMENT("DOCUMENT"),
    CAPTIONS("CLOSED_CAPTION"), DOWN("CHEVRON_DOWN"), FAILED("ERROR_CIRCLE"), FASTER("FAST_FORWARD"), FILTER("FILTER"),
    FIND("VISUAL_SEARCH"),
    FIT("PAGE_FIT"), FOLDER("FOLDER"), FORWARD("CHEVRON_RIGHT"), FRAMES("MOVIES_AND_TV"), GIF("GIF"), GRID("GRID"),
    GRIP("RE_ORDER_DOTS"), HALF("CIRCLE_HALF_FILL"), HEADSET("HEADSET"), HISTORY("HISTORY"), IMAGE("IMAGE"), INFO("INFO"),
    LAYERS("PICTURE_IN_PICTURE"), LOOP("ARROW_REPEAT_ALL"), JOIN("CONNECTOR"), LINES("LINE_HORIZONTAL_5"),
    PUBLISH("CLOUD_BACKUP"), LIST("LIST"),
    METER("POLL"),
    MOON("WEATHER_MOON"), MORE("MORE"),
    MUSIC("MUSIC_NOTE"), MUTED("SPEAKER_OFF"),
    NAME("RENAME"), NEXT("NEXT"), NOTES("MUSIC_NOTES"), OPEN("OPEN"), OPEN_FOLDER("FOLDER_OPEN"), PANEL("PANE_OPEN"),
    PAUSE("PAUSE"), PIECES("APP_UNSPAN"), PIN("PIN"), PLAY("PLAY"), PREVIOUS("PREVIOUS"), REDO("ARROW_REDO"),
    REPORT("CLIPBOARD_TEXT"),
    RESIZE("RESIZE"), RETRY("ARROW_CLOCKWISE"), SAVE("SAVE"), SCALE("SCALE_FIT"), SEARCH("SEARCH"), SETTINGS("SETTINGS"),
    SHOT("SCREENSHOT"), SHRINK("ARCHIVE"), SMALLER("ARROW_MINIMIZE"), SORT("ARROW_SORT"), SOUND("SPEAKER"), STACK("COLLECTIONS"),
    STAND_IN("COPY_SELECT"), STEP_BACK("CARET_LEFT"), STEP_ON("CARET_RIGHT"), STOP("STOP"), SUN("WEATHER_SUNNY"), TAG("TAG"),
    TARGET("TARGET"), TEXT("TEXT_FIELD"), TIME("TIMER"), TO_END("ARROW_NEXT"), TO_START("ARROW_PREVIOUS"),
    TURN("ARROW_ROTATE_CLOCKWISE"), UNDO("ARROW_UNDO"), UNKNOWN("DOCUMENT"), UP("CHEVRON_UP"), VERIFIED("CHECKMARK_CIRCLE"),
    WARNING("WARNING"), WATCH("FOLDER_LINK"), KEYBOARD("KEYBOARD"), KEY("KEY"), MAKE("MAGIC_WAND"), ZIP("FOLDER_ZIP");

    private static final List<Integer> DRAWN = List.of(20, 16, 24, 12);

    private final String drawing;

    Icons(String drawing) {
        this.drawing = drawing;
    }

    /** Reads all drawings, which the first icon would else wait for. On the FX thread, while it has nothing else to do. */
    public static void load() {
        CLOSE.at(16);
    }

    /** In pixels; 16 in rows and toolbars, 20 in transport, 12 for chevrons. */
    public FontIcon at(int size) {
        return show(regular(size), size);
    }

    /** The same with its area filled, where there is such a drawing. */
    public FontIcon filled(int size) {
        return show(find(Filled.ALL, size).orElseGet(() -> regular(size)), size);
    }

    private static FontIcon show(Ikon drawn, int size) {
        FontIcon icon = FontIcon.of(drawn, size);
        icon.getStyleClass().addAll("rb-icon", "rb-icon-" + size);
        return icon;
    }

    private Ikon regular(int size) {
        return find(Regular.ALL, size).orElseThrow(() -> new IllegalStateException("no drawing of " + this));
    }

    private Optional<Ikon> find(Map<String, Ikon> drawings, int size) {
        Ikon exact = drawings.get(drawing + "_" + size);
        return exact != null
                ? Optional.of(exact)
                : DRAWN.stream().map(s -> drawings.get(drawing + "_" + s)).filter(Objects::nonNull).findFirst();
    }

    /** Shows this drawing where another one was. */
    public void into(FontIcon icon, int size) {
        Ikon now = regular(size);
        if (icon.getIconCode() != now) {
            icon.setIconCode(now);
        }
    }

    private static Map<String, Ikon> named(Enum<?>[]... packs) {
        Map<String, Ikon> all = new HashMap<>();
        for (Enum<?>[] pack : packs) {
            for (Enum<?> one : pack) {
                all.put(one.name(), (Ikon) one);
            }
        }
        return all;
    }

    /** Thousands of drawings by their names; read when the first of them is wanted. */
    private static final class Regular {

        static final Map<String, Ikon> ALL = named(FluentUiRegularAL.values(), FluentUiRegularMZ.values());
    }

    /** The same with filled areas. */
    private static final class Filled {

        static final Map<String, Ikon> ALL = named(FluentUiFilledAL.values(), FluentUiFilledMZ.values());
    }
}
