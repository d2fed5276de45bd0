/**
 * The decoder process: ffmpeg's libraries inside a program of their own, so that a clip that brings them down brings nothing else down. Runs
 * without the rest of the engine.
 */
package io.reelbench.engine.preview.decoder;
