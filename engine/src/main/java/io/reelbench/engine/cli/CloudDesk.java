package io.reelbench.engine.cli;

import io.reelbench.engine.Engine;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.AccountWish;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.account.Service;
import io.reelbench.engine.cloud.deliver.Destination;
import io.reelbench.engine.cloud.provider.Cost;
import io.reelbench.engine.cloud.provider.Provider;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.schema.Reading;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** {@code reelbench cloud}: accounts, what services offer, and what was sent and is not over. */
final class CloudDesk {

    private final Shell shell;
    private final Globals globals;
    private final Function<String, Optional<Secret>> keys;

    /** @param keys asks for the key of an account by its name */
    CloudDesk(Shell shell, Globals globals, Function<String, Optional<Secret>> keys) {
        this.shell = shell;
        this.globals = globals;
        this.keys = keys;
    }

    int run(Engine engine, Wanted.Cloud wanted) throws FailedException, InterruptedException {
        Cloud cloud = engine.cloud();
        for (String name : wanted.names()) {
            switch (wanted.deed()) {
                case ADD -> add(cloud, name, wanted.place());
                case CHANGE -> change(cloud, name, wanted.place());
                case TEST -> {
                    cloud.test(cloud.account(name));
                    shell.say(CliWords.ACCOUNT_WORKS.with(name).toString());
                }
                case REMOVE -> {
                    cloud.remove(name);
                    shell.say(CliWords.ACCOUNT_GONE.with(name).toString());
                }
                case LIST, SERVICES, STATUS -> {
                    // they take none
                }
            }
        }
        switch (wanted.deed()) {
            case LIST -> list(cloud);
            case SERVICES -> services(cloud);
            case STATUS -> status(cloud);
            case ADD, CHANGE, TEST, REMOVE -> {
                // done for each
            }
        }
        return Tally.GOOD;
    }

    private void add(Cloud cloud, String name, AccountWish place) throws FailedException {
        Reading<Account> fresh = place.fresh();
        Account account = fresh.value().orElseThrow(() -> new FailedException(new Failure.Invalid(name, fresh.problems())))
                .named(name);
        cloud.put(account, account.keeping() == Account.Keeping.ASK ? Optional.empty() : asked(name));
        shell.say(CliWords.ACCOUNT_ADDED.with(name, account.origin()).toString());
    }

    private void change(Cloud cloud, String name, AccountWish place) throws FailedException {
        Account was = cloud.account(name);
        Account now = place.over(was);
        boolean sameKey = now.origin().equals(was.origin()) && now.keeping() == was.keeping() && !now.equals(was);
        cloud.put(now, sameKey || now.keeping() == Account.Keeping.ASK ? Optional.empty() : asked(name));
        shell.say(CliWords.ACCOUNT_ADDED.with(now.name(), now.origin()).toString());
    }

    private Optional<Secret> asked(String name) throws FailedException {
        Optional<Secret> key = keys.apply(name);
        if (key.isEmpty()) {
            throw new FailedException(new Failure.NoKey(name));
        }
        return key;
    }

    private void list(Cloud cloud) throws FailedException {
        for (Account account : cloud.accounts()) {
            BigDecimal spent = cloud.spending().thisMonth(account.id());
            if (globals.json()) {
                Json json = new Json(shell);
                ObjectNode object = json.object().put("name", account.name()).put("service", account.service().word())
                        .put("address", account.base().toString()).put("key", account.keeping().name().toLowerCase(Locale.ROOT))
                        .put("spent-this-month", spent);
                account.monthlyCap().ifPresent(cap -> object.put("monthly-limit", cap));
                json.write(object);
                continue;
            }
            shell.say(Columns.fitted(account.name(), 20, "…") + "  " + Columns.fitted(account.service().title(), 14, "…") + "  "
                    + account.base());
            if (spent.signum() > 0 || account.monthlyCap().isPresent()) {
                shell.say("  " + CliWords.SPENT.with(spent.toPlainString(),
                        account.monthlyCap().map(BigDecimal::toPlainString).orElse(CliWords.NO_LIMIT.english())));
            }
        }
        if (cloud.accounts().isEmpty() && !globals.json()) {
            shell.say(CliWords.NO_ACCOUNTS.with().toString());
        }
    }

    private void services(Cloud cloud) {
        for (Provider provider : cloud.providers()) {
            String offers = provider.offers().stream().flatMap(o -> o.ours().stream())
                    .map(o -> o.getSimpleName().toLowerCase(Locale.ROOT)).distinct()
                    .collect(Collectors.joining(", "));
            String models = provider.models().stream().map(m -> m.id()).collect(Collectors.joining(", "));
            shell.say(provider.service().word() + ": " + offers + (models.isEmpty() ? "" : ", " + models));
        }
        shell.say(Service.S3.word());
    }

    private void status(Cloud cloud) throws FailedException {
        for (var sent : cloud.underway()) {
            String account = cloud.accounts().stream().filter(a -> a.id().equals(sent.account())).map(Account::name).findFirst()
                    .orElse(sent.account());
            shell.say(sent.job().map(job -> CliWords.SENT_JOB.with(account, job))
                    .orElseGet(() -> CliWords.SENT_UNKNOWN.with(account))
                    .toString());
        }
        for (Account account : cloud.accounts()) {
            BigDecimal spent = cloud.spending().thisMonth(account.id());
            shell.say(CliWords.SPENT_MONTH.with(account.name(), new Cost(spent, Cloud.unit(account.service()))).toString());
        }
    }

    /** What was typed as the goal of a delivery: an account, a bucket of one, or a folder. */
    static Destination destination(Cloud cloud, String typed, Path directory) throws FailedException {
        try {
            return cloud.goal(typed);
        } catch (FailedException noAccount) {
            if (typed.startsWith("s3://")) {
                throw noAccount;
            }
            return cloud.goal(directory.resolve(typed).toAbsolutePath().toString());
        }
    }

    /** What was typed as a place for all outputs: a word is an account, and what has a slash in it is a folder. */
    static String place(String typed, Path directory) {
        boolean folder = !typed.startsWith("s3://") && (typed.contains("/") || typed.contains("\\"));
        return folder ? directory.resolve(typed).toAbsolutePath().normalize().toString() : typed;
    }
}
