/** What the engine and its decoder process say to each other: plain values and one codec. Loads nothing heavy. */
package io.reelbench.engine.preview.wire;
