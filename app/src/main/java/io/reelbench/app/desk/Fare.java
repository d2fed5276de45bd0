package io.reelbench.app.desk;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.provider.Cost;
import java.util.Optional;

/**
 * What it takes to have a task done elsewhere.
 *
 * @param on   whose service does it
 * @param cost empty when nobody knows before
 */
public record Fare(Account on, Optional<Cost> cost) {
}
