package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.http.Admission.RequestTime;
import dev.epitome.wire.AnswerJson;
import dev.epitome.wire.JsonBody.BodyException;
import dev.epitome.wire.Parameter;
import dev.epitome.wire.ParameterException;
import java.util.Locale;
import java.util.Optional;

/**
 * An error as RFC 9457 has it.
 *
 * @param status of HTTP
 * @param code names the kind of problem for programs; also the end of its {@code type}
 * @param detail what happened this time, and what to do
 * @param param the parameter, or the member of the body, at fault
 */
record Problem(int status, String code, String title, String detail, Optional<String> param) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE = "urn:epitome:problem:";

    static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, Optional.empty());
    }

    static Problem of(ParameterException e) {
        String code = e.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String title = switch (e.code()) {
            case UNKNOWN_PARAMETER -> "Unknown parameter";
            case INVALID_PARAMETER -> "Invalid parameter";
            case REPEATED_PARAMETER -> "Repeated parameter";
        };
        return new Problem(400, code, title, e.getMessage(), Optional.of(e.parameter()));
    }

    static Problem of(EpitomeException e) {
        return switch (e.kind()) {
            case INVALID_REQUEST -> of(400, "invalid-request", "Invalid request", e.getMessage());
            case INVALID_CURSOR ->
                new Problem(
                        400, "invalid-cursor", "Invalid cursor", e.getMessage(), Optional.of(Parameter.CURSOR.key()));
            case CURSOR_EXPIRED ->
                new Problem(
                        410, "cursor-expired", "Cursor expired", e.getMessage(), Optional.of(Parameter.CURSOR.key()));
            case INDEX_MISSING, INDEX_LOCKED, INDEX_INCOMPATIBLE, INDEX_DAMAGED, INDEX_FOREIGN, IO ->
                of(503, "index-unavailable", "Index unavailable", "The index cannot be searched now: try again later.");
            case TIMED_OUT -> timedOut();
            case INVALID_ARTICLE, NO_INPUT, INDEX_UNWRITTEN -> internalError();
        };
    }

    static Problem articleNotFound(String id) {
        return of(
                404,
                "article-not-found",
                "Article not found",
                "There is no article with the id " + CleanText.shortened(id, Article.MAX_ID) + ".");
    }

    static Problem of(BodyException e) {
        return new Problem(400, "invalid-body", "Invalid body", e.getMessage(), e.parameter());
    }

    static Problem invalidRecord(String detail) {
        return of(400, "invalid-body", "Invalid body", detail);
    }

    static Problem preconditionFailed() {
        return of(
                412,
                "precondition-failed",
                "Precondition failed",
                "The article is not what If-Match or If-None-Match says: get it, and decide again.");
    }

    static Problem notExpected(long expected, long found) {
        return conflict(
                "Nothing was deleted, as there are %s%,d such articles and not %,d: look at them, and decide again."
                        .formatted(found > expected ? "at least " : "", found, expected));
    }

    /** That something else must end first, or was done in between. */
    static Problem conflict(String detail) {
        return of(409, "conflict", "Conflict", detail);
    }

    static Problem invalidKey() {
        return new Problem(
                400,
                "invalid-header",
                "Invalid header",
                "The header " + KeptAnswers.HEADER + " is not as it should be: give up to 255 characters of ASCII,"
                        + " without spaces.",
                Optional.of(KeptAnswers.HEADER));
    }

    static Problem keyReused() {
        return of(
                422,
                "idempotency-key-reused",
                "Idempotency key reused",
                "Another body was sent with the same " + KeptAnswers.HEADER + ": give every request one of its own.");
    }

    static Problem taskNotFound() {
        return of(
                404,
                "task-not-found",
                "Task not found",
                "There is no such task: a service forgets its tasks when it ends, and the oldest of many.");
    }

    static Problem tooManyRecords(int most, boolean atomic) {
        return of(
                413,
                "content-too-large",
                "Content too large",
                "A request takes up to %,d records%s: send the others in another; those before may have been written."
                        .formatted(most, atomic ? " with atomic" : ""));
    }

    static Problem unwritten() {
        return of(
                503,
                "index-unwritten",
                "Index unwritten",
                "The index could not be written: get the article to see whether it was, or send it again.");
    }

    static Problem watchUnread() {
        return of(
                503,
                "unavailable",
                "Unavailable",
                "What is watched cannot be read: the server says why on its standard error.");
    }

    static Problem unsupportedMediaType(String detail) {
        return of(415, "unsupported-media-type", "Unsupported media type", detail);
    }

    static Problem emptySegment() {
        return badRequest(400, "The path has an empty segment: remove one of the two slashes.");
    }

    static Problem tooManyRequests(int perSecond) {
        return of(
                429,
                "too-many-requests",
                "Too many requests",
                "Too many requests from this address, more than " + perSecond
                        + " a second: wait as long as Retry-After says.");
    }

    static Problem tooManyKeys() {
        return of(
                429,
                "too-many-requests",
                "Too many requests",
                "Too many keys from this address had to be looked at: wait as long as Retry-After says.");
    }

    static Problem unauthorized(String detail) {
        return of(401, "unauthorized", "Unauthorized", detail);
    }

    static Problem forbidden(String detail) {
        return of(403, "forbidden", "Forbidden", detail);
    }

    static Problem timedOut() {
        return of(
                503,
                "timed-out",
                "Timed out",
                "The deadline passed before there was an answer: ask for less, such as fewer words, or try again later.");
    }

    static Problem overloaded() {
        return of(
                503,
                "overloaded",
                "Overloaded",
                "Too many requests are waiting already: wait as long as Retry-After says.");
    }

    static Problem notReady(String detail) {
        return of(503, "not-ready", "Not ready", detail);
    }

    static Problem invalidTime(String remedy) {
        return new Problem(
                400,
                "invalid-header",
                "Invalid header",
                "The header " + RequestTime.HEADER + " is not as it should be: " + remedy + ".",
                Optional.of(RequestTime.HEADER));
    }

    static Problem misdirectedRequest() {
        return of(
                421,
                "misdirected-request",
                "Misdirected request",
                "The header Host has a name that this server does not know: use its address, or have whoever"
                        + " runs it allow the name.");
    }

    static Problem tooManyConnections() {
        return of(
                503,
                "too-many-connections",
                "Too many connections",
                "The server has as many connections as it takes, from this address or from all: close some, or try again"
                        + " later.");
    }

    static Problem stopping() {
        return of(503, "stopping", "Stopping", "The server is stopping: send requests to another, or try again later.");
    }

    static Problem internalError() {
        return of(
                500, "internal-error", "Internal error", "The server failed; its log says more under the request id.");
    }

    /** For what the web server refuses by itself. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> of(status, "not-found", "Not found", "There is nothing here: see /v1/search?q=");
            case 405 ->
                of(
                        status,
                        "method-not-allowed",
                        "Method not allowed",
                        "This resource does not support that method: the header Allow names those that it does.");
            case 413 -> of(status, "content-too-large", "Content too large", "The request's body is too large.");
            case 414 ->
                of(status, "uri-too-long", "URI too long", "The request's line is too long: shorten the query.");
            case 417 ->
                badRequest(
                        status,
                        "The header Expect has a value that this server does not support: leave it out, or send 100-continue.");
            case 431 ->
                of(status, "headers-too-large", "Headers too large", "The request's line and headers are too long.");
            case 505 ->
                of(status, "http-version-not-supported", "HTTP version not supported", "This server speaks HTTP/1.1.");
            case 503 -> of(status, "unavailable", "Unavailable", "The server cannot answer now: try again later.");
            default ->
                status < 500
                        ? badRequest(status, "The request is not valid HTTP, or not percent-encoded as it should be.")
                        : internalError().withStatus(status);
        };
    }

    private static Problem badRequest(int status, String detail) {
        return of(status, "bad-request", "Bad request", detail);
    }

    private Problem withStatus(int other) {
        return new Problem(other, code, title, detail, param);
    }

    byte[] json(String instance, String requestId) {
        return AnswerJson.object(json -> {
            json.writeStringProperty("type", TYPE + code);
            json.writeStringProperty("title", title);
            json.writeNumberProperty("status", status);
            json.writeStringProperty("detail", detail);
            json.writeStringProperty("instance", instance);
            json.writeStringProperty("code", code);
            param.ifPresent(name -> json.writeStringProperty("param", name));
            json.writeStringProperty("requestId", requestId);
        });
    }
}
