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
    private final MemoryVault memory = new MemoryVault();
    private volatile Asker asker = _ -> Optional.empty();

    public Keys(Vault system, Vault file) {
        this.system = system;
        this.file = file;
    }

    /** Whom to ask from now on. */
    public void askedBy(Asker other) {
        asker = other;
    }

    /** The same as {@link #of}, but nobody is asked: fails where it is not known. */
    public Secret known(Account account) throws FailedException {
        Optional<Secret> known = told(account);
        if (known.isEmpty() && account.keeping() != Account.Keeping.ASK) {
            known = vault(account).find(account.id(), account.origin());
        }
        return known.filter(k -> !k.isEmpty()).orElseThrow(() -> new FailedException(new Failure.NoKey(account.name())));
    }

    /** The key of an account for the origin that it has now; never one that was told for another origin. */
    public Secret of(Account account) throws FailedException, InterruptedException {
        if (account.keeping() != Account.Keeping.ASK || told(account).isPresent()) {
            return known(account);
        }
        Optional<Secret> answer = asker.ask(account).filter(k -> !k.isEmpty());
        answer.ifPresent(key -> memory.keep(account.id(), account.origin(), key));
        return answer.orElseThrow(() -> new FailedException(new Failure.NoKey(account.name())));
    }

    /** What was told in this run and is kept nowhere else; nobody is asked. */
    public Optional<Secret> told(Account account) {
        return memory.find(account.id(), account.origin());
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
