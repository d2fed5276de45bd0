package io.reelbench.app.recipe;

import io.reelbench.app.look.Icons;
import io.reelbench.engine.operation.About;
import java.util.Map;

/** Icons of operations: the one place in the window that knows some of them by name, and it does well without. */
final class StepIcons {

    private static final Map<String, Icons> KNOWN = Map.of("trim", Icons.CUT, "scale", Icons.SCALE, "compress", Icons.SHRINK);

    private StepIcons() {}

    static Icons of(About about) {
        return KNOWN.getOrDefault(about.id(), switch (about.group()) {
            case CONVERT -> Icons.CONVERT;
            case CUT -> Icons.CUT;
            case PICTURE -> Icons.COLOUR;
            case SOUND -> Icons.SOUND;
            case STILLS -> Icons.IMAGE;
            case REPORTS -> Icons.LIST;
        });
    }
}
