package dev.epitome.index;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.IOUtils;

/**
 * A directory that is written in the order of a sort. What Lucene sorts by it writes to files that it leaves open where
 * sorting fails: these can be closed here.
 */
class SortedDirectory extends FilterDirectory {

    private final Set<IndexInput> temporary = ConcurrentHashMap.newKeySet();

    SortedDirectory(Directory directory) {
        super(directory);
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        IndexInput input = in.openInput(name, context);
        if (name.endsWith(".tmp")) {
            temporary.add(input);
        }
        return input;
    }

    /** To be called when nothing is written any more. */
    void closeTemporary() {
        IOUtils.closeWhileHandlingException(temporary);
        temporary.clear();
    }
}
