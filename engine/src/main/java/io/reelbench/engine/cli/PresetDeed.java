package io.reelbench.engine.cli;

import io.reelbench.engine.schema.Word;

/** What {@code reelbench presets} does. */
enum PresetDeed implements Word {
    LIST, SHOW, EXPORT, IMPORT
}
