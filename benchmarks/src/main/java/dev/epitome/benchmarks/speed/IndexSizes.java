package dev.epitome.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.FilterCodecReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SlowCodecReaderWrapper;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** Where the bytes of an index are. */
final class IndexSizes {

    private IndexSizes() {}

    static long total(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Of the files in folders of that name, wherever they are: the log of OpenSearch is beside them. */
    static long inFolders(String name, Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file ->
                            Files.isRegularFile(file) && file.resolveSibling("").endsWith(name))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** By what Lucene keeps in a file of that kind. */
    static Map<String, Long> byStructure(Path index) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.list(index)) {
            files.forEach(file -> sizes.merge(
                    structure(String.valueOf(file.getFileName())), file.toFile().length(), Long::sum));
        }
        return sizes;
    }

    private static String structure(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "tim", "tip", "tmd" -> "terms";
            case "doc", "psm" -> "documents and frequencies";
            case "pos", "pay" -> "positions";
            case "dvd", "dvm" -> "doc values";
            case "fdt", "fdx", "fdm" -> "stored fields";
            case "nvd", "nvm" -> "norms";
            case "kdd", "kdi", "kdm" -> "points";
            case "cfs", "cfe" -> "compound files";
            default -> "other";
        };
    }

    /** By field: how large an index is, merged to one segment, that has this field alone. */
    static Map<String, Long> byField(Path index) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Directory directory = FSDirectory.open(index);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            Set<String> names = new TreeSet<>();
            reader.leaves().forEach(leaf -> leaf.reader().getFieldInfos().forEach(info -> names.add(info.name)));
            for (String name : names) {
                sizes.put(name, alone(reader, name));
            }
        }
        return sizes;
    }

    private static long alone(DirectoryReader reader, String name) throws IOException {
        try (Directory copy = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(copy, new IndexWriterConfig())) {
            List<CodecReader> parts = new ArrayList<>();
            for (LeafReaderContext leaf : reader.leaves()) {
                parts.add(new OneField(SlowCodecReaderWrapper.wrap(leaf.reader()), name));
            }
            writer.addIndexes(parts.toArray(CodecReader[]::new));
            writer.forceMerge(1);
            writer.commit();
            long bytes = 0;
            for (String file : copy.listAll()) {
                bytes += copy.fileLength(file);
            }
            return bytes;
        }
    }

    /** A segment as if it had one field only. */
    private static final class OneField extends FilterCodecReader {

        private final String name;

        OneField(CodecReader in, String name) {
            super(in);
            this.name = name;
        }

        @Override
        public FieldInfos getFieldInfos() {
            return new FieldInfos(StreamSupport.stream(in.getFieldInfos().spliterator(), false)
                    .filter(info -> info.name.equals(name))
                    .toArray(FieldInfo[]::new));
        }

        @Override
        public @Nullable FieldsProducer getPostingsReader() {
            FieldsProducer all = in.getPostingsReader();
            if (all == null) {
                return null;
            }
            return new FieldsProducer() {
                @Override
                public Iterator<String> iterator() {
                    return StreamSupport.stream(all.spliterator(), false)
                            .filter(name::equals)
                            .iterator();
                }

                @Override
                public Terms terms(String field) throws IOException {
                    return all.terms(field);
                }

                @Override
                public int size() {
                    return 1;
                }

                @Override
                public void checkIntegrity() {}

                @Override
                public void close() {}
            };
        }

        @Override
        public CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }
}
