/** The queue: what runs, waits, needs a person and is done, and what can be done about it. */
package io.reelbench.app.queue;
