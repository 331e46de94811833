package dev.epitome.index;

import dev.epitome.article.Origin.Unit;
import dev.epitome.corpus.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/** Every id of a run and where it was last given, in some forty bytes each: a million must fit beside the writer. */
final class SeenIds {

    private final BytesRefHash ids = new BytesRefHash();
    private final List<Place> files = new ArrayList<>();
    private int[] fileOf = new int[1024];
    private long[] numberOf = new long[1024];

    /** Notes the id, and tells where it was given before. */
    Optional<Place> put(String id, Place place) {
        int added = ids.add(new BytesRef(id));
        int entry = added < 0 ? -added - 1 : added;
        Optional<Place> before = added < 0 ? Optional.of(place(entry)) : Optional.empty();
        fileOf = ArrayUtil.grow(fileOf, entry + 1);
        numberOf = ArrayUtil.grow(numberOf, entry + 1);
        fileOf[entry] = file(place);
        numberOf[entry] = place.number();
        return before;
    }

    private Place place(int entry) {
        Place file = files.get(fileOf[entry]);
        return new Place(file.path(), file.unit(), numberOf[entry]);
    }

    /** Input comes file after file, so only the last file can be the one at hand. */
    private int file(Place place) {
        if (files.isEmpty() || !isFile(files.getLast(), place.path(), place.unit())) {
            files.add(place);
        }
        return files.size() - 1;
    }

    private static boolean isFile(Place file, String path, Unit unit) {
        return file.path().equals(path) && file.unit() == unit;
    }
}
