/**
 * Feeds and folders that articles are taken from as they come: {@link dev.epitome.watch.Watcher} asks and looks,
 * {@link dev.epitome.watch.WatchState} knows what was there already.
 */
@NullMarked
package dev.epitome.watch;

import org.jspecify.annotations.NullMarked;
