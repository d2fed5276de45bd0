package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.cloud.account.Service;
import io.reelbench.engine.operation.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service as it is written down. The key always goes along as a bearer's.
 *
 * @param intake  how it wants files, unless an offer says otherwise
 * @param store   where finished files may be put; empty when it keeps none
 * @param nearest what it has that comes near to what it does not have
 * @param models  what it makes out of words, sounds and pictures
 */
public record Provider(Service service, Limits limits, Intake intake, Idempotency idempotency, Errors errors, Ping ping,
        Optional<Store> store, List<Offer> offers, Map<Class<? extends Operation>, Class<? extends Operation>> nearest,
        List<Model> models) {
}
