/** Which clips are meant by the files and folders that somebody names or drops. */
package io.reelbench.engine.gather;
