package io.reelbench.app.desk;

import io.reelbench.engine.Engine;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.provider.Cost;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The accounts as the window knows them, with what each spent this month. Keys only pass through. FX thread only. */
public final class Elsewhere {

    /**
     * An account.
     *
     * @param spent in this month
     */
    public record Known(Account account, BigDecimal spent) {

        /** Whether it does work, and does not only keep files. */
        public boolean works() {
            return Cloud.works(account.service());
        }

        /** Whether finished files can be put there. */
        public boolean keepsFiles() {
            return Cloud.keepsFiles(account.service());
        }

        /** What each file costs that is put there; empty where nothing is known to be asked. */
        public Optional<Cost> costOfKeeping() {
            return Cloud.costOfKeeping(account.service());
        }

        /** Whether it makes films or pictures out of words, sounds and pictures. */
        public boolean generates() {
            return !Cloud.models(account.service()).isEmpty();
        }

        /** What was spent, with its unit. */
        public Cost cost() {
            return new Cost(spent, Cloud.unit(account.service()));
        }

        /** What may be spent in a month, with its unit. */
        public Optional<Cost> cap() {
            return account.monthlyCap().map(most -> new Cost(most, Cloud.unit(account.service())));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Elsewhere.class);

    private final Engine engine;
    private final Carrier carrier;
    private final History history;
    private final KeyQuestions keys;
    private final ObservableList<Known> all = FXCollections.observableArrayList();
    private final ObservableList<Known> seen = FXCollections.unmodifiableObservableList(all);

    Elsewhere(Engine engine, Carrier carrier, History history) {
        this.engine = engine;
        this.carrier = carrier;
        this.history = history;
        this.keys = new KeyQuestions(engine.cloud(), carrier);
        engine.listen(event -> {
            if (event instanceof TaskEvent.Changed(Task task) && task.state().isOver() && Cloud.accountOf(task).isPresent()) {
                carrier.onFx(this::again);
            }
        });
        again();
    }

    /** Keys that a person has to tell. */
    public KeyQuestions keys() {
        return keys;
    }

    /** In the order in which they were added. Not to be changed from outside. */
    public ObservableList<Known> all() {
        return seen;
    }

    /** By id; empty when it was taken away. */
    public Optional<Known> find(String id) {
        return all.stream().filter(known -> known.account().id().equals(id)).findFirst();
    }

    /** By what recipes call it. */
    public Optional<Known> named(String name) {
        return all.stream().filter(known -> known.account().name().equalsIgnoreCase(name) || known.account().id().equals(name))
                .findFirst();
    }

    /** Who would do what a draft says; empty for this computer, also when the account is not there any more. */
    public Optional<Account> doing(Draft draft) {
        return draft.on().flatMap(this::find).filter(Known::works).map(Known::account);
    }

    /** The name of the account that does a task or that it goes to. */
    public Optional<String> nameOf(Task task) {
        return Cloud.accountOf(task).flatMap(this::find).map(known -> known.account().name());
    }

    /** Reads them anew; a terminal may have changed them. */
    public void again() {
        carrier.fetch(this::read, this::show, failure -> LOG.warn("The accounts cannot be read: {}", failure.headline()));
    }

    private List<Known> read() throws FailedException {
        List<Known> now = new ArrayList<>();
        for (Account account : engine.cloud().accounts()) {
            now.add(new Known(account, engine.cloud().spending().thisMonth(account.id())));
        }
        return now;
    }

    private void show(List<Known> now) {
        if (!now.equals(all)) {
            all.setAll(now);
        }
    }

    /**
     * Adds an account, or changes the one of its id. Undone without its key, which is known to nobody then.
     *
     * @param key  a new one; the old one stays when it is empty
     * @param then when it is there
     */
    public void put(Account account, Optional<Secret> key, Runnable then, Consumer<Failure> wrong) {
        Optional<Account> before = find(account.id()).map(Known::account);
        carrier.fetch(() -> {
            engine.cloud().put(account, key);
            return read();
        }, now -> {
            show(now);
            history.did(before.<History.Deed>map(old -> new Done(ElsewhereWords.DID_CHANGE_ACCOUNT.with(account.name()),
                    () -> restore(old), () -> restore(account), wrong))
                    .orElseGet(() -> new Done(ElsewhereWords.DID_ADD_ACCOUNT.with(account.name()), () -> forget(account),
                            () -> restore(account), wrong)));
            then.run();
        }, wrong);
    }

    /** Takes an account away, with its key. Undone, it has to be told the key again. */
    public void remove(Account account, Consumer<Failure> wrong) {
        Done deed = new Done(ElsewhereWords.DID_REMOVE_ACCOUNT.with(account.name()), () -> restore(account),
                () -> forget(account),
                wrong);
        deed.redo();
        history.did(deed);
    }

    private List<Known> restore(Account account) throws FailedException {
        engine.cloud().put(account, Optional.empty());
        return read();
    }

    private List<Known> forget(Account account) throws FailedException {
        engine.cloud().remove(account.id());
        return read();
    }

    private final class Done implements History.Deed {

        private final Text name;
        private final Callable<List<Known>> undo;
        private final Callable<List<Known>> redo;
        private final Consumer<Failure> wrong;

        Done(Text name, Callable<List<Known>> undo, Callable<List<Known>> redo, Consumer<Failure> wrong) {
            this.name = name;
            this.undo = undo;
            this.redo = redo;
            this.wrong = wrong;
        }

        @Override
        public Text name() {
            return name;
        }

        @Override
        public void undo() {
            carrier.fetch(undo, Elsewhere.this::show, wrong);
        }

        @Override
        public void redo() {
            carrier.fetch(redo, Elsewhere.this::show, wrong);
        }
    }
}
