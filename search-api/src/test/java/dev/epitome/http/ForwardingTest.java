package dev.epitome.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.search.Seeds;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what proxies say, what counts. */
final class ForwardingTest {

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "fd00::/8", "192.0.2.7"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.1 | 203.0.113.1",
                "198.51.100.9, 203.0.113.1 | 203.0.113.1",
                "198.51.100.9, 203.0.113.1, 10.1.1.1, 192.0.2.7 | 203.0.113.1",
                "10.0.0.1, 10.0.0.2 | 10.0.0.1",
                "203.0.113.1, 192.0.2.8 | 192.0.2.8",
                "unknown, 10.0.0.2 | 10.0.0.2",
                "203.0.113.1, unknown | ",
                "203.0.113.1:4711 | 203.0.113.1",
                "2001:db8::1 | 2001:db8:0:0:0:0:0:1",
                "[2001:db8::1]:80, fd00::1 | 2001:db8:0:0:0:0:0:1",
                "203.0.113.256 | ",
                "localhost | ",
                ", | ",
            })
    void theClientIsTheLastWhomWeDoNotTrust(String header, String client) {
        Forwarding forwarding = read("X-Forwarded-For", header);
        assertThat(forwarding.client().map(InetAddress::getHostAddress).orElse(null))
                .isEqualTo(client);
    }

    @Test
    void severalLinesAreOneList() {
        HttpFields headers = HttpFields.build()
                .add("X-Forwarded-For", "198.51.100.9")
                .add("X-Forwarded-For", "203.0.113.1, 10.0.0.1");
        assertThat(Forwarding.in(headers, proxies::has).client().orElseThrow().getHostAddress())
                .isEqualTo("203.0.113.1");
    }

    @Test
    void schemeAndHostAreThoseThatTheClientWasSeenWith() {
        Forwarding forwarding = read(
                "X-Forwarded-For", "198.51.100.9, 203.0.113.1, 10.0.0.1",
                "X-Forwarded-Proto", "gopher, HTTPS, http",
                "X-Forwarded-Host", "evil.example, a.example, inner");
        assertThat(forwarding.scheme()).contains("https");
        assertThat(forwarding.host().map(HostName::name)).contains("a.example");
        assertThat(read("X-Forwarded-For", "203.0.113.1", "X-Forwarded-Proto", "gopher")
                        .scheme())
                .isEmpty();
        assertThat(read("X-Forwarded-For", "203.0.113.1, 10.0.0.1", "X-Forwarded-Proto", "https")
                        .scheme())
                .contains("https");
    }

    @Test
    void theStandardHeaderIsReadAsWell() {
        Forwarding forwarding = read(
                "Forwarded",
                "for=198.51.100.9;host=evil.example, FOR=\"[2001:db8::1]:80\" ; Proto=https; host=\"a.ex\\ample:8443\","
                        + "for=10.0.0.1;by=_hidden");
        assertThat(forwarding.client().orElseThrow().getHostAddress()).isEqualTo("2001:db8:0:0:0:0:0:1");
        assertThat(forwarding.scheme()).contains("https");
        assertThat(forwarding.host().map(HostName::toString)).contains("a.example:8443");
    }

    @Test
    void whereTheTwoContradictEachOtherOneIsTheClientsOwn() {
        assertThat(read("X-Forwarded-For", "203.0.113.1", "Forwarded", "for=198.51.100.9;proto=https"))
                .isEqualTo(read());
        assertThat(read("X-Forwarded-For", "203.0.113.1", "Forwarded", "for=203.0.113.1")
                        .client())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "fd00::/129", "a.example", "10.0.0", "/8"})
    void aProxyIsAnAddressOrANetwork(String text) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(text)))
                .isInstanceOf(EpitomeException.class)
                .hasMessageContaining("give one such as 10.0.0.7");
    }

    @Test
    void aNetworkHasItsAddressesAndNoOthers() throws Exception {
        TrustedProxies some = new TrustedProxies(List.of("192.0.2.128/25", "2001:db8:0:8::/61", "::ffff:198.51.100.1"));
        assertThat(List.of("192.0.2.128", "192.0.2.255", "2001:db8:0:f:ffff::", "198.51.100.1"))
                .allMatch(address -> some.has(HostName.literal(address).orElseThrow()));
        assertThat(List.of("192.0.2.127", "192.0.3.128", "2001:db8:0:10::", "2001:db8:0:7::", "198.51.100.2"))
                .noneMatch(address -> some.has(HostName.literal(address).orElseThrow()));
        assertThat(new TrustedProxies(List.of("0.0.0.0/0")).has(InetAddress.getByName("203.0.113.1")))
                .isTrue();
    }

    /** Whatever stands there: no failure, no name that is looked up, no client that is a proxy's invention alone. */
    @Test
    void anyHeaderIsRead() {
        String[] parts = {
            "for=",
            "203.0.113.1",
            "10.0.0.1",
            ",",
            ";",
            " ",
            "\"",
            "[",
            "]",
            "::1",
            ":80",
            "proto=",
            "https",
            "host=",
            "a.example",
            "=",
            "\\",
            "unknown",
            "é",
            "%",
            "@"
        };
        Seeds.runs(10_000, random -> {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            Forwarding forwarding = read(
                    random.nextBoolean() ? "Forwarded" : "X-Forwarded-For",
                    text.toString(),
                    "X-Forwarded-Host",
                    text.toString());
            assertThat(forwarding.scheme()).isIn(Optional.empty(), Optional.of("https"));
            forwarding
                    .host()
                    .ifPresent(
                            host -> assertThat(HostName.parse(host.toString())).contains(host));
        });
    }

    private Forwarding read(String... namesAndValues) {
        HttpFields.Mutable headers = HttpFields.build();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Forwarding.in(headers, proxies::has);
    }
}
