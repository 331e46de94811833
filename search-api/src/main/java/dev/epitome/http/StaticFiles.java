package dev.epitome.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Files from the class path, read when they are first asked for. For any number of threads. */
final class StaticFiles {

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "json", Answers.JSON,
            "svg", "image/svg+xml;charset=utf-8");

    private final Map<String, StaticFile> read = new ConcurrentHashMap<>();

    /**
     * A file.
     *
     * @param resource its path, beside this class or from the root
     * @throws Refused where there is none, or none of a type that is served
     */
    StaticFile at(String resource) throws IOException {
        StaticFile known = read.get(resource);
        if (known != null) {
            return known;
        }
        String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
        try (InputStream content = type == null ? null : StaticFiles.class.getResourceAsStream(resource)) {
            if (type == null || content == null) {
                // Only what exists is kept, so that asking for names does not fill the memory.
                throw new Refused(Problem.ofStatus(404));
            }
            StaticFile file = new StaticFile(type, content.readAllBytes());
            read.put(resource, file);
            return file;
        }
    }

    /** A file that never changes while we run, kept as it is and compressed. */
    static final class StaticFile {

        private final String type;
        private final String digest;
        private final byte[] plain;
        private final byte[] gzip;

        StaticFile(String type, byte[] content) {
            this.type = type;
            digest = EntityTag.digest(content);
            plain = content;
            gzip = Compression.worthwhile(type, content) ? Compression.gzip(content) : content;
        }

        /** Answers with it, or that the client has it. A strong tag stands for bytes: each form has its own. */
        void send(Context context) {
            boolean compressed = gzip.length < plain.length && Compression.isAccepted(context);
            String tag = "\"" + digest + (compressed ? "-gzip" : "") + "\"";
            context.header("Cache-Control", "no-cache");
            context.header("ETag", tag);
            if (EntityTag.isKnown(context, tag)) {
                Answers.notModified(context);
            } else if (compressed) {
                Answers.sendCompressed(context, type, gzip);
            } else {
                Answers.sendAsIs(context, type, plain);
            }
        }
    }
}
