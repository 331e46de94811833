package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Outcome;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.LiveIndex;
import dev.epitome.watch.ChangeWriter;
import java.nio.file.Path;
import java.util.List;

/** An index that a command changes: by itself, or by asking the service that writes it. */
interface ChangedIndex extends ChangeWriter {

    @Override
    void close();

    /**
     * Opens the index, or finds who has it.
     *
     * @throws EpitomeException as {@link LiveIndex#open(Path, IndexSettings)} does, of kind {@link Kind#INDEX_LOCKED}
     *     also when the service that has it cannot be reached
     */
    static ChangedIndex of(Path index) {
        try {
            LiveIndex live = LiveIndex.open(index, IndexSettings.DEFAULT);
            return new ChangedIndex() {
                @Override
                public List<Outcome> apply(List<ArticleChange> changes) {
                    return live.apply(changes);
                }

                @Override
                public void close() {
                    try (live) {
                        boolean unused = live.settle(); // Nobody is there to do it later.
                    }
                }
            };
        } catch (EpitomeException e) {
            if (e.kind() != Kind.INDEX_LOCKED) {
                throw e;
            }
            RunningWriter running = RunningWriter.of(index).orElseThrow(() -> e);
            running.reach();
            return running;
        }
    }
}
