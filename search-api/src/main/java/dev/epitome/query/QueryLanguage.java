package dev.epitome.query;

import dev.epitome.article.CleanText;
import dev.epitome.query.QueryExpression.Everything;
import dev.epitome.query.QueryExpression.Word;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Reads queries. Any text is one: what makes no sense becomes a warning, never an error.
 *
 * <pre>{@code
 * EKS              a word
 * lang*            words that begin so; two letters at least
 * "api gateway"    these words next to each other; typographic quotes are quotes, too
 * -lambda          without; also -"api gateway", -tag:x, -(a b), NOT lambda
 * a OR b c         a or b, and c: OR (also | or ||) binds the two operands next to it, tighter than
 *                  a space or AND (also &&), which both ask for all
 * (a b) OR c       a group
 * title:api        in one field: title, summary, source, author, tag, type; the value is a word,
 *                  prefix, phrase or group
 * published:2025-11   also >=2025-10, <2025-11-03, 2024..2025, last-30d (or w, m, y)
 * }</pre>
 *
 * Everything else is a word as it stands: C++, .NET, CI/CD, --flag, std::move, f(x), 10:30. Full stops and their like
 * are dropped from its end. What holds neither letter, digit nor symbol is passed over, unless there is nothing else.
 * Operators are capitals, of a query that has small letters, too; where they have nothing to stand between they are
 * passed over, but a query of nothing else searches for them.
 */
public final class QueryLanguage {

    /** More words, phrases and dates than this are left out, with a warning: each costs a walk through the index. */
    public static final int MAX_CLAUSES = 128;

    /** Of a longer text only the start is read, in characters, with a warning. */
    public static final int MAX_LENGTH = 64 << 10;

    /** Groups within groups: what reads and translates them may call itself so often. */
    static final int MAX_DEPTH = 16;

    /** {@code R & D}, which is R&D. */
    private static final Pattern JOINED_LETTERS = Pattern.compile("(?<![^ (\"])(\\p{Lu}) & (\\p{Lu})(?![^ )\"])");

    private QueryLanguage() {}

    /** Understands any text, in time linear in its length; for the same text always the same. */
    public static ParsedQuery parse(String text) {
        Objects.requireNonNull(text, "text");
        Warnings warnings = new Warnings();
        String clean = clean(text, warnings);
        QueryExpression expression = WordText.isSearchable(clean) ? understood(clean, warnings) : signs(clean);
        String printed = QueryPrinter.print(expression);
        if (CleanText.quiet(printed).equals(printed)) {
            return new ParsedQuery(text, expression, warnings.sentences());
        }
        // Judged by what is searched for, so that it is read the same where it is printed.
        Warnings ofSmallLetters = new Warnings();
        QueryExpression small = understood(clean(text, ofSmallLetters).toLowerCase(Locale.ROOT), ofSmallLetters);
        return new ParsedQuery(text, small, ofSmallLetters.sentences());
    }

    private static QueryExpression understood(String clean, Warnings warnings) {
        List<Token> tokens = Tokenizer.tokens(clean, warnings);
        return Parser.parse(TokenFilter.filtered(tokens, warnings), warnings);
    }

    /** One line with single spaces, and one kind of quotes. */
    private static String clean(String text, Warnings warnings) {
        if (text.length() > MAX_LENGTH) {
            warnings.add("Only the first " + MAX_LENGTH + " characters of the query were read.");
        }
        StringBuilder clean = new StringBuilder(CleanText.of(CleanText.start(text, MAX_LENGTH)));
        for (int i = 0; i < clean.length(); i++) {
            if (Lexer.isQuote(clean.charAt(i))) {
                clean.setCharAt(i, '"');
            }
        }
        return JOINED_LETTERS.matcher(clean).replaceAll("$1&$2");
    }

    /** Signs alone are searched for, so that the answer is none and not all; but stars alone stand for all. */
    private static QueryExpression signs(String clean) {
        String signs = clean.replace("*", "").strip();
        if (signs.isEmpty()) {
            return new Everything();
        }
        int space = signs.indexOf(' ');
        return new Word(CleanText.start(space < 0 ? signs : signs.substring(0, space), WordText.MAX_LENGTH));
    }
}
