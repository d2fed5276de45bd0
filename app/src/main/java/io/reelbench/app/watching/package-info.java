/** The room of watched folders. */
package io.reelbench.app.watching;
