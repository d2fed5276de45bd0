package io.reelbench.engine.cloud.account;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A server as keys are bound to it: a key is only ever sent to the origin that it was stored for.
 *
 * @param scheme http or https
 * @param host   lower case; IPv6 without brackets
 * @param port   always told
 */
public record Origin(String scheme, String host, int port) {

    /** Empty when the address is not one of a web server. */
    public static Optional<Origin> of(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || address.getHost() == null || address.getRawUserInfo() != null) {
            return Optional.empty();
        }
        String host = address.getHost().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return Optional.of(new Origin(scheme, host, port));
    }

    /** Whether it is this very machine, by its name. */
    public boolean isLoopback() {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** Whether what is said to it cannot be overheard. */
    public boolean isPrivate() {
        return scheme.equals("https") || isLoopback();
    }

    @Override
    public String toString() {
        return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
