/** Commands that a person wrote: taken apart by a reader of our own, and held against lists of what is known to be safe. */
package io.reelbench.engine.raw;
