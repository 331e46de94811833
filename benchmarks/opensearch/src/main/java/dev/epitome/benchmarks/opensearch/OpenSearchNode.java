package dev.epitome.benchmarks.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * OpenSearch with what its distribution needs to search text over HTTP, and no more: neither TLS nor roles. Prints its
 * address when it answers, and ends with its standard input.
 */
public final class OpenSearchNode extends Node {

    private OpenSearchNode(Environment environment) {
        super(environment, plugins(), false);
    }

    /** Starts a node with its data in the folder that is the argument. */
    public static void main(String... arguments) throws IOException, NodeValidationException {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        LogConfigurator.registerErrorListener();
        Settings settings = Settings.builder()
                .put("path.home", home)
                .put("node.name", "beside")
                .put("cluster.name", "epitome-benchmarks")
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", 0)
                .put("transport.port", 0)
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        Environment environment =
                InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "beside");
        try (Node node = new OpenSearchNode(environment).start()) {
            System.out.println("http://127.0.0.1:"
                    + node.injector()
                            .getInstance(HttpServerTransport.class)
                            .boundAddress()
                            .publishAddress()
                            .getPort());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        System.exit(0);
    }

    private static List<PluginInfo> plugins() {
        return Stream.of(Netty4ModulePlugin.class, CommonAnalysisModulePlugin.class)
                .map(OpenSearchNode::onTheClassPath)
                .toList();
    }

    private static PluginInfo onTheClassPath(Class<? extends Plugin> plugin) {
        return new PluginInfo(
                plugin.getName(), "on the class path", "NA", Version.CURRENT, "21", plugin.getName(), null, List.of(), false);
    }
}
