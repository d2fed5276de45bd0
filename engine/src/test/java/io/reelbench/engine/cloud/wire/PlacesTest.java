package io.reelbench.engine.cloud.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.cloud.account.Origin;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that a server must not name, in every form. */
class PlacesTest {

    private static final Origin BY = Origin.of(URI.create("https://api.example")).get();
    private static final Origin HERE = Origin.of(URI.create("http://127.0.0.1:9000")).get();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255",
            "172.16.0.1",
            "172.31.255.255", "192.168.0.1", "192.168.255.255", "169.254.169.254", "169.254.0.1", "100.64.0.1", "100.127.255.255",
            "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1", "255.255.255.255", "2130706433", "0x7f000001", "[::1]", "[::]", "[fe80::1]", "[febf::1]", "[fc00::1]",
            "[fd12:3456::1]", "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]",
            "[64:ff9b::a00:1]", "[2002:7f00:1::]", "[2002:a00:1::]", "[2001::1]", "[fec0::1]", "localhost"})
    void innerAddressesAreRefused(String host) throws Exception {
        Places places = new Places();
        assertThatThrownBy(() -> places.check(URI.create("https://" + host + "/x"), BY)).isInstanceOf(WireException.class);
        assertThatThrownBy(() -> places.check(URI.create("http://" + host + "/x"), BY)).isInstanceOf(WireException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.1.1", "127.0.0.1", "169.254.169.254", "192.168.1.1", "::1", "fd00::1"})
    void aNameThatStandsForAnInnerAddressIsRefused(String address) {
        Places places = new Places(_ -> List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName(address)));
        assertThatThrownBy(() -> places.check(URI.create("https://cdn.example/x"), BY)).isInstanceOf(WireException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://cdn.example/x", "ftp://cdn.example/x", "file:///etc/passwd", "https://user:pw@cdn.example/",
            "gopher://x",
            "https:///x", "/relative"})
    void otherSchemesAndOpenOnesAreRefused(String address) {
        Places places = new Places(_ -> List.of(InetAddress.getByName("93.184.216.34")));
        assertThatThrownBy(() -> places.check(URI.create(address), BY)).isInstanceOf(WireException.class);
    }

    @Test
    void publicHostsOverTlsAndTheServersOwnAreFine() {
        Places places = new Places(
                _ -> List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName("2606:2800:220:1::1")));
        assertThatCode(() -> places.check(URI.create("https://cdn.example/x"), BY)).doesNotThrowAnyException();
        assertThatCode(() -> places.check(URI.create("http://127.0.0.1:9000/x"), HERE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> places.check(URI.create("http://127.0.0.2:9000/x"), HERE)).isInstanceOf(WireException.class);
        assertThatThrownBy(() -> places.check(URI.create("http://api.example/x"), BY)).isInstanceOf(WireException.class);
    }

    @Test
    void nothingIsAskedOfAnAddressThatIsRefusedByItsForm() {
        List<String> asked = new ArrayList<>();
        Places places = new Places(host -> {
            asked.add(host);
            return List.of();
        });
        assertThatThrownBy(() -> places.check(URI.create("http://cdn.example/x"), BY)).isInstanceOf(WireException.class);
        assertThat(asked).isEmpty();
    }
}
