package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.provider.Call;
import io.reelbench.engine.cloud.provider.Cost;
import io.reelbench.engine.cloud.provider.Idempotency;
import io.reelbench.engine.cloud.provider.Life;
import io.reelbench.engine.cloud.provider.Provider;
import io.reelbench.engine.cloud.provider.Slot;
import io.reelbench.engine.cloud.provider.Stage;
import io.reelbench.engine.cloud.wire.Answer;
import io.reelbench.engine.cloud.wire.Ask;
import io.reelbench.engine.cloud.wire.Body;
import io.reelbench.engine.cloud.wire.Gate;
import io.reelbench.engine.cloud.wire.Meter;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.output.Stamp;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Progress;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The way of one task through another machine and back, from wherever an earlier attempt left it. Whatever cannot be taken back is
 * written down first.
 */
final class Journey {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** More is no result but an attack. */
    private static final long MOST_RESULT = 200_000_000_000L;
    private static final double UP = 0.3;
    private static final double DOWN = 0.8;

    private final RemoteBench bench;
    private final Task task;
    private final Provider provider;
    private final Account account;
    private final Call call;
    private final Path part;
    private final Gate gate;
    private final TaskKind.Run run;
    private final Talk talk;
    private final List<Text> notes = new ArrayList<>();
    private Passage at;
    private double fraction;

    Journey(RemoteBench bench, Task task, Provider provider, Account account, Secret key, Call call, Path part, Gate gate,
            TaskKind.Run run) {
        this.bench = bench;
        this.task = task;
        this.provider = provider;
        this.account = account;
        this.call = call;
        this.part = part;
        this.gate = gate;
        this.run = run;
        this.talk = new Talk(bench.means(), account, Optional.of(key), provider.errors(), gate, this::tell);
    }

    /** Leaves the result in the part file and says what a person should know. */
    List<Text> travel() throws FailedException, InterruptedException {
        at = bench.passages().find(task.id()).orElseGet(() -> Passage.fresh(task.id(), account.id(), account.origin()));
        notes.addAll(call.notes());
        settle();
        if (at.stage() == Passage.Stage.NEW) {
            upload();
        }
        try {
            switch (call.life()) {
                case Life.Polled polled -> polled(polled);
                case Life.Waited waited -> waited(waited);
                case Life.Answered answered -> answered(answered);
            }
        } catch (FailedException e) {
            if (e.failure() instanceof Failure.RemoteFailed || e.failure() instanceof Failure.ResultGone) {
                refunded();
                bench.passages().remove(task.id()); // that job is over: another attempt is another job
            }
            throw e;
        }
        notes.add(TaskWords.DONE_BY.with(account.name()));
        return List.copyOf(notes);
    }

    // ---- Where an earlier attempt left it ----

    private void settle() throws FailedException {
        if (!at.origin().equals(account.origin())) {
            bench.passages().remove(task.id()); // it is with another server than the account's now
            if (at.stage() == Passage.Stage.SENDING || at.stage() == Passage.Stage.SENT) {
                throw new FailedException(new Failure.ResultGone(account.name()));
            }
            at = Passage.fresh(task.id(), account.id(), account.origin());
        }
        if (at.stage() != Passage.Stage.NEW && !at.stamps().equals(stamps())) {
            bench.passages().remove(task.id());
            throw new FailedException(new Failure.InputChanged(task.name()));
        }
        if (at.stage() == Passage.Stage.SENDING && !isSafeToRepeat()) {
            if (!at.again()) {
                throw new FailedException(new Failure.AnswerLost(account.name()));
            }
            write(at.unsent());
        }
    }

    private boolean isSafeToRepeat() {
        return provider.idempotency() instanceof Idempotency.Key(var _, Duration lasts) && at.key().isPresent()
                && bench.means().clock().millis() - at.sentMs() < lasts.toMillis() * 9 / 10;
    }

    private List<String> stamps() throws FailedException {
        return stamps(call);
    }

