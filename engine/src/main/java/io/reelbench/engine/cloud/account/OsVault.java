package io.reelbench.engine.cloud.account;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keyring of the system: Secret Service on Linux, Keychain on macOS, Credential Manager on Windows. Opened when first needed. */
public final class OsVault implements Vault {

    private static final Logger LOG = LoggerFactory.getLogger(OsVault.class);
    private static final String PROGRAM = "reelbench";

    private Keyring keyring;

    @Override
    public synchronized Optional<Secret> find(String account, Origin origin) throws FailedException {
        Keyring open = open();
        try {
            return Optional.ofNullable(open.getPassword(PROGRAM, name(account, origin))).map(Secret::of);
        } catch (PasswordAccessException none) {
            // it tells “there is none” and “it may not be read” alike
            LOG.debug("No key of {}", account);
            return Optional.empty();
        }
    }

    @Override
    public synchronized void keep(String account, Origin origin, Secret secret) throws FailedException {
        Keyring open = open();
        try {
            open.setPassword(PROGRAM, name(account, origin), secret.reveal());
        } catch (PasswordAccessException e) {
            throw closed(e);
        }
    }

    @Override
    public synchronized void forget(String account, Origin origin) throws FailedException {
        Keyring open = open();
        try {
            open.deletePassword(PROGRAM, name(account, origin));
        } catch (PasswordAccessException none) {
            LOG.debug("No key of {} to forget", account);
        }
    }

    /** Whether there is one that opens. */
    public boolean isThere() {
        try {
            open();
            return true;
        } catch (FailedException none) {
            return false;
        }
    }

    private static String name(String account, Origin origin) {
        return account + "@" + origin;
    }

    private Keyring open() throws FailedException {
        if (keyring == null) {
            try {
                keyring = Keyring.create();
            } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
                throw closed(e);
            }
        }
        return keyring;
    }

    private static FailedException closed(Throwable why) {
        return new FailedException(new Failure.Invalid(PROGRAM,
                List.of(new Problem("keep-key", Code.NOT_AVAILABLE, AccountWords.NO_KEYRING.with(why.getMessage())).mendedBy(
                        Fix.use("keep-key", Account.Keeping.ASK.word(), AccountWords.ASK_EACH_TIME.with()),
                        Fix.use("keep-key", Account.Keeping.FILE.word(), AccountWords.KEEP_IN_FILE.with())))),
                why);
    }
}
