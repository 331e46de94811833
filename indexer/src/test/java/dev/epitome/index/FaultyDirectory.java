package dev.epitome.index;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.lucene.store.BufferedIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.OutputStreamIndexOutput;

/** A directory in which the n-th operation of one kind fails, and no other. */
final class FaultyDirectory extends FilterDirectory {

    /** So many bytes go to the disk at once: few, so that there are more moments to fail in. */
    private static final int BLOCK = 1_024;

    /** What may fail. */
    enum Operation {
        LOCK,
        LIST,
        LENGTH,
        OPEN,
        READ,
        CREATE,
        WRITE,
        CLOSE,
        SYNC,
        SYNC_METADATA,
        RENAME,
        DELETE
    }

    private final Operation failing;
    private final long n;
    private final boolean afterwards;
    private final Supplier<Throwable> fault;
    private final AtomicLong counted = new AtomicLong();

    /**
     * Makes one operation fail.
     *
     * @param n which one, from 1
     * @param afterwards whether it was done all the same
     */
    FaultyDirectory(Directory in, Operation failing, long n, boolean afterwards, Supplier<Throwable> fault) {
        super(in);
        this.failing = failing;
        this.n = n;
        this.afterwards = afterwards;
        this.fault = fault;
    }

    /** Whether the n-th operation was reached. */
    boolean hasFailed() {
        return counted.get() >= n;
    }

    private interface Done<T> {
        T run() throws IOException;
    }

    private <T> T run(Operation operation, Done<T> done) throws IOException {
        if (operation != failing || counted.incrementAndGet() != n) {
            return done.run();
        }
        if (afterwards) {
            T unused = done.run();
        }
        switch (fault.get()) {
            case IOException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new AssertionError(e);
        }
    }

    @Override
    public Lock obtainLock(String name) throws IOException {
        return run(Operation.LOCK, () -> in.obtainLock(name));
    }

    @Override
    public String[] listAll() throws IOException {
        return run(Operation.LIST, in::listAll);
    }

    @Override
    public long fileLength(String name) throws IOException {
        return run(Operation.LENGTH, () -> in.fileLength(name));
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        return run(Operation.OPEN, () -> input(in.openInput(name, context)));
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        return run(Operation.CREATE, () -> output(in.createOutput(name, context)));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        return run(Operation.CREATE, () -> output(in.createTempOutput(prefix, suffix, context)));
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
        run(Operation.SYNC, () -> {
            in.sync(names);
            return names;
        });
    }

    @Override
    public void syncMetaData() throws IOException {
        run(Operation.SYNC_METADATA, () -> {
            in.syncMetaData();
            return in;
        });
    }

    @Override
    public void rename(String source, String target) throws IOException {
        run(Operation.RENAME, () -> {
            in.rename(source, target);
            return target;
        });
    }

    @Override
    public void deleteFile(String name) throws IOException {
        run(Operation.DELETE, () -> {
            in.deleteFile(name);
            return name;
        });
    }

    /** Only what may fail is looked at block by block, since that takes as long as the writing itself. */
    private IndexInput input(IndexInput blocks) {
        return failing == Operation.READ ? new Input(blocks) : blocks;
    }

    private IndexOutput output(IndexOutput out) {
        if (failing != Operation.WRITE && failing != Operation.CLOSE) {
            return out;
        }
        OutputStream blocks = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                run(Operation.WRITE, () -> {
                    out.writeBytes(bytes, from, length);
                    return out;
                });
            }

            @Override
            public void close() throws IOException {
                out.close();
                run(Operation.CLOSE, () -> out);
            }
        };
        return new OutputStreamIndexOutput("faulty " + out.getName(), out.getName(), blocks, BLOCK);
    }

    private final class Input extends BufferedIndexInput {

        private IndexInput blocks;

        Input(IndexInput blocks) {
            super("faulty " + blocks, BLOCK);
            this.blocks = blocks;
        }

        @Override
        protected void readInternal(ByteBuffer target) throws IOException {
            run(Operation.READ, () -> {
                byte[] bytes = new byte[target.remaining()];
                blocks.seek(getFilePointer());
                blocks.readBytes(bytes, 0, bytes.length);
                return target.put(bytes);
            });
        }

        @Override
        protected void seekInternal(long position) {}

        @Override
        public long length() {
            return blocks.length();
        }

        @Override
        public BufferedIndexInput clone() {
            Input clone = (Input) super.clone();
            clone.blocks = blocks.clone();
            return clone;
        }

        @Override
        public void close() throws IOException {
            blocks.close();
        }
    }
}
