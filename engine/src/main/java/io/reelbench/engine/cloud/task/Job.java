package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.provider.Call;
import io.reelbench.engine.cloud.provider.Cost;
import io.reelbench.engine.cloud.provider.Idempotency;
import io.reelbench.engine.cloud.provider.Intake;
import io.reelbench.engine.cloud.provider.Life;
import io.reelbench.engine.cloud.provider.Slot;
import io.reelbench.engine.cloud.provider.Stage;
import io.reelbench.engine.cloud.provider.Yield;
import io.reelbench.engine.cloud.wire.Ask;
import io.reelbench.engine.cloud.wire.Body;
import io.reelbench.engine.cloud.wire.Meter;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One job there: its files go up, it is sent, and asked after or waited for. */
final class Job {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Trip trip;
    private final Money money;
    private final Call call;

    /** The one that the trip is at. */
    Job(Trip trip, Money money) {
        this.trip = trip;
        this.money = money;
        this.call = trip.call();
    }

    /**
     * Sends it if it is not sent, and returns when it is done.
     *
     * @param into where the result goes if it is in the answer
     * @return the last word of the service; empty when the result is in its place
     */
    Optional<JsonNode> done(Path into) throws FailedException, InterruptedException {
        return switch (call.life()) {
            case Life.Polled polled -> Optional.of(polled(polled));
            case Life.Waited waited -> waited(waited, into);
            case Life.Answered answered -> answered(answered, into);
        };
    }

    // ---- There ----

    void upload() throws FailedException, InterruptedException {
        boolean first = trip.at().leg() == 0;
        List<String> before = first ? trip.stamps() : trip.at().stamps();
        List<Path> files = new ArrayList<>();
        long whole = 0;
        for (Slot slot : call.slots()) {
            boolean goes = slot.file().isPresent() || !staysThere();
            files.add(slot.file().isPresent() ? slot.file().get() : goes ? made() : Path.of(""));
            whole += goes ? Uploads.size(files.getLast()) : 0;
        }
        List<String> names = new ArrayList<>(trip.at().stamps().equals(before) ? trip.at().files() : List.of());
        Uploads uploads = new Uploads(trip.talk(), new Books(names, before));
        long done = 0;
        for (int i = 0; i < files.size(); i++) {
            Slot slot = call.slots().get(i);
            if (i < names.size()) {
                done += Uploads.size(files.get(i)); // it came there in an earlier run
                continue;
            } else if (slot.file().isEmpty() && staysThere()) {
                names.add(JSON.writeValueAsString(trip.at().before().orElseThrow()));
                continue;
            }
            long base = done;
            long all = Math.max(1, whole);
            Meter meter = (bytes, _) -> trip.tell(Step.Doing.UPLOADING, Trip.UP * Math.min(1, (base + bytes) / (double) all),
                    bytes);
            names.add(JSON.writeValueAsString(uploads.put(call.intake(), files.get(i), slot.kind(), meter)));
            done += Uploads.size(files.get(i));
        }
        if (!before.equals(trip.stamps())) {
            trip.anew();
            throw new FailedException(new Failure.InputChanged(trip.task().name()));
        }
        trip.write(trip.at().uploaded(names, before));
    }

    /** Writes down each file that costs by itself, so that none goes twice. */
    private final class Books implements Toll {

        private final List<String> names;
        private final List<String> stamps;

        /** @param names of all files that are there; grows */
        Books(List<String> names, List<String> stamps) {
            this.names = names;
            this.stamps = stamps;
        }

        @Override
        public void leaving(Cost price) throws FailedException {
            trip.write(trip.at().leaving(List.copyOf(names), stamps, trip.bench().means().clock().millis(), price.amount()));
        }

        @Override
        public void refused() throws FailedException {
            trip.write(trip.at().brought(List.copyOf(names), stamps));
        }

        @Override
        public void paid(Cost price, JsonNode name) throws FailedException {
            money.brought(price, names.size());
            List<String> all = new ArrayList<>(names);
            all.add(JSON.writeValueAsString(name));
            trip.write(trip.at().brought(all, stamps));
        }
    }

    /** Whether what the job before made need not come here to go on. */
    private boolean staysThere() {
        return call.intake().takesItsOwn() && trip.at().before().isPresent();
    }

