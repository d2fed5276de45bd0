package io.reelbench.engine.cloud.account;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keys that are forgotten when the program ends. */
public final class MemoryVault implements Vault {

    private record Place(String account, Origin origin) {
    }

    private final Map<Place, Secret> keys = new ConcurrentHashMap<>();

    @Override
    public Optional<Secret> find(String account, Origin origin) {
        return Optional.ofNullable(keys.get(new Place(account, origin)));
    }

    @Override
    public void keep(String account, Origin origin, Secret secret) {
        keys.put(new Place(account, origin), secret);
    }

    @Override
    public void forget(String account, Origin origin) {
        keys.remove(new Place(account, origin));
    }
}
