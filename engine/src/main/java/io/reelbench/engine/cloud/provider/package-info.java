/** What each service offers, as declarations that are alike in shape: one file for each, and a small vocabulary that they are written in. */
package io.reelbench.engine.cloud.provider;
