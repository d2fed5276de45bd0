/** Folders that are watched: what comes to lie in one is done by its recipe, once, as soon as it is whole. */
package io.reelbench.engine.watch;
