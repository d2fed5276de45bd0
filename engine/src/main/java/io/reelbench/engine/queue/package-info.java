/**
 * Tasks that survive everything, and the three slots that they run in. {@code Scheduler} is the door; {@code TaskKind} says how a kind of
 * task runs; {@code TaskStore} keeps them.
 */
package io.reelbench.engine.queue;
