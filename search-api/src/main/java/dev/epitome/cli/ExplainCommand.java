package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.search.Explanation;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.wire.ExplanationJson;
import dev.epitome.wire.ExplanationSentences;
import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.Resource;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code epitome explain}. */
@Command(
        name = "explain",
        description = {
            "Explains why an article ranks where it does for a query, or why it is not a hit.",
            "Shows which words matched, in which field and by which rule, and what each contributes to the score: the"
                    + " contributions add up to it. Exits with 1 when the article is no hit."
        })
final class ExplainCommand extends Subcommand {

    @Mixin
    private final EngineOptions engineOptions = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ID", description = "The id of the article, as search --json shows it.")
    private String id = "";

    @Parameters(index = "1..*", paramLabel = "QUERY", arity = "1..*", description = "The query.")
    private final List<String> words = new ArrayList<>();

    @Mixin
    private final SearchOptions options = SearchOptions.ofHits();

    @Option(names = "--json", description = "Print JSON, as /v1/articles/ID/explain answers.")
    private boolean json;

    ExplainCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        PrintWriter out = out();
        PrintWriter err = err();
        SearchRequest request = GivenParameters.of(options.parameters(words), Resource.SEARCH)
                .search()
                .request();
        try (SearchEngine engine = engineOptions.open(surroundings, err)) {
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
