package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.cli.GatedReindex.GateOptions;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.http.AccessLog;
import dev.epitome.http.EngineSlot;
import dev.epitome.http.SearchServer;
import dev.epitome.http.ServerSettings;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.ReindexReport;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.lucene.SearchSettings;
import dev.epitome.search.SearchEngine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    ServeCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerSettings serving = serverOptions.settings(address, err());
        SearchSettings settings = serverOptions.verified(engineOptions.settings(err()));
        EngineSlot slot = new EngineSlot();
        Optional<AccessLog> log = serverOptions.accessLog(err());
        SearchServer server = start(slot, serving, log);
        Runnable stop = () -> {
            server.close();
            slot.close();
            log.ifPresent(AccessLog::close);
        };
        Runtime.getRuntime().addShutdownHook(new Thread(stop));
        err().println("Listening at " + server.address() + " while the index is opened.");
        try {
            Optional<SearchEngine> engine = openOrBuild(engineOptions.directory(surroundings), settings);
            if (engine.isEmpty()) {
                stop.run();
                return ExitCode.QUALITY.number();
            }
            slot.fill(engine.get());
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

    private static SearchServer start(EngineSlot slot, ServerSettings settings, Optional<AccessLog> log) {
        try {
            return SearchServer.start(slot, settings, log);
        } catch (EpitomeException e) {
            throw e.kind() == Kind.INVALID_REQUEST ? Remedies.ofAddress(e) : e;
        }
    }

    /** Empty where the first index was not good enough to be published. */
    private Optional<SearchEngine> openOrBuild(Path directory, SearchSettings settings) {
        try {
            return Optional.of(LuceneSearch.open(directory, settings));
        } catch (EpitomeException e) {
            if (e.kind() != Kind.INDEX_MISSING) {
                throw e;
            }
        }
        boolean good = buildFirst(directory, settings, err());
        return good ? Optional.of(LuceneSearch.open(directory, settings)) : Optional.empty();
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
