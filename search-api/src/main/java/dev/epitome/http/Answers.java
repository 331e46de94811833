package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.http.Routes.FailureLog;
import dev.epitome.wire.JsonBody.BodyException;
import dev.epitome.wire.ParameterException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** How answers are given: what every one of them bears, and failures as problems. */
final class Answers {

    static final String JSON = "application/json";

    /** An index is opened within a second; a first build takes a few. */
    static final String RETRY_SECONDS = "2";

    private static final String OURS = Answers.class.getName() + ".ours";
    private static final String PROBLEM = Answers.class.getName() + ".problem";

    private static final Logger LOG = System.getLogger(Answers.class.getName());

    private Answers() {}

    /** The same handler, its failures answered as problems. */
    static Handler guarded(Handler handler, FailureLog log) {
        return context -> {
            begin(context);
            RequestFacts.setRoute(context, context.endpoint().path);
            try {
                handler.handle(context);
            } catch (Exception | Error e) {
                // An error too, such as a stack that was too small: the next request may well be answered.
                failed(e, context, log);
            }
        };
    }

    /** As {@link #begin}, in a server where nobody but us handles requests. */
    static void beginOurs(Context context) {
        context.attribute(OURS, true);
        begin(context);
    }

    /** Sets what every answer of ours bears; once is enough, and twice does no harm. */
    static void begin(Context context) {
        if (!context.res().containsHeader(RequestFacts.ID_HEADER)) {
            context.header(RequestFacts.ID_HEADER, RequestFacts.idEchoedOrMade(context.header(RequestFacts.ID_HEADER)));
        }
        context.header("X-Content-Type-Options", "nosniff");
    }

    /** JSON that holds only for now. */
    static void unkept(Context context, byte[] answer) {
        context.header("Cache-Control", "no-store");
        send(context, JSON, answer);
    }

    /** A finished answer, compressed where that helps and the client takes it. */
    static final class Content {
        private final String type;
        private final byte[] bytes;
        private final boolean gzipped;

        private Content(String type, byte[] bytes, boolean gzipped) {
            this.type = type;
            this.bytes = bytes;
            this.gzipped = gzipped;
        }

        int length() {
            return bytes.length;
        }

        static Content of(Context context, String type, byte[] bytes) {
            return Compression.worthwhile(type, bytes) && Compression.isAccepted(context)
                    ? new Content(type, Compression.gzip(bytes), true)
                    : new Content(type, bytes, false);
        }
    }

    /** Answers. Takes the finished answer: a type set before a failure would leave its charset to the problem. */
    static void send(Context context, Content content) {
        if (content.gzipped) {
            sendCompressed(context, content.type, content.bytes);
        } else {
            sendAsIs(context, content.type, content.bytes);
        }
    }

    /** As above. */
    static void send(Context context, String type, byte[] answer) {
        send(context, Content.of(context, type, answer));
    }

    static void sendAsIs(Context context, String type, byte[] answer) {
        vary(context, "Accept-Encoding");
        context.contentType(type);
        if (context.attribute(OURS) == null) {
            context.result(answer);
        } else {
            write(context, answer);
        }
    }

    /** Without the copies that Javalin makes, and with its length. What follows can add nothing to its head. */
    private static void write(Context context, byte[] answer) {
        try {
            context.res().setContentLength(answer.length);
            context.res().getOutputStream().write(answer);
        } catch (IOException e) {
            clientGone(e);
        }
    }

    /** Which is no failure of ours, and nobody is there to be told. */
    private static void clientGone(IOException e) {
        LOG.log(Level.DEBUG, "not sent", e);
    }

    /** Answers with what is gzip already. */
    static void sendCompressed(Context context, String type, byte[] gzip) {
        context.header("Content-Encoding", "gzip");
        sendAsIs(context, type, gzip);
    }

    /** That the client has it already. Goes out at once: what the whole answer would bear is to be set before. */
    static void notModified(Context context) {
        vary(context, "Accept-Encoding");
        context.removeHeader("Content-Type").status(304);
        try {
            // Sent at once: Jetty would otherwise say that the answer, which the client has, is empty.
            context.res().flushBuffer();
        } catch (IOException e) {
            clientGone(e);
        }
    }

    /** That there is nothing to say but that it is done. */
    static void nothing(Context context) {
        context.header("Cache-Control", "no-store").removeHeader("Content-Type").status(204);
        try {
            context.res().flushBuffer();
        } catch (IOException e) {
            clientGone(e);
        }
    }

    /** Tells caches of one more header that the answer depends on. */
    static void vary(Context context, String header) {
        String known = context.res().getHeader("Vary");
        if (known == null || known.isEmpty()) {
            context.header("Vary", header);
        } else if (!List.of(known.split(", ", -1)).contains(header)) {
            context.header("Vary", known + ", " + header);
        }
    }

    static void problem(Context context, Problem problem) {
        context.attribute(PROBLEM, problem);
        context.status(problem.status())
                .header("Cache-Control", "no-store")
                .contentType(Problem.MEDIA_TYPE)
                .result(problem.json(context.path(), requestId(context)));
    }

    /** Answers once more with the problem that was answered, if one was. */
    static void keepProblem(Context context) {
        Problem problem = context.attribute(PROBLEM);
        if (problem != null) {
            problem(context, problem);
        }
    }

    /** Answers with the problem that the failure is; call {@link #begin} before. */
    static void failed(Throwable e, Context context, FailureLog log) {
        Problem problem = switch (e) {
            case Refused refused -> refused.problem();
            case ParameterException wrong -> Problem.of(wrong);
            case BodyException wrong -> Problem.of(wrong);
            case EpitomeException ours -> Problem.of(ours);
            case HttpResponseException refused -> Problem.ofStatus(refused.getStatus());
            default -> Problem.internalError();
        };
        if (problem.status() == 503) {
            context.header("Retry-After", RETRY_SECONDS);
        } else if (problem.status() >= 500) {
            log.add(context.path(), requestId(context), e);
        }
        if (e instanceof Refused refused) {
            refused.headers().forEach(context::header);
        }
        if (e instanceof MethodNotAllowedResponse other) {
            context.header("Allow", String.join(", ", other.getDetails().values()));
        }
        problem(context, problem);
    }

    private static String requestId(Context context) {
        return String.valueOf(context.res().getHeader(RequestFacts.ID_HEADER));
    }
}
