package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a server from starting, and what is said of it. */
final class StartingTest {

    private final SearchEngine engine = LuceneSearch.inMemory(articles(article("a1")));

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aPortThatIsTakenIsRefusedWithTheRemedy() {
        try (SearchServer server = SearchServer.start(engine, "127.0.0.1", 0)) {
            int taken = server.address().getPort();
            EpitomeException refusal = catchThrowableOfType(
                    EpitomeException.class,
                    () -> SearchServer.start(engine, "127.0.0.1", taken).close());
            assertThat(refusal)
                    .returns(Kind.INVALID_REQUEST, EpitomeException::kind)
                    .hasMessageContaining("port " + taken)
                    .hasMessageContaining("0 for any free port");
        }
    }

    @Test
    void anAddressThatIsNotOursIsRefused() {
        EpitomeException refusal = catchThrowableOfType(
                EpitomeException.class,
                () -> SearchServer.start(engine, "192.0.2.1", 0).close());
        assertThat(refusal)
                .returns(Kind.INVALID_REQUEST, EpitomeException::kind)
                .hasMessageContaining("192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no.such.host.invalid", "a b"})
    void aHostThatNobodyKnowsIsRefused(String host) {
        EpitomeException refusal = catchThrowableOfType(
                EpitomeException.class,
                () -> SearchServer.start(engine, host, 0).close());
        assertThat(refusal)
                .returns(Kind.INVALID_REQUEST, EpitomeException::kind)
                .hasMessageContaining(host);
    }

    @Test
    void whatElseKeepsItFromStartingIsNotToldAsAnAddressThatIsTaken() {
        assertThatThrownBy(() -> SearchServer.start(engine, "127.0.0.1", 70_000).close())
                .isNotInstanceOf(EpitomeException.class)
                .hasStackTraceContaining("70000");
    }
}
