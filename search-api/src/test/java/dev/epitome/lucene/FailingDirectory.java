package dev.epitome.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexInput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/** A directory of which some read fails. For one thread at a time. */
final class FailingDirectory extends FilterDirectory {

    interface Failure {
        void happen() throws IOException;
    }

    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private final Set<IndexInput> open =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private Optional<Failure> failure = Optional.empty();
    private boolean always;
    private boolean failed;
    private boolean closed;

    FailingDirectory(Directory in) {
        super(in);
    }

    /** After so many reads that go well one fails. */
    void failAt(int reads, Failure with) {
        left.set(reads);
        failure = Optional.of(with);
        failed = false;
    }

    void failAlways(Failure with) {
        always = true;
        failure = Optional.of(with);
    }

    void failNever() {
        always = false;
        failure = Optional.empty();
    }

    boolean hasFailed() {
        return failed;
    }

    boolean isClosed() {
        return closed;
    }

    Collection<String> open() {
        List<String> names = new ArrayList<>();
        open.forEach(input -> names.add(input.toString()));
        return names;
    }

    private void read() throws IOException {
        if (always || (failure.isPresent() && left.getAndDecrement() == 0)) {
            failed = true;
            failure.orElseThrow().happen();
        }
    }

    @Override
    public String[] listAll() throws IOException {
        read();
        return super.listAll();
    }

    @Override
    public long fileLength(String name) throws IOException {
        read();
        return super.fileLength(name);
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        read();
        Input input = new Input(name, super.openInput(name, context));
        open.add(input);
        return input;
    }

    /** What closes the directory leaves the one behind it open, for others to look at. */
    @Override
    public void close() {
        closed = true;
    }

    /** A file, or a part of one. */
    private final class Input extends FilterIndexInput {
        Input(String name, IndexInput in) {
            super(name, in);
        }

        @Override
        public byte readByte() throws IOException {
            read();
            return super.readByte();
        }

        @Override
        public void readBytes(byte[] bytes, int offset, int length) throws IOException {
            read();
            super.readBytes(bytes, offset, length);
        }

        @Override
        public IndexInput slice(String name, long offset, long length) throws IOException {
            read();
            return new Input(name, super.slice(name, offset, length));
        }

        @Override
        public void close() throws IOException {
            open.remove(this); // Of a part nothing was kept.
            super.close();
        }

        @Override
        public IndexInput clone() {
            return new Input(toString(), in.clone());
        }
    }
}
