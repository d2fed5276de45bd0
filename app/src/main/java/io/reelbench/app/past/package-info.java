/** The room of everything that was ever done: found by file, operation, state and date, and done again. */
package io.reelbench.app.past;
