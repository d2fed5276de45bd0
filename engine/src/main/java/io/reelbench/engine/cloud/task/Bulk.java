package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.provider.Call;
import io.reelbench.engine.cloud.provider.Generations;
import io.reelbench.engine.cloud.provider.Provider;
import io.reelbench.engine.cloud.provider.Route;
import io.reelbench.engine.cloud.provider.Slot;
import io.reelbench.engine.cloud.wire.Ask;
import io.reelbench.engine.cloud.wire.Body;
import io.reelbench.engine.cloud.wire.Gate;
import io.reelbench.engine.cloud.wire.Meter;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends all jobs of a batch for a model in one request, where its service takes them so. The first task of the batch that runs sends for
 * all of them; each finds its own job under way when its turn comes, and is asked after, fetched and placed like any other.
 */
final class Bulk {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One job of the request. */
    private record One(Task task, Route route) {
        Call call() {
            return route.last();
        }
    }

    private final Passages passages;
    private final Talk.Means means;
    private final Supplier<List<Task>> tasks;
    private final Map<String, ReentrantLock> batches = new ConcurrentHashMap<>();

    Bulk(Passages passages, Talk.Means means, Supplier<List<Task>> tasks) {
        this.passages = passages;
        this.means = means;
        this.tasks = tasks;
    }

    /** Sends the job of a task together with others of its batch; does nothing where there are none, or where it was sent already. */
    void send(Task task, Provider provider, Account account, Secret key, Gate gate) throws FailedException, InterruptedException {
        if (Errand.read(task.asked().recipe()).what() instanceof Errand.Generation(String model, var _)
                && Generations.model(provider, model).filter(m -> m.bulk() == io.reelbench.engine.cloud.provider.Model.Bulk.YES)
                        .isPresent()) {
            ReentrantLock batch = batches.computeIfAbsent(task.batch(), _ -> new ReentrantLock());
            batch.lockInterruptibly();
            try {
                List<One> all = passages.find(task.id()).isPresent() ? List.of() : together(task, model, provider);
                if (all.size() > 1) {
                    Talk talk = new Talk(means, account, Optional.of(key), provider.errors(), gate, _ -> {
                    });
                    new Sending(talk, account, model).send(all, gate);
                }
            } finally {
                batch.unlock();
            }
        }
    }

    /** This one, and those of its batch that are not sent; what cannot be sent says so in its own turn. */
    private List<One> together(Task task, String model, Provider provider) throws FailedException {
        List<One> all = new ArrayList<>();
        for (Task each : tasks.get()) {
            boolean waits = each.batch().equals(task.batch()) && each.kind().equals(RemoteKind.ID)
                    && (each.state() == TaskState.WAITING || each.state() == TaskState.RUNNING)
                    && passages.find(each.id()).isEmpty() && all.size() < Generations.MOST_AT_ONCE;
            if (waits && Errand.read(each.asked().recipe()).what() instanceof Errand.Generation(String its, var parameters)
                    && its.equals(model)) {
                new Generations(provider).draft(model, parameters).route().ifPresent(route -> all.add(new One(each, route)));
            }
        }
        return all.stream().anyMatch(one -> one.task.id().equals(task.id())) ? all : List.of();
    }

    /** One request. */
    private final class Sending {

        private final Talk talk;
        private final Account account;
        private final String model;
        private final Map<Path, JsonNode> there = new HashMap<>();

        Sending(Talk talk, Account account, String model) {
            this.talk = talk;
            this.account = account;
            this.model = model;
        }

        void send(List<One> all, Gate gate) throws FailedException, InterruptedException {
            List<Passage> known = new ArrayList<>();
            ArrayNode jobs = JSON.createArrayNode();
            for (One one : all) {
                List<String> before = Trip.stamps(one.route);
                List<JsonNode> names = uploaded(one.call());
                if (!before.equals(Trip.stamps(one.route))) {
                    throw new FailedException(new Failure.InputChanged(one.task.name()));
                }
                known.add(Passage.fresh(one.task.id(), account.id(), account.origin())
                        .uploaded(names.stream().map(JSON::writeValueAsString).toList(), before)
                        .sending(Optional.empty(), means.clock().millis(), Optional.empty(), Optional.empty()));
                ObjectNode job = Uploads.filled(one.call().body(), one.call().slots(), one.route.files(), names);
                jobs.add(job.without("model"));
            }
            for (Passage each : known) {
                passages.put(each);
            }
            Body body = new Body.Json(JSON.writeValueAsBytes(JSON.createObjectNode().set("jobs", jobs)));
            gate.shield(); // an answer that is torn off is lost
            try {
                List<String> ids = talk.ask(Ask.post(account.at(Generations.bulkPath(model)), body, talk.pass()),
                        Talk.Repeat.NEVER, Meter.NONE, answer -> answer.json().flatMap(j -> ids(j, known.size())));
                for (int i = 0; i < known.size(); i++) {
                    passages.put(known.get(i).sent(ids.get(i)));
                }
            } catch (FailedException e) {
                if (!(e.failure() instanceof Failure.AnswerLost)) {
                    for (Passage each : known) {
                        passages.put(each.unsent());
                    }
                }
                throw e;
            } finally {
                gate.bare();
            }
        }

        /** A voice that many jobs share goes there once. */
        private List<JsonNode> uploaded(Call call) throws FailedException, InterruptedException {
            List<JsonNode> names = new ArrayList<>();
            for (Slot slot : call.slots()) {
                Path file = slot.file().orElseThrow();
                JsonNode name = there.get(file);
                if (name == null) {
                    name = new Uploads(talk, Toll.NONE).put(call.intake(), file, slot.kind(), Meter.NONE);
                    there.put(file, name);
                }
                names.add(name);
            }
            return names;
        }
    }

    /** One for each job, in their order. */
    private static Optional<List<String>> ids(JsonNode answer, int count) {
        List<String> ids = answer.path("jobs").valueStream().map(job -> job.path("jobId"))
                .filter(id -> id.isString() || id.isNumber()).map(JsonNode::asString).filter(id -> !id.isBlank()).toList();
        return ids.size() == count ? Optional.of(ids) : Optional.empty();
    }
}
