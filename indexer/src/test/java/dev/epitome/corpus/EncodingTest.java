package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.corpus.Inputs.Reading;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document is in counts for more than what it says. */
class EncodingTest {

    private static final String TITLE = "Café für “Żółć” 数据库 😀";
    private static final String WESTERN = "Café – für “5 €”";

    private final Inputs inputs;

    EncodingTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkTellsTheEncodingInEveryFormat(String encoding) {
        assertThat(inputs.read("a.csv", bytes("\uFEFFtitle,summary\n" + TITLE + ",s\n", encoding))
                        .titles())
                .containsExactly(TITLE);
        assertThat(inputs.read("a.jsonl", bytes("\uFEFF{\"title\":\"" + TITLE + "\"}\n", encoding))
                        .titles())
                .containsExactly(TITLE);
        assertThat(inputs.read("a.json", bytes("\uFEFF[{\"title\":\"" + TITLE + "\"}]\n", encoding))
                        .titles())
                .containsExactly(TITLE);
        assertThat(inputs.read("a.xml", bytes("\uFEFF" + rss("UTF-8", TITLE), encoding))
                        .titles())
                .containsExactly(TITLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsKnownWithoutAMark(String encoding) {
        assertThat(inputs.read("a.csv", bytes("title\tsummary\n" + TITLE + "\ts\n", encoding))
                        .titles())
                .containsExactly(TITLE);
        assertThat(inputs.read("a.xml", bytes(rss("UTF-16", TITLE), encoding)).titles())
                .containsExactly(TITLE);
    }

    @Test
    void aTableAsExcelSavesItIsRead() {
        Reading read =
                inputs.read("a.txt", bytes("\uFEFFTitle\tAbstract\r\n" + TITLE + "\tWords, and more.\r\n", "UTF-16LE"));

        assertThat(read.article(TITLE).summary()).isEqualTo("Words, and more.");
        assertThat(read.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ISO-8859-1", "us-ascii", "UTF-8", "utf8", "windows-1252", "latin1", "x-unheard-of", "UTF-16"})
    void windows1252IsReadUnderAnyLabel(String label) {
        Reading read = inputs.read("a.xml", bytes(rss(label, WESTERN), "windows-1252"));

        assertThat(read.titles()).containsExactly(WESTERN);
    }

    @Test
    void windows1252IsReadWithoutALabelAndNotedOncePerFile() {
        Reading read = inputs.read("a.csv", bytes("title,summary\n" + WESTERN + ",s\nCafé,s\n", "windows-1252"));

        assertThat(read.titles()).containsExactly(WESTERN, "Café");
        assertThat(read.notes())
                .containsExactly("a.csv: not all of it is in one encoding: 7 bytes are read as windows-1252");
    }

    @ParameterizedTest
    @CsvSource({
        "koi8-r, Привет мир",
        "windows-1251, Привет мир",
        "ISO-8859-2, Zażółć gęślą",
        "Shift_JIS, データベース",
        "EUC-JP, データベース",
        "GB2312, 数据库",
        "Big5, 資料庫",
    })
    void aLabelThatIsTrueIsBelieved(String label, String title) {
        Reading read = inputs.read("a.xml", bytes(rss(label, title), label));

        assertThat(read.titles()).containsExactly(title);
        assertThat(read.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1251", "us-ascii", "UTF-16", "utf-32", "koi8-r"})
    void utf8IsReadUnderALabelThatLies(String label) {
        assertThat(inputs.read("a.xml", bytes(rss(label, TITLE), "UTF-8")).titles())
                .containsExactly(TITLE);
    }

    @Test
    void aPageTellsItsEncodingInItsHead() {
        String page = "<html><head><meta charset=\"koi8-r\"><title>Новости</title></head><body>"
                + "<h2><a href=\"https://example.org/a\">Привет большой мир</a></h2><p>Здесь текст о том, что было вчера и будет завтра.</p>"
                + "<h2><a href=\"https://example.org/b\">Второй большой рассказ</a></h2><p>Здесь другой текст о том, что было вчера.</p>"
                + "</body></html>";

        assertThat(inputs.read("a.html", bytes(page, "koi8-r")).titles())
                .containsExactly("Привет большой мир", "Второй большой рассказ");
    }

    @Test
    void bytesOfAnotherEncodingInTheMiddleCostNoOther() {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.writeBytes(bytes("{\"title\":\"" + TITLE + "\"}\n", "UTF-8"));
        mixed.writeBytes(bytes("{\"title\":\"" + WESTERN + "\"}\n", "windows-1252"));
        mixed.writeBytes(bytes("{\"title\":\"After " + TITLE + "\"}\n", "UTF-8"));

        Reading read = inputs.read("a.jsonl", mixed.toByteArray());

        assertThat(read.titles()).containsExactly(TITLE, WESTERN, "After " + TITLE);
        assertThat(read.notes()).singleElement().asString().endsWith("6 bytes are read as windows-1252");
    }

    @Test
    void aCharacterMayLieAcrossTheEndOfWhatIsLookedAtFirst() {
        for (int before = Input.HEAD - 40; before < Input.HEAD - 8; before++) {
            String text = "{\"title\":\"x\",\"summary\":\"" + "x".repeat(before) + "数据库😀\"}";

            Reading read = inputs.read("a.jsonl", text.getBytes(StandardCharsets.UTF_8));

            assertThat(read.article().summary()).endsWith("xx数据库😀");
        }
    }

    private static byte[] bytes(String text, String encoding) {
        return text.getBytes(Charset.forName(encoding));
    }

    private static String rss(String encoding, String title) {
        return "<?xml version=\"1.0\" encoding=\"" + encoding
                + "\"?><rss version=\"2.0\"><channel><title>W</title><item><title>" + title
                + "</title></item></channel></rss>";
    }
}
