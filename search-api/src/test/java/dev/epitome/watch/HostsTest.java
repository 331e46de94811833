package dev.epitome.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are asked for feeds. */
final class HostsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:1::1"
            })
    void whatOnlyThisMachineOrItsNetworkReachesIsNotPublic(String address) throws UnknownHostException {
        assertThat(Hosts.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "100.63.255.255", "100.128.0.1", "172.32.0.1", "198.20.0.1", "2606:4700::1", "2a00::1"
            })
    void whatTheInternetReachesIs(String address) throws UnknownHostException {
        assertThat(Hosts.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd, no http",
        "ftp://8.8.8.8/, no http",
        "feed.xml, no http",
        "http:///feed, no host",
        "http://name:secret@8.8.8.8/, name or password",
        "http://127.0.0.1/, private network",
        "https://localhost:8443/feed, private network",
        "http://[::1]/, private network",
        "http://2130706433/, private network",
        "http://nobody.invalid/, no host is known"
    })
    void itSaysWhyItDoesNotAsk(String address, String why) {
        assertThat(Hosts.of(false).problem(URI.create(address)))
                .get()
                .asString()
                .contains(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://8.8.8.8/feed", "https://[2606:4700::1]/"})
    void itAsksTheOthers(String address) {
        assertThat(Hosts.of(false).problem(URI.create(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/", "http://192.168.1.1/"})
    void whereThatIsWantedItAsksInPrivateNetworksToo(String address) {
        assertThat(Hosts.of(true).problem(URI.create(address))).isEmpty();
    }
}
