package dev.epitome.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.epitome.query.QueryTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random requests, most of them nearly right; the same for the same random numbers. */
final class RandomRequests {

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
            some.add(oneOf(RequestPieces.HEADERS));
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
        StringBuilder target = new StringBuilder(
                random.nextBoolean() ? oneOf(RequestPieces.PATHS.subList(0, 4)) : oneOf(RequestPieces.PATHS));
        char before = '?';
        if (random.nextInt(5) > 0) {
            target.append(before).append("q=").append(encoded(query()));
            before = '&';
        }
        for (int left = random.nextInt(4); left > 0; left--) {
            target.append(before).append(random.nextInt(4) > 0 ? oneOf(RequestPieces.GOOD) : parameter());
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
        String name = oneOf(RequestPieces.NAMES);
        return name + "=" + encoded(value(name));
    }

    private String value(String name) {
        if (name.equals("cursor") && random.nextInt(4) > 0) {
            return random.nextBoolean() ? cursor : edited(cursor);
        }
        return random.nextInt(6) == 0 ? QueryTexts.random(random, 20) : oneOf(RequestPieces.VALUES);
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
            case 3, 4, 5, 6, 7, 8, 9, 10 -> edited(oneOf(RequestPieces.BODIES) + " ");
            default ->
                random.nextBoolean()
                        ? oneOf(RequestPieces.BODIES)
                        : "{\"q\":\"" + inLatin(query().replaceAll("[\\\\\"\\p{Cntrl}]", " ")) + "\"}";
        };
    }

    private static String inLatin(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private String broken() {
        String method = random.nextInt(3) > 0 ? "GET" : "POST";
        return switch (random.nextInt(3)) {
            case 0 -> oneOf(RequestPieces.NO_REQUESTS) + (random.nextBoolean() ? request(method, 0) : "");
            case 1 ->
                "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + oneOf(RequestPieces.FRAMINGS) + "\r\n\r\n" + oneOf(RequestPieces.BODIES);
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
