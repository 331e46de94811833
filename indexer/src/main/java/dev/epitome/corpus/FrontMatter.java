package dev.epitome.corpus;

import dev.epitome.article.CleanText;
import dev.epitome.corpus.Value.Flag;
import dev.epitome.corpus.Value.Items;
import dev.epitome.corpus.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands above the text of a note: YAML between dashes, TOML between plus signs, as much of both as notes use,
 * plain lines of {@code Title: …}, or a title with lines such as {@code - URL: …} below it.
 *
 * @param members by name, in their order
 * @param body the text below
 */
record FrontMatter(Map<String, Value> members, String body) {

    private static final int MOST_LINES = 500;
    private static final int LONGEST_LINE = 4_000;
    private static final int FACT_LINES = 24;
    private static final Pattern PAIR =
            Pattern.compile("\\s*[\"']?([\\p{L}_][\\p{L}\\p{N}_. -]{0,60}?)[\"']?\\s*(?::(?:\\s+(.*))?|=\\s*(.*))");
    private static final Pattern HEAD_LINE = Pattern.compile("([\\p{L}][\\p{L}\\p{N}_ -]{0,40}):\\s+(\\S.*)");
    private static final Pattern FACT =
            Pattern.compile("\\s*(?:[-*+>]\\s+)?\\**([\\p{L}][\\p{L} _-]{1,24}?)\\**:{1,2}\\**\\s+(\\S.*)");
    private static final Pattern NAME_OF_ADDRESS =
            Pattern.compile("(?i)url|link|source|original|source url|from|via|article");
    private static final Pattern WIKI_LINK = Pattern.compile("\\[\\[(?:[^\\]|]*\\|)?([^\\]|]*)]]");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\((https?://[^)\\s]+)\\)|<(https?://[^>\\s]+)>");

    static FrontMatter of(String text) {
        String head = text.startsWith("---") ? "---" : text.startsWith("+++") ? "+++" : "";
        Optional<FrontMatter> found = head.isEmpty() ? headLines(text) : fenced(text, head);
        return found.or(() -> facts(text)).orElseGet(() -> new FrontMatter(Map.of(), text));
    }

    private static Optional<FrontMatter> fenced(String text, String fence) {
        List<String> lines = new ArrayList<>();
        int at = text.indexOf('\n') + 1;
        if (at == 0 || !text.substring(0, at).strip().equals(fence)) {
            return Optional.empty();
        }
        while (at < text.length() && lines.size() < MOST_LINES) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
            String bare = line.strip();
            if (bare.equals(fence) || (bare.equals("...") && fence.equals("---"))) {
                return Optional.of(new FrontMatter(pairs(lines), text.substring(at)));
            }
            lines.add(line);
        }
        return Optional.empty();
    }

    private static Map<String, Value> pairs(List<String> lines) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher pair = PAIR.matcher(CleanText.start(line, LONGEST_LINE));
            if (isIndented(line) || line.startsWith("-") || line.startsWith("#") || !pair.matches()) {
                continue;
            }
            String said =
                    (pair.group(2) == null ? Objects.requireNonNullElse(pair.group(3), "") : pair.group(2)).strip();
            List<String> below = below(lines, i + 1, said);
            i += below.size();
            members.putIfAbsent(pair.group(1).strip(), value(said, below));
        }
        return members;
    }

    private static boolean isIndented(String line) {
        return line.isBlank() || Character.isWhitespace(line.charAt(0));
    }

    /** The lines from there on that go on with the value. */
    private static List<String> below(List<String> lines, int from, String said) {
        List<String> below = new ArrayList<>();
        boolean open = said.startsWith("[") && !said.contains("]");
        for (String line : lines.subList(from, lines.size())) {
            boolean list = said.isEmpty() && line.startsWith("- ");
            if (!open && !list && (!isIndented(line) || line.isBlank())) {
                break;
            }
            below.add(line.strip());
            open &= !line.contains("]");
        }
        return below;
    }

    private static Value value(String said, List<String> below) {
        if (said.startsWith("[")) {
            String all = said + " " + String.join(" ", below);
            int end = all.lastIndexOf(']');
            return items(List.of(all.substring(1, end < 0 ? all.length() : end).split(",", -1)));
        }
        if (said.isEmpty() && !below.isEmpty()) {
            boolean list = below.stream().allMatch(line -> line.startsWith("-"));
            return list
                    ? items(below.stream().map(line -> line.substring(1)).toList())
                    : new Value.Members(pairs(below));
        }
        if (said.matches("[|>][+-]?\\d?")) {
            return new Text(String.join(" ", below));
        }
        String text = plain(below.isEmpty() ? said : said + " " + String.join(" ", below));
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> new Flag(true);
            case "false" -> new Flag(false);
            case "~" -> new Text("");
            default -> new Text(text);
        };
    }

    private static Value items(List<String> items) {
        return new Items(items.stream()
                .map(FrontMatter::plain)
                .filter(item -> !item.isEmpty())
                .<Value>map(Text::new)
                .toList());
    }

    /** Without quotes, remarks and the brackets of a wiki. */
    private static String plain(String said) {
        String text = said.strip();
        char quote = text.isEmpty() ? 0 : text.charAt(0);
        int end = quote == '"' || quote == '\'' ? text.lastIndexOf(quote) : 0;
        if (end > 0) {
            String inner = text.substring(1, end);
            text = quote == '"' ? inner.replace("\\\"", "\"").replace("\\\\", "\\") : inner.replace("''", "'");
        } else {
            int remark = text.indexOf(" #");
            boolean tags = text.startsWith("#") || text.matches(".*\\s#[\\p{L}].*");
            text = remark > 0 && !tags ? text.substring(0, remark).strip() : text;
        }
        return WIKI_LINK.matcher(CleanText.start(text, LONGEST_LINE)).replaceAll("$1");
    }

    private static Optional<FrontMatter> headLines(String text) {
        Map<String, Value> members = new LinkedHashMap<>();
        int at = 0;
        boolean titled = false;
        while (at < text.length() && members.size() < FACT_LINES) {
            int end = text.indexOf('\n', at);
            Matcher line = HEAD_LINE.matcher(
                    text.substring(at, end < 0 ? text.length() : end).stripTrailing());
            if (!line.matches()) {
                break;
            }
            titled |= line.group(1).equalsIgnoreCase("title");
            members.putIfAbsent(line.group(1), new Text(line.group(2)));
            at = end < 0 ? text.length() : end + 1;
        }
        return titled ? Optional.of(new FrontMatter(members, text.substring(at))) : Optional.empty();
    }

    /** A heading, and lines of facts below it, one of which is an address. */
    private static Optional<FrontMatter> facts(String text) {
        Map<String, Value> members = new LinkedHashMap<>();
        boolean address = false;
        int at = 0;
        int facts = 0;
        for (int i = 0; i < FACT_LINES && at < text.length(); i++) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end).strip();
            Matcher fact = FACT.matcher(line);
            if (line.startsWith("# ") && !members.containsKey("title")) {
                members.put("title", new Text(line.substring(2).strip()));
            } else if (fact.matches() && line.length() <= FACT_LINES * MOST_LINES) {
                String said = WIKI_LINK
                        .matcher(CleanText.start(fact.group(2), LONGEST_LINE))
                        .replaceAll("$1")
                        .strip();
                Matcher link = LINK.matcher(said);
                boolean linked = NAME_OF_ADDRESS.matcher(fact.group(1)).matches() && link.matches();
                String value = linked ? (link.group(2) == null ? link.group(3) : link.group(2)) : said;
                address |= NAME_OF_ADDRESS.matcher(fact.group(1)).matches() && value.matches("https?://\\S+");
                members.putIfAbsent(fact.group(1).strip(), new Text(value));
                facts++;
            } else if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("![")) {
                break;
            }
            at = end < 0 ? text.length() : end + 1;
        }
        return address && facts > 0 && members.containsKey("title")
                ? Optional.of(new FrontMatter(members, text.substring(at)))
                : Optional.empty();
    }
}