    /** How the files of a request are now. */
    static List<String> stamps(Call call) throws FailedException {
        List<String> all = new ArrayList<>();
        for (Slot slot : call.slots()) {
            try {
                Stamp stamp = Stamp.of(slot.file());
                all.add(stamp.bytes() + "/" + stamp.modifiedUs());
            } catch (IOException e) {
                throw new FailedException(new Failure.Missing(slot.file().toString()), e);
            }
        }
        return all;
    }

    private void write(Passage next) throws FailedException {
        bench.passages().put(next);
        at = next;
    }

    // ---- There ----

    private void upload() throws FailedException, InterruptedException {
        List<String> before = stamps();
        long whole = 0;
        for (Slot slot : call.slots()) {
            whole += Uploads.size(slot.file());
        }
        Uploads uploads = new Uploads(talk);
        List<String> names = new ArrayList<>();
        long done = 0;
        for (Slot slot : call.slots()) {
            long base = done;
            long all = Math.max(1, whole);
            Meter meter = (bytes, _) -> tell(Step.Doing.UPLOADING, UP * Math.min(1, (base + bytes) / (double) all), bytes);
            names.add(JSON.writeValueAsString(uploads.put(call.intake(), slot, meter)));
            done += Uploads.size(slot.file());
        }
        if (!before.equals(stamps())) {
            throw new FailedException(new Failure.InputChanged(task.name()));
        }
        write(at.uploaded(names, before));
    }

    private Ask request(Body body, Duration patience) {
        String query = call.query().entrySet().stream().map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        Ask ask = Ask.post(account.at(call.path() + (query.isEmpty() ? "" : "?" + query)), body, talk.pass()).within(patience);
        boolean keyed = at.key().isPresent() && provider.idempotency() instanceof Idempotency.Key;
        return keyed ? ask.with(java.util.Map.of(((Idempotency.Key) provider.idempotency()).header(), at.key().get())) : ask;
    }

    private Body json() throws FailedException {
        ObjectNode whole = Uploads.filled(call.body(), call.slots(), at.files().stream().map(JSON::readTree).toList());
        return new Body.Json(JSON.writeValueAsBytes(whole));
    }

    private Talk.Repeat repeat() {
        return at.key().isPresent() ? Talk.Repeat.FREELY : Talk.Repeat.NEVER;
    }

    /** Sending. */
    private interface Sending<T> {
        T run() throws FailedException, InterruptedException;
    }

    /** A clear refusal leaves it unsent; whatever else happens from here on, it counts as sent. */
    private <T> T sent(Sending<T> sending) throws FailedException, InterruptedException {
        if (at.stage() == Passage.Stage.UPLOADED) {
            Optional<String> key = provider.idempotency() instanceof Idempotency.Key
                    ? Optional.of("reelbench-" + UUID.randomUUID())
                    : Optional.empty();
            write(at.sending(key, bench.means().clock().millis(), call.cost().map(Cost::amount)));
        }
        try {
            return sending.run();
        } catch (FailedException e) {
            boolean unknown = e.failure() instanceof Failure.AnswerLost
                    || at.key().isPresent()
                            && (e.failure() instanceof Failure.Unreachable || e.failure() instanceof Failure.Garbled);
            if (!unknown) {
                write(at.unsent());
            }
            throw e;
        }
    }

    // ---- Jobs that are asked after ----

