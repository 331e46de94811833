package dev.epitome.corpus;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Real files in a folder of their own, and what a {@link CorpusReader} makes of them. */
final class Inputs {

    private final Path folder;
    private CorpusOptions options = CorpusOptions.NONE;
    private InputStream standardInput = InputStream.nullInputStream();

    Inputs(Path folder) {
        this.folder = folder;
    }

    Inputs with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Inputs with(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Inputs exportedOn(String day) {
        options = options.withAsOf(Optional.of(LocalDate.parse(day)));
        return this;
    }

    Inputs told(CorpusOptions given) {
        options = given;
        return this;
    }

    Inputs piped(String content) {
        return piped(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    Inputs piped(InputStream content) {
        standardInput = content;
        return this;
    }

    /** Writes one file and reads it alone. */
    Reading read(String name, String content) {
        return with(name, content).readAll(name);
    }

    /** Writes one file and reads it alone. */
    Reading read(String name, byte[] content) {
        return with(name, content).readAll(name);
    }

    /** Reads the named files and folders; {@code .} is the whole folder, {@code -} what is piped. */
    Reading readAll(String... names) {
        CorpusReader reader = reader(names);
        List<Entry> entries = new ArrayList<>();
        reader.read(entries::add);
        return new Reading(folder, entries);
    }

    CorpusReader reader(String... names) {
        List<String> paths = Arrays.stream(names)
                .map(name -> name.equals("-") ? name : below(name).toString())
                .toList();
        return CorpusReader.of(paths, standardInput, options);
    }

    private Path below(String name) {
        return name.equals(".") ? folder : folder.resolve(name);
    }

    /** A file that the tests bring along. */
    static byte[] sample(String name) {
        try {
            return Files.readAllBytes(samplePath(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sampleText(String name) {
        return new String(sample(name), StandardCharsets.UTF_8);
    }

    static Path samplePath(String name) {
        try {
            return Path.of(Objects.requireNonNull(Inputs.class.getResource("/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] gzip(String content) {
        return gzip(content.getBytes(StandardCharsets.UTF_8));
    }

    /** What was read, in words that a test can compare. Paths are those below the folder. */
    record Reading(Path folder, List<Entry> entries) {

        List<Article> articles() {
            return accepted().stream().map(Entry.Accepted::article).toList();
        }

        List<String> titles() {
            return articles().stream().map(Article::title).toList();
        }

        /** The one article, where all went well enough that there is nothing else. */
        Article article() {
            if (entries.stream()
                                    .filter(entry -> !(entry instanceof Entry.Ended))
                                    .count()
                            != 1
                    || articles().size() != 1) {
                throw new AssertionError("not one article, but " + entries);
            }
            return articles().getFirst();
        }

        /** The article of that title. */
        Article article(String title) {
            return articles().stream()
                    .filter(article -> article.title().equals(title))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no \"" + title + "\" in " + entries));
        }

        List<Origin> origins() {
            return accepted().stream().map(Entry.Accepted::origin).toList();
        }

        /** Such as {@code a.jsonl:3: title is missing}. */
        List<String> rejected() {
            return of(Entry.Rejected.class).stream()
                    .map(entry -> place(entry) + ": " + entry.reason())
                    .toList();
        }

        List<String> skipped() {
            return of(Entry.Skipped.class).stream()
                    .map(entry -> place(entry) + ": " + entry.reason())
                    .toList();
        }

        /** Such as {@code a.jsonl:3: summary is empty}. */
        List<String> warnings() {
            return accepted().stream()
                    .flatMap(entry -> entry.warnings().stream().map(warning -> place(entry) + ": " + warning))
                    .toList();
        }

        /** Such as {@code feed.xml:3: not well-formed}: what was put right in the files, beside their records. */
        List<String> notes() {
            return of(Entry.Noted.class).stream()
                    .map(entry -> place(entry) + ": " + entry.warning())
                    .toList();
        }

        /** Such as {@code Saved date: 2, could be published}: what is said under names that nobody reads. */
        List<String> unread() {
            return of(Entry.Ended.class).stream()
                    .flatMap(entry -> entry.unread().stream())
                    .map(name -> name.name() + ": " + name.values()
                            + name.couldBe()
                                    .map(member -> ", could be " + member)
                                    .orElse(""))
                    .toList();
        }

        /** Such as {@code a.jsonl:3 replaces a.jsonl:1: the same id}. */
        List<String> replaced() {
            return accepted().stream()
                    .flatMap(entry -> entry.replaces().stream()
                            .map(before -> place(entry) + " replaces " + place(before.place()) + ": " + before.why()))
                    .toList();
        }

        /** The places of the accepted ones. */
        List<String> places() {
            return accepted().stream().map(this::place).toList();
        }

        private List<Entry.Accepted> accepted() {
            return of(Entry.Accepted.class);
        }

        <T extends Entry> List<T> of(Class<T> kind) {
            return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        private String place(Entry entry) {
            return place(entry.place());
        }

        private String place(Place full) {
            String place = full.toString();
            String start = folder + folder.getFileSystem().getSeparator();
            return place.startsWith(start) ? place.substring(start.length()) : place;
        }
    }
}
