package dev.epitome.http;

import dev.epitome.search.Cost;
import dev.epitome.search.SearchResult;
import dev.epitome.search.SuggestRequest;
import dev.epitome.wire.AnswerJson;
import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.IndexJson;
import dev.epitome.wire.JsonBody;
import dev.epitome.wire.Resource;
import dev.epitome.wire.SearchCall;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/** What is asked of all articles. */
final class SearchHandlers {

    private final Admission admission;
    private final Conditional conditional;

    SearchHandlers(Admission admission, Conditional conditional) {
        this.admission = admission;
        this.conditional = conditional;
    }

    void search(Context context) {
        GivenParameters given = GivenParameters.of(context.queryString(), Resource.SEARCH);
        LocalDate today = conditional.today();
        SearchCall call = given.search().on(today);
        conditional.json(
                context,
                given,
                today,
                Cost.of(call.request()),
                engine -> answer(context, engine.search(call.request()), call));
    }

    void posted(Context context) {
        GivenParameters.of(context.queryString(), Resource.CONSTANT);
        SearchCall call = GivenParameters.of(JsonBody.parse(Body.json(context)), Resource.SEARCH)
                .search();
        Answers.Content body = admission.work(
                context,
                Cost.of(call.request()),
                engine -> Answers.Content.of(
                        context, Answers.JSON, answer(context, engine.search(call.request()), call)));
        context.header("Cache-Control", "no-store");
        Answers.send(context, body);
    }

    private static byte[] answer(Context context, SearchResult result, SearchCall call) {
        RequestFacts.setResult(context, result);
        return AnswerJson.of(result, call);
    }

    void suggest(Context context) {
        GivenParameters given = GivenParameters.of(context.queryString(), Resource.SUGGESTIONS);
        SuggestRequest request = given.suggestions();
        conditional.json(
                context,
                given,
                Cost.of(request),
                engine -> AnswerJson.suggestions(request.typed(), engine.suggest(request)));
    }

    void statistics(Context context) {
        conditional.json(
                context,
                GivenParameters.of(context.queryString(), Resource.CONSTANT),
                Cost.STATISTICS,
                engine -> IndexJson.of(engine.statistics()));
    }

    /** The body of a request. */
    static final class Body {

        /** Sixteen times what a query may hold: room for filters, and for text that is all escapes. */
        static final int MAX_BYTES = 1 << 20;

        private static final Pattern JSON =
                Pattern.compile("application/json\\s*(;\\s*(charset=\"?utf-?8\"?\\s*)?)?", Pattern.CASE_INSENSITIVE);

        private Body() {}

        /**
         * All of a body that says it is JSON.
         *
         * @throws Refused where it says otherwise, or has more than {@value #MAX_BYTES} bytes
         */
        static byte[] json(Context context) {
            // As it was sent: the web server looks up the charset in it, and fails at a name that can be none.
            String type = context.header("Content-Type");
            if (type == null || !JSON.matcher(type.strip()).matches()) {
                throw new Refused(
                        Problem.unsupportedMediaType(
                                "The body must be JSON in UTF-8: send Content-Type: application/json."),
                        Map.of("Accept", Answers.JSON));
            }
            if (isEncoded(context.header("Content-Encoding"))) {
                throw new Refused(
                        Problem.unsupportedMediaType(
                                "The body must not be compressed: send it without Content-Encoding."),
                        Map.of("Accept-Encoding", "identity"));
            }
            if (context.req().getContentLengthLong() > MAX_BYTES) {
                throw new Refused(Problem.ofStatus(413));
            }
            // Javalin's own limit is the application's, and the application may be somebody else's.
            byte[] body = read(context);
            if (body.length > MAX_BYTES) {
                throw new Refused(Problem.ofStatus(413));
            }
            return body;
        }

        /** What is not framed as HTTP has it, or ends too early, is the client's doing. */
        private static byte[] read(Context context) {
            try (InputStream stream = context.req().getInputStream()) {
                return stream.readNBytes(MAX_BYTES + 1);
            } catch (IOException | HttpException.RuntimeException e) {
                throw new Refused(Problem.ofStatus(400));
            }
        }

        private static boolean isEncoded(@Nullable String encoding) {
            return encoding != null
                    && !encoding.strip().toLowerCase(Locale.ROOT).equals("identity");
        }
    }
}
