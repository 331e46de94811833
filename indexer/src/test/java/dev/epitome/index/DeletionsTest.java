package dev.epitome.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.Bits.MatchAllBits;
import org.apache.lucene.util.DenseLiveDocs;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.SparseFixedBitSet;
import org.apache.lucene.util.SparseLiveDocs;
import org.junit.jupiter.api.Test;

final class DeletionsTest {

    @Test
    void documentsThatLeftAreToldInTheirOrder() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int length : new int[] {1, 63, 64, 4_095, 4_096, 4_097, 10_000, 70_001}) {
            List<Bits> states = new ArrayList<>(List.of(new MatchAllBits(length)));
            FixedBitSet live = new FixedBitSet(length);
            live.set(0, length);
            SparseFixedBitSet gone = new SparseFixedBitSet(length);
            for (int state = 0; state < 3; state++) {
                for (int i = random.nextInt(40); i >= 0; i--) {
                    int document = random.nextInt(length);
                    live.clear(document);
                    gone.set(document);
                }
                states.add(DenseLiveDocs.builder(live.clone(), length).build());
                states.add(sparse(gone, length));
            }
            for (Bits before : states) {
                for (Bits now : states) {
                    List<Integer> told = new ArrayList<>();
                    Deletions.since(before, now, told::add);
                    assertThat(told)
                            .as("seed %d, %d documents", seed, length)
                            .isEqualTo(IntStream.range(0, length)
                                    .filter(document -> before.get(document) && !now.get(document))
                                    .boxed()
                                    .toList());
                }
            }
        }
    }

    private static Bits sparse(SparseFixedBitSet gone, int length) {
        SparseFixedBitSet copy = new SparseFixedBitSet(length);
        for (int document = 0; document < length; document++) {
            if (gone.get(document)) {
                copy.set(document);
            }
        }
        return SparseLiveDocs.builder(copy, length).build();
    }
}
