package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.Explanation;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.wire.ExplanationJson;
import dev.epitome.wire.ExplanationSentences;
import dev.epitome.wire.SearchParameters;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code epitome explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Explains why an article ranks where it does for a query, or why it is not a hit.",
            "Names which words matched in which field by which rule, and what each contributed; the contributions add up"
                    + " to the score. Exits with 1 if the article is not a hit."
        })
final class ExplainCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final IndexOption index = new IndexOption();

    @Mixin
    private final AliasesOption aliases = new AliasesOption();

    @Parameters(index = "0", paramLabel = "ID", description = "The id of the article, as search --json shows it.")
    private String id = "";

    @Parameters(index = "1..*", paramLabel = "QUERY", arity = "1..*", description = "The query.")
    private final List<String> words = new ArrayList<>();

    @Mixin
    private final SearchOptions options = new SearchOptions();

    @Option(names = "--json", description = "Print JSON, as /v1/articles/ID/explain answers.")
    private boolean json;

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        SearchRequest request =
                SearchParameters.parse(options.parameters(words)).request();
        try (SearchEngine engine = LuceneSearch.open(index.directory(surroundings), aliases.settings(err))) {
            Explanation explanation = engine.explain(request, id)
                    .orElseThrow(() -> new EpitomeException(
                            Kind.INVALID_REQUEST,
                            "there is no article " + id + ": epitome search --json shows the ids of its hits"));
            if (json) {
                out.println(TerminalText.json(
                        ExplanationJson.of(explanation, request.query().text())));
            } else {
                Paper paper = new Paper(out, surroundings.columns(), false);
                ExplanationSentences.of(explanation)
                        .forEach(sentence ->
                                paper.print(new StyledText(), "  ", new StyledText().add(StyledText.NONE, sentence)));
            }
            return (explanation.matches() ? ExitCode.OK : ExitCode.NO_HITS).number();
        }
    }
}
