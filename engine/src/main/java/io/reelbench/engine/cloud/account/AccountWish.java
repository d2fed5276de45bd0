package io.reelbench.engine.cloud.account;

import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Reading;
import io.reelbench.engine.schema.Schema;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an account is made of, as a person says it. Its key is never an option: it is asked for, or read from standard input. */
public record AccountWish(@Ask(value = "Service", help = "Whom the account is with.") Optional<Service> service,
        @Ask(value = "Name", help = "What you call the account.") String name,
        @Ask(value = "Address", help = "Where the service lies, if it is not at its usual place.") Optional<Address> address,
        @Ask(value = "Keep key", help = "In the keyring of the system, in a file that only you can read, or nowhere, and ask each time.") Optional<Account.Keeping> keepKey,
        @Ask(value = "Monthly limit", help = "The most to spend in a month, in credits or dollars; 0 for no limit.") Optional<Cap> monthlyLimit,
        @Ask(value = "Bucket", help = "Of S3.") String bucket,
        @Ask(value = "Region", help = "Of the bucket.") String region,
        @Ask(value = "Access key", help = "The part of the bucket's key that is no secret.") String accessKey,
        @Ask(value = "Prefix", help = "What all names in the bucket begin with.") String prefix) {

    private static final Schema<AccountWish> SCHEMA = Schema.of(AccountWish.class);

    public AccountWish() {
        this(Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty(), "", "us-east-1", "", "");
    }

    public static Schema<AccountWish> schema() {
        return SCHEMA;
    }

    /** The options that say what an account is. */
    public static Map<String, List<String>> given(Account account) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        given.put("service", List.of(account.service().word()));
        given.put("name", List.of(account.name()));
        given.put("address", List.of(account.base().toString()));
        given.put("keep-key", List.of(account.keeping().word()));
        account.monthlyCap().ifPresent(most -> given.put("monthly-limit", List.of(new Cap(most).toString())));
        account.bucket().ifPresent(bucket -> {
            given.put("bucket", List.of(bucket.name()));
            given.put("region", List.of(bucket.region()));
            given.put("access-key", List.of(bucket.accessKey()));
            if (!bucket.folder().isEmpty()) {
                given.put("prefix", List.of(bucket.folder()));
            }
        });
        return given;
    }

    /** A new account, or what it lacks; whether it may be kept is asked of {@link Accounts}. */
    public Reading<Account> fresh() {
        List<Problem> problems = new ArrayList<>();
        if (service.isEmpty()) {
            problems.add(new Problem("service", Code.REQUIRED, AccountWords.NO_SERVICE.with()));
            return new Reading<>(Optional.empty(), problems);
        }
        Optional<URI> base = address.map(Address::uri).or(service.get()::base);
        if (base.isEmpty()) {
            problems.add(new Problem("address", Code.REQUIRED, AccountWords.NO_USUAL_ADDRESS.with(service.get().title())));
            return new Reading<>(Optional.empty(), problems);
        }
        return Reading.of(new Account(Accounts.freshId(), name, service.get(), base.get(),
                keepKey.orElse(Account.Keeping.KEYRING), limit(), theirs()), problems);
    }

    /** The account with what is given; the rest of it stays, and so does its service. */
    public Account over(Account was) {
        Account now = name.isBlank() ? was : was.named(name);
        now = address.isPresent() ? now.at(address.get().uri()) : now;
        now = keepKey.isPresent() ? now.kept(keepKey.get()) : now;
        now = monthlyLimit.isPresent() ? now.capped(limit()) : now;
        return theirs().isPresent() ? now.in(theirs()) : now;
    }

    private Optional<BigDecimal> limit() {
        return monthlyLimit.flatMap(Cap::limit);
    }

    private Optional<Account.Bucket> theirs() {
        return bucket.isBlank() || accessKey.isBlank()
                ? Optional.empty()
                : Optional.of(new Account.Bucket(bucket, region, prefix, accessKey));
    }
}
