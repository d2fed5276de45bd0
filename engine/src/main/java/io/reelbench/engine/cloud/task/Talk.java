package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.provider.Errors;
import io.reelbench.engine.cloud.wire.Answer;
import io.reelbench.engine.cloud.wire.Ask;
import io.reelbench.engine.cloud.wire.Gate;
import io.reelbench.engine.cloud.wire.Http;
import io.reelbench.engine.cloud.wire.Meter;
import io.reelbench.engine.cloud.wire.Patience;
import io.reelbench.engine.cloud.wire.WireException;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A conversation with one service: asks, asks again where that is allowed and helps, and turns everything else into a failure that a person
 * understands.
 */
public final class Talk {

    /** How often an overworked service is asked again. */
    private static final int BUSY_TIMES = 40;
    private static final int UNAUTHORIZED = 401;
    private static final int NO_MONEY = 402;
    private static final int FORBIDDEN = 403;
    private static final int GONE = 404;
    private static final int TIMED_OUT = 408;
    private static final int LAPSED = 410;
    private static final int BUSY = 429;

    /** Whether the same may be asked again when nobody knows what became of it. */
    public enum Repeat {
        FREELY,
        /** Only when it is certain that nothing came of it. */
        NEVER
    }

    /** What a conversation needs of the world. */
    public record Means(Http http, Patience patience, InstantSource clock) {
    }

    private final Means means;
    private final Account account;
    private final Optional<Secret> key;
    private final Errors errors;
    private final Gate gate;
    private final Consumer<Step.Doing> tell;

    /** @param tell of waiting */
    public Talk(Means means, Account account, Optional<Secret> key, Errors errors, Gate gate, Consumer<Step.Doing> tell) {
        this.means = means;
        this.account = account;
        this.key = key;
        this.errors = errors;
        this.gate = gate;
        this.tell = tell;
    }

    /** The key, for its own origin. */
    public Optional<Ask.Pass> pass() {
        return key.map(k -> new Ask.Pass(account.origin(), k));
    }

    public Account account() {
        return account;
    }

    Gate gate() {
        return gate;
    }

    /** One exchange over the wire. */
    private interface Exchange {
        Answer run() throws WireException, InterruptedException;
    }

    /**
     * Asks and understands.
     *
     * @param reader empty for an answer that makes no sense
     */
    public <T> T ask(Ask ask, Repeat repeat, Meter meter, Function<Answer, Optional<T>> reader)
            throws FailedException, InterruptedException {
        return repeated(repeat, ask.address(), () -> {
            Answer answer = means.http.call(ask, meter);
            means.http.redirect(answer, ask.address(), account.origin());
            return answer;
        }, reader, false);
    }

    /** Asks after a job. One that failed may be told with a status of its own, so whatever makes sense is an answer. */
    public <T> T poll(Ask ask, Function<Answer, Optional<T>> reader) throws FailedException, InterruptedException {
        return repeated(Repeat.FREELY, ask.address(), () -> {
            Answer answer = means.http.call(ask, Meter.NONE);
            means.http.redirect(answer, ask.address(), account.origin());
            return answer;
        }, reader, true);
    }

    /** Asks for something that is written into a file. */
    public <T> T askInto(Path file, Ask ask, Repeat repeat, Meter sent, Meter taken, long most,
            Function<Answer, Optional<T>> reader)
            throws FailedException, InterruptedException {
        return repeated(repeat, ask.address(), () -> {
            Answer answer = means.http.callInto(file, ask, sent, taken, most);
            means.http.redirect(answer, ask.address(), account.origin());
            return answer;
        }, reader, false);
    }

    /** Fetches a result, without the key. */
    public void fetch(URI address, Path file, Meter meter, long most) throws FailedException, InterruptedException {
        repeated(Repeat.FREELY, address, () -> means.http.fetch(address, account.origin(), file, meter, most),
                answer -> isPage(answer) ? Optional.empty() : Optional.of(answer), false);
    }

    /** Whether a server of the account's origin may name this address; fails when it may not. */
    public void check(URI named) throws FailedException {
        try {
            means.http.check(named, account.origin());
        } catch (WireException e) {
            throw failed(e, named);
        }
    }

    public static boolean isPage(Answer answer) {
        return answer.headers().firstValue("Content-Type").orElse("").contains("text/html");
    }

