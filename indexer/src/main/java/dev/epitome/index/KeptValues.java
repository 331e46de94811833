package dev.epitome.index;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.index.IndexFields.Kept;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What one article of an index keeps for all of them: the {@link Wordbook}, and the acronyms that they define. It goes
 * on with another article where the one that kept it is deleted or replaced. For one thread.
 */
final class KeptValues {

    private final Map<String, BytesRef> values;
    private final Map<String, String> keepers;
    private @Nullable WordPacker packer;

    private KeptValues(Map<String, BytesRef> values, Map<String, String> keepers, @Nullable WordPacker packer) {
        this.values = values;
        this.keepers = keepers;
        this.packer = packer;
    }

    static KeptValues of(DirectoryReader reader, ArticleLookup articles, Wordbook book) throws IOException {
        Map<String, BytesRef> values = new HashMap<>();
        Map<String, String> keepers = new HashMap<>();
        for (String field : new String[] {IndexFields.WORDBOOK, IndexFields.ACRONYMS}) {
            Optional<Kept> kept = IndexFields.kept(reader, field);
            if (kept.isPresent()) {
                values.put(field, BytesRef.deepCopyOf(kept.get().value()));
                keepers.put(field, articles.id(kept.get().document()));
            }
        }
        boolean isBegun = values.containsKey(IndexFields.WORDBOOK);
        if (isBegun) {
            values.putIfAbsent(IndexFields.ACRONYMS, LearnedAcronym.written(List.of()));
        }
        return new KeptValues(values, keepers, isBegun ? new WordPacker(book) : null);
    }

    /** By which articles are written now. */
    Wordbook book() {
        return packer == null ? Wordbook.EMPTY : packer.book();
    }

    /** Writes by the words that the index has; the first article of an empty one brings them. */
    WordPacker packer(Article article, Origin origin) {
        if (packer == null) {
            SampledArticles sample = new SampledArticles();
            sample.add(article, origin, 0);
            packer = new WordPacker(sample.wordbook());
            values.put(IndexFields.WORDBOOK, packer.book().written());
            values.put(IndexFields.ACRONYMS, LearnedAcronym.written(List.of()));
        }
        return packer;
    }

    /** An article is no more what it was. */
    void lose(String id) {
        keepers.values().removeIf(id::equals);
    }

    /** Whether some of it is kept by no article. */
    boolean isLost() {
        return keepers.size() < values.size();
    }

    /** Has a new article keep what no other does. */
    void addTo(Document document, String id) {
        values.forEach((field, value) -> {
            if (keepers.putIfAbsent(field, id) == null) {
                document.add(new BinaryDocValuesField(field, value));
            }
        });
    }

    /** Has an article that is there keep what no other does. */
    void move(IndexWriter writer, String id) throws IOException {
        for (Map.Entry<String, BytesRef> value : values.entrySet()) {
            if (keepers.putIfAbsent(value.getKey(), id) == null) {
                writer.updateBinaryDocValue(new Term(IndexFields.ID, id), value.getKey(), value.getValue());
            }
        }
    }

    /** Puts other acronyms in the place of those before, where any article keeps them. */
    void learn(IndexWriter writer, BytesRef acronyms) throws IOException {
        replace(writer, IndexFields.ACRONYMS, acronyms);
    }

    /** Has articles written by more words from now on; those that are there stay as they are. */
    void learn(IndexWriter writer, Wordbook more) throws IOException {
        packer = new WordPacker(book().with(more));
        replace(writer, IndexFields.WORDBOOK, packer.book().written());
    }

    private void replace(IndexWriter writer, String field, BytesRef value) throws IOException {
        values.put(field, value);
        String keeper = keepers.remove(field);
        if (keeper != null) {
            move(writer, keeper);
        }
    }
}
