package dev.epitome.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Makes the request of a proxy that we trust that of the client behind it, for all who look at it later. Jetty's own
 * customizer believes everybody, and takes the first address that is named, which the client may have made up.
 */
final class ProxiedRequest implements HttpConfiguration.Customizer {

    private final TrustedProxies proxies;

    ProxiedRequest(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        boolean trusted = request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer
                && peer.getAddress() != null
                && proxies.has(peer.getAddress());
        return trusted ? proxied(request, Forwarding.in(request.getHeaders(), proxies::has)) : request;
    }

    private static Request proxied(Request request, Forwarding forwarding) {
        HttpFields.Mutable headers = HttpFields.build(request.getHeaders());
        forwarding.host().ifPresent(host -> headers.put(HttpHeader.HOST, host.toString()));
        HttpFields seen = headers.asImmutable();
        HttpURI.Mutable uri = HttpURI.build(request.getHttpURI());
        forwarding.scheme().ifPresent(uri::scheme);
        // Jetty would refuse a request whose two names of the host differ.
        forwarding.host().ifPresent(host -> uri.authority(host.toString()));
        HttpURI asked = uri.asImmutable();
        ConnectionMetaData connection = forwarding
                .client()
                .<ConnectionMetaData>map(client -> from(client, request.getConnectionMetaData()))
                .orElse(request.getConnectionMetaData());
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return seen;
            }

            @Override
            public HttpURI getHttpURI() {
                return asked;
            }

            @Override
            public ConnectionMetaData getConnectionMetaData() {
                return connection;
            }
        };
    }

    private static ConnectionMetaData from(InetAddress client, ConnectionMetaData connection) {
        InetSocketAddress address = new InetSocketAddress(client, 0);
        return new ConnectionMetaData.Wrapper(connection) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
                return address;
            }
        };
    }
}
