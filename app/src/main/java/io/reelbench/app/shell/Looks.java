package io.reelbench.app.shell;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Memory;
import io.reelbench.app.memory.Remembered.Look;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.settings.Appearance;
import io.reelbench.engine.settings.SettingsFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.util.Subscription;

/** How the window looks, as it was chosen in Settings and as the desktop has it. FX thread only. */
final class Looks implements AutoCloseable {

    private final SettingsFile settings;
    private final Carrier carrier;
    private final Memory memory;
    private final ReadOnlyObjectWrapper<Look> look;
    private final Pin pin;
    private Subscription desktop = () -> {
    };
    private Runnable rest = () -> {
    };

    Looks(SettingsFile settings, Carrier carrier, Memory memory) {
        this.settings = settings;
        this.carrier = carrier;
        this.memory = memory;
        this.look = new ReadOnlyObjectWrapper<>(this, "look", look(settings.now().appearance()));
        this.pin = settings.listen(_ -> carrier.onFx(this::again));
    }

    private static Look look(Appearance chosen) {
        return switch (chosen.theme()) {
            case DARK -> Look.DARK;
            case LIGHT -> Look.LIGHT;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT ? Look.LIGHT : Look.DARK;
        };
    }

    /** Dresses a scene, and again whenever it changes. */
    void wear(Scene scene) {
        Theme.dress(scene, look.get());
        look.subscribe(now -> {
            Theme.wear(scene, now);
            if (memory.now().look() != now) {
                memory.change(remembered -> remembered.with(now));
            }
        });
        rest = () -> Theme.wear(scene, settings.now().appearance().contrast(),
                settings.now().appearance().reduceMotion());
        rest.run();
        desktop = Platform.getPreferences().colorSchemeProperty().subscribe(this::again);
    }

    private void again() {
        look.set(look(settings.now().appearance()));
        rest.run();
    }

    /** The colours that are shown now. */
    ReadOnlyObjectProperty<Look> look() {
        return look.getReadOnlyProperty();
    }

    /** From dark to light or back; chosen from then on. */
    void turn() {
        Look next = look.get() == Look.DARK ? Look.LIGHT : Look.DARK;
        look.set(next);
        carrier.aside(() -> settings.change(Map.of("theme", List.of(next.name().toLowerCase(Locale.ROOT)))));
    }

    @Override
    public void close() {
        pin.close();
        desktop.unsubscribe();
    }
}