    /** What the job before made, which comes here first if it is still there. */
    private Path made() throws FailedException, InterruptedException {
        Path file = trip.between(trip.at().leg());
        if (trip.at().before().isPresent()) {
            trip.fetch(trip.at().before().get(), file, 0, 0);
            trip.bench().passages().sync(file);
        }
        long bytes = Uploads.size(file);
        if (call.most().isPresent() && bytes > call.most().getAsLong()) {
            Text why = TaskWords.MADE_TOO_BIG.with(new Bytes(bytes).spoken(), trip.account().name(),
                    new Bytes(call.most().getAsLong()).spoken(), call.title());
            throw new FailedException(
                    new Failure.Invalid(trip.task().name(), List.of(new Problem("", Code.OUT_OF_RANGE, why))));
        }
        return file;
    }

    private List<Path> files() throws FailedException {
        List<Path> files = new ArrayList<>();
        for (Slot slot : call.slots()) {
            files.add(slot.file().isPresent() ? slot.file().get() : trip.between(trip.at().leg()));
        }
        return files;
    }

    private Ask request(Body body, Duration patience) {
        String query = call.query().entrySet().stream().map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        Ask ask = Ask.post(trip.account().at(call.path() + (query.isEmpty() ? "" : "?" + query)), body, trip.talk().pass())
                .within(patience);
        Optional<String> key = trip.at().key();
        return trip.provider().idempotency() instanceof Idempotency.Key(String header, var _) && key.isPresent()
                ? ask.with(Map.of(header, key.get()))
                : ask;
    }

    private Body json() throws FailedException {
        ObjectNode whole = Uploads.filled(call.body(), call.slots(), files(),
                trip.at().files().stream().map(JSON::readTree).toList());
        return new Body.Json(JSON.writeValueAsBytes(whole));
    }

    private Talk.Repeat repeat() {
        return trip.at().key().isPresent() ? Talk.Repeat.FREELY : Talk.Repeat.NEVER;
    }

    /** Sending. */
    private interface Sending<T> {
        T run() throws FailedException, InterruptedException;
    }

    /** A clear refusal leaves it unsent; whatever else happens from here on, it counts as sent. */
    private <T> T sent(Sending<T> sending) throws FailedException, InterruptedException {
        Passage at = trip.at();
        if (at.stage() == Passage.Stage.UPLOADED) {
            Optional<String> key = trip.provider().idempotency() instanceof Idempotency.Key
                    ? Optional.of("reelbench-" + UUID.randomUUID())
                    : Optional.empty();
            trip.write(at.sending(key, trip.bench().means().clock().millis(), call.cost().map(Cost::amount),
                    Optional.of(call.title()).filter(_ -> trip.route().legs().size() > 1)));
        }
        try {
            return sending.run();
        } catch (FailedException e) {
            boolean unknown = e.failure() instanceof Failure.AnswerLost
                    || trip.at().key().isPresent()
                            && (e.failure() instanceof Failure.Unreachable || e.failure() instanceof Failure.Garbled);
            if (!unknown) {
                trip.write(trip.at().unsent());
            }
            throw e;
        }
    }

    // ---- Jobs that are asked after ----

    private JsonNode polled(Life.Polled life) throws FailedException, InterruptedException {
        Optional<JsonNode> first = Optional.empty();
        if (trip.at().stage() != Passage.Stage.SENT) {
            trip.tell(Step.Doing.IN_LINE, Trip.UP, -1);
            Body body = json();
            trip.gate().shield(); // an answer that is torn off is lost
            try {
                JsonNode answer = sent(() -> trip.talk().ask(request(body, Ask.USUAL), repeat(), Meter.NONE,
                        a -> a.json().filter(j -> life.id().in(j).isPresent())));
                trip.write(trip.at().sent(life.id().in(answer).orElseThrow()));
                first = Optional.of(answer);
            } finally {
                trip.gate().bare();
            }
            money.paid(first.flatMap(life.cost()::in));
        }
        JsonNode over = first.filter(j -> stage(life, j) == Stage.DONE).orElse(null);
        over = over == null ? awaited(life) : over;
        if (over.at("/cache/hit").asBoolean(false)) {
            money.free();
        } else {
            money.took(life.cost().in(over));
        }
        return over;
    }

