/** Who may be asked, where, and with which key. */
package io.reelbench.engine.cloud.account;
