package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.provider.Call;
import io.reelbench.engine.cloud.provider.Idempotency;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The way of one task through another machine and back, from wherever an earlier attempt left it, over all of its jobs. Whatever cannot be
 * taken back is written down first.
 */
final class Journey {

    /**
     * What came home.
     *
     * @param notes  what a person should know
     * @param expect what it must be
     */
    record Arrived(List<Text> notes, Expect expect) {
    }

    private final Trip trip;
    private final Path part;
    private final Money money;
    private final List<Text> notes = new ArrayList<>();

    Journey(Trip trip, Path part) {
        this.trip = trip;
        this.part = part;
        this.money = new Money(trip, notes);
    }

    /** Leaves the result in the part file or folder. */
    Arrived travel() throws FailedException, InterruptedException {
        notes.addAll(trip.route().notes());
        settle();
        money.hold();
        try {
            while (!trip.isLast()) {
                onward();
            }
            Optional<JsonNode> answer = done(part);
            Expect expect = new Homecoming(trip, part).bring(answer);
            money.tell();
            notes.add(TaskWords.DONE_BY.with(trip.account().name()));
            return new Arrived(List.copyOf(notes), expect);
        } catch (FailedException e) {
            throw failed(e);
        } finally {
            money.letGo();
        }
    }

    /** A job between; the next one goes on with what it made. */
    private void onward() throws FailedException, InterruptedException {
        Path into = trip.between(trip.at().leg() + 1);
        Optional<JsonNode> answer = done(into);
        Optional<String> address = Optional.empty();
        if (answer.isPresent()) {
            address = Optional.of(trip.address(Homecoming.address(trip, answer.get())).toString());
        } else {
            trip.checkThere(into);
            trip.bench().passages().sync(into);
        }
        trip.write(trip.at().next(address));
    }

    private Optional<JsonNode> done(Path into) throws FailedException, InterruptedException {
        Job job = new Job(trip, money);
        if (trip.at().stage() == Passage.Stage.NEW) {
            job.upload();
        }
        return job.done(into);
    }

    /** A job that is over is not asked after again: another attempt is another job. */
    private FailedException failed(FailedException e) throws FailedException {
        boolean over = e.failure() instanceof Failure.RemoteFailed || e.failure() instanceof Failure.ResultGone
                || e.failure() instanceof Failure.RemoteRefused && trip.at().leg() > 0;
        FailedException told = named(e);
        if (over) {
            money.back();
            Optional<Passage> given = trip.at().given();
            if (given.isPresent()) {
                trip.write(given.get());
            } else {
                trip.anew();
            }
        }
        return told;
    }

    /** Of several jobs it is said which one. */
    private FailedException named(FailedException e) {
        int count = trip.route().legs().size();
        if (count == 1) {
            return e;
        }
        Call call = trip.call();
        int number = trip.at().leg() + 1;
        Optional<Failure> named = switch (e.failure()) {
            case Failure.RemoteFailed(String account, String said) ->
                Optional.of(new Failure.RemoteFailed(account, at(number, count, call, said)));
            case Failure.RemoteRefused(String account, String said) ->
                Optional.of(new Failure.RemoteRefused(account, at(number, count, call, said)));
            case Failure.Garbled(String account, String what) ->
                Optional.of(new Failure.Garbled(account, at(number, count, call, what)));
            default -> Optional.empty();
        };
        return named.map(failure -> new FailedException(failure, e)).orElse(e);
    }

    private static String at(int number, int count, Call call, String said) {
        return TaskWords.AT_STEP.with(number, count, call.title(), said).toString();
    }

    // ---- Where an earlier attempt left it ----

    private void settle() throws FailedException {
        Passage at = trip.at();
        String account = trip.account().name();
        boolean moved = !at.origin().equals(trip.account().origin());
        if (moved || at.leg() >= trip.route().legs().size()) {
            trip.anew(); // it is with another server than the account's now, or was written by another version
            if (at.isOnItsWay()) {
                throw new FailedException(new Failure.ResultGone(account));
            }
            return;
        }
        boolean begun = at.leg() > 0 || at.stage() != Passage.Stage.NEW;
        if (begun && !at.stamps().equals(trip.stamps())) {
            trip.anew();
            throw new FailedException(new Failure.InputChanged(trip.task().name()));
        }
        if (at.isUnknown() && !isSafeToRepeat(at)) {
            if (!at.again()) {
                throw new FailedException(new Failure.AnswerLost(account));
            }
            money.lost(at);
            trip.write(at.stage() == Passage.Stage.SENDING ? at.unsent() : at.brought(at.files(), at.stamps()));
        }
    }

    private boolean isSafeToRepeat(Passage at) {
        return trip.provider().idempotency() instanceof Idempotency.Key(var _, Duration lasts) && at.key().isPresent()
                && trip.bench().means().clock().millis() - at.sentMs() < lasts.toMillis() * 9 / 10;
    }
}
