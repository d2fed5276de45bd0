package io.reelbench.engine.settings;

import io.reelbench.engine.schema.Word;

/** Which colours the window has. */
public enum Theme implements Word {
    DARK, LIGHT,
    /** As the desktop has it. */
    SYSTEM
}
