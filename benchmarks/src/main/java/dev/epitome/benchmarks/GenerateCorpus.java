package dev.epitome.benchmarks;

import dev.epitome.article.Article;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Prints generated articles as JSON Lines. */
@Command(
        name = "generate-corpus",
        mixinStandardHelpOptions = true,
        description = "Prints generated articles, one JSON object a line: the same ones for the same seed.")
public final class GenerateCorpus implements Callable<Integer> {

    @Option(names = "--records", paramLabel = "N", required = true, description = "How many.")
    private long records;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--corpus",
            paramLabel = "PATH",
            defaultValue = "corpus/articles",
            description = "What to make them from. Default: ${DEFAULT-VALUE}.")
    private Path corpus = Path.of("corpus", "articles");

    /** Runs the command. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new GenerateCorpus()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
        write(SyntheticCorpus.from(corpus, seed), records, out);
        out.flush();
        return 0;
    }

    /** Writes so many articles; does not close the stream. */
    public static void write(SyntheticCorpus articles, long records, OutputStream out) throws IOException {
        JsonFactory lines = JsonFactory.builder().rootValueSeparator("\n").build();
        JsonGenerator json = lines.createGenerator(ObjectWriteContext.empty(), out);
        for (long i = 0; i < records; i++) {
            write(articles.next(), json);
        }
        json.writeRaw('\n');
        json.flush();
    }

    private static void write(Article article, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("id", article.id());
        json.writeStringProperty("title", article.title());
        json.writeStringProperty("summary", article.summary());
        article.url().ifPresent(url -> json.writeStringProperty("url", url));
        article.source().ifPresent(source -> json.writeStringProperty("source", source));
        writeAll(json, "authors", article.authors());
        article.type().ifPresent(type -> json.writeStringProperty("type", type));
        writeAll(json, "tags", article.tags());
        article.published().ifPresent(date -> json.writeStringProperty("published", date.toString()));
        json.writeEndObject();
    }

    private static void writeAll(JsonGenerator json, String member, List<String> texts) {
        json.writeArrayPropertyStart(member);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
