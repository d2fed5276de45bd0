/** Captions as pictures: drawn by Java itself, without a window, into files that ffmpeg lays over a film. */
package io.reelbench.engine.caption.draw;
