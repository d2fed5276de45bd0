/** Tasks that another machine does: sent once, asked after, fetched, checked and placed; what is known of them outlives this program. */
package io.reelbench.engine.cloud.task;
