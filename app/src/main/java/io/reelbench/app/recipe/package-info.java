/** The recipe region: what is to be done with the selected clips, what will come of it, and presets. */
package io.reelbench.app.recipe;
