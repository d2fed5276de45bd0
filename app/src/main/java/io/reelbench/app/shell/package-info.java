/** The window itself: its bar, its layout, its command box. It alone knows all regions. */
package io.reelbench.app.shell;
