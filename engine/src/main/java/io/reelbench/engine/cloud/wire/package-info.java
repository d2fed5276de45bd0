/** Bytes over HTTP: streamed, counted, limited, and never to a place that nobody named. */
package io.reelbench.engine.cloud.wire;
