package dev.epitome.http;

import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.Parameter;
import dev.epitome.wire.QueryString;
import io.javalin.http.Context;
import java.util.Set;

/** The parameters of a request's address. */
final class Given {

    private Given() {}

    /**
     * Those given, each of them one that is taken.
     *
     * @throws dev.epitome.wire.ParameterException for the first that is not
     */
    static GivenParameters in(Context context, Set<Parameter> taken) {
        return GivenParameters.of(QueryString.parse(context.queryString()), taken);
    }
}