    private <T> T repeated(Repeat repeat, URI address, Exchange exchange, Function<Answer, Optional<T>> reader,
            boolean anyStatus) throws FailedException, InterruptedException {
        int troubles = 0;
        int busy = 0;
        int away = 0;
        while (true) {
            gate.pass();
            Duration pause;
            try {
                Answer answer = exchange.run();
                int status = errors.status(answer);
                Optional<T> read = status / 100 == 2 || anyStatus ? reader.apply(answer) : Optional.empty();
                if (read.isPresent()) {
                    return read.get();
                } else if (status / 100 == 2) {
                    if (repeat == Repeat.NEVER) {
                        throw new FailedException(new Failure.AnswerLost(account.name()));
                    } else if (troubles++ >= means.patience.times()) {
                        Text what = isPage(answer) ? TaskWords.A_PAGE.with() : TaskWords.NOT_ITS_ANSWER.with();
                        throw new FailedException(new Failure.Garbled(account.name(), what.toString()));
                    }
                    pause = means.patience.before(troubles);
                } else if (mayPass(status, answer, repeat)
                        && (status == BUSY ? busy++ < BUSY_TIMES : troubles++ < means.patience.times())) {
                    pause = means.patience.asked(answer.headers(), means.clock).orElse(means.patience.before(troubles + busy));
                    tell.accept(Step.Doing.IN_LINE);
                } else {
                    throw refused(status, answer, repeat);
                }
            } catch (WireException e) {
                boolean lost = e.trouble() == WireException.Trouble.ANSWER_LOST;
                if (e.trouble() == WireException.Trouble.NOT_REACHED && away < means.patience.away()) {
                    tell.accept(Step.Doing.WAITING_FOR_NETWORK);
                    pause = means.patience.before(away++);
                } else if ((lost && repeat == Repeat.FREELY || e.trouble() == WireException.Trouble.TORN_OFF)
                        && troubles++ < means.patience.times()) {
                    pause = means.patience.before(troubles);
                } else if (lost && repeat == Repeat.NEVER) {
                    throw new FailedException(new Failure.AnswerLost(account.name()), e);
                } else {
                    throw failed(e, address);
                }
            }
            gate.pass(pause);
        }
    }

    /** Troubles of the other side that pass. A gateway that gave up says nothing of what stands behind it. */
    private boolean mayPass(int status, Answer answer, Repeat repeat) {
        boolean passes = status == BUSY || status == TIMED_OUT || status / 100 == 5 && status != 501;
        return passes && (repeat == Repeat.FREELY || !isUncertain(status, answer));
    }

    private static boolean isUncertain(int status, Answer answer) {
        boolean gateway = status == 502 || status == 504 || status == TIMED_OUT;
        return gateway && (status == 504 || answer.json().isEmpty());
    }

    private FailedException refused(int status, Answer answer, Repeat repeat) {
        String said = errors.said(answer);
        if (repeat == Repeat.NEVER && isUncertain(status, answer)) {
            return new FailedException(new Failure.AnswerLost(account.name()));
        }
        return new FailedException(switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> new Failure.KeyRefused(account.name());
            case NO_MONEY -> new Failure.NoCredit(account.name(), said);
            case GONE, LAPSED -> new Failure.ResultGone(account.name());
            default -> status / 100 == 3
                    ? new Failure.Garbled(account.name(), TaskWords.POINTS_ELSEWHERE.with().toString())
                    : status / 100 == 5 && status != 501
                            ? new Failure.Unreachable(account.name(), said)
                            : new Failure.RemoteRefused(account.name(), said);
        });
    }

    private FailedException failed(WireException e, URI address) {
        String host = String.valueOf(address.getHost());
        return switch (e.trouble()) {
            case UNSAFE_ADDRESS -> new FailedException(new Failure.UnsafeAddress(account.name(), e.getMessage()), e);
            case TOO_LARGE -> new FailedException(new Failure.Garbled(account.name(), e.getMessage()), e);
            case NOT_WRITTEN -> e.getCause() instanceof IOException io
                    ? Faults.writing(Path.of(""), io)
                    : new FailedException(new Failure.Internal(e.getMessage()), e);
            case NOT_REACHED, NOT_TRUSTED, TORN_OFF, ANSWER_LOST ->
                new FailedException(new Failure.Unreachable(host, e.getMessage()), e);
        };
    }
}