    private void polled(Life.Polled life) throws FailedException, InterruptedException {
        Optional<JsonNode> first = Optional.empty();
        if (at.stage() != Passage.Stage.SENT) {
            tell(Step.Doing.IN_LINE, UP);
            Body body = json();
            gate.shield(); // an answer that is torn off is lost
            try {
                JsonNode answer = sent(() -> talk.ask(request(body, Ask.USUAL), repeat(), Meter.NONE,
                        a -> a.json().filter(j -> life.id().in(j).isPresent())));
                write(at.sent(life.id().in(answer).orElseThrow()));
                first = Optional.of(answer);
            } finally {
                gate.bare();
            }
            paid(first.flatMap(life.cost()::in));
        }
        JsonNode over = first.filter(j -> stage(life, j) == Stage.DONE).orElse(null);
        over = over == null ? awaited(life) : over;
        if (over.at("/cache/hit").asBoolean(false)) {
            notes.add(TaskWords.FROM_CACHE.with(account.name()));
            bench.budget().charged(account.id(), task.id(), at.job().orElseThrow(), Cost.nothing(unit()));
        }
        Optional<String> address = life.address().in(over);
        if (address.isEmpty()) {
            throw new FailedException(new Failure.RemoteFailed(account.name(),
                    life.said().in(over).orElse(TaskWords.NO_ADDRESS.with().toString())));
        }
        fetch(address.get());
        JsonNode last = over;
        life.cost().in(last).filter(Journey::isAmount).ifPresent(amount -> {
            notes.removeIf(note -> note.key().equals(TaskWords.COST_ABOUT.key()));
            notes.add(TaskWords.COST.with(new Cost(new BigDecimal(amount), unit())));
        });
        if (life.cost().in(last).filter(Journey::isAmount).isPresent()) {
            bench.budget().charged(account.id(), task.id(), at.job().orElseThrow(),
                    new Cost(new BigDecimal(life.cost().in(last).get()), unit()));
        }
    }

    private JsonNode awaited(Life.Polled life) throws FailedException, InterruptedException {
        String id = at.job().orElseThrow();
        Ask ask = Ask.get(account.at(life.poll().replace("{id}", encoded(id))), talk.pass());
        Duration pause = life.first();
        while (true) {
            gate.pass(pause.dividedBy(bench.means().patience().hurry()));
            JsonNode now = talk.poll(ask, answer -> answer.json().filter(j -> isOf(life, id, j) && stage(life, j) != null));
            Stage stage = stage(life, now);
            if (stage == Stage.DONE) {
                return now;
            } else if (stage.isOver()) {
                throw new FailedException(new Failure.RemoteFailed(account.name(), stage == Stage.CANCELLED
                        ? TaskWords.GIVEN_UP.with().toString()
                        : Text.harmless(life.said().in(now).orElse("?"))));
            }
            double there = life.progress().in(now).filter(Journey::isAmount).map(Double::parseDouble).orElse(0.0) / 100;
            tell(stage == Stage.WORKING ? Step.Doing.REMOTE : Step.Doing.IN_LINE, UP + (DOWN - UP) * Math.clamp(there, 0, 1));
            pause = pause.multipliedBy(3).dividedBy(2).compareTo(life.most()) > 0
                    ? life.most()
                    : pause.multipliedBy(3).dividedBy(2);
        }
    }

    private static Stage stage(Life.Polled life, JsonNode answer) {
        return life.status().in(answer).map(word -> word.toLowerCase(java.util.Locale.ROOT)).map(life.words()::get).orElse(null);
    }

    private static boolean isOf(Life.Polled life, String id, JsonNode answer) {
        return life.same().in(answer).map(id::equals).orElse(true);
    }

    // ---- Jobs that are waited for ----

    private void waited(Life.Waited life) throws FailedException, InterruptedException {
        tell(Step.Doing.REMOTE, UP);
        Body body = json();
        JsonNode answer = sent(() -> talk.ask(request(body, life.patience()), repeat(),
                (bytes, whole) -> tell(Step.Doing.REMOTE, UP * bytes / Math.max(1, whole), bytes),
                a -> a.json().filter(j -> life.inText().in(j).isPresent() || life.address().in(j).isPresent())));
        paid(Optional.empty());
        Optional<String> inText = life.inText().in(answer);
        if (inText.isPresent()) {
            try {
                Files.write(part, Base64.getMimeDecoder().decode(inText.get()));
            } catch (IOException e) {
                throw Faults.writing(part.getParent(), e);
            } catch (IllegalArgumentException nonsense) {
                throw new FailedException(new Failure.Garbled(account.name(), TaskWords.NOT_ITS_ANSWER.with().toString()),
                        nonsense);
            }
        } else {
            fetch(life.address().in(answer).orElseThrow());
        }
    }

