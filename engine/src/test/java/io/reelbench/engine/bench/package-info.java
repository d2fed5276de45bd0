/** Two commands for those who build this: what the engine costs beside other programs, and what it makes of real clips. */
package io.reelbench.engine.bench;
