/** What was made of what, so that the same need not be made twice. */
package io.reelbench.engine.reuse;
