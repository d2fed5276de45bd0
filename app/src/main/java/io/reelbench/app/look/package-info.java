/** How things look: the theme and the small controls that several regions share. */
package io.reelbench.app.look;
