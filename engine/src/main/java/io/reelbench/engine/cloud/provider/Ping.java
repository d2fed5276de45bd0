package io.reelbench.engine.cloud.provider;

import java.util.Set;

/**
 * A question that costs nothing and tells whether the key is good.
 *
 * @param good statuses that only somebody with a good key gets
 */
public record Ping(String method, String path, Set<Integer> good) {
}
