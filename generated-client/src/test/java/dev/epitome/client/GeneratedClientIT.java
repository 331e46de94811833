package dev.epitome.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.article.Article;
import dev.epitome.client.api.ArticlesApi;
import dev.epitome.client.api.IndexApi;
import dev.epitome.client.api.OperationsApi;
import dev.epitome.client.api.SearchApi;
import dev.epitome.client.model.Hit;
import dev.epitome.client.model.Problem;
import dev.epitome.client.model.ProblemCode;
import dev.epitome.client.model.SearchAnswer;
import dev.epitome.client.model.SearchBody;
import dev.epitome.http.SearchServer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Code that a generator made of nothing but the document finds, pages and fails as the document says. */
@TestInstance(Lifecycle.PER_CLASS)
final class GeneratedClientIT {

    private static final int ARTICLES = 250;

    private final SearchEngine engine = LuceneSearch.inMemory(IntStream.rangeClosed(1, ARTICLES)
            .mapToObj(i -> Article.titled("Note %03d on order".formatted(i))
                    .id("note-" + i)
                    .source(i % 2 == 0 ? "Even" : "Odd")
                    .tags(List.of("notes"))
                    .build())
            .toList());
    private final SearchServer server = SearchServer.start(engine, "127.0.0.1", 0);
    private final ApiClient client = new ApiClient();

    GeneratedClientIT() {
        String address = server.address().toString();
        client.updateBaseUri(address.substring(0, address.length() - 1));
    }

    @AfterAll
    void stop() {
        server.close();
        engine.close();
    }

    @Test
    void aSearchHasTypedHits() throws ApiException {
        SearchAnswer answer = new SearchApi(client)
                .searchByBody(
                        new SearchBody()
                                .q("order")
                                .addSourceItem("Even")
                                .limit(3)
                                .highlight(SearchBody.HighlightEnum.NONE),
                        null,
                        null);
        assertThat(answer.getTotal().getValue()).isEqualTo(ARTICLES / 2);
        assertThat(answer.getHits()).hasSize(3).allSatisfy(hit -> {
            assertThat(hit.getArticle().getSource()).isEqualTo("Even");
            assertThat(hit.getArticle().getTags()).containsExactly("notes");
        });
    }

    @Test
    void allPagesTogetherHoldEveryHitOnce() throws ApiException {
        List<String> ids = new ArrayList<>();
        int pages = 0;
        SearchAnswer answer = page(null);
        while (true) {
            pages++;
            answer.getHits().stream().map(Hit::getId).forEach(ids::add);
            if (answer.getNext() == null) {
                break;
            }
            answer = page(answer.getNext());
        }
        assertThat(pages).isEqualTo(9);
        assertThat(ids).hasSize(ARTICLES).doesNotHaveDuplicates();
    }

    private SearchAnswer page(String cursor) throws ApiException {
        return new SearchApi(client)
                .searchByBody(new SearchBody().q("order").limit(30).cursor(cursor), null, null);
    }

    @Test
    void aRefusalIsATypedProblem() {
        ApiException refusal = catchThrowableOfType(
                ApiException.class, () -> new SearchApi(client).searchByBody(new SearchBody().limit(101), null, null));
        assertThat(refusal.getCode()).isEqualTo(400);
        Problem problem = JSON.getDefault().getMapper().readValue(refusal.getResponseBody(), Problem.class);
        assertThat(problem.getCode()).isEqualTo(ProblemCode.INVALID_PARAMETER);
        assertThat(problem.getParam()).isEqualTo("limit");
        assertThat(problem.getDetail()).contains("from 0 to 100");
        ApiException missing = catchThrowableOfType(
                ApiException.class, () -> new ArticlesApi(client).article("note-0", null, null, null));
        assertThat(JSON.getDefault()
                        .getMapper()
                        .readValue(missing.getResponseBody(), Problem.class)
                        .getCode())
                .isEqualTo(ProblemCode.ARTICLE_NOT_FOUND);
    }

    @Test
    void otherAnswersAreTypedToo() throws ApiException {
        assertThat(new ArticlesApi(client)
                        .article("note-7", null, null, null)
                        .getArticle()
                        .getTitle())
                .isEqualTo("Note 007 on order");
        assertThat(new IndexApi(client).statistics(null, null, null).getArticles())
                .isEqualTo(ARTICLES);
        assertThat(new OperationsApi(client).ready(null).getArticles()).isEqualTo(ARTICLES);
        assertThat(new SearchApi(client).suggest("no", 3, null, null, null).getQuery())
                .isEqualTo("no");
    }
}
