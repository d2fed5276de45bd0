package io.reelbench.engine.cloud.wire;

import io.reelbench.engine.cloud.account.Origin;
import io.reelbench.engine.cloud.account.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A request.
 *
 * @param headers beside those that the body brings
 * @param pass    the key, and the only origin that it may be sent to
 * @param patience how long the answer may take once everything is sent
 */
public record Ask(String method, URI address, Map<String, String> headers, Body body, Optional<Pass> pass, Duration patience) {

    /** How long a server may think about a plain question. */
    public static final Duration USUAL = Duration.ofSeconds(30);

    /** A bearer's key for one origin. */
    public record Pass(Origin origin, Secret key) {
    }

    public static Ask get(URI address, Optional<Pass> pass) {
        return new Ask("GET", address, Map.of(), new Body.None(), pass, USUAL);
    }

    public static Ask post(URI address, Body body, Optional<Pass> pass) {
        return new Ask("POST", address, Map.of(), body, pass, USUAL);
    }

    public Ask with(Map<String, String> more) {
        return new Ask(method, address, more, body, pass, patience);
    }

    public Ask within(Duration longer) {
        return new Ask(method, address, headers, body, pass, longer);
    }
}
