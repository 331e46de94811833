package dev.epitome.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.epitome.query.QueryTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random requests, most of them nearly right; the same for the same random numbers. */
final class RandomRequests {

    private static final List<String> PATHS = List.of(
            "/v1/search",
            "/v1/search",
            "/v1/suggest",
            "/v1/search.atom",
            "/v1/search.json-feed",
            "/v1/articles/a1",
            "/v1/articles/a2/related",
            "/v1/articles/a3/explain",
            "/v1/articles/%E2%80%AE%00%5C..%2F",
            "/v1/stats",
            "/health/live",
            "/health/ready",
            "/metrics",
            "/openapi.json",
            "/",
            "/stats",
            "/docs",
            "/assets/search.js",
            "/assets/%2e%2e/%2e%2e/etc/passwd",
            "/docs/../../pom.xml",
            "/v1//search",
            "/v1/search;jsessionid=1",
            "/v1/%zz",
            "/v1/\u00C0\u00AF",
            "*",
            "http://localhost/v1/search",
            "http://[::1/",
            "localhost:80");

    private static final List<String> GOOD = List.of(
            "limit=0",
            "limit=1",
            "limit=100",
            "offset=10000",
            "sort=-published",
            "sort=rank",
            "source=EKS+Weekly",
            "source=Nope",
            "tag=gRPC",
            "author=a&author=b",
            "type=article",
            "publishedAfter=2021-11",
            "publishedBefore=2024",
            "match=all",
            "fuzzy=off",
            "freshness=30d",
            "fields=title,origin",
            "highlight=offsets",
            "facets=source,author,tag,type,year,month",
            "explain=true");

    private static final List<String> NAMES = List.of(
            "limit",
            "offset",
            "sort",
            "source",
            "author",
            "tag",
            "type",
            "publishedAfter",
            "publishedBefore",
            "match",
            "fuzzy",
            "freshness",
            "fields",
            "highlight",
            "facets",
            "explain",
            "cursor",
            "nope",
            "",
            "q%00");

    private static final List<String> VALUES = List.of(
            "0",
            "1",
            "100",
            "101",
            "-1",
            "10000",
            "99999999999999999999",
            "1e3",
            "\u0661",
            "true",
            "false",
            "relevance",
            "-published",
            "rank",
            "all",
            "relaxed",
            "auto",
            "off",
            "html",
            "offsets",
            "none",
            "30d",
            "2025-11",
            "2024-02-30",
            "0000",
            "source,author,tag,type,year,month",
            "title,summary,origin",
            ",",
            "EKS Weekly",
            "gRPC",
            "");

    private static final List<String> HEADERS = List.of(
            "Request-Timeout: 0.000001",
            "Request-Timeout: 2",
            "Request-Timeout: -1",
            "Request-Timeout: 999999999999999999",
            "If-None-Match: *",
            "If-None-Match: \"a\", W/\"b\", \"",
            "Accept-Encoding: gzip",
            "Accept-Encoding: gzip;q=0, *;q=1.0000",
            "Accept-Encoding: br;q=x,,gzip;q=",
            "Accept: text/html;q=nope",
            "Host: evil.example",
            "Host: 127.0.0.1:1",
            "Host: localhost:99999",
            "Host: a b",
            "Host:",
            "X-Forwarded-For: 1.2.3.4, unknown, [::1]:80",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: javascript",
            "Forwarded: for=\"_gazonk\";proto=http;host=\"",
            "Origin: null",
            "Origin: https://evil.example",
            "Range: bytes=0-1, 5-, -3",
            "Expect: 100-continue",
            "Expect: something",
            "X-Request-Id: \u00FF \u0001",
            "X-HTTP-Method-Override: DELETE",
            "Upgrade: websocket",
            "Connection: Upgrade, HTTP2-Settings",
            "Connection: close",
            "Cookie: a=\"b; c=d\\",
            "Authorization: Basic ====",
            "Content-Encoding: gzip",
            "TE: trailers, deflate;q=0.5",
            "Access-Control-Request-Method: PUT",
            "X-\u00E9: 1",
            " X-Folded: 1");

    private static final List<String> FRAMINGS = List.of(
            "Content-Length: -1",
            "Content-Length: 1\r\nContent-Length: 2",
            "Content-Length: 999999999999999999999999",
            "Content-Length: 0x10",
            "Content-Length: 5\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: gzip",
            "Transfer-Encoding: chunked, chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding : chunked",
            "Transfer-Encoding: \u000Bchunked",
            "Content-Length: 10000000\r\nExpect: 100-continue");

