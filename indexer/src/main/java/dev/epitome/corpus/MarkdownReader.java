package dev.epitome.corpus;

import dev.epitome.article.CleanText;
import dev.epitome.corpus.Value.Members;
import dev.epitome.corpus.Value.Text;
import dev.epitome.corpus.Value.Words;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Lists of links in Markdown, such as awesome lists and weeklies, and notes with a head that names their article. */
final class MarkdownReader implements FormatReader {

    private static final int SEVERAL = 3;
    private static final Pattern NAME = Pattern.compile("(?i).*\\.(?:md|markdown|mdown|mkd|mdx|qmd|rmd)");
    private static final Pattern LISTED = Pattern.compile(
            "(?m)^\\s{0,8}(?:[-*+]|\\d{1,3}[.)]|#{1,6})\\s[^\\n\\[]{0,80}\\[[^\\]\\n]{1,300}]\\(https?://");
    private static final Pattern HEAD = Pattern.compile(
            "(?:---|\\+\\+\\+)[ \\t]*+(?>\\R)(?:[^\\r\\n]*+(?>\\R)){0,40}?[\"']?[Tt]itle[\"']?\\s*[:=]");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");
    private static final Pattern KEPT =
            Pattern.compile("(?i)(?:date[ _-]?)?(?:created|clipped|captured)(?:[ _-]?(?:at|on|date))?");

    private static final String NONE =
            "holds no records: it is Markdown without a list of links, and no head that names"
                    + " the title and the address of one article";

    static boolean isMarkdown(String headText, String name) {
        return NAME.matcher(name).matches()
                || (!headText.startsWith("<")
                        && LISTED.matcher(headText).results().limit(SEVERAL).count() == SEVERAL)
                || HEAD.matcher(headText).lookingAt();
    }

    @Override
    public void read(Input in, FileEntries entries) throws IOException {
        Input.Whole whole = in.whole();
        FrontMatter note = FrontMatter.of(whole.text().stripLeading());
        Element body =
                Parser.htmlParser().parseInput(MarkdownHtml.of(note.body()), "").body();
        Map<String, Value> head = head(note);
        LinkList list = LinkList.of(body, "", List.of());
        String title = title(note, body);
        if (!head.containsKey("url") && list.isList(false)) {
            entries.digest(title);
            HtmlReader.addAll(list.items(), Map.of(), entries, 0);
        } else if (head.containsKey("url")
                || (!note.members().isEmpty() && !list.prose().isBlank())) {
            head.putIfAbsent("title", new Words(title.isEmpty() ? fileName(in.name()) : title));
            boolean summed = head.keySet().stream().anyMatch(MarkdownReader::isSummary);
            head.put(summed ? "body" : "description", new Words(textBelow(body, title, list)));
            entries.add(1, new Members(head));
        } else {
            entries.nothing(NONE);
        }
        whole.rethrow();
    }

    /** The members of the head, its address under the name {@code url}. */
    private static Map<String, Value> head(FrontMatter note) {
        Map<String, Value> members = new LinkedHashMap<>();
        note.members().forEach((name, value) -> {
            boolean blank = Values.isBlank(value);
            if (!blank && !members.containsKey("url") && isAddress(name, value)) {
                members.put("url", value);
            } else if (!blank && isTitle(name)) {
                members.put("title", value instanceof Text(String text) ? new Words(inline(text)) : value);
            } else if (!blank) {
                members.put(KEPT.matcher(name).matches() ? "saved_at" : name, value);
            }
        });
        return members;
    }

    private static boolean isAddress(String name, Value value) {
        boolean named = Member.named(name)
                .filter(use -> use.member() == Member.URL || use.member() == Member.SOURCE)
                .isPresent();
        return named
                && value instanceof Text(String text)
                && ADDRESS.matcher(text.strip()).matches();
    }

    private static boolean isTitle(String name) {
        return name.equalsIgnoreCase("title");
    }

    private static boolean isSummary(String name) {
        return Stream.of("summary", "description", "abstract", "excerpt", "tldr")
                .anyMatch(name::equalsIgnoreCase);
    }

    private static String title(FrontMatter note, Element body) {
        Optional<String> named = note.members().entrySet().stream()
                .filter(member -> isTitle(member.getKey()))
                .map(member -> inline(Values.raw(member.getValue())))
                .findFirst();
        Element heading = body.selectFirst("h1");
        return named.orElse(heading == null ? "" : heading.text());
    }

    /** A title may hold markup, too. */
    private static String inline(String text) {
        boolean hasMarkup = text.indexOf('*') >= 0 || text.indexOf('`') >= 0;
        // Behind a word nothing begins a list or a heading.
        String plain = hasMarkup
                ? Parser.htmlParser()
                        .parseInput(MarkdownHtml.of("x " + text), "")
                        .text()
                        .substring(1)
                        .strip()
                : text;
        TitleLine line = TitleLine.of(CleanText.of(plain));
        return line.marked() && !line.isBlank() ? line.text() : plain;
    }

    private static String textBelow(Element body, String title, LinkList list) {
        Element heading = body.selectFirst("h1");
        String prose = list.prose();
        return heading != null && heading.text().equals(title) && prose.startsWith(title)
                ? prose.substring(title.length()).strip()
                : prose;
    }

    private static String fileName(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        int ending = file.lastIndexOf('.');
        return ending > 0 ? file.substring(0, ending) : file;
    }
}
