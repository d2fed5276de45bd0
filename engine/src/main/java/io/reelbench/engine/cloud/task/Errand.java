package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Service;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a task elsewhere is, as it stands in the queue.
 *
 * @param account id
 * @param service whose lane it takes
 * @param what    a recipe as JSON, or a model
 */
public record Errand(String account, Service service, What what) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public sealed interface What {
    }

    /** @param json of the recipe */
    public record Recipe(String json) implements What {
    }

    /** @param parameters as the service names them; those that are files name files here */
    public record Generation(String model, Map<String, String> parameters) implements What {
    }

    public static Errand of(Account account, What what) {
        return new Errand(account.id(), account.service(), what);
    }

    public String write() {
        ObjectNode root = JSON.createObjectNode().put("account", account).put("service", service.word());
        switch (what) {
            case Recipe(String json) -> root.set("recipe", JSON.readTree(json));
            case Generation(String model, Map<String, String> parameters) -> {
                root.put("model", model);
                ObjectNode all = root.putObject("parameters");
                new TreeMap<>(parameters).forEach(all::put);
            }
        }
        return JSON.writeValueAsString(root);
    }

    public static Errand read(String text) throws FailedException {
        return understood(text).orElseThrow(() -> new FailedException(new Failure.Internal("a stored task cannot be read")));
    }

    /** Empty when it is none. */
    public static Optional<Errand> understood(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            for (Service service : Service.values()) {
                if (service.word().equals(root.path("service").asString(""))) {
                    return Optional.of(new Errand(root.path("account").asString(""), service, what(root)));
                }
            }
        } catch (JacksonException nonsense) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static What what(JsonNode root) {
        if (root.has("recipe")) {
            return new Recipe(JSON.writeValueAsString(root.get("recipe")));
        }
        Map<String, String> parameters = new TreeMap<>();
        root.path("parameters").propertyStream().forEach(p -> parameters.put(p.getKey(), p.getValue().asString("")));
        return new Generation(root.path("model").asString(""), Map.copyOf(parameters));
    }
}
