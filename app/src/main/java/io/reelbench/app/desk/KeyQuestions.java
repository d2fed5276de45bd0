package io.reelbench.app.desk;

import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Keys;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Keys that a person has to tell: whatever needs one waits here until it is told, or until the person would not. Several that need the
 * same one wait for one answer.
 */
public final class KeyQuestions implements Keys.Asker {

    /**
     * A key that is asked for.
     *
     * @param waiting how many wait for it
     * @param wanted  whether the person wants to tell it
     */
    public record Question(Account account, int waiting, boolean wanted) {
    }

    /** What stands behind a question. */
    private static final class Open {

        private final Account account;
        private final CompletableFuture<Optional<Secret>> answer = new CompletableFuture<>();
        private final List<Runnable> afterwards = new ArrayList<>();
        private int waiting;

        Open(Account account) {
            this.account = account;
        }
    }

    private final Cloud cloud;
    private final Carrier carrier;
    /** By id of the account; guarded by itself. */
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final ObservableList<Question> asked = FXCollections.observableArrayList();
    private final ObservableList<Question> seen = FXCollections.unmodifiableObservableList(asked);

    KeyQuestions(Cloud cloud, Carrier carrier) {
        this.cloud = cloud;
        this.carrier = carrier;
        cloud.askedBy(this);
    }

    /** What is asked now, in its order. FX thread only; not to be changed from outside. */
    public ObservableList<Question> asked() {
        return seen;
    }

    /** Whether the key of an account is asked for. FX thread only. */
    public boolean isAsked(String account) {
        return asked.stream().anyMatch(q -> q.waiting() > 0 && q.account().id().equals(account));
    }

    @Override
    public Optional<Secret> ask(Account account) throws InterruptedException {
        Open mine;
        synchronized (open) {
            Optional<Secret> meanwhile = cloud.told(account);
            if (meanwhile.isPresent()) {
                return meanwhile;
            }
            mine = open.computeIfAbsent(account.id(), _ -> new Open(account));
            mine.waiting++;
        }
        tell();
        try {
            return mine.answer.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            synchronized (open) {
                mine.waiting--;
                if (mine.waiting == 0 && mine.afterwards.isEmpty()) {
                    open.remove(account.id(), mine);
                }
            }
            tell();
        }
    }

    /** The person wants to tell a key: it is asked for, and something is done once it is told. FX thread only. */
    public void want(Account account, Runnable then) {
        synchronized (open) {
            open.computeIfAbsent(account.id(), _ -> new Open(account)).afterwards.add(then);
        }
        tell();
    }

    /**
     * The person tells a key, which is kept as its account says; whoever waits goes on. FX thread only.
     *
     * @param wrong told when it cannot be kept; the question stays then
     */
    public void answer(Account account, Secret key, Consumer<Failure> wrong) {
        carrier.fetch(() -> over(account, Optional.of(key)), then -> then.forEach(Runnable::run), wrong);
    }

    /** The person does not tell it: whoever waits fails, and says why. FX thread only. */
    public void refuse(Account account) {
        carrier.fetch(() -> over(account, Optional.empty()), _ -> {
        }, _ -> {
        });
    }

    private List<Runnable> over(Account account, Optional<Secret> key) throws FailedException {
        List<Runnable> afterwards;
        synchronized (open) {
            if (key.isPresent()) {
                cloud.keep(account, key.get());
            }
            Open now = open.remove(account.id());
            if (now == null) {
                return List.of();
            }
            afterwards = List.copyOf(now.afterwards);
            now.answer.complete(key);
        }
        tell();
        return afterwards;
    }

    private void tell() {
        carrier.onFx(() -> {
            List<Question> now;
            synchronized (open) {
                now = open.values().stream().map(o -> new Question(o.account, o.waiting, !o.afterwards.isEmpty())).toList();
            }
            if (!now.equals(asked)) {
                asked.setAll(now);
            }
        });
    }
}
