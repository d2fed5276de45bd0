/** What the window remembers from one run to the next. */
package io.reelbench.app.memory;
