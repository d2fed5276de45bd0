/** What every region is given, and everything that can be done, with its key. */
package io.reelbench.app.room;
