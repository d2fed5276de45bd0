/** The room in which films and pictures are asked for that a service makes. */
package io.reelbench.app.making;
