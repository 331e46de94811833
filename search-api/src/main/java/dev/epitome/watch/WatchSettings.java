package dev.epitome.watch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What is watched, and how.
 *
 * @param folders with files of any format
 * @param lists OPML files, of feeds
 * @param apart files and folders that are not looked at
 * @param privateToo whether feeds in private networks are asked for
 * @param agent what servers are told of who asks
 */
public record WatchSettings(List<Path> folders, List<Path> lists, List<Path> apart, boolean privateToo, String agent) {

    public WatchSettings {
        Objects.requireNonNull(folders, "folders");
        Objects.requireNonNull(lists, "lists");
        Objects.requireNonNull(apart, "apart");
        Objects.requireNonNull(agent, "agent");
        folders = List.copyOf(folders);
        lists = List.copyOf(lists);
        apart = List.copyOf(apart);
    }

    /** Of paths, those that are folders now, and all others as lists. */
    public static WatchSettings of(List<Path> paths, List<Path> apart, boolean privateToo, String agent) {
        Objects.requireNonNull(paths, "paths");
        List<Path> folders = paths.stream().filter(Files::isDirectory).toList();
        List<Path> lists =
                paths.stream().filter(path -> !folders.contains(path)).toList();
        return new WatchSettings(folders, lists, apart, privateToo, agent);
    }
}
