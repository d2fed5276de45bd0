package io.reelbench.engine.cloud.account;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.net.URI;

/** The address of a server, as an option. */
public record Address(URI uri) {

    public static Address parse(String text) throws BadValue {
        try {
            URI uri = URI.create(text.strip());
            if (Origin.of(uri).isPresent()) {
                return new Address(uri);
            }
        } catch (IllegalArgumentException nonsense) {
            throw new BadValue(Code.BAD_SYNTAX, AccountWords.NO_ADDRESS.with(text));
        }
        throw new BadValue(Code.BAD_SYNTAX, AccountWords.NO_ADDRESS.with(text));
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
