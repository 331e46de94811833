package dev.epitome.lucene;

import dev.epitome.alias.AliasDictionary;
import dev.epitome.engine.ArticleReader;
import dev.epitome.engine.Budget;
import dev.epitome.engine.IndexState;
import dev.epitome.engine.Lexicon;
import dev.epitome.engine.Retriever;
import dev.epitome.engine.WordMemory;
import dev.epitome.search.IndexStatus;

/** A borrowed commit, on the budget of one request. */
final class LuceneState implements IndexState {

    private final Snapshot snapshot;
    private final Snapshot.Derived known;
    private final Budget budget;
    private final Runnable giveBack;
    private final Runnable retain;
    private final Lexicon lexicon;
    private final Retriever retriever;
    private final ArticleReader articles;

    /**
     * Of one request.
     *
     * @param giveBack what closes it
     * @param retain what keeps the commit for a cursor
     */
    LuceneState(Snapshot snapshot, Budget budget, Runnable giveBack, Runnable retain) {
        BudgetedSearcher searcher = snapshot.searcher().on(budget);
        this.snapshot = snapshot;
        this.known = snapshot.known();
        this.budget = budget;
        this.giveBack = giveBack;
        this.retain = retain;
        this.lexicon = new LuceneLexicon(searcher, known.terms(), known.facets());
        this.retriever = new LuceneRetriever(searcher, known.terms(), known.facets());
        this.articles = new LuceneArticles(searcher, snapshot.wordbook());
    }

    Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public String id() {
        return snapshot.commit();
    }

    @Override
    public IndexStatus status() {
        return snapshot.status();
    }

    @Override
    public AliasDictionary aliases() {
        return snapshot.aliases();
    }

    @Override
    public Budget budget() {
        return budget;
    }

    @Override
    public WordMemory words() {
        return known.words();
    }

    @Override
    public Lexicon lexicon() {
        return lexicon;
    }

    @Override
    public Retriever retriever() {
        return retriever;
    }

    @Override
    public ArticleReader articles() {
        return articles;
    }

    @Override
    public void retain() {
        retain.run();
    }

    @Override
    public void close() {
        giveBack.run();
    }
}
