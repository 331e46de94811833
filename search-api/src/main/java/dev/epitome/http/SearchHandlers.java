package dev.epitome.http;

import dev.epitome.http.AnswerCache.Question;
import dev.epitome.http.AnswerCache.Work;
import dev.epitome.http.RequestFacts.Found;
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
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/** What is asked of all articles. */
final class SearchHandlers {

    private final Conditional conditional;
    private final Gate gate;

    SearchHandlers(Conditional conditional, Gate gate) {
        this.conditional = conditional;
        this.gate = gate;
    }

    void search(Context context) {
        GivenParameters given = GivenParameters.of(context.queryString(), Resource.SEARCH);
        Question question = search(context, given);
        conditional.json(context, question, () -> work(context, question));
    }

    void posted(Context context) {
        GivenParameters.of(context.queryString(), Resource.CONSTANT);
        GivenParameters given = GivenParameters.of(JsonBody.parse(Body.json(context)), Resource.SEARCH);
        Question question = search(context, given);
        conditional.unkept(context, question, () -> work(context, question));
    }

    /** However it was sent, the same search has the same answer; not all who may search may have it explained. */
    private Question search(Context context, GivenParameters given) {
        if (given.explains()) {
            gate.check(context, Access.INSIGHT);
        }
        return new Question(given, conditional.today(), given.meaning());
    }

    private static Work work(Context context, Question question) {
        SearchCall call = question.given().search().on(question.today());
        return new Work(Cost.of(call.request()), engine -> {
            SearchResult result = engine.search(call.request());
            RequestFacts.setFound(context, Found.of(result));
            return AnswerJson.of(result, call);
        });
    }

    void suggest(Context context) {
        GivenParameters given = GivenParameters.of(context.queryString(), Resource.SUGGESTIONS);
        conditional.json(context, Question.asItCame(context, given, conditional.today()), () -> {
            SuggestRequest request = given.suggestions();
            return new Work(
                    Cost.of(request), engine -> AnswerJson.suggestions(request.typed(), engine.suggest(request)));
        });
    }

    void statistics(Context context) {
        GivenParameters given = GivenParameters.of(context.queryString(), Resource.CONSTANT);
        conditional.json(
                context,
                Question.asItCame(context, given, conditional.today()),
                () -> new Work(Cost.STATISTICS, engine -> IndexJson.of(engine.statistics())));
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
