/** What a person chooses once for the whole program, asked in the same way as options of operations, and the file that keeps it. */
package io.reelbench.engine.settings;
