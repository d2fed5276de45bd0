package io.reelbench.engine.cloud.account;

import io.reelbench.engine.problem.FailedException;
import java.util.Optional;

/** A place for keys. Each is kept for one account at one origin, so that an account whose address changes has none until it is told again. */
public interface Vault {

    Optional<Secret> find(String account, Origin origin) throws FailedException;

    void keep(String account, Origin origin, Secret secret) throws FailedException;

    /** Without effect when there is none. */
    void forget(String account, Origin origin) throws FailedException;
}
