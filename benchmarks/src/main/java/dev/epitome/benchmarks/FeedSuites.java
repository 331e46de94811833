package dev.epitome.benchmarks;

import dev.epitome.article.Article;
import dev.epitome.corpus.CorpusOptions;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how much of other programs' test feeds the reader understands. */
@Command(
        name = "feed-suites",
        mixinStandardHelpOptions = true,
        description =
                "Reads the test feeds of other feed readers, and says of which ones entries are missing or differ.")
public final class FeedSuites implements Callable<Integer> {

    private static final int EXAMPLES = 2;
    private static final int REASON = 90;
    private static final int VALUE = 160;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Holds the suites, a folder each.")
    private Path folder = Path.of("");

    @Option(names = "--all", description = "Prints every difference, not the first ones of each kind.")
    private boolean all;

    @Option(
            names = "--as-is",
            description = "Gives no title to entries without any text, so that nothing of them is compared.")
    private boolean asIs;

    /** Runs the command. */
    public static void main(String... arguments) {
        System.exit(run(new PrintWriter(System.out, false, StandardCharsets.UTF_8), arguments));
    }

    /** Runs the command within this process. */
    static int run(PrintWriter out, String... arguments) {
        return new CommandLine(new FeedSuites()).setOut(out).execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        CommandLine command = Optional.ofNullable(spec).orElseThrow().commandLine();
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(command, "no folder: " + folder);
        }
        Tally feeds = new Tally();
        Tally expectations = new Tally();
        List<Path> files;
        try (Stream<Path> below = Files.walk(folder)) {
            files = below.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            SuiteFeed feed = SuiteFeed.of(bytes);
            if (!feed.entries().isEmpty()) {
                measure(file, bytes, feed, feeds);
                compare(file, bytes, feed, expectations);
            }
        }
        PrintWriter out = command.getOut();
        out.printf(Locale.ROOT, "%d files%n", files.size());
        print("feeds that have entries with any text, and gave them all", feeds, out);
        print("expectations of feedparser on title, text, link, author, tag and date, and met", expectations, out);
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private void measure(Path file, byte[] bytes, SuiteFeed feed, Tally feeds) {
        long wanted = feed.worded();
        if (wanted == 0) {
            return;
        }
        Path inside = folder.relativize(file);
        Answer answer = read(inside.toString(), bytes);
        boolean complete = answer.articles().size() >= wanted;
        feeds.count(inside.getName(0).toString(), complete);
        if (!complete) {
            String given = "gave " + answer.articles().size() + " of " + wanted;
            feeds.differ(kind(answer.reasons()), inside + ": " + given + ": " + String.join("; ", answer.reasons()));
        }
    }

    private void compare(Path file, byte[] bytes, SuiteFeed feed, Tally tally) {
        List<FeedExpectation> all = FeedExpectation.in(feed.text());
        if (all.isEmpty()) {
            return;
        }
        Path inside = folder.relativize(file);
        // Where the title itself is looked for, ours could stand before one that the reader would have found.
        boolean whole = asIs
                || all.stream()
                        .flatMap(each -> FeedComparison.subject(each).stream())
                        .anyMatch("title"::equals);
        Answer answer = read(inside.toString(), whole ? bytes : SuiteFeed.titled(bytes, feed));
        for (FeedExpectation expectation : all) {
            Optional<String> leftOut = leftOut(expectation, feed);
            if (leftOut.isPresent()) {
                tally.leaveOut(leftOut.get());
            } else {
                compare(inside, expectation, feed, answer, tally);
            }
        }
    }

    private Optional<String> leftOut(FeedExpectation expectation, SuiteFeed feed) {
        Optional<String> subject = FeedComparison.subject(expectation);
        boolean there = expectation.entry() < feed.entries().size();
        if (subject.isEmpty()) {
            String member = all ? " " + expectation.field().replaceAll("\\d+", "N") : "";
            return Optional.of("an article has no such member" + member);
        }
        if (there && feed.entries().get(expectation.entry()).legacy()) {
            return Optional.of("legacy <body> or <fullitem>");
        }
        if (subject.get().equals("title")
                && SuiteFeed.words(expectation.value()).isEmpty()) {
            return Optional.of("a title without a word");
        }
        return there && asIs && !feed.entries().get(expectation.entry()).worded()
                ? Optional.of("the entry has no text")
                : Optional.empty();
    }

