package dev.epitome.watch;

import java.time.Instant;

/**
 * What is known of a folder that is watched. Immutable.
 *
 * @param path absolute, links followed where it is there
 * @param looked when it was last looked through, or could not be; to some minutes
 * @param problem why it could not be; empty where it could
 */
record FolderState(String path, Instant looked, String problem) {}
