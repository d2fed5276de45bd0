/** What lies on the table: clips, drafts, plans, and what was done with them. All regions of the window look at it; it knows none. */
package io.reelbench.app.desk;
