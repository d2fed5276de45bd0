package io.reelbench.engine.cloud.account;

import io.reelbench.engine.schema.Word;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;

/**
 * One account with a service, without its key.
 *
 * @param id         twelve lower case letters and digits; stays
 * @param name       for people and command lines; no two are alike
 * @param base       address below which the service lies; a server of one's own has another than usual
 * @param keeping    where its key is
 * @param monthlyCap the most to spend in a month, in the service's own unit; empty for no limit
 * @param bucket     where files go; only for {@link Service#S3}
 */
public record Account(String id, String name, Service service, URI base, Keeping keeping, Optional<BigDecimal> monthlyCap,
        Optional<Bucket> bucket) {

    /** Where the key of an account is kept. */
    public enum Keeping implements Word {
        /** In the keyring of the system. */
        KEYRING("System keyring"),
        /** In a file that only this user can read; only when the person said so. */
        FILE("File only you can read"),
        /** Nowhere: asked for when it is needed, and forgotten when the program ends. */
        ASK("Not kept");

        private final String title;

        Keeping(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /**
     * A bucket of files.
     *
     * @param folder    what all names begin with; empty or ending with a slash
     * @param accessKey the part of the key that is no secret
     */
    public record Bucket(String name, String region, String folder, String accessKey) {
    }

    public Account {
        monthlyCap = monthlyCap == null ? Optional.empty() : monthlyCap;
        bucket = bucket == null ? Optional.empty() : bucket;
    }

    /** Whose key it is. */
    public Origin origin() {
        return Origin.of(base).orElseThrow(() -> new IllegalStateException(name + " has no address"));
    }

    /** An address of the service. */
    public URI at(String path) {
        String root = base.toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path);
    }

    public Account named(String other) {
        return new Account(id, other, service, base, keeping, monthlyCap, bucket);
    }

    public Account at(URI other) {
        return new Account(id, name, service, other, keeping, monthlyCap, bucket);
    }

    public Account kept(Keeping other) {
        return new Account(id, name, service, base, other, monthlyCap, bucket);
    }

    public Account capped(Optional<BigDecimal> most) {
        return new Account(id, name, service, base, keeping, most, bucket);
    }

    public Account in(Optional<Bucket> other) {
        return new Account(id, name, service, base, keeping, monthlyCap, other);
    }
}