    private void answered(Life.Answered life) throws FailedException, InterruptedException {
        Slot only = call.slots().getFirst();
        Body body = new Body.Form(
                List.of(Uploads.attached(((io.reelbench.engine.cloud.provider.Intake.Along) call.intake()).field(),
                        only.file())));
        sent(() -> talk.askInto(part, request(body, life.patience()), repeat(),
                (bytes, whole) -> tell(bytes < whole ? Step.Doing.UPLOADING : Step.Doing.REMOTE, UP * bytes / Math.max(1, whole),
                        bytes),
                (bytes, whole) -> tell(Step.Doing.DOWNLOADING, whole > 0 ? DOWN + (1 - DOWN) * bytes / whole : DOWN, bytes),
                MOST_RESULT, a -> Talk.isPage(a) ? Optional.empty() : Optional.of(a)));
        checkThere();
    }

    // ---- Back ----

    private void fetch(String address) throws FailedException, InterruptedException {
        URI there;
        try {
            there = account.base().resolve(address);
        } catch (IllegalArgumentException nonsense) {
            throw new FailedException(new Failure.Garbled(account.name(), TaskWords.NOT_ITS_ANSWER.with().toString()), nonsense);
        }
        tell(Step.Doing.DOWNLOADING, DOWN);
        talk.fetch(there, part,
                (bytes, whole) -> tell(Step.Doing.DOWNLOADING, whole > 0 ? DOWN + (1 - DOWN) * bytes / whole : DOWN, bytes),
                MOST_RESULT);
        checkThere();
    }

    private void checkThere() throws FailedException {
        try {
            if (!Files.exists(part) || Files.size(part) == 0) {
                throw new FailedException(new Failure.RemoteFailed(account.name(), TaskWords.NO_BYTES.with().toString()));
            }
        } catch (IOException e) {
            throw Faults.writing(part.getParent(), e);
        }
    }

    // ---- Money ----

    private Cost.Unit unit() {
        return call.cost().map(Cost::unit).orElse(Cost.Unit.CREDITS);
    }

    /** What is taken when a job is accepted. */
    private void paid(Optional<String> told) throws FailedException {
        Optional<Cost> cost = told.filter(Journey::isAmount).map(amount -> new Cost(new BigDecimal(amount), unit()))
                .or(call::cost);
        if (cost.isPresent() && cost.get().amount().signum() > 0) {
            bench.budget().charged(account.id(), task.id(), job(), cost.get());
            notes.add(TaskWords.COST_ABOUT.with(cost.get()));
        }
    }

    /** What a job that failed gives back. */
    private void refunded() throws FailedException {
        if (at.stage() == Passage.Stage.SENT && bench.spending().of(task.id()).isPresent()) {
            bench.budget().charged(account.id(), task.id(), job(), Cost.nothing(unit()));
        }
    }

    private String job() {
        return at.job().or(at::key).orElse(task.id());
    }

    private static boolean isAmount(String text) {
        return text.matches("\\d{1,12}(\\.\\d{1,12})?");
    }

    // ---- Telling ----

    private void tell(Step.Doing doing) {
        tell(doing, fraction);
    }

    private void tell(Step.Doing doing, double now) {
        tell(doing, now, -1);
    }

    private void tell(Step.Doing doing, double now, long bytes) {
        fraction = Math.max(fraction, now);
        run.progress(new Progress(OptionalDouble.of(fraction), OptionalDouble.empty(), OptionalDouble.empty(),
                bytes < 0 ? OptionalLong.empty() : OptionalLong.of(bytes), Optional.of(doing)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
