package io.reelbench.engine.cloud.deliver;

import io.reelbench.engine.cloud.account.Service;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where a finished file goes. */
public sealed interface Destination {

    JsonMapper JSON = JsonMapper.builder().build();

    /** Into a folder, under its own name. */
    record Folder(Path folder) implements Destination {
    }

    /**
     * To an account: its service's store, or its bucket.
     *
     * @param account id
     * @param name    there; empty for the file's own
     */
    record Remote(String account, Service service, Optional<String> name) implements Destination {
    }

    default String write() {
        ObjectNode root = JSON.createObjectNode();
        switch (this) {
            case Folder(Path folder) -> root.put("folder", folder.toString());
            case Remote(String account, Service service, var name) -> {
                root.put("account", account).put("service", service.word());
                name.ifPresent(n -> root.put("name", n));
            }
        }
        return JSON.writeValueAsString(root);
    }

    static Destination read(String text) throws FailedException {
        return understood(text).orElseThrow(() -> new FailedException(new Failure.Internal("a stored delivery cannot be read")));
    }

    /** Empty when it is none. */
    static Optional<Destination> understood(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root.has("folder")) {
                return Optional.of(new Folder(Path.of(root.get("folder").asString(""))));
            }
            for (Service service : Service.values()) {
                if (service.word().equals(root.path("service").asString(""))) {
                    return Optional.of(new Remote(root.path("account").asString(""), service,
                            Optional.ofNullable(root.get("name")).map(n -> n.asString(""))));
                }
            }
        } catch (JacksonException nonsense) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
