package dev.epitome.http;

import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.Resource;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** What is watched for the index by another process, which alone knows of it. */
final class WatchHandlers {

    private static final byte[] NOTHING = "{\"feeds\":[],\"folders\":[]}".getBytes(StandardCharsets.UTF_8);

    /** Of a server that nothing is watched for. */
    static final Supplier<Optional<byte[]>> NONE = () -> Optional.of(NOTHING);

    private final Supplier<Optional<byte[]>> watched;

    /** @param watched gives JSON, or nothing where that cannot be told now */
    WatchHandlers(Supplier<Optional<byte[]>> watched) {
        this.watched = watched;
    }

    void watched(Context context) {
        GivenParameters.of(context.queryString(), Resource.CONSTANT);
        Answers.unkept(context, watched.get().orElseThrow(() -> new Refused(Problem.watchUnread())));
    }
}