    private static void compare(Path file, FeedExpectation expectation, SuiteFeed feed, Answer answer, Tally tally) {
        String subject = FeedComparison.subject(expectation).orElseThrow();
        // Hundreds are of pictures and styles, of which an article holds nothing: they are easily met.
        String group = SuiteFeed.words(expectation.value()).isEmpty() ? "no word" : subject;
        String kind = subject + ": " + where(file, feed);
        String line = file + " " + expectation.field();
        Article article = answer.articles().get(expectation.entry() + 1L);
        if (article == null || expectation.entry() >= feed.entries().size()) {
            tally.count(group, false);
            tally.differ(
                    kind + "no article: " + kind(answer.reasons()), line + " == " + shortened(expectation.value()));
            return;
        }
        FeedComparison comparison =
                FeedComparison.of(subject, expectation, feed.entries().get(expectation.entry()), article);
        tally.count(group, comparison.isEqual());
        if (!comparison.isEqual()) {
            String values = "%n          expected %s%n          given    %s"
                    .formatted(shortened(comparison.expected()), shortened(comparison.actual()));
            tally.differ(kind + comparison.difference(), line + values);
        }
    }

    /** What feedparser knows from the answer of a server is nothing that a file says. */
    private static String where(Path file, SuiteFeed feed) {
        boolean served =
                file.getFileName().toString().startsWith("http_") || feed.text().contains("\nHeader:");
        return served ? "served over HTTP: " : "";
    }

    /**
     * What the reader made of one feed.
     *
     * @param articles by the number of their entry, from 1
     * @param reasons why others are none
     */
    private record Answer(Map<Long, Article> articles, List<String> reasons) {}

    /** The one place that knows how the reader is called. */
    private static Answer read(String name, byte[] feed) {
        Map<Long, Article> articles = new TreeMap<>();
        List<String> reasons = new ArrayList<>();
        try {
            CorpusReader.of(List.of("-"), new ByteArrayInputStream(feed), CorpusOptions.NONE)
                    .read(entry -> {
                        switch (entry) {
                            case Entry.Accepted accepted ->
                                articles.put(accepted.place().number(), accepted.article());
                            case Entry.Rejected rejected -> reasons.add(rejected.reason());
                            case Entry.Skipped skipped -> reasons.add(skipped.reason());
                            case Entry.Noted noted -> {}
                            case Entry.Cut cut -> {}
                            case Entry.Ended ended -> {}
                        }
                    });
        } catch (RuntimeException e) {
            reasons.add("threw " + e + " at " + name);
        }
        return new Answer(articles, reasons);
    }

    private static String kind(List<String> reasons) {
        String reason = reasons.isEmpty() ? "fewer entries, and nothing said" : reasons.getFirst();
        return shortened(reason.replaceAll("[\"'“‘][^\"'”’]*[\"'”’]", "…").replaceAll("\\d+", "N"), REASON);
    }

    private static String shortened(String text) {
        return shortened(text, VALUE);
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    private void print(String what, Tally tally, PrintWriter out) {
        out.printf(Locale.ROOT, "%n%s: %s%n", what, tally.total());
        tally.byGroup().forEach((group, count) -> out.printf(Locale.ROOT, "  %-14s %s%n", group, share(count)));
        tally.leftOut().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(left -> out.printf(Locale.ROOT, "  left out, %s: %d%n", left.getKey(), left.getValue()));
        tally.differences().entrySet().stream()
                .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                .forEach(kind -> {
                    out.printf(Locale.ROOT, "%6d  %s%n", kind.getValue().size(), kind.getKey());
                    kind.getValue().stream()
                            .limit(all ? Integer.MAX_VALUE : EXAMPLES)
                            .forEach(line -> out.printf(Locale.ROOT, "        %s%n", line));
                });
    }

    private static String share(int... counts) {
        return String.format(
                Locale.ROOT, "%d of %d, %.2f %%", counts[1], counts[0], 100.0 * counts[1] / Math.max(1, counts[0]));
    }

    /** Counts what was looked at, what was right, and what was wrong how. */
    private record Tally(
            Map<String, int[]> byGroup, Map<String, List<String>> differences, Map<String, Integer> leftOut) {

        Tally() {
            this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }

        void count(String group, boolean right) {
            int[] counts = byGroup.computeIfAbsent(group, unknown -> new int[2]);
            counts[0]++;
            counts[1] += right ? 1 : 0;
        }

        void differ(String kind, String line) {
            differences.computeIfAbsent(kind, unknown -> new ArrayList<>()).add(line);
        }

        void leaveOut(String why) {
            leftOut.merge(why, 1, Integer::sum);
        }

        String total() {
            int[] sum = new int[2];
            byGroup.values().forEach(counts -> Arrays.setAll(sum, i -> sum[i] + counts[i]));
            return share(sum);
        }
    }
}
