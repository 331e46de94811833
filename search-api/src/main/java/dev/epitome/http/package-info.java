/**
 * The HTTP door, on Javalin: parameters to request, request to engine, result to JSON, and nothing else.
 * {@link dev.epitome.http.SearchServer} serves on its own; {@link dev.epitome.http.SearchRoutes} adds the routes to an
 * application that has a server already.
 */
@NullMarked
package dev.epitome.http;

import org.jspecify.annotations.NullMarked;
