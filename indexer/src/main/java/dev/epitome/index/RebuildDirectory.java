package dev.epitome.index;

import dev.epitome.EpitomeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * A directory as the writer of a new index sees it. Of the old index it sees names alone, so that it takes others: it
 * can neither read nor delete it, and so no damage there matters. And this knows on which side of the commit a failure
 * was, whatever failed: the commit is the renaming of a file, which goes through here.
 *
 * <p>Holds the lock of the index from its making to {@link #unlock()}, also where the writer has closed itself.
 */
final class RebuildDirectory extends SortedDirectory {

    private final Lock lock;
    private final OldIndex old;
    private volatile @Nullable String commit;
    private volatile boolean settled;

    private RebuildDirectory(Directory directory, Lock lock, OldIndex old) {
        super(directory);
        this.lock = lock;
        this.old = old;
    }

    /**
     * Takes the lock of an index, and deletes what an earlier run left there, whose room this one may need.
     *
     * @throws EpitomeException of kind {@link EpitomeException.Kind#INDEX_FOREIGN} when it is no index of ours, of kind
     *     {@link EpitomeException.Kind#INDEX_DAMAGED} when it cannot be opened, unless {@code replacesDamaged}
     */
    static RebuildDirectory lock(Directory directory, boolean replacesDamaged) throws IOException {
        Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME);
        try {
            OldIndex old = OldIndex.in(directory);
            if (!replacesDamaged) {
                old.requireWhole(directory);
            }
            delete(directory, IndexDirectory.strayFiles(directory, old.files()));
            return new RebuildDirectory(directory, lock, old);
        } catch (IOException | RuntimeException | Error e) {
            IOUtils.closeWhileSuppressingExceptions(e, lock);
            throw e;
        }
    }

    /** What is there until the new index is published. */
    OldIndex old() {
        return old;
    }

    /** How many bytes the new index has so far. */
    long bytesBegun() throws IOException {
        long bytes = 0;
        for (String name : IndexDirectory.strayFiles(in, old.files())) {
            bytes += in.fileLength(name);
        }
        return bytes;
    }

    /** Whether readers have the new index. Where they do, the writer cannot take it back from here on. */
    boolean settle() {
        settled = commit != null;
        return settled;
    }

    /** Old commits look as if they had not come about: whatever their number, the next is higher. */
    @Override
    public String[] listAll() throws IOException {
        return Arrays.stream(in.listAll())
                .map(name -> old.files().contains(name) ? hidden(name) : name)
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    private static String hidden(String name) {
        return name.startsWith(IndexFileNames.SEGMENTS)
                ? IndexFileNames.PENDING_SEGMENTS + name.substring(IndexFileNames.SEGMENTS.length())
                : name;
    }

    @Override
    public void rename(String source, String target) throws IOException {
        try {
            in.rename(source, target);
        } catch (IOException | RuntimeException | Error e) {
            if (isCommit(target) && exists(target)) {
                commit = target;
            }
            throw e;
        }
        if (isCommit(target)) {
            commit = target;
        }
    }

    private static boolean isCommit(String name) {
        return name.startsWith(IndexFileNames.SEGMENTS);
    }

    private boolean exists(String name) {
        try {
            return Arrays.asList(in.listAll()).contains(name);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Of the old index nothing is deleted by the writer, of the new nothing any more once it is published. Until the
     * new commit is safe on the disk the writer may take it back.
     */
    @Override
    public void deleteFile(String name) throws IOException {
        boolean takenBack = name.equals(commit) && !settled;
        if (isOld(name) || (commit != null && !takenBack)) {
            return;
        }
        in.deleteFile(name);
        if (takenBack) {
            commit = null;
        }
    }

    private boolean isOld(String name) {
        return old.files().contains(name)
                || (name.startsWith(IndexFileNames.PENDING_SEGMENTS)
                        && old.files()
                                .contains(IndexFileNames.SEGMENTS
                                        + name.substring(IndexFileNames.PENDING_SEGMENTS.length())));
    }

    /** The lock is held already. */
    @Override
    public Lock obtainLock(String name) {
        return new Lock() {
            @Override
            public void close() {}

            @Override
            public void ensureValid() throws IOException {
                lock.ensureValid();
            }
        };
    }

    /** The directory is the caller's to close. */
    @Override
    public void close() {}

    /**
     * Deletes what belongs to no index that anybody can open: the old one where the new is published, or else what was
     * begun. Whatever cannot be deleted now will be by the next rebuild.
     *
     * @return what went wrong, for a person to read
     */
    List<String> tidy() {
        closeTemporary();
        try {
            String published = commit;
            Set<String> stay = published == null
                    ? old.files()
                    : Set.copyOf(SegmentInfos.readCommit(in, published).files(true));
            return delete(in, IndexDirectory.strayFiles(in, stay));
        } catch (IOException | RuntimeException | Error e) {
            return List.of("unused files were left, which the next rebuild deletes: " + e);
        }
    }

    /** Gives the lock back; call once, at the end. */
    List<String> unlock() {
        try {
            lock.close();
            return List.of();
        } catch (IOException | RuntimeException | Error e) {
            return List.of("the lock of the index could not be given back: " + e);
        }
    }

    /**
     * Deletes as many of these as can be, commits first: what is left of an index should not look like one.
     *
     * @return what went wrong, for a person to read
     */
    static List<String> delete(Directory directory, Collection<String> names) {
        List<String> left = new ArrayList<>();
        @Nullable Throwable first = null;
        for (String name : names.stream()
                .sorted(Comparator.comparing((String name) -> !isCommit(name)))
                .toList()) {
            try {
                directory.deleteFile(name);
            } catch (IOException | RuntimeException | Error e) {
                left.add(name);
                first = first == null ? e : first;
            }
        }
        return left.isEmpty()
                ? List.of()
                : List.of("%d files of no use to anybody, such as %s, were left, which the next rebuild deletes: %s"
                        .formatted(left.size(), left.getFirst(), first));
    }
}