    private static final List<String> BODIES = List.of(
            "{}",
            "{\"q\":\"EKS\",\"limit\":5,\"facets\":[\"source\"]}",
            "{\"q\":1}",
            "{\"q\":null,\"limit\":\"5\"}",
            "{\"limit\":1e400}",
            "{\"limit\":-0.0,\"offset\":00}",
            "{\"q\":\"\\ud800\"}",
            "{\"q\":\"a\",\"q\":\"b\"}",
            "{\"tag\":[[\"a\"]]}",
            "{\"tag\":[\"a\",null,{}]}",
            "{\"cursor\":\"AQHz\"}",
            "[]",
            "\"q\"",
            "{\"q\":\"",
            "{\"q\":\"EKS\"} {}",
            "\u00EF\u00BB\u00BF{}",
            "\u00FE\u00FF\0{\0}",
            "0;x=\r\n\r\n",
            "ffffffffff\r\nx",
            "-1\r\n",
            "");

    private static final List<String> NO_REQUESTS = List.of(
            "\r\n\r\n\r\n",
            "GET\r\n\r\n",
            "GET /\r\n",
            "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/1.0\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET  /  HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/1.1\nHost: localhost\n\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00FC\u0003\u0003",
            "\0\0\0\0\0\0\0\0",
            ": nothing\r\n\r\n",
            "SSH-2.0-OpenSSH_9.6\r\n");

    private final Random random;
    private final String cursor;
    private final String id;

    /**
     * @param cursor one that is good
     * @param id what the ids of requests are to begin with
     */
    RandomRequests(Random random, String cursor, String id) {
        this.random = random;
        this.cursor = cursor;
        this.id = id;
    }

    /** What a client does with what it sends. */
    enum Manner {
        /** Sends whole requests, one or some together, and reads as many answers. */
        PROPER,
        /** Sends what may be no request, then nothing more, and reads to the end. */
        BROKEN,
        /** Sends a part, or all, and is gone without a look at the answer. */
        GONE
    }

    /**
     * @param bytes to be sent, a character each
     * @param methods of the requests in it; those of broken ones have answers with bodies
     */
    record Exchange(Manner manner, String bytes, List<String> methods) {}

    Exchange next() {
        List<String> methods = new ArrayList<>();
        StringBuilder bytes = new StringBuilder();
        int kind = random.nextInt(100);
        if (kind < 82) {
            for (int left = random.nextInt(8) == 0 ? 2 + random.nextInt(4) : 1; left > 0; left--) {
                methods.add(method());
                bytes.append(request(methods.getLast(), methods.size() - 1));
            }
            return new Exchange(Manner.PROPER, bytes.toString(), methods);
        }
        if (kind < 90) {
            return new Exchange(Manner.BROKEN, broken(), List.of());
        }
        String whole = request(method(), 0);
        return new Exchange(Manner.GONE, whole.substring(0, random.nextInt(whole.length() + 1)), List.of());
    }

