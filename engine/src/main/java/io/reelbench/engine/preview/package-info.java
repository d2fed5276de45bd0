/** Pictures of clips and of what recipes make of them: the decoder process, and the cache on disk. */
package io.reelbench.engine.preview;
