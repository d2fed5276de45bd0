/** The room in which everything is chosen that holds for the whole program. */
package io.reelbench.app.settings;
