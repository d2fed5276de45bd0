/** Turns what runs left behind and what is known of a clip into findings, and writes them as text, JSON, CSV, EDL or chapters. */
package io.reelbench.engine.report;
