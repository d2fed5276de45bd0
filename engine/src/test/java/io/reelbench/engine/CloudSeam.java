package io.reelbench.engine;

import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.queue.Settings;
import java.util.function.UnaryOperator;

/** Opens an engine in another world: with a keyring in memory and servers that stand in. */
public final class CloudSeam {

    private CloudSeam() {}

    public static Engine open(Places places, Engine.Mode mode, Cloud.World world) throws Exception {
        return Engine.open(places, mode, Settings.USUAL, UnaryOperator.identity(), world);
    }
}
