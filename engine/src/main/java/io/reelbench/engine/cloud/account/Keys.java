package io.reelbench.engine.cloud.account;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.util.Optional;

/** The keys of accounts, wherever each is kept. */
public final class Keys {

    /** Asks the person for a key. */
    @FunctionalInterface
    public interface Asker {

        /** Empty when there is nobody to ask, or the person would not tell. */
        Optional<Secret> ask(Account account) throws InterruptedException;
    }

    private final Vault system;
    private final Vault file;
    private final Vault memory = new MemoryVault();
    private volatile Asker asker = _ -> Optional.empty();

    public Keys(Vault system, Vault file) {
        this.system = system;
        this.file = file;
    }

    /** Whom to ask from now on. */
    public void askedBy(Asker other) {
        asker = other;
    }

    /** The key of an account for the origin that it has now; never one that was told for another origin. */
    public Secret of(Account account) throws FailedException, InterruptedException {
        Optional<Secret> known = memory.find(account.id(), account.origin());
        if (known.isEmpty() && account.keeping() != Account.Keeping.ASK) {
            known = vault(account).find(account.id(), account.origin());
        }
        if (known.isEmpty() && account.keeping() == Account.Keeping.ASK) {
            known = asker.ask(account);
            if (known.isPresent()) {
                memory.keep(account.id(), account.origin(), known.get());
            }
        }
        return known.filter(k -> !k.isEmpty()).orElseThrow(() -> new FailedException(new Failure.NoKey(account.name())));
    }

    public void keep(Account account, Secret secret) throws FailedException {
        vault(account).keep(account.id(), account.origin(), secret);
    }

    public void forget(Account account) throws FailedException {
        memory.forget(account.id(), account.origin());
        vault(account).forget(account.id(), account.origin());
    }

    private Vault vault(Account account) {
        return switch (account.keeping()) {
            case KEYRING -> system;
            case FILE -> file;
            case ASK -> memory;
        };
    }
}
