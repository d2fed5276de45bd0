/** The engine's face in a terminal: reads a command line into plain values, runs it, and shows what happens. */
package io.reelbench.engine.cli;
