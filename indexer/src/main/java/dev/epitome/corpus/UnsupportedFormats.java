package dev.epitome.corpus;

import java.util.List;
import java.util.Optional;

/** What holds articles in a form that is not read, or none at all: by its name, with what can be done. */
final class UnsupportedFormats {

    static final String NO_FORMAT =
            "holds no records in a form that is known: JSON, a table, a feed, bookmarks, Markdown or "
                    + "HTML with links, mail, or a list of titles with texts";
    static final String OPML =
            "is OPML, a list of feeds without their articles: download the feeds that it names, and give those";
    static final String SITEMAP = "is a sitemap, addresses without titles or texts: give a feed of the site instead";

    /** What a file is, and what to do about it. */
    record Unsupported(String kind, String remedy) {
        @Override
        public String toString() {
            return "is " + kind + ": " + remedy;
        }
    }

    private record Magic(int at, String bytes, Unsupported refusal) {
        Magic(String bytes, String kind, String remedy) {
            this(0, bytes, new Unsupported(kind, remedy));
        }
    }

    private static final String AS_TEXT = "save it as text or HTML, or export what it lists as CSV or JSON";
    private static final String AS_CSV = "save the sheet as CSV";
    private static final String AS_LINES = "export it as CSV or JSON Lines";

    private static final List<Magic> MAGIC = List.of(
            new Magic("PAR1", "a Parquet file of columns", AS_LINES),
            new Magic("%PDF-", "a PDF document", AS_TEXT),
            new Magic("SQLite format 3\0", "an SQLite database", AS_LINES),
            new Magic("ARROW1", "an Arrow file of columns", AS_LINES),
            new Magic("ORC", "an ORC file of columns", AS_LINES),
            new Magic("Obj\u0001", "an Avro file", AS_LINES),
            new Magic("\u0089HDF", "an HDF5 file", AS_LINES),
            new Magic(
                    "\u00D0\u00CF\u0011\u00E0",
                    "an old Office document (doc, xls, msg)",
                    "save it in a newer form, then " + AS_TEXT),
            new Magic("{\\rtf", "an RTF document", AS_TEXT),
            new Magic("7z\u00BC\u00AF", "a 7z archive", "unpack it, and give what is in it"),
            new Magic("Rar!", "a RAR archive", "unpack it, and give what is in it"),
            new Magic("\u0089PNG", "a PNG picture", "nothing in it can be read"),
            new Magic("\u00FF\u00D8\u00FF", "a JPEG picture", "nothing in it can be read"),
            new Magic("GIF8", "a GIF picture", "nothing in it can be read"),
            new Magic("\u007FELF", "a program", "nothing in it can be read"),
            new Magic("\u00CA\u00FE\u00BA\u00BE", "a Java class", "nothing in it can be read"),
            new Magic("bplist", "a binary property list", "convert it to JSON"),
            new Magic("mozLz40", "a compressed backup of Firefox's bookmarks", "export the bookmarks as HTML"),
            new Magic("\u0080\u0004\u0095", "a Python pickle", AS_LINES),
            new Magic(4, "ftyp", new Unsupported("a video or a sound", "nothing in it can be read")),
            new Magic("ID3", "a sound", "nothing in it can be read"));

    private UnsupportedFormats() {}

    static Optional<Unsupported> of(Input in) {
        byte[] head = in.head();
        if (Encoding.starts(head, 0, "PK\u0003\u0004")) {
            return Optional.of(zip(new String(head, java.nio.charset.StandardCharsets.ISO_8859_1)));
        }
        return MAGIC.stream()
                .filter(magic -> Encoding.starts(head, magic.at(), magic.bytes()))
                .map(Magic::refusal)
                .findFirst()
                .or(() -> !in.isWide() && isBinary(head)
                        ? Optional.of(new Unsupported("no text (it holds zero bytes)", AS_LINES))
                        : Optional.empty());
    }

    /** Many kinds of file are zip archives inside. */
    private static Unsupported zip(String head) {
        if (head.contains("word/")) {
            return new Unsupported("a Word document (docx)", AS_TEXT);
        }
        if (head.contains("xl/")) {
            return new Unsupported("an Excel workbook (xlsx)", AS_CSV);
        }
        if (head.contains("ppt/")) {
            return new Unsupported("a PowerPoint presentation (pptx)", AS_TEXT);
        }
        if (head.contains("application/epub+zip")) {
            return new Unsupported("an EPUB book", AS_TEXT);
        }
        if (head.contains("application/vnd.oasis.opendocument.spreadsheet")) {
            return new Unsupported("an OpenDocument sheet (ods)", AS_CSV);
        }
        if (head.contains("application/vnd.oasis.opendocument")) {
            return new Unsupported("an OpenDocument text", AS_TEXT);
        }
        if (head.contains("META-INF/")) {
            return new Unsupported("a Java archive (jar)", "nothing in it can be read");
        }
        return new Unsupported(
                "a zip archive under another name", "unpack it and give what is in it, or let its name end with .zip");
    }

    private static boolean isBinary(byte[] head) {
        int zeros = 0;
        for (byte one : head) {
            zeros += one == 0 ? 1 : 0;
        }
        return zeros > head.length / 200 + 2;
    }

    /**
     * Records whose title is not known.
     *
     * @param part what their names are the names of
     */
    static String untitled(String what, String part, List<String> names) {
        String none = "is " + what + ": no " + part + " is a title or a text";
        return names.isEmpty() ? none : none + " among " + Draft.phrase(String.join(", ", names)) + ": say which is";
    }

    static String xml(String root) {
        return root.isEmpty()
                ? NO_FORMAT
                : "is XML of another kind (its root is " + Draft.phrase(root)
                        + "): of XML, RSS and Atom feeds are read";
    }
}
