package io.reelbench.engine.cloud.wire;

import io.reelbench.engine.cloud.account.Origin;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Where a server may send us: to any public host over TLS, and back to its own host; never to another machine of the network that we are
 * in, nor to services of this machine.
 */
public final class Places {

    /** Finds the addresses of a host. */
    @FunctionalInterface
    public interface Names {
        List<InetAddress> of(String host) throws UnknownHostException;
    }

    private final Names names;

    public Places() {
        this(host -> List.of(InetAddress.getAllByName(host)));
    }

    public Places(Names names) {
        this.names = names;
    }

    /** Why an address that a server of this origin named must not be opened; empty when it may. */
    void check(URI named, Origin by) throws WireException {
        Optional<Origin> there = Origin.of(named);
        if (there.isEmpty()) {
            throw unsafe(named);
        } else if (there.get().host().equals(by.host())) {
            if (!there.get().isPrivate() && !there.get().scheme().equals(by.scheme())) {
                throw unsafe(named);
            }
            return;
        } else if (!there.get().scheme().equals("https")) {
            throw unsafe(named);
        }
        try {
            List<InetAddress> all = names.of(there.get().host());
            if (all.isEmpty() || all.stream().anyMatch(Places::isInside)) {
                throw unsafe(named);
            }
        } catch (UnknownHostException gone) {
            throw new WireException(WireException.Trouble.NOT_REACHED, there.get().host(), gone);
        }
    }

    private static WireException unsafe(URI named) {
        // what stands behind a question mark may be a key
        return new WireException(WireException.Trouble.UNSAFE_ADDRESS, named.getScheme() + "://" + named.getHost());
    }

    /** Whether an address is none of the public internet. */
    static boolean isInside(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return true;
        }
        byte[] b = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> isInside(b[0] & 0xFF, b[1] & 0xFF, b[2] & 0xFF);
            case Inet6Address _ -> isInside(b);
            default -> true;
        };
    }

    private static boolean isInside(int a, int b, int c) {
        boolean shared = a == 100 && b >= 64 && b < 128;
        boolean reserved = a == 0 || a >= 240 || a == 192 && b == 0 && (c == 0 || c == 2) || a == 198 && (b == 18 || b == 19)
                || a == 198 && b == 51 && c == 100 || a == 203 && b == 0 && c == 113;
        return shared || reserved;
    }

    /** Addresses that stand for others are what they stand for: 6to4, NAT64, Teredo and mapped ones. */
    private static boolean isInside(byte[] b) {
        boolean own = (b[0] & 0xFE) == 0xFC;
        boolean wrapped = b[0] == 0x20 && b[1] == 0x02 || b[0] == 0 && b[1] == 0x64 && b[2] == (byte) 0xFF
                || b[0] == 0x20 && b[1] == 0x01 && b[2] == 0 && b[3] == 0;
        boolean zeros = true;
        for (int i = 0; i < 10; i++) {
            zeros &= b[i] == 0;
        }
        return own || wrapped || zeros;
    }
}
