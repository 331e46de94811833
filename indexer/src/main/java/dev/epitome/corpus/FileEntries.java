package dev.epitome.corpus;

import dev.epitome.EpitomeException;
import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.corpus.Deduplicator.Identified;
import dev.epitome.corpus.RecordMapper.Defaults;
import dev.epitome.corpus.Value.Members;
import dev.epitome.corpus.Warning.Remedy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The entries of one file: makes articles of its records and gives each its place, its origin and its id. */
final class FileEntries {

    /** The most records, and characters, that wait for a date that shows the order of the others in its column. */
    private static final int MAX_WAITING = 10_000;

    private static final long MAX_WAITING_TEXT = 16 << 20;

    /** What is the same for all files of a run. */
    record Run(
            CorpusOptions options,
            MemberNames names,
            Instant readAt,
            Deduplicator deduplicator,
            Consumer<Entry> sink) {}

    private record Pending(long number, Supplier<Draft> drafting, Optional<String> digest) {}

    private final CorpusFile file;
    private Unit unit;
    private final Run run;
    private final DateColumns dates;
    private final UnreadMembers unread = new UnreadMembers();
    private final RecordMapper mapper;
    private final Queue<Pending> pending = new ArrayDeque<>();
    private long pendingText;
    private long records;
    private boolean rejected;
    private Optional<String> digest = Optional.empty();
    private Defaults defaults = Defaults.NONE;

    FileEntries(CorpusFile file, Unit unit, Run run) {
        this.file = file;
        this.unit = unit;
        this.run = run;
        this.dates = new DateColumns(run.options());
        this.mapper = new RecordMapper(run.names(), dates, unread);
    }

    CorpusOptions options() {
        return run.options();
    }

    /** What the names in records stand for. */
    MemberNames names() {
        return run.names();
    }

    /** From here on places are numbers of entries, not of lines. */
    void countEntries() {
        unit = Unit.ENTRY;
    }

    boolean countsLines() {
        return unit == Unit.LINE;
    }

    /** How many records there were so far, those that cannot be indexed among them. */
    long records() {
        return records;
    }

    /** The title that the file gives itself, for all entries that follow. */
    void digest(@Nullable String title) {
        digest = Optional.ofNullable(title)
                .map(text -> CleanText.start(CleanText.of(text), Article.MAX_TITLE))
                .filter(text -> !text.isEmpty());
    }

    /** What holds for all records that follow and do not say otherwise. */
    void defaults(Defaults given) {
        defaults = given;
    }

    /** Makes an article of a record, and passes it on, or the reason why it cannot be one. */
    void add(long number, Members record) {
        Defaults given = defaults;
        Draft draft;
        try {
            draft = mapper.draft(record, given);
        } catch (EpitomeException e) {
            reject(number, e.getMessage());
            return;
        }
        add(number, () -> draft);
    }

    /** Passes the article on, or the reason why it cannot be one: where drafting it throws, that is the reason. */
    void add(long number, Supplier<Draft> drafting) {
        records++;
        if (!dates.areWaiting() && pending.isEmpty()) {
            pass(new Pending(number, drafting, digest));
            return;
        }
        pending.add(new Pending(number, drafting, digest));
        pendingText += drafting.get().length();
        if (pending.size() >= MAX_WAITING || pendingText > MAX_WAITING_TEXT) {
            passPending();
        }
    }

    private void passPending() {
        dates.settle();
        pending.forEach(this::pass);
        pending.clear();
        pendingText = 0;
    }

    private void pass(Pending one) {
        Draft draft;
        Article article;
        try {
            draft = one.drafting().get();
            article = draft.article();
        } catch (EpitomeException e) {
            rejectAt(one.number(), e.getMessage());
            return;
        }
        // Not within the try: what the taker throws, such as a full disk, is no fault of the record.
        Place place = new Place(file.path(), unit, one.number());
        Origin origin = draft.origin()
                .orElse(new Origin(file.name(), unit, one.number(), one.digest(), draft.saved(), run.readAt()));
        boolean scoped = draft.ownId().isPresent() && article.url().isEmpty() && !draft.isNamed();
        Article named = scoped
                ? article.withOwnId(
                        article.source().orElse(file.name()), draft.ownId().orElseThrow())
                : article;
        Identified found = draft.isLasting()
                ? run.deduplicator().identifyLasting(named, place)
                : run.deduplicator().identify(named, draft.ownId(), draft.isNamed() || defaults.ownIds(), place);
        run.sink().accept(new Entry.Accepted(place, found.article(), origin, draft.warnings(), found.replaces()));
    }

    /** A record that cannot be read. */
    void reject(long number, @Nullable String reason) {
        records++;
        rejectAt(number, reason);
    }

    private void rejectAt(long number, @Nullable String reason) {
        reject(new Place(file.path(), unit, number), String.valueOf(reason));
    }

    /** For a failure that names a line of the file although its entries are counted otherwise. */
    void rejectLine(long line, String reason) {
        reject(new Place(file.path(), Unit.LINE, line), reason);
    }

    /** Whether nothing was said so far of any record. */
    boolean isSilent() {
        return records == 0 && !rejected;
    }

    private void reject(Place place, String reason) {
        rejected = true;
        run.sink().accept(new Entry.Rejected(place, Draft.phrase(reason), Optional.empty()));
    }

    /** The file ends before what it holds does, so that records may be missing. */
    void cut(String reason) {
        if (file.named()) {
            run.sink().accept(new Entry.Cut(new Place(file.path(), unit, 0), reason));
        }
    }

    /**
     * The file as a whole holds no article. In a folder there may be such files, so it is an error only of one that was
     * named.
     */
    void nothing(String reason) {
        nothing(reason, Optional.empty());
    }

    void nothing(String reason, Optional<Remedy> remedy) {
        records++;
        Place place = new Place(file.path(), Unit.LINE, file.named() ? 1 : 0);
        run.sink()
                .accept(
                        file.named()
                                ? new Entry.Rejected(place, Draft.phrase(reason), remedy)
                                : new Entry.Skipped(place, Draft.phrase(reason), remedy));
    }

    /**
     * Notes something that was fixed, and belongs to no one record.
     *
     * @param line where it is; 0 for the file as a whole
     */
    void note(long line, String kind, String detail) {
        note(line, new Warning(kind, Draft.phrase(detail)));
    }

    private void note(long line, Warning warning) {
        run.sink().accept(new Entry.Noted(new Place(file.path(), Unit.LINE, line), warning));
    }

    /** Passes on all that waits, and ends the file. */
    void end() {
        passPending();
        dates.tell(warning -> note(0, warning));
        run.sink().accept(new Entry.Ended(new Place(file.path(), unit, 0), unread.all()));
    }
}
