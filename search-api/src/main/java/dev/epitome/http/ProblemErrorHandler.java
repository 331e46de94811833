package dev.epitome.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What Jetty refuses before Javalin sees it, as a problem too: Jetty's own answer would be a page of HTML. */
final class ProblemErrorHandler extends ErrorHandler {

    private final Cors cors;

    ProblemErrorHandler(Cors cors) {
        this.cors = cors;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback)
            throws IOException {
        // To who begins with HTTP/2 Jetty says to upgrade, but not to what: there is nothing but HTTP/1.1.
        int status = code == HttpStatus.UPGRADE_REQUIRED_426 ? HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 : code;
        response.setStatus(status);
        HttpFields.Mutable headers = response.getHeaders();
        String id = RequestFacts.idEchoedOrMade(request.getHeaders().get(RequestFacts.ID_HEADER));
        headers.put(RequestFacts.ID_HEADER, id);
        cors.headers(request.getHeaders().get(HttpHeader.ORIGIN)).forEach(headers::put);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (RequestFacts.method(request).isEmpty()) {
            // Jetty does so, but does not always say it; who has sent more already then cannot know what became of it.
            headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        if (code == 503) {
            headers.put(HttpHeader.RETRY_AFTER, Answers.RETRY_SECONDS);
        }
        String path = RequestFacts.path(request);
        byte[] problem = problem(status, path).json(path, id);
        RequestFacts.setProblemBytes(request, problem.length);
        boolean bodiless = HttpMethod.HEAD.is(request.getMethod());
        if (bodiless) {
            headers.put(HttpHeader.CONTENT_LENGTH, problem.length);
        }
        // Of a request that it could not read to its end Jetty does not know that its answer has no body.
        response.write(true, bodiless ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(problem), callback);
    }

    private static Problem problem(int status, String path) {
        return status == HttpStatus.BAD_REQUEST_400 && path.contains("//")
                ? Problem.emptySegment()
                : Problem.ofStatus(status);
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }
}
