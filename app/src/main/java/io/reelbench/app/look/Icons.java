package io.reelbench.app.look;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.fluentui.FluentUiFilledAL;
import org.kordamp.ikonli.fluentui.FluentUiFilledMZ;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons by what they mean. Each is taken in the drawing that was made for the size asked for. */
public enum Icons {
    ADD("ADD"), BACK("CHEVRON_LEFT"), CANCEL("DISMISS"), CHECK("CHECKMARK"), CLIP("VIDEO_CLIP"), CLOSE("DISMISS"),
    CODE("CLIPBOARD_CODE"),
    COLOUR("COLOR"), CONVERT("VIDEO"), COPY("COPY"), CROP("CROP"), CUT("CUT"), DELETE("DELETE"), DOWN("CHEVRON_DOWN"),
    FAILED("ERROR_CIRCLE"), FILTER("FILTER"), FIT("PAGE_FIT"), FOLDER("FOLDER"), FORWARD("CHEVRON_RIGHT"), GRIP("RE_ORDER_DOTS"),
    HISTORY("HISTORY"), IMAGE("IMAGE"), INFO("INFO"), LIST("LIST"), MOON("WEATHER_MOON"), MUSIC("MUSIC_NOTE"),
    UNKNOWN("DOCUMENT"), MORE("MORE"), NAME("RENAME"),
    NEXT("NEXT"),
    OPEN("OPEN"), OPEN_FOLDER("FOLDER_OPEN"), PANEL("PANE_OPEN"), PAUSE("PAUSE"), PIN("PIN"), PLAY("PLAY"), PREVIOUS("PREVIOUS"),
    REDO("ARROW_REDO"),
    RETRY("ARROW_CLOCKWISE"), SAVE("SAVE"), SCALE("SCALE_FIT"), SEARCH("SEARCH"), SETTINGS("SETTINGS"), SHRINK("ARCHIVE"),
    SORT("ARROW_SORT"),
    SOUND("SPEAKER"), STEP_BACK("CARET_LEFT"), STEP_ON("CARET_RIGHT"), STOP("STOP"), SUN("WEATHER_SUNNY"), TEXT("TEXT_FIELD"),
    TIME("TIMER"), TO_END("ARROW_NEXT"),
    TO_START("ARROW_PREVIOUS"), UNDO("ARROW_UNDO"), UP("CHEVRON_UP"), VERIFIED("CHECKMARK_CIRCLE"), WARNING("WARNING");

    private static final List<Integer> DRAWN = List.of(20, 16, 24, 12);

    private final String drawing;

    Icons(String drawing) {
        this.drawing = drawing;
    }

    /** In pixels; 16 in rows and toolbars, 20 in transport, 12 for chevrons. */
    public FontIcon at(int size) {
        return show(regular(size), size);
    }

    /** The same with its area filled, where there is such a drawing. */
    public FontIcon filled(int size) {
        return show(find(Drawings.FILLED, size).orElseGet(() -> regular(size)), size);
    }

    private static FontIcon show(Ikon drawn, int size) {
        FontIcon icon = FontIcon.of(drawn, size);
        icon.getStyleClass().addAll("rb-icon", "rb-icon-" + size);
        return icon;
    }

    private Ikon regular(int size) {
        return find(Drawings.REGULAR, size).orElseThrow(() -> new IllegalStateException("no drawing of " + this));
    }

    private Optional<Ikon> find(Map<String, Ikon> drawings, int size) {
        return Stream.concat(Stream.of(size), DRAWN.stream()).map(s -> drawings.get(drawing + "_" + s)).filter(Objects::nonNull)
                .findFirst();
    }

    /** All drawings by their names; read when the first icon is wanted. */
    private static final class Drawings {

        static final Map<String, Ikon> REGULAR = named(FluentUiRegularAL.values(), FluentUiRegularMZ.values());
        static final Map<String, Ikon> FILLED = named(FluentUiFilledAL.values(), FluentUiFilledMZ.values());

        private static Map<String, Ikon> named(Enum<?>[]... packs) {
            return Arrays.stream(packs).flatMap(Arrays::stream)
                    .collect(Collectors.toUnmodifiableMap(Enum::name, Ikon.class::cast));
        }
    }
}
