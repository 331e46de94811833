package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.corpus.Member.Use;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the world calls the members of a record. */
class MemberNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "TITLE = title, Headline, name, post_title, og:title, resolved_title, Document Title",
                "URL = link, url, href, permalink, external_url, canonicalUrl, given_url, URL, web-address",
                "SUMMARY = summary, description, abstract, Abstract Note, excerpt, subtitle, selection, note, text, body, content, content_html, tl;dr, selftext, standfirst",
                "PUBLISHED = published, date, pubDate, created, created_at, time, timestamp, Publication Year, year, datePublished, publishedAt, created_utc, article:published_time, date_published",
                "TAGS = tags, keywords, categories, category, labels, Document tags, topics, tag_list, dc:subjects",
                "SOURCE = source, publisher, site, feed, source_name, Publication Title, blog, og:site_name, journal, domain",
                "AUTHORS = author, authors, byline, creator, dc:creator, Written By, submitter",
                "SAVED = time_added, Saved date, add_date, date_added, saved_at, bookmarked",
                "RANK = rank, position",
                "TYPE = type, item_type, @type, Document Type",
                "ID = id, guid, uuid, _id, @id, Item ID, key",
            })
    void aMemberHasManyNames(Member member, String names) {
        for (String name : names.strip().split(", ", -1)) {
            assertThat(Member.named(name).map(Use::member)).as(name).contains(member);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datePublished",
                "date_published",
                "DATE PUBLISHED",
                "date-published",
                "  Date  Published ",
                "date.published",
                "datepublished",
                "schema:datePublished",
                "article.datePublished",
                "meta/datePublished"
            })
    void caseSpacesDashesAndUnderscoresDoNotCountNorWhatStandsBeforeAColon(String name) {
        assertThat(Member.named(name).map(Use::member)).contains(Member.PUBLISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "upvotes", "likes", "titles of honour", "unpublished", "image", "123"})
    void otherNamesAreNobodys(String name) {
        assertThat(Member.named(name)).isEmpty();
    }

    @Test
    void ourOwnNamesAreAmongThemAndGoFirst() {
        for (Member member : Member.values()) {
            assertThat(Member.keyed(member.key())).contains(member);
            if (member != Member.SAVED) {
                assertThat(Member.named(member.key()).map(Use::member)).contains(member);
            }
        }
        assertThat(Member.named("title").orElseThrow().place())
                .isLessThan(Member.named("headline").orElseThrow().place());
    }

    @Test
    void theNamesThatTheUserGivesGoFirstInAnyWriting() {
        MemberNames mapper = new MemberNames(
                CorpusOptions.NONE.withNames(Map.of("published", "Saved date", "title", "likes", "Summary", "title")));

        assertThat(mapper.use("SAVED_DATE").map(Use::member)).contains(Member.PUBLISHED);
        assertThat(mapper.use("likes").map(Use::member)).contains(Member.TITLE);
        assertThat(mapper.use("title").map(Use::member)).contains(Member.SUMMARY);
        assertThat(mapper.use("headline").map(Use::member)).contains(Member.TITLE);
        assertThat(mapper.use("likes").orElseThrow().place())
                .isLessThan(mapper.use("headline").orElseThrow().place());
    }

    @ParameterizedTest
    @ValueSource(strings = {"subtitle", "saved", "", "Veröffentlicht"})
    void onlyMembersThatRecordsHaveCanBeMapped(String member) {
        assertThatExceptionOfType(EpitomeException.class)
                .isThrownBy(() -> CorpusOptions.NONE.withNames(Map.of(member, "Name")))
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Kind.NO_INPUT))
                .withMessageContaining(
                        "map one of id, title, summary, url, source, authors, type, tags, published, rank");
    }

    @Test
    void whereNothingIsSaidTheTableOfNamesStands() {
        assertThat(new MemberNames(CorpusOptions.NONE).use("Saved date").map(Use::member))
                .isEqualTo(Optional.of(Member.SAVED));
    }
}
