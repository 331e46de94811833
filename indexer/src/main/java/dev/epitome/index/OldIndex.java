package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * What a rebuild finds in its directory.
 *
 * @param articles how many readers have; of a damaged index what its commit says as far as that can be read, or else 0
 * @param version of Lucene's count of changes, which a new index must be beyond; 0 where there is none
 * @param files what is to stay until the new index is published: the files of an index that can be opened, or where it
 *     is damaged, or there are several commits, all that there are
 * @param damage why the index cannot be opened; empty where it can, and where there is none
 */
record OldIndex(long articles, long version, Set<String> files, Optional<String> damage) {

    /** Of a commit; with millions of segments it would be larger. */
    private static final int MOST_READ = 16 << 20;

    /**
     * Looks at what is there.
     *
     * @throws EpitomeException of kind {@link Kind#INDEX_FOREIGN} when it is provably no index of ours
     */
    static OldIndex in(Directory directory) throws IOException {
        List<String> all = List.of(directory.listAll());
        List<String> commits = all.stream()
                .filter(name -> name.startsWith(IndexFileNames.SEGMENTS))
                .toList();
        if (commits.isEmpty()) {
            return new OldIndex(0, 0, Set.of(), Optional.empty());
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> data = reader.getIndexCommit().getUserData();
            if (!IndexInfo.isOurs(data)) {
                throw foreign(directory);
            }
            SegmentInfos newest = ((StandardDirectoryReader) reader).getSegmentInfos();
            Set<String> files = commits.size() == 1 ? Set.copyOf(newest.files(true)) : Set.copyOf(all);
            return new OldIndex(IndexInfo.articles(data), newest.getVersion(), files, Optional.empty());
        } catch (EpitomeException foreign) {
            throw foreign;
        } catch (IOException | RuntimeException | InternalError e) {
            // The last is how a mapped file fails that the disk cannot read.
            List<Remains> remains =
                    commits.stream().map(name -> Remains.of(directory, name)).toList();
            if (remains.stream().anyMatch(Remains::isForeign)) {
                throw foreign(directory);
            }
            long articles = remains.stream().mapToLong(Remains::articles).max().orElse(0);
            return new OldIndex(articles, 0, Set.copyOf(all), Optional.of(String.valueOf(e)));
        }
    }

    private static EpitomeException foreign(Directory directory) {
        return new EpitomeException(
                Kind.INDEX_FOREIGN,
                IndexDirectory.where(directory)
                        + " holds a Lucene index that Epitome did not write: give another directory");
    }

    /**
     * Refuses to put a new index in the place of a damaged one.
     *
     * @throws EpitomeException of kind {@link Kind#INDEX_DAMAGED}
     */
    void requireWhole(Directory directory) {
        if (damage.isPresent()) {
            throw new EpitomeException(
                    Kind.INDEX_DAMAGED,
                    IndexDirectory.where(directory)
                            + " holds an index that cannot be opened, because it is damaged or of another version of Lucene: "
                            + damage.get() + "; it stays as it is, unless a damaged one is to be replaced");
        }
    }

    /**
     * What the bytes of a commit show, whether or not it can be read.
     *
     * @param isForeign whether it is whole, and not ours
     */
    private record Remains(boolean isForeign, long articles) {

        private static final Pattern ARTICLES =
                Pattern.compile(Pattern.quote(IndexInfo.ARTICLES_KEY) + "[\\x01-\\x13]([0-9]{1,18})");

        static Remains of(Directory directory, String commit) {
            try (IndexInput in = directory.openInput(commit, IOContext.READONCE)) {
                byte[] bytes = new byte[(int) Math.min(in.length(), MOST_READ)];
                in.readBytes(bytes, 0, bytes.length);
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                Matcher articles = ARTICLES.matcher(text);
                return new Remains(
                        !text.contains(IndexInfo.SCHEMA_KEY) && isWhole(directory, commit),
                        articles.find() ? Long.parseLong(articles.group(1)) : 0);
            } catch (IOException | RuntimeException | InternalError unreadable) {
                return new Remains(false, 0);
            }
        }

        private static boolean isWhole(Directory directory, String commit) throws IOException {
            try (IndexInput in = directory.openInput(commit, IOContext.READONCE)) {
                long unused = CodecUtil.checksumEntireFile(in);
                return true;
            } catch (IOException damaged) {
                return false;
            }
        }
    }
}
