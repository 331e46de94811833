package dev.epitome.corpus;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The members of a record, each with the names that the world has for it; of several in one record the one that stands
 * first here is taken. Case, spaces and punctuation in names do not count.
 */
enum Member {
    ID("id guid uuid oid objectid identifier key itemid entryid articleid storyid postid paperid"),
    TITLE(
            "title headline name articletitle posttitle pagetitle documenttitle storytitle papertitle itemtitle linktitle "
                    + "resolvedtitle giventitle ogtitle twittertitle heading subject question "
                    + "webtitle headlinetext ti titel titre titulo título 标题 標題"),
    SUMMARY(
            "summary description abstract abstractnote excerpt tldr synopsis overview teaser blurb standfirst dek lead lede "
                    + "intro introduction subtitle subheading selection snippet contentsnippet extended shortdescription "
                    + "metadescription ogdescription highlight highlights quote annotation note notes comment text plaintext body "
                    + "bodytext articlebody content contenttext contenthtml contents encoded fulltext articletext storytext selftext "
                    + "posttext posttextcontent markdown bodymarkdown bodyhtml html longdescription post details "
                    + "trailtext leadparagraph maintext myreview ab zusammenfassung beschreibung inhalt resumen descripción résumé 摘要 内容 內容"),
    URL(
            "url link href permalink permalinkurl externalurl canonicalurl canonical weburl htmlurl articleurl posturl pageurl "
                    + "linkurl resolvedurl givenurl originalurl storyurl fullurl expandedurl ogurl alternate alternates sourceurl uri "
                    + "loc webaddress website links originid address "
                    + "landingpageurl doi 链接 網址 网址"),
    SOURCE("source sourcename sourcetitle publisher publishername publication publicationtitle publicationname site "
            + "sitename sitetitle feed feedname feedtitle origin blog blogname blogtitle ogsitename journal journaltitle "
            + "journalname containertitle venue newspaper newsletter outlet websitename channel channelname channeltitle "
            + "provider booktitle conference domain domainname hostname host "
            + "sourcedomain"),
    AUTHORS(
            "authors author authorname authornames byline creator creators writer writers writtenby by postedby publishedby "
                    + "postauthor articleauthor user username owner contributor contributors speaker speakers presenter submitter "
                    + "bookauthor au autor autoren auteur 作者"),
    TYPE("type itemtype contenttype documenttype posttype articletype resourcetype doctype"),
    TAGS(
            "tags tag taglist tagnames keywords keyword categories category labels label documenttags topics topic subjects "
                    + "hashtags manualtags automatictags newskeywords articletags articletag terms sections section articlesection "
                    + "primarycategory "
                    + "authorkeywords indexkeywords schlagworte etiquetas 标签"),
    PUBLISHED(
            "published publishedat datepublished publicationdate publishdate publisheddate publishedon pubdate datepub "
                    + "publishtime publishedtime articlepublishedtime releasedate released issued dateissued issuedate posted postedat "
                    + "postedon postdate postedtime dateposted date datetime created createdat createdon creationdate createdate "
                    + "createtime createdtime createddate datecreated createdutc creationtime time timestamp unixtime firstpublished "
                    + "publicationyear publishedyear year pubyear publishyear updated updatedat updatedate updatedon dateupdated "
                    + "modified modifiedat datemodified lastmodified lastupdated "
                    + "datepublish webpublicationdate firstpublicationdate yearpublished originalpublicationyear py datum fecha 日期 发布时间"),
    RANK("rank position"),

    /** When it was put on a list: not when it came out. */
    SAVED(
            "timeadded saveddate savedat savedon datesaved adddate dateadded addedat addedon added bookmarked bookmarkedat "
                    + "bookmarkdate starredat favoritedat maildate "
                    + "scrapedat crawledat insertedat fetchedat downloadedat retrievedat scraped crawled scrapedate crawldate dateretrieved indexedat");

    private static final int LONGEST_NAME = 60;
    private static final int AFTER_ALL_NAMES = 1_000;
    private static final Pattern WORD_ENDS =
            Pattern.compile("[\\s_.:/-]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    /** What has an address, a title or a text without being the article. */
    private static final Set<String> OTHER_THINGS =
            Set.of(("image img images thumb thumbnail pdf avatar profile feed comments comment icon logo photo "
                            + "picture cover video audio api author user source site category tag media poster banner "
                            + "download channel publisher parent next previous alt job code github project book series "
                            + "album discussion self")
                    .split(" "));

    @SuppressWarnings("ImmutableEnumChecker") // a list that cannot change, of strings
    private final List<String> names;

    Member(String names) {
        this.names = List.of(names.split(" "));
    }

    /** The name as answers and messages have it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The member of our own name. */
    static Optional<Member> keyed(String key) {
        return Arrays.stream(values())
                .filter(member -> member.key().equals(plain(key)))
                .findFirst();
    }

    /** Our own names, for messages. */
    static String keys() {
        return Arrays.stream(values())
                .filter(member -> member != SAVED)
                .map(Member::key)
                .collect(Collectors.joining(", "));
    }

    /** What a name stands for: a lower place goes before a higher one. */
    record Use(Member member, int place) {}

    /**
     * Looks a name up as it is written, then without what stands before a colon or a full stop, as in {@code dc:date}.
     */
    static Optional<Use> named(String name) {
        return find(plain(name)).or(() -> {
            if (name.contains("://") || name.length() > LONGEST_NAME) {
                return Optional.empty();
            }
            int at = Math.max(name.lastIndexOf(':'), Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')));
            return at < 0 ? lastWord(name) : find(plain(name.substring(at + 1))).or(() -> lastWord(name));
        });
    }

    /** The name is not known, but its last word says what it is, as in {@code paper_url} or {@code CONTENT_TITLE}. */
    private static Optional<Use> lastWord(String name) {
        List<String> words = List.of(WORD_ENDS.split(name.strip()));
        if (words.size() < 2
                || words.size() > 4
                || words.stream().map(Member::plain).anyMatch(OTHER_THINGS::contains)) {
            return Optional.empty();
        }
        Optional<Member> member = switch (plain(words.getLast())) {
            case "url", "link", "href" -> Optional.of(URL);
            case "title", "headline" -> Optional.of(TITLE);
            case "summary", "abstract", "description", "text" -> Optional.of(SUMMARY);
            default -> Optional.empty();
        };
        return member.map(found -> new Use(found, AFTER_ALL_NAMES));
    }

    private static Optional<Use> find(String plain) {
        return Optional.ofNullable(ByName.USES.get(plain));
    }

    private static final class ByName {
        static final Map<String, Use> USES = new HashMap<>();

        static {
            for (Member member : values()) {
                for (int place = 0; place < member.names.size(); place++) {
                    USES.putIfAbsent(member.names.get(place), new Use(member, place));
                }
            }
        }
    }

    /** The letters and digits of a name, in lower case. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        name.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
