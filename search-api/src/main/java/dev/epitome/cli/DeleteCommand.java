package dev.epitome.cli;

import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Delete;
import dev.epitome.article.ArticleChange.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code epitome delete}. */
@Command(
        name = "delete",
        description = {
            "Deletes articles from the index by their ids, which epitome search --json shows.",
            "Where a service writes the index, it is asked to delete them. No search finds them from then on."
        })
final class DeleteCommand extends Subcommand {

    @Parameters(paramLabel = "ID", arity = "1..*", description = "The ids of the articles.")
    private final List<String> ids = new ArrayList<>();

    @Mixin
    private final IndexOption index = new IndexOption();

    DeleteCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        List<ArticleChange> changes = new ArrayList<>();
        ids.forEach(id -> changes.add(new Delete(id, Condition.NONE)));
        List<Outcome> outcomes;
        try (ChangedIndex changed = ChangedIndex.of(index.directory(surroundings))) {
            outcomes = changed.apply(changes);
        }
        for (int i = 0; i < ids.size(); i++) {
            if (outcomes.get(i) == Outcome.ABSENT) {
                err().println(TerminalText.safe("no article has the id " + ids.get(i)));
            }
        }
        long deleted =
                outcomes.stream().filter(outcome -> outcome == Outcome.DELETED).count();
        out().printf(Locale.ROOT, "%,d deleted%n", deleted);
        return ExitCode.OK.number();
    }
}
