/** The clips on the desk: bringing them in, showing, ordering and choosing them. */
package io.reelbench.app.clips;
