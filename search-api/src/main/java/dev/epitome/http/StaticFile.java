package dev.epitome.http;

import io.javalin.http.Context;

/** A file that never changes while we run, kept as it is and compressed. */
final class StaticFile {

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