    private String method() {
        return switch (random.nextInt(20)) {
            case 0, 1 -> "HEAD";
            case 2, 3, 4 -> "POST";
            case 5 -> oneOf(List.of("PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "PROPFIND", "get", "G-T"));
            default -> "GET";
        };
    }

    /** Framed as it should be, whatever else it is. */
    private String request(String method, int number) {
        StringBuilder request = new StringBuilder(method + " " + target(method) + " HTTP/1.1\r\n");
        headers(request, number);
        if (method.equals("POST") || (method.equals("PUT") && random.nextBoolean())) {
            String body = body();
            request.append("Content-Type: ")
                    .append(
                            random.nextInt(5) > 0
                                    ? "application/json"
                                    : oneOf(List.of("text/plain", "application/json; charset=utf-16", "", "a/b/c")))
                    .append("\r\nContent-Length: ")
                    .append(body.length())
                    .append("\r\n\r\n")
                    .append(body);
            return request.toString();
        }
        return request.append("\r\n").toString();
    }

    private void headers(StringBuilder request, int number) {
        List<String> some = new ArrayList<>();
        for (int left = Math.max(0, random.nextInt(5) - 2); left > 0; left--) {
            some.add(oneOf(HEADERS));
        }
        if (some.stream().noneMatch(header -> header.startsWith("Host:"))) {
            some.addFirst("Host: localhost");
        }
        if (some.stream().noneMatch(header -> header.startsWith("X-Request-Id:"))) {
            some.add(1, "X-Request-Id: " + id + number);
        }
        if (random.nextInt(400) == 0) {
            some.add("X-Long: " + "x".repeat(random.nextInt(100_000)));
        }
        some.forEach(header -> request.append(header).append("\r\n"));
    }

    private String target(String method) {
        if (method.equals("POST") && random.nextInt(5) > 0) {
            return "/v1/search";
        }
        StringBuilder target = new StringBuilder(random.nextBoolean() ? oneOf(PATHS.subList(0, 4)) : oneOf(PATHS));
        char before = '?';
        if (random.nextInt(5) > 0) {
            target.append(before).append("q=").append(encoded(query()));
            before = '&';
        }
        for (int left = random.nextInt(4); left > 0; left--) {
            target.append(before).append(random.nextInt(4) > 0 ? oneOf(GOOD) : parameter());
            before = '&';
        }
        return target.toString();
    }

    private String query() {
        return switch (random.nextInt(100)) {
            case 0 -> QueryTexts.random(random, 20_000);
            case 1 -> "(\"-".repeat(random.nextInt(200));
            case 2 -> "a".repeat(random.nextInt(2_000));
            default -> QueryTexts.random(random, 60);
        };
    }

    private String parameter() {
        String name = oneOf(NAMES);
        return name + "=" + encoded(value(name));
    }

    private String value(String name) {
        if (name.equals("cursor") && random.nextInt(4) > 0) {
            return random.nextBoolean() ? cursor : edited(cursor);
        }
        return random.nextInt(6) == 0 ? QueryTexts.random(random, 20) : oneOf(VALUES);
    }

    private String encoded(String text) {
        boolean careless = random.nextInt(30) == 0;
        StringBuilder encoded = new StringBuilder();
        for (byte next : text.getBytes(UTF_8)) {
            char sign = (char) (next & 0xFF);
            boolean plain = sign < 0x80 && Character.isLetterOrDigit(sign);
            if (plain || (careless && sign > ' ')) {
                encoded.append(sign);
            } else {
                encoded.append('%').append("%02X".formatted((int) sign));
            }
        }
        if (random.nextInt(50) == 0) {
            encoded.append(oneOf(List.of("%ED%A0%80", "%FF", "%C0%AF", "%", "%4", "%u0041", "#", "%0D%0AX: y")));
        }
        return encoded.toString();
    }

    private String body() {
        return switch (random.nextInt(200)) {
            case 0 -> "{\"q\":\"" + "a".repeat(random.nextInt(1_100_000)) + "\"}";
            case 1 -> "[".repeat(random.nextInt(50_000));
            case 2 -> "{\"tag\":".repeat(random.nextInt(5_000));
            case 3, 4, 5, 6, 7, 8, 9, 10 -> edited(oneOf(BODIES) + " ");
            default ->
                random.nextBoolean()
                        ? oneOf(BODIES)
                        : "{\"q\":\"" + inLatin(query().replaceAll("[\\\\\"\\p{Cntrl}]", " ")) + "\"}";
        };
    }

    private static String inLatin(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private String broken() {
        String method = random.nextInt(3) > 0 ? "GET" : "POST";
        return switch (random.nextInt(3)) {
            case 0 -> oneOf(NO_REQUESTS) + (random.nextBoolean() ? request(method, 0) : "");
            case 1 ->
                "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + oneOf(FRAMINGS)
                        + "\r\n\r\n" + oneOf(BODIES);
            default -> edited(request(method, 0));
        };
    }

    /** A byte here and there is another, is gone, or is more than before. */
    private String edited(String text) {
        StringBuilder edited = new StringBuilder(text);
        for (int left = 1 + random.nextInt(4); left > 0 && !edited.isEmpty(); left--) {
            int at = random.nextInt(edited.length());
            switch (random.nextInt(4)) {
                case 0 -> edited.setCharAt(at, (char) random.nextInt(256));
                case 1 -> edited.deleteCharAt(at);
                case 2 -> edited.insert(at, (char) random.nextInt(256));
                default -> edited.insert(at, edited.substring(at, Math.min(edited.length(), at + 10)));
            }
        }
        return edited.toString();
    }

    private String oneOf(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
