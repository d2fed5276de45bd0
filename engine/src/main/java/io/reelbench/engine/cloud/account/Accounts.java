package io.reelbench.engine.cloud.account;

import io.reelbench.engine.output.Faults;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The accounts of this user, in a small file without any key. Several programs may read it; each change is written whole. */
public final class Accounts {

    private static final String NAME = "accounts.json";

    /** The file. */
    private record Kept(int schema, List<Account> accounts) {
    }

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path file;

    /** @param folder for settings */
    public Accounts(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** In the order in which they were added. */
    public synchronized List<Account> all() throws FailedException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return List.copyOf(json.readValue(Files.readString(file), Kept.class).accounts());
        } catch (IOException | JacksonException | NullPointerException e) {
            throw new FailedException(
                    new Failure.Unreadable(file.toString(), AccountWords.UNREADABLE.with(e.getMessage()).toString()),
                    e);
        }
    }

    /** By id or name. */
    public Optional<Account> find(String idOrName) throws FailedException {
        List<Account> all = all();
        return all.stream().filter(a -> a.id().equals(idOrName)).findFirst()
                .or(() -> all.stream().filter(a -> a.name().equalsIgnoreCase(idOrName)).findFirst());
    }

    /** The same, where it must be there. */
    public Account get(String idOrName) throws FailedException {
        return find(idOrName).orElseThrow(() -> new FailedException(new Failure.NoAccount(idOrName)));
    }

    /** An id for a new account. */
    public static String freshId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    /** What is wrong with an account as it would be kept; empty when nothing is. */
    public List<Problem> problems(Account account) throws FailedException {
        List<Problem> problems = new ArrayList<>();
        Optional<Origin> origin = Origin.of(account.base());
        if (origin.isEmpty()) {
            problems.add(new Problem("address", Code.BAD_SYNTAX, AccountWords.NO_ADDRESS.with(account.base())));
        } else if (!origin.get().isPrivate()) {
            problems.add(new Problem("address", Code.OUT_OF_RANGE, AccountWords.NOT_SECRET.with(account.base())));
        }
        if (account.name().isBlank()) {
            problems.add(new Problem("name", Code.REQUIRED, AccountWords.NO_NAME.with()));
        } else if (find(account.name()).filter(a -> !a.id().equals(account.id())).isPresent()) {
            problems.add(new Problem("name", Code.OUT_OF_RANGE, AccountWords.TAKEN.with(account.name())));
        }
        if (account.monthlyCap().filter(cap -> cap.compareTo(BigDecimal.ZERO) < 0).isPresent()) {
            problems.add(new Problem("monthly-limit", Code.OUT_OF_RANGE, AccountWords.CAP_BELOW_ZERO.with()));
        }
        if (account.service() == Service.S3 && account.bucket().isEmpty()) {
            problems.add(new Problem("bucket", Code.REQUIRED, AccountWords.NO_BUCKET.with()));
        }
        return List.copyOf(problems);
    }

    /** Adds an account, or changes the one of its id. */
    public synchronized void put(Account account) throws FailedException {
        List<Problem> problems = problems(account);
        if (!problems.isEmpty()) {
            throw new FailedException(new Failure.Invalid(account.name(), problems));
        }
        List<Account> now = new ArrayList<>(all());
        int at = now.stream().map(Account::id).toList().indexOf(account.id());
        if (at < 0) {
            now.add(account);
        } else {
            now.set(at, account);
        }
        write(now);
    }

    public synchronized void remove(String id) throws FailedException {
        write(all().stream().filter(a -> !a.id().equals(id)).toList());
    }

    private void write(List<Account> accounts) throws FailedException {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), NAME, ".new");
            Files.writeString(fresh, json.writerWithDefaultPrettyPrinter().writeValueAsString(new Kept(1, accounts)));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Faults.writing(file.getParent(), e);
        }
    }
}
