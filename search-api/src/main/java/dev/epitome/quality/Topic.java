package dev.epitome.quality;

import dev.epitome.EpitomeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A query that is asked to see how good the answer is.
 *
 * @param id names it in judgments, runs and results, such as {@code acronym-eks}
 * @param query as a user would type it
 */
public record Topic(String id, String query) {

    /** Also the name of a file: {@link ResultFiles} has one for each topic. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public Topic {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(query, "query");
    }

    /**
     * Reads topics in the order of the file, a line each: the id, a tab, the query.
     *
     * @throws EpitomeException that names the line, when it is no topic or one that was there before
     */
    static List<Topic> read(Path file) {
        List<Topic> topics = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Line line : Line.of(file)) {
            Topic topic = topic(line);
            // Some file systems do not tell upper case from lower.
            Integer before = seen.putIfAbsent(topic.id().toLowerCase(Locale.ROOT), line.number());
            if (before != null) {
                throw line.wrong("the topic " + topic.id() + " was in line " + before + " already");
            }
            topics.add(topic);
        }
        return topics;
    }

    private static Topic topic(Line line) {
        int tab = line.text().indexOf('\t');
        if (tab < 0) {
            throw line.wrong("a topic is an id, a tab and a query: there is no tab");
        }
        String id = line.text().substring(0, tab).strip();
        if (!ID.matcher(id).matches() || id.equalsIgnoreCase(ResultFiles.SUMMARY)) {
            throw line.wrong("\"" + id + "\" cannot be the id of a topic: give letters, digits, dots and dashes");
        }
        String query = line.text().substring(tab + 1).strip();
        if (query.isEmpty()) {
            throw line.wrong("the topic " + id + " has no query");
        }
        return new Topic(id, query);
    }
}
