package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.cli.GatedReindex.GateOptions;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.http.AccessLog;
import dev.epitome.http.EngineSlot;
import dev.epitome.http.SearchServer;
import dev.epitome.http.ServerSettings;
import dev.epitome.http.Writing;
import dev.epitome.index.IndexDirectory;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.ReindexReport;
import dev.epitome.keys.NewKey;
import dev.epitome.keys.Role;
import dev.epitome.lucene.ArticleStore;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.lucene.SearchSettings;
import dev.epitome.search.ArticleWriter;
import dev.epitome.search.SearchEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code epitome serve}. */
@Command(
        name = "serve",
        description = {
            "Serves search over HTTP until it is stopped.",
            "If there is no index yet, the shipped corpus is indexed first. If that index is below the quality floor of the"
                    + " golden queries, the exit code is 4."
        })
final class ServeCommand extends Subcommand {

    @Mixin
    private final EngineOptions engineOptions = new EngineOptions();

    @Mixin
    private final AddressOptions address = new AddressOptions();

    @Mixin
    private final ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private final StateOption stateOption = new StateOption();

    private final AtomicReference<Optional<ArticleWriter>> writer = new AtomicReference<>(Optional.empty());

    ServeCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerSettings serving = serverOptions.settings(address, err());
        SearchSettings settings = serverOptions.verified(engineOptions.settings(err()));
        EngineSlot slot = new EngineSlot();
        Optional<AccessLog> log = serverOptions.accessLog(err());
        boolean writes =
                serving.keys().all().stream().anyMatch(key -> key.role().includes(Role.WRITE));
        Optional<NewKey> own = writes
                ? Optional.of(NewKey.make(Role.ADMIN, "this machine", LocalDate.now(ZoneOffset.UTC)))
                : Optional.empty();
        ServerSettings withOwn = own.isEmpty()
                ? serving
                : serving.withKeys(serving.keys().with(own.get().stored()));
        Path directory = engineOptions.directory(surroundings);
        Path answers = directory.resolve(IndexDirectory.OURS + "answers");
        Writing writing = writes ? new Writing(writer::get, Optional.of(answers)) : Writing.NONE;
        SearchServer server = start(slot, withOwn, log, writing);
        Runnable stop = () -> {
            server.close();
            writer.getAndSet(Optional.empty()).ifPresent(store -> {
                RunningWriter.withdraw(directory);
                store.close();
            });
            slot.close();
            log.ifPresent(AccessLog::close);
        };
        Runtime.getRuntime().addShutdownHook(new Thread(stop));
        err().println("Listening at " + server.address() + " while the index is opened.");
        try {
            Optional<SearchEngine> engine = openOrBuild(directory, settings, writes);
            if (engine.isEmpty()) {
                stop.run();
                return ExitCode.QUALITY.number();
            }
            slot.fill(engine.get());
            own.ifPresent(key -> announce(directory, server, key));
        } catch (RuntimeException e) {
            stop.run();
            throw e;
        }
        out().println("Epitome answers at " + server.address());
        if (out().checkError()) {
            err().println("Stopped, as standard output cannot be written.");
            stop.run();
            return ExitCode.INTERNAL.number();
        }
        Thread.currentThread().join();
        return ExitCode.OK.number();
    }

    /** Commands of this machine need not be given a key. */
    private void announce(Path directory, SearchServer server, NewKey key) {
        try {
            RunningWriter.announce(directory, ofThisMachine(server.address()), key.text());
        } catch (IOException e) {
            err().println("epitome add, delete and watch cannot reach this service: "
                    + TerminalText.safe(e.toString()));
        }
    }

    /** Who listens at every address is reached at that of this machine. */
    private static URI ofThisMachine(URI address) {
        return switch (address.getHost()) {
            case "0.0.0.0" -> URI.create("http://127.0.0.1:" + address.getPort() + "/");
            case "[::]" -> URI.create("http://[::1]:" + address.getPort() + "/");
            default -> address;
        };
    }

    private SearchServer start(EngineSlot slot, ServerSettings settings, Optional<AccessLog> log, Writing writing) {
        try {
            Path state = stateOption.file(engineOptions.directory(surroundings));
            return SearchServer.start(slot, settings, log, writing, new WatchStatus(state, err()));
        } catch (EpitomeException e) {
            throw e.kind() == Kind.INVALID_REQUEST ? Remedies.ofAddress(e) : e;
        }
    }

    /** Empty where the first index was not good enough to be published. */
    private Optional<SearchEngine> openOrBuild(Path directory, SearchSettings settings, boolean writes) {
        try {
            return Optional.of(open(directory, settings, writes));
        } catch (EpitomeException e) {
            if (e.kind() != Kind.INDEX_MISSING) {
                throw e;
            }
        }
        boolean good = buildFirst(directory, settings, err());
        return good ? Optional.of(open(directory, settings, writes)) : Optional.empty();
    }

    /** With keys to write this process is the one that writes the index. */
    private SearchEngine open(Path directory, SearchSettings settings, boolean writes) {
        SearchEngine reading = LuceneSearch.open(directory, settings);
        if (!writes) {
            return reading;
        }
        reading.close();
        ArticleStore store = ArticleStore.open(directory, settings, GatedReindex.gate(surroundings, settings));
        writer.set(Optional.of(store));
        return store.engine();
    }

    /**
     * Makes the index where there is none yet, and says so: of the shipped corpus, and behind the gate like any other.
     *
     * @return whether the gate let it pass; where not, nothing was published, and the reasons were told
     */
    boolean buildFirst(Path directory, SearchSettings settings, PrintWriter err) {
        err.println("No index in " + directory + " yet: indexing the shipped corpus.");
        CorpusReader corpus = CorpusReader.of(List.of(ReindexCommand.shippedCorpus(surroundings)));
        GatedReindex reindex = new GatedReindex(
                surroundings,
                err,
                false,
                ReindexProgress.Mode.KINDS,
                directory,
                settings,
                Optional.of(new GateOptions()));
        ReindexReport report = reindex.run(corpus, IndexSettings.DEFAULT, false);
        new ReportPrinter(report, directory, false, false, reindex.verdict()).print(err);
        reindex.printGate(report);
        if (report.refused().isEmpty()) {
            return true;
        }
        err.println("epitome: there is no index to serve: fix what is named above, "
                + "or publish it as it is by epitome reindex --no-gate");
        return false;
    }
}
