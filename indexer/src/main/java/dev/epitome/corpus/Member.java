package dev.epitome.corpus;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The members of a record, each with the names that the world has for it; of several in one record the one that stands
 * first here is taken. Case, spaces and signs in names do not count.
 */
enum Member {
    ID("id guid uuid oid objectid identifier key itemid entryid articleid storyid postid paperid"),
    TITLE(
            "title headline name articletitle posttitle pagetitle documenttitle storytitle papertitle itemtitle linktitle "
                    + "resolvedtitle giventitle ogtitle twittertitle heading subject question"),
    SUMMARY(
            "summary description abstract abstractnote excerpt tldr synopsis overview teaser blurb standfirst dek lead lede "
                    + "intro introduction subtitle subheading selection snippet contentsnippet extended shortdescription "
                    + "metadescription ogdescription highlight highlights quote annotation note notes comment text plaintext body "
                    + "bodytext articlebody content contenttext contenthtml contents encoded fulltext articletext storytext selftext "
                    + "posttext posttextcontent markdown bodymarkdown bodyhtml html longdescription post details"),
    URL(
            "url link href permalink permalinkurl externalurl canonicalurl canonical weburl htmlurl articleurl posturl pageurl "
                    + "linkurl resolvedurl givenurl originalurl storyurl fullurl expandedurl ogurl alternate alternates sourceurl uri "
                    + "loc webaddress website links originid address"),
    SOURCE("source sourcename sourcetitle publisher publishername publication publicationtitle publicationname site "
            + "sitename sitetitle feed feedname feedtitle origin blog blogname blogtitle ogsitename journal journaltitle "
            + "journalname containertitle venue newspaper newsletter outlet websitename channel channelname channeltitle "
            + "provider booktitle conference domain domainname hostname host"),
    AUTHORS(
            "authors author authorname authornames byline creator creators writer writers writtenby by postedby publishedby "
                    + "postauthor articleauthor user username owner contributor contributors speaker speakers presenter submitter"),
    TYPE("type itemtype contenttype documenttype posttype articletype resourcetype doctype"),
    TAGS(
            "tags tag taglist tagnames keywords keyword categories category labels label documenttags topics topic subjects "
                    + "hashtags manualtags automatictags newskeywords articletags articletag terms sections section articlesection "
                    + "primarycategory"),
    PUBLISHED(
            "published publishedat datepublished publicationdate publishdate publisheddate publishedon pubdate datepub "
                    + "publishtime publishedtime articlepublishedtime releasedate released issued dateissued issuedate posted postedat "
                    + "postedon postdate postedtime dateposted date datetime created createdat createdon creationdate createdate "
                    + "createtime createdtime createddate datecreated createdutc creationtime time timestamp unixtime firstpublished "
                    + "publicationyear publishedyear year pubyear publishyear updated updatedat updatedate updatedon dateupdated "
                    + "modified modifiedat datemodified lastmodified lastupdated"),
    RANK("rank position"),

    /** When it was put on a list: not when it came out. */
    SAVED(
            "timeadded saveddate savedat savedon datesaved adddate dateadded addedat addedon added bookmarked bookmarkedat "
                    + "bookmarkdate starredat favoritedat maildate");

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
            int at = Math.max(name.lastIndexOf(':'), Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')));
            return at < 0 ? Optional.empty() : find(plain(name.substring(at + 1)));
        });
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
