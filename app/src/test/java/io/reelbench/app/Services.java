package io.reelbench.app;

import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.cloud.StandIn;
import io.reelbench.engine.cloud.account.MemoryVault;
import io.reelbench.engine.cloud.account.Vault;
import io.reelbench.engine.cloud.wire.Http;
import io.reelbench.engine.cloud.wire.Patience;
import io.reelbench.engine.cloud.wire.Places;
import io.reelbench.engine.cloud.wire.Times;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A world of servers that stand in for services, on this machine, with a keyring of its own: for tests of the window. */
public final class Services {

    /** Asked again at once. */
    private static final Patience QUICK = new Patience(Duration.ofMillis(5), Duration.ofMillis(40), Duration.ofMillis(300), 6,
            Integer.MAX_VALUE, 100);
    private static final Duration LONG = Duration.ofMinutes(2);

    private Services() {}

    /** @param vault the keyring */
    public static Cloud.World world(Vault vault) {
        return new Cloud.World(vault, new Http(new Times(Duration.ofMinutes(1), LONG, LONG), new Places(), Optional.empty()),
                QUICK,
                InstantSource.system());
    }

    public static Cloud.World world() {
        return world(new MemoryVault());
    }

    /** Makes what services make with the ffmpeg of a workplace. */
    public static StandIn.Maker maker(Workplace place) {
        return (List<String> arguments, Path to) -> place.engine().generate(new ArrayList<>(arguments), to);
    }
}
