package dev.epitome.http;

import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Makes a request what its first line says it is. There are no WebSockets here, and no other methods in disguise:
 * Javalin would make a session for the one, past every limit, and take the other for what neither log nor cache knows
 * it as.
 */
final class PlainRequest implements HttpConfiguration.Customizer {

    private static final List<String> DISGUISES = List.of("Upgrade", "Sec-WebSocket-Version", "X-HTTP-Method-Override");

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        if (DISGUISES.stream().noneMatch(request.getHeaders()::contains)) {
            return request;
        }
        HttpFields.Mutable plain = HttpFields.build(request.getHeaders());
        DISGUISES.forEach(plain::remove);
        HttpFields headers = plain.asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }
}
