package dev.epitome.query;

import java.util.List;
import java.util.Random;

/** Random texts that are nearly queries. */
public final class QueryTexts {

    private static final List<String> QUERIES = List.of(
            "what is EKS?",
            "\"api gateway\" -lambda",
            "kubernetes OR nomad scaling",
            "title:api source:bytebytego author:\"alex xu\" tag:kafka type:video",
            "published:2025-11 eks",
            "published:>=2025-10 published:2024..2025 published:last-30d published:<2025-03-01",
            "lang* C++ C# .NET Node.js CI/CD gRPC k8s GPT-4o p99",
            "(a OR b) -(c d) title:(e OR \"f g\")",
            "-tag:\"x y\" NOT z AND --flag std::move #java @Override",
            "f(x) foo() (C++) https://x.y/z?a=b 10:30 R&D 5\" disk");

    private static final List<String> PIECES = List.of(
            " ",
            " ",
            " ",
            "\"",
            "\"",
            "(",
            ")",
            "(",
            ")",
            "-",
            "-(",
            "*",
            ":",
            " OR ",
            " AND ",
            " NOT ",
            " | ",
            "||",
            "&&",
            "title:",
            "TAG:",
            "author:",
            "published:",
            "tilte:",
            "2025",
            ">=",
            "..",
            "last-3w",
            "a",
            "eks",
            "C++",
            ".",
            ",",
            "?",
            "!",
            "\u201C",
            "\u00BB",
            "\0",
            "\u001B",
            "\n",
            "\u00A0",
            "\uFEFF",
            "\u200B",
            "\u202E",
            "漢字",
            "🚀",
            "\uD83D",
            "\uDE00",
            "\uFFFF",
            "e\u0301",
            "İ",
            "--",
            "AND",
            "OR",
            "#",
            "@",
            "/");

    private QueryTexts() {}

    /** A text of about that length at most. */
    public static String random(Random random, int most) {
        int length = random.nextInt(most + 1);
        int kinds = 1 + random.nextInt(5);
        StringBuilder text = new StringBuilder(length + 80);
        while (text.length() < length) {
            switch (random.nextInt(kinds)) {
                case 0 -> text.append(PIECES.get(random.nextInt(PIECES.size())));
                case 1 ->
                    text.append(QUERIES.get(random.nextInt(QUERIES.size()))).append(' ');
                case 2 -> text.append((char) (' ' + random.nextInt(95)));
                case 3 -> text.append((char) random.nextInt(0x10000));
                default -> text.append(PIECES.get(random.nextInt(PIECES.size())).repeat(1 + random.nextInt(20)));
            }
        }
        mutate(text, random);
        return text.toString();
    }

    private static void mutate(StringBuilder text, Random random) {
        for (int edits = random.nextInt(4); edits > 0 && !text.isEmpty(); edits--) {
            int at = random.nextInt(text.length());
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, piece);
                case 1 -> text.deleteCharAt(at);
                default -> text.setCharAt(at, piece.charAt(0));
            }
        }
    }
}
