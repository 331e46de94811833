package dev.epitome.lucene;

import dev.epitome.analysis.ArticleAnalyzer;
import dev.epitome.search.Snippet.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** The analyzer as searching needs it: text to terms, and terms back to their places in a text. */
final class Words {

    private static final String ANY_FIELD = "";

    private final Analyzer analyzer = new ArticleAnalyzer();

    /** The terms of a piece of text, in order. */
    List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        eachToken(text, token -> terms.add(token.term().toString()));
        return terms;
    }

    /** Where a text has one of the terms, in order. */
    List<Span> places(String text, CharArraySet terms) {
        List<Span> places = new ArrayList<>();
        eachToken(text, token -> {
            if (terms.contains(token.term().buffer(), 0, token.term().length())) {
                places.add(new Span(token.offset().startOffset(), token.offset().endOffset()));
            }
        });
        return places;
    }

    private record Token(CharTermAttribute term, OffsetAttribute offset) {}

    private void eachToken(String text, Consumer<Token> use) {
        try (TokenStream stream = analyzer.tokenStream(ANY_FIELD, text)) {
            Token token =
                    new Token(stream.addAttribute(CharTermAttribute.class), stream.addAttribute(OffsetAttribute.class));
            stream.reset();
            while (stream.incrementToken()) {
                use.accept(token);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory can be read", e);
        }
    }
}
