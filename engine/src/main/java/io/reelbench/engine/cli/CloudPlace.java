package io.reelbench.engine.cli;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Address;
import io.reelbench.engine.cloud.account.Service;
import io.reelbench.engine.schema.Ask;
import java.util.Optional;

/** What an account is made of. Its key is never an option: it is asked for, or read from standard input. */
public record CloudPlace(@Ask(value = "Service", help = "Whom the account is with.") Optional<Service> service,
        @Ask(value = "Address", help = "Where the service lies, if it is not at its usual place.") Optional<Address> address,
        @Ask(value = "Keep key", help = "In the keyring of the system, in a file that only you can read, or nowhere, and ask each time.") Optional<Account.Keeping> keepKey,
        @Ask(value = "Monthly limit", help = "The most to spend in a month, in credits or dollars; 0 for no limit.", min = 0) Optional<Double> monthlyLimit,
        @Ask(value = "Bucket", help = "Of S3.") Optional<String> bucket,
        @Ask(value = "Region", help = "Of the bucket.") String region,
        @Ask(value = "Access key", help = "The part of the bucket's key that is no secret.") Optional<String> accessKey,
        @Ask(value = "Prefix", help = "What all names in the bucket begin with.") Optional<String> prefix) {

    public CloudPlace() {
        this(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "us-east-1",
                Optional.empty(),
                Optional.empty());
    }
}
