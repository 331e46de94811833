/**
 * Who may do what: {@link dev.epitome.keys.Keys} that are known by a hash, each with a {@link dev.epitome.keys.Role},
 * the {@link dev.epitome.keys.KeyFile} that holds them, and the making of a {@link dev.epitome.keys.NewKey}.
 */
@NullMarked
package dev.epitome.keys;

import org.jspecify.annotations.NullMarked;
