/** The picture of the clip that is looked at, what the recipe makes of it, and the timeline under both. */
package io.reelbench.app.viewer;
