/** From a finished plan to a file under its final name: names, the part file beside the target, verification, placing without ever replacing. */
package io.reelbench.engine.output;