    private JsonNode awaited(Life.Polled life) throws FailedException, InterruptedException {
        String id = trip.at().job().orElseThrow();
        Ask ask = Ask.get(trip.account().at(life.poll().replace("{id}", encoded(id))), trip.talk().pass());
        Duration pause = life.first();
        while (true) {
            trip.gate().pass(pause.dividedBy(trip.bench().means().patience().hurry()));
            JsonNode now = trip.talk().poll(ask,
                    answer -> answer.json().filter(j -> isOf(life, id, j) && stage(life, j) != null));
            Stage stage = stage(life, now);
            if (stage == Stage.DONE) {
                return now;
            } else if (stage.isOver()) {
                throw new FailedException(new Failure.RemoteFailed(trip.account().name(), stage == Stage.CANCELLED
                        ? TaskWords.GIVEN_UP.with().toString()
                        : Text.harmless(life.said().in(now).orElse("?"))));
            }
            double there = life.progress().in(now).filter(Money::isAmount).map(Double::parseDouble).orElse(0.0) / 100;
            trip.tell(stage == Stage.WORKING ? Step.Doing.REMOTE : Step.Doing.IN_LINE,
                    Trip.UP + (Trip.DOWN - Trip.UP) * Math.clamp(there, 0, 1), -1);
            Duration longer = pause.multipliedBy(3).dividedBy(2);
            pause = longer.compareTo(life.most()) > 0 ? life.most() : longer;
        }
    }

    private static Stage stage(Life.Polled life, JsonNode answer) {
        return life.status().in(answer).map(word -> word.toLowerCase(Locale.ROOT)).map(life.words()::get).orElse(null);
    }

    private static boolean isOf(Life.Polled life, String id, JsonNode answer) {
        return life.same().in(answer).map(id::equals).orElse(true);
    }

    // ---- Jobs that are waited for ----

    private Optional<JsonNode> waited(Life.Waited life, Path into) throws FailedException, InterruptedException {
        trip.tell(Step.Doing.REMOTE, Trip.UP, -1);
        Body body = json();
        JsonNode answer = sent(() -> trip.talk().ask(request(body, life.patience()), repeat(),
                (bytes, whole) -> trip.tell(Step.Doing.REMOTE, Trip.UP * bytes / Math.max(1, whole), bytes),
                a -> a.json().filter(j -> holds(life, j))));
        money.paid(Optional.empty());
        Optional<String> inText = life.inText().in(answer);
        if (inText.isEmpty()) {
            return Optional.of(answer);
        }
        try {
            Files.write(into, Base64.getMimeDecoder().decode(inText.get()));
            return Optional.empty();
        } catch (IOException e) {
            throw Faults.writing(into.getParent(), e);
        } catch (IllegalArgumentException nonsense) {
            throw new FailedException(
                    new Failure.Garbled(trip.account().name(), TaskWords.NOT_ITS_ANSWER.with().toString()), nonsense);
        }
    }

    private boolean holds(Life.Waited life, JsonNode answer) {
        return call.yield() instanceof Yield.Facts facts
                ? answer.at(facts.where()).isObject()
                : life.inText().in(answer).isPresent() || life.address().in(answer).isPresent();
    }

    private Optional<JsonNode> answered(Life.Answered life, Path into) throws FailedException, InterruptedException {
        Body body = new Body.Form(List.of(Uploads.attached(((Intake.Along) call.intake()).field(), files().getFirst())));
        sent(() -> trip.talk().askInto(into, request(body, life.patience()), repeat(),
                (bytes, whole) -> trip.tell(bytes < whole ? Step.Doing.UPLOADING : Step.Doing.REMOTE,
                        Trip.UP * bytes / Math.max(1, whole), bytes),
                (bytes, whole) -> trip.tell(Step.Doing.DOWNLOADING,
                        whole > 0 ? Trip.DOWN + (1 - Trip.DOWN) * bytes / whole : Trip.DOWN, bytes),
                Trip.mostResult(), a -> Talk.isPage(a) ? Optional.empty() : Optional.of(a)));
        trip.checkThere(into);
        return Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
