package io.reelbench.app.desk;

import io.reelbench.engine.settings.Disk;
import io.reelbench.engine.settings.SettingsFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where outputs go that are told nothing else, as it was chosen in Settings: in the words of name and place. */
final class UsualPlace {

    private UsualPlace() {}

    static Map<String, List<String>> of(SettingsFile settings) {
        Map<String, List<String>> place = new HashMap<>();
        Disk disk = settings.now().disk();
        disk.outputs().ifPresent(folder -> place.put("to", List.of(folder.toString())));
        List<String> exists = settings.given().getOrDefault("if-exists", List.of());
        if (!exists.isEmpty()) {
            place.put("if-exists", exists);
        }
        return place;
    }
}
