package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.ProcessorTime;
import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.Inputs.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a record comes to, whatever it calls things and whatever its values are. */
class RecordMapperTest {

    private final Inputs inputs;

    RecordMapperTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @Test
    void aRecordInForeignNamesIsReadInEveryFormat() {
        Article raft = Article.titled("Raft by Hand")
                .summary("Leaders and logs.")
                .url("https://example.org/raft")
                .source("Wire Weekly")
                .authors(List.of("Ada Byte"))
                .tags(List.of("consensus"))
                .published(PublicationDate.parse("2025-11-03").orElseThrow())
                .build();
        String json =
                "{'Headline':'Raft by Hand','Abstract Note':'Leaders and logs.','Permalink':'https://example.org/raft',"
                        + "'Source Name':'Wire Weekly','By-line':'Ada Byte','Document tags':'consensus','Created_At':'2025-11-03'}";
        String csv = """
                Headline;Abstract Note;Permalink;Source Name;By-line;Document tags;Created_At
                Raft by Hand;Leaders and logs.;https://example.org/raft;Wire Weekly;Ada Byte;consensus;2025-11-03
                """;

        assertThat(inputs.read("a.jsonl", json.replace('\'', '"')).article()).isEqualTo(raft);
        assertThat(inputs.read("a.json", "[\n" + json.replace('\'', '"') + "\n]")
                        .article())
                .isEqualTo(raft);
        assertThat(inputs.read("a.csv", csv).article()).isEqualTo(raft);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'body':'b','summary':'s','description':'d'} | s",
                "{'content':'c','description':'d'} | d",
                "{'text':'t','excerpt':'e'} | e",
                "{'summary':'','description':'d'} | d",
                "{'summary':null,'text':'t'} | t",
                "{'summary':'N/A','text':'t'} | t",
                "{'summary':'<p> </p>','text':'t'} | t",
            })
    void ofSeveralNamesTheBestThatHasAValueIsTaken(String members, String summary) {
        assertThat(record(members).summary()).isEqualTo(summary);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'updated':'2024-02-02','published':'2024-01-01'} | 2024-01-01",
                "{'year':'2024','date':'2024-01-01'} | 2024-01-01",
                "{'published':'soon','created_at':'2024-01-01'} | 2024-01-01",
                "{'published':0,'created_at':'2024-01-01'} | 2024-01-01",
                "{'created_utc':1709633472.0} | 2024-03-05",
                "{'created':1709633472123} | 2024-03-05",
                "{'time':'1709633472'} | 2024-03-05",
                "{'date':{'$date':'2024-03-05T10:11:12Z'}} | 2024-03-05",
                "{'date':{'$date':{'$numberLong':'1709633472123'}}} | 2024-03-05",
                "{'Publication Year':2024} | 2024",
                "{'date':['2024-03-05']} | 2024-03-05",
            })
    void aDateIsTakenFromTheFirstNameThatHasOne(String members, String date) {
        assertThat(record(members).published().orElseThrow()).hasToString(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'author':'By Ada Byte and Bo Nibble'} | Ada Byte, Bo Nibble",
                "{'author':'ada@example.org (Ada Byte)'} | Ada Byte",
                "{'author':'Ada Byte <ada@example.org>'} | Ada Byte",
                "{'author':'Byte, Ada'} | (Byte, Ada)",
                "{'author':'Byte, Ada; Nibble, Bo'} | (Byte, Ada), (Nibble, Bo)",
                "{'author':'Ada Byte, Bo Nibble, and Cy Word'} | Ada Byte, Bo Nibble, Cy Word",
                "{'authors':[{'given':'x','name':'Ada Byte'},{'username':'bo'}]} | Ada Byte, bo",
                "{'user':{'login':'ada'}} | ada",
                "{'authors':{'1':{'name':'Ada Byte'},'2':{'name':'Bo Nibble'}}} | Ada Byte, Bo Nibble",
            })
    void authorsAreNamesInWhateverTheyStand(String members, String authors) {
        List<String> names = record(members).authors();

        assertThat(String.join(
                        ", ",
                        names.stream()
                                .map(name -> name.contains(",") ? "(" + name + ")" : name)
                                .toList()))
                .isEqualTo(authors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'tags':'k8s, pods'} | k8s+pods",
                "{'tags':'k8s; pods'} | k8s+pods",
                "{'tags':'#k8s #pods'} | k8s+pods",
                "{'tags':['k8s','pods, nodes']} | k8s+pods, nodes",
                "{'tags':[{'tag':'k8s'},{'label':'pods'}]} | k8s+pods",
                "{'tags':{'k8s':{'item_id':'1'},'pods':{'item_id':'1'}}} | k8s+pods",
                "{'tags':{'k8s':true,'pods':false}} | k8s",
                "{'tags':'[\\\"k8s\\\",\\\"pods\\\"]'} | k8s+pods",
                "{'labels':[],'category':'k8s'} | k8s",
                "{'tags':''} | ~~",
            })
    void tagsAreNamesInWhateverTheyStand(String members, String tags) {
        assertThat(String.join("+", record(members).tags())).isEqualTo(tags);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'link':{'href':'https://example.org/a'}} | https://example.org/a",
                "{'links':[{'rel':'self','href':'https://example.org/a'}]} | https://example.org/a",
                "{'url':'not an address','link':'https://example.org/a'} | https://example.org/a",
                "{'url':'www.example.org/a'} | https://www.example.org/a",
                "{'url':'//example.org/a'} | https://example.org/a",
                "{'url':'https://example.org/a b'} | https://example.org/a%20b",
                "{'id':'https://example.org/a'} | https://example.org/a",
            })
    void anAddressIsTheFirstThatIsOne(String members, String url) {
        assertThat(record(members).url()).hasValue(url);
    }

    @Test
    void whenALinkWasSavedIsKeptBesideTheOriginAndIsNotWhenItWasPublished() {
        Reading read = inputs.read("a.csv", "Title,URL,Saved date\nRaft,https://example.org/raft,2024-03-05\n");

        assertThat(read.article().published()).isEmpty();
        assertThat(read.origins().getFirst().saved().orElseThrow()).hasToString("2024-03-05");
        assertThat(read.unread()).containsExactly("Saved date: 1, could be published");
        assertThat(read.warnings()).noneMatch(warning -> warning.contains("Saved"));
    }

    @Test
    void whereTheUserSaysSoTheDayOfSavingIsThatOfPublication() {
        inputs.told(CorpusOptions.NONE.withNames(Map.of("published", "saved-DATE")));

        Reading read = inputs.read("a.csv", "Title,URL,Saved date\nRaft,https://example.org/raft,2024-03-05\n");

        assertThat(read.article().published().orElseThrow()).hasToString("2024-03-05");
        assertThat(read.origins().getFirst().saved()).isEmpty();
        assertThat(read.unread()).isEmpty();
    }

    @Test
    void ofToolsThatKeepLinksCreatedIsWhenALinkWasKept() {
        Reading read = inputs.read("raindrop.csv", """
                id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite
                7,Raft,,Leaders and logs.,https://example.org/raft,Unsorted,"consensus, raft",2024-03-05T10:11:12.000Z,https://example.org/c.png,,false
                """);

        assertThat(read.article().published()).isEmpty();
        assertThat(read.article().summary()).isEqualTo("Leaders and logs.");
        assertThat(read.article().tags()).containsExactly("consensus", "raft");
        assertThat(read.origins().getFirst().saved().orElseThrow()).hasToString("2024-03-05");
    }

    @Test
    void pinboardCallsTheTitleADescription() {
        Reading read = inputs.read("pinboard.json", """
                [{"href":"https:\\/\\/example.org\\/raft","description":"Raft by Hand","extended":"Leaders and logs.",\
                "meta":"92959a96fd69146c5fe7cbde6e5720f2","hash":"a1","time":"2024-03-05T10:11:12Z","shared":"yes","toread":"no","tags":"consensus raft"},
                {"href":"https:\\/\\/example.org\\/paxos","description":"Paxos by Foot","extended":"",\
                "time":"2024-03-06T10:11:12Z","shared":"yes","toread":"no","tags":""}]
                """);

        assertThat(read.titles()).containsExactly("Raft by Hand", "Paxos by Foot");
        assertThat(read.article("Raft by Hand").summary()).isEqualTo("Leaders and logs.");
        assertThat(read.article("Raft by Hand").tags()).containsExactly("consensus", "raft");
        assertThat(read.article("Raft by Hand").published()).isEmpty();
        assertThat(read.origins().getFirst().saved().orElseThrow()).hasToString("2024-03-05");
    }

    @Test
    void whatTheUserMapsGoesBeforeWhatIsKnown() {
        inputs.told(CorpusOptions.NONE.withNames(Map.of("title", "Label", "summary", "Why")));

        Reading read =
                inputs.read("a.jsonl", "{\"title\":\"x\",\"label\":\"Raft\",\"why\":\"Leaders.\",\"summary\":\"y\"}\n");

        assertThat(read.article().title()).isEqualTo("Raft");
        assertThat(read.article().summary()).isEqualTo("Leaders.");
    }

    @Test
    void whatIsUnreadIsToldByWhatItLooksLike() {
        Reading read = inputs.read("a.jsonl", """
                {"title":"One","when":"2024-03-05","where":"https://example.org/1","gist":"%s","score":7}
                {"title":"Two","when":"2024-03-06","where":"https://example.org/2","gist":"%s","score":null}
                """.formatted(
                        "Leaders and logs, and what to do. ".repeat(3), "Votes and terms, and what to do. ".repeat(3)));

        assertThat(read.unread())
                .containsExactly(
                        "when: 2, could be published",
                        "where: 2, could be url",
                        "gist: 2, could be summary",
                        "score: 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#a ", "a, ", "; ", "and ", "a@b ", "  ", "[", "é"})
    void aHostileTextInAnyMemberIsReadInShortTime(String piece) {
        String text = piece.repeat((piece.isBlank() ? 20_000 : 60_000) / piece.length()) + "x";
        String json =
                "{'title':'Raft','tags':'T','author':'T','published':'T','id':'T','rank':'T','url':'T','source':'T','text':'T'}"
                        .replace('\'', '"')
                        .replace("T\"", text + "\"");
        long millis = ProcessorTime.millis(
                () -> assertThat(inputs.read("a.jsonl", json + "\n").articles()).hasSize(1));
        assertThat(millis).as("milliseconds").isLessThan(3_000);
    }

    private Article record(String members) {
        String json = members.replace('\'', '"').replaceFirst("\\{", "{\"title\":\"Raft\",");
        Reading read = inputs.read("a.jsonl", json + "\n");
        assertThat(read.rejected()).isEmpty();
        return read.articles().getFirst();
    }

    @Test
    void aNameThatNobodyKnowsIsReadByItsLastWord() {
        Article article = inputs.read("a.jsonl", """
                {"CONTENT_TITLE":"Raft","paper_url":"https://example.org/raft","TEXT":"Leaders.","thumb_url":"https://example.org/x.png"}
                """).article("Raft");

        assertThat(article.url()).contains("https://example.org/raft");
        assertThat(article.summary()).isEqualTo("Leaders.");
    }

    @Test
    void namesInTwoHalvesDatesInPartsAndDoisAreUnderstood() {
        Article article = inputs.read("a.json", """
                [{"title":["Raft"],"author":[{"given":"Ann","family":"Example","affiliation":[]}],
                  "issued":{"date-parts":[[2014,3,1]]},"DOI":"10.1145/2643634"}]
                """).article("Raft");

        assertThat(article.authors()).containsExactly("Ann Example");
        assertThat(article.published()).hasToString("Optional[2014-03-01]");
        assertThat(article.url()).contains("https://doi.org/10.1145/2643634");
    }

    @Test
    void whereAPageIsCalledASiteItIsTheAddress() {
        Article article = inputs.read("a.jsonl", """
                {"title":"Raft","abstract":"Leaders.","site":"https://example.org/raft","year":2021.0}
                """).article("Raft");

        assertThat(article.url()).contains("https://example.org/raft");
        assertThat(article.source()).isEmpty();
        assertThat(article.published()).hasToString("Optional[2021]");
    }

    @Test
    void besideTheTimeOfACrawlWhatWasUpdatedIsTheRow() {
        Reading read =
                inputs.read("a.csv", "title,content,scraped_at,updated_at\nRaft,Leaders.,2018-01-25,2018-02-02\n");

        assertThat(read.article("Raft").published()).isEmpty();
    }

    @Test
    void aNumberOfAnyLengthIsNoFault() {
        Reading read =
                inputs.read("a.jsonl", "{\"title\":\"x\",\"date\":9999999999999999999,\"n\":9999999999999999999}");

        assertThat(read.titles()).containsExactly("x");
    }
}
