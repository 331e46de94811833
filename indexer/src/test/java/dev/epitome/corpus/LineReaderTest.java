package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.corpus.LineReader.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void linesAreCountedFromOne() throws IOException {
        assertThat(linesOf("one\n\ntwo\r\nthree"))
                .containsExactly(
                        new Line.Text(1, "one"),
                        new Line.Text(2, ""),
                        new Line.Text(3, "two"),
                        new Line.Text(4, "three"));
    }

    @Test
    void anEmptyInputHasNoLine() throws IOException {
        assertThat(linesOf("")).isEmpty();
    }

    @Test
    void aLineFeedAtTheEndBeginsNoLine() throws IOException {
        assertThat(linesOf("one\n")).containsExactly(new Line.Text(1, "one"));
    }

    @Test
    void whetherALineFeedClosesTheLineReadLastIsKnown() throws IOException {
        LineReader lines = reader("one\ntwo");

        lines.next();
        assertThat(lines.endedWithNewline()).isTrue();
        lines.next();
        assertThat(lines.endedWithNewline()).isFalse();
        assertThat(lines.next()).isNull();
        assertThat(lines.endedWithNewline()).isFalse();
    }

    @Test
    void aLineEndsAsOnAnySystem() throws IOException {
        assertThat(linesOf("a\rb\n\rc\r\nd"))
                .containsExactly(
                        new Line.Text(1, "a"),
                        new Line.Text(2, "b"),
                        new Line.Text(3, ""),
                        new Line.Text(4, "c"),
                        new Line.Text(5, "d"));
    }

    @Test
    void theBoundIsTheLastLengthThatIsRead() throws IOException {
        String longest = "x".repeat(LineReader.MAX_LINE);

        assertThat(linesOf(longest + "\n" + longest + "x\n" + longest))
                .containsExactly(
                        new Line.Text(1, longest),
                        new Line.Broken(2, "the line has 4194305 characters, more than 4194304"),
                        new Line.Text(3, longest));
    }

    @Test
    void linesDoNotDependOnTheSizesInWhichBytesArrive() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String text = "zażółć\n\n数据库 👩‍💻\r\n".repeat(300) + "end";
        InputStream drip = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int from, int most) {
                return super.read(bytes, from, Math.min(most, 1 + random.nextInt(5)));
            }
        };

        assertThat(all(new LineReader(new TolerantReader(drip, StandardCharsets.UTF_8))))
                .as("seed %d", seed)
                .isEqualTo(linesOf(text));
    }

    @Test
    void aHugeLineIsPassedOverInConstantMemory() throws IOException {
        long huge = 200_000_000;
        LineReader lines =
                new LineReader(new TolerantReader(new RepeatedByte(huge, "\nnext\n"), StandardCharsets.UTF_8));
        long before = allocatedBytes();

        Line first = lines.next();
        Line second = lines.next();

        assertThat(allocatedBytes() - before).isLessThan(32L << 20);
        assertThat(first).isEqualTo(new Line.Broken(1, "the line has 200000000 characters, more than 4194304"));
        assertThat(second).isEqualTo(new Line.Text(2, "next"));
    }

    /** So many letters, made as they are read, and then a text. */
    private static final class RepeatedByte extends InputStream {
        private final InputStream end;
        private long left;

        RepeatedByte(long count, String end) {
            this.left = count;
            this.end = new ByteArrayInputStream(end.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? 'x' : end.read();
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            if (left <= 0) {
                return end.read(bytes, from, most);
            }
            int count = (int) Math.min(left, most);
            Arrays.fill(bytes, from, from + count, (byte) 'x');
            left -= count;
            return count;
        }
    }

    private static long allocatedBytes() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static LineReader reader(String text) {
        return new LineReader(new StringReader(text));
    }

    private static List<Line> linesOf(String text) throws IOException {
        return all(reader(text));
    }

    private static List<Line> all(LineReader lines) throws IOException {
        List<Line> all = new ArrayList<>();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }
}
