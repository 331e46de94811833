package dev.epitome.http;

import dev.epitome.search.ArticleWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * By what articles are changed.
 *
 * @param writer of what the engine searches, asked for with every change; gives none as long as there is none. What it
 *     gives stays the caller's, to be closed after the server
 * @param answers a folder for what was answered to requests that may be sent again, so that this is known to the next
 *     process, too; made when it is needed, and not to be used for anything else
 */
public record Writing(Supplier<Optional<ArticleWriter>> writer, Optional<Path> answers) {

    /** That nothing is changed here. */
    public static final Writing NONE = new Writing(Optional::empty, Optional.empty());

    public Writing {
        Objects.requireNonNull(writer, "writer");
        Objects.requireNonNull(answers, "answers");
    }
}
