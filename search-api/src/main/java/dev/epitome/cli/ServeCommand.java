package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.http.AccessLog;
import dev.epitome.http.EngineSlot;
import dev.epitome.http.SearchServer;
import dev.epitome.http.ServerSettings;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.lucene.SearchSettings;
import dev.epitome.search.SearchEngine;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code epitome serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Serves search over HTTP until it is stopped.",
            "If there is no index yet, the shipped corpus is indexed first. If that index is below the quality floor of the"
                    + " golden queries, the exit code is 4."
        })
final class ServeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final IndexOption index = new IndexOption();

    @Mixin
    private final AliasesOption aliases = new AliasesOption();

    @Mixin
    private final AddressOptions address = new AddressOptions();

    @Mixin
    private final AccessLogOption accessLog = new AccessLogOption();

    @Mixin
    private final ServerOptions serverOptions = new ServerOptions();

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        ServerSettings serving = serverOptions.settings(address);
        SearchSettings settings = serverOptions.verified(aliases.settings(command.getErr()));
        EngineSlot slot = new EngineSlot();
        Optional<AccessLog> log = accessLog.open(command.getErr());
        SearchServer server = start(slot, serving, log);
        Runnable stop = () -> {
            server.close();
            slot.close();
            log.ifPresent(AccessLog::close);
        };
        Runtime.getRuntime().addShutdownHook(new Thread(stop));
        command.getErr().println("Listening at " + server.address() + " while the index is opened.");
        try {
            Optional<SearchEngine> engine = openOrBuild(index.directory(surroundings), settings, command);
            if (engine.isEmpty()) {
                stop.run();
                return ExitCode.QUALITY.number();
            }
            slot.fill(engine.get());
        } catch (RuntimeException e) {
            stop.run();
            throw e;
        }
        command.getOut().println("Epitome answers at " + server.address());
        if (command.getOut().checkError()) {
            command.getErr().println("Stopped, as standard output cannot be written.");
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
    private Optional<SearchEngine> openOrBuild(Path directory, SearchSettings settings, CommandLine command) {
        try {
            return Optional.of(LuceneSearch.open(directory, settings));
        } catch (EpitomeException e) {
            if (e.kind() != Kind.INDEX_MISSING) {
                throw e;
            }
        }
        boolean good = new FirstIndex(surroundings, command.getErr()).build(directory, settings);
        return good ? Optional.of(LuceneSearch.open(directory, settings)) : Optional.empty();
    }
}
