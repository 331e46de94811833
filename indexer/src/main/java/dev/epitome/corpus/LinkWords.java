package dev.epitome.corpus;

import dev.epitome.article.CleanText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the words of a link, and those around it, say of what it leads to: an article, or a button of the page. */
final class LinkWords {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_ADDRESS = 4_000;

    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}'’-]+");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://|www\\.)\\S*");

    private static final Pattern HANDLE = Pattern.compile("(?:^|\\s)@\\w+\\)?$|^@\\w");

    /** What may stand before a title in its line: punctuation and numbers, a day, a kind. */
    private static final Pattern LABEL = Pattern.compile("(?i)[^\\p{L}]*"
            + "(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[^\\p{L}]*"
            + "|(?:[\\[(]\\p{L}[^\\[\\]()]{0,24}[])][^\\p{L}\\[(]*+){1,3}[^\\p{L}]*"
            + "|(?:videos?|articles?|audio|podcasts?|blog(?: post)?|posts?|papers?|talks?|slides?|books?|tools?|releases?|new|"
            + "pdf|sponsor(?:ed)?|ad|guide|tutorial|interview|series|repo|library|news|quick|hot|rfc)"
            + "\\s*[:|\\-–—»]+[^\\p{L}]*)?");

    private static final Pattern UNFOLDING =
            Pattern.compile("^[\\s\\-–—−:|·•‣▶►»→↳>.,;*]+|(?<![\\s→»›>|])[\\s→»›>|]++$");
    private static final Pattern BULLET = Pattern.compile("^[\\s\\-–—•‣▶►»→>*]+(?=.)|(?<![\\s→»›])[\\s→»›]++$");

    private static final Pattern SITE = Pattern.compile(
            "^(?:[\\[(]|//)\\s?(?:[\\w-]{1,63}\\.){1,5}[a-z]{2,12}(?:/[^\\s)\\]]{0,80})?\\s?[\\])]?(?=\\s|$)");
    private static final Pattern COUNT = Pattern.compile("[^\\p{L}]{0,12}|\\d{1,6} points?\\b.{0,160}");

    private static final Set<String> VERBS = words(
            "view read open see show keep continue watch listen learn find get check"
                    + " go explore discover browse click tap load download try weiter weiterlesen mehr lire voir leer ver click");

    private static final Set<String> OBJECTS =
            words("more it this the full here now on online in to your a an our post article"
                    + " story blog email e-mail mail newsletter issue edition message web browser page version webpage website site app"
                    + " reading out episode video all rest whole details about started free as of complete original at lesen la le"
                    + " suite más la article's window en ligne ici see article highlight highlights here's");

    private static final Set<String> CALLS = words("share tweet like follow forward send connect join subscribe upgrade"
            + " register signup unsubscribe sponsor advertise donate sign log update manage change edit refer report mark"
            + " support invite add rate abmelden abbestellen archive click copy powered sent publish abonnez-vous");

    private static final Set<String> CALLED = words(
            "up in out on via to with me us this it a an the your our my you friend"
                    + " friends colleague colleagues newsletter newsletters email emails e-mail issue post twitter x facebook linkedin"
                    + " instagram mastodon bluesky reddit youtube discord slack telegram whatsapp community now free for today here"
                    + " from all list lists preferences settings subscription subscriptions profile address paid member becoming"
                    + " sponsor sponsoring spam referrals instantly of account comment story article daily weekly updates by rss"
                    + " work as read share copy beehiiv substack mailchimp buttondown ghost convertkit tweet link page edition");

    /** The words of buttons and menus of the page itself. */
    private static final Set<String> PAGE_BUTTONS = phrases(
            "home|about|about us|contact|contact us|archive|archives|past issues|"
                    + "previous issues|latest issues|all issues|advertising|sponsorship|privacy|privacy policy|privacy notice|"
                    + "cookie policy|cookies|terms|terms of service|terms of use|terms and conditions|preferences|email preferences|"
                    + "help|support|faq|careers|jobs|rss|feed|rss feed|facebook|twitter|x|linkedin|instagram|youtube|mastodon|"
                    + "bluesky|reddit|discord|slack|telegram|whatsapp|tiktok|threads|email|e-mail|website|web|link|here|more|next|"
                    + "previous|prev|back|top|back to top|skip to content|skip to main content|table of contents|contents|menu|search|"
                    + "reply|permalink|comment|comments|discuss|discussion|leave a comment|restack|web version|im browser ansehen|"
                    + "newsletter abbestellen|impressum|datenschutz|se désabonner|désinscription|weiterlesen|edit on github|press|"
                    + "legal|imprint|login|signin|signup|new|past|ask|show|hide|submit|favorite|flag|sitemap|pricing|dashboard|notifications|this link|this|details|source link|original|cover");

    /** Links that accompany an article: part of its text, but no title. */
    private static final Set<String> COMPANIONS = phrases(
            "source|source code|code|demo|live demo|docs|documentation|slides|"
                    + "paper|pdf|video|audio|github|gitlab|repo|repository|tweet|thread|hn|hacker news|lobsters|arxiv|examples|example|"
                    + "transcript|recording|project page|homepage|changelog|release notes|npm|pypi|wiki|book|website|via|download");

    private static final Pattern REQUEST =
            Pattern.compile("(?:please )?(?:submit|send) (?:your|us) .*|discuss (?:this )?on .*"
                    + "|(?:share|follow|find|join) (?:us|me|this) on .*|sponsored by .*|abonnez-vous.*");

    private static final Pattern LEADING_NOWHERE = Pattern.compile("(?i)(?:mailto|tel|javascript|data|sms):.*|#.*"
            + "|[^?]*(?:unsubscribe|/unsub\\b|/preferences\\b|manage[-_]?(?:subscription|preference)|email-settings).*"
            + "|https?://(?:www\\.)?(?:(?:twitter|x)\\.com/(?:intent|share)|facebook\\.com/sharer|linkedin\\.com/share"
            + "|reddit\\.com/submit|news\\.ycombinator\\.com/submitlink|t\\.me/share|api\\.whatsapp\\.com|wa\\.me/).*"
            + "|https?://[^/]*list-manage\\.com/(?:unsubscribe|profile|about|vcard).*"
            + "|https?://img\\.shields\\.io/.*|.*[?&]action=(?:share|restack|comment)\\b.*");

    private static final Pattern FOOTER = Pattern.compile(
            "(?is)\\s*(?:©|\\(c\\) \\d|copyright\\b.{0,40}\\d{4}|all rights reserved"
                    + "|you(?:'|’)?(?:re| are)? (?:receiv|getting|got this|subscribed|have received)|you (?:have )?received"
                    + "|if you (?:no longer|don['’]t|do not|wish to|were forwarded|would like to (?:stop|unsub))"
                    + "|to (?:unsubscribe|stop receiving)|(?:don['’]t|do not|no longer) want (?:to|these|this)"
                    + "|this (?:e-?mail|message|newsletter) was (?:sent|delivered)|this was sent to|sent (?:to|with) .{0,60}$"
                    + "|(?:our|my) mailing address|want to (?:change how|unsubscribe|advertise|stop)|was this (?:e-?mail )?forwarded"
                    + "|did someone forward|forwarded this|(?:love|enjoy\\w*|like) .{1,60}\\?\\s+(?:tell|share|forward|refer|consider|please)|if you (?:enjoy|like|love|found)\\w* (?:this|it|our|the)\\b|if you have any (?:comments|feedback|questions)|thanks for reading|until next (?:week|time)|update your (?:e-?mail )?pref|add us to your address"
                    + "|published by .{0,80}(?:unsubscribe|privacy)|sie erhalten diese|unsubscribe\\b|view (?:this|in)\\b.{0,40}browser).*");

    private LinkWords() {}

    /** Whether the words may be the title of an article. */
    static boolean isTitle(String words, String href) {
        String text = words.strip();
        String plain = plain(text);
        return !plain.isEmpty()
                && text.length() <= LONGEST_TITLE
                && plain.codePoints().anyMatch(Character::isLetter)
                && !ADDRESS.matcher(text).matches()
                && !HANDLE.matcher(text).find()
                && !COMPANIONS.contains(plain)
                && !isButton(text, href);
    }

    /** Whether the link is an invitation or belongs to the page: its words are no part of a text. */
    static boolean isButton(String words, String href) {
        String plain = plain(words);
        return LEADING_NOWHERE.matcher(CleanText.start(href, LONGEST_ADDRESS)).matches()
                || (plain.contains("unsubscribe") && plain.length() <= LONGEST_TITLE / 4)
                || PAGE_BUTTONS.contains(plain)
                || REQUEST.matcher(plain).matches()
                || isInvitation(words)
                || madeOf(plain, CALLS, CALLED);
    }

    /** Whether the words invite to read on, as in "Read more". */
    static boolean isInvitation(String words) {
        String plain = plain(words);
        return plain.equals("more") || plain.equals("weiterlesen") || madeOf(plain, VERBS, OBJECTS);
    }

    /** Whether the link is to the page itself as a browser shows it. */
    static boolean isToThePage(String words) {
        String plain = plain(words);
        boolean inBrowser = plain.contains("browser")
                || plain.contains("online")
                || plain.contains("on the web")
                || plain.contains("web version")
                || plain.contains("in app");
        return (isInvitation(words) && inBrowser) || plain.equals("web version") || plain.equals("im browser ansehen");
    }

    private static boolean madeOf(String plain, Set<String> first, Set<String> others) {
        String[] words = plain.split(" ", 14);
        if (words.length < 2 || words.length > 12 || !first.contains(words[0])) {
            return words.length == 1 && first.equals(CALLS) && first.contains(words[0]);
        }
        for (int i = 1; i < words.length; i++) {
            if (!others.contains(words[i]) && !first.contains(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether what stands before a link in its line leaves it the first thing said there. */
    static boolean isLabel(String before) {
        String text = before.strip();
        return text.length() <= LONGEST_LABEL && LABEL.matcher(text).matches();
    }

    /** Whether the text is a footer: whom the page was sent to, and why. */
    static boolean isFooter(String text) {
        return FOOTER.matcher(text.length() > 400 ? text.substring(0, 400) : text)
                .matches();
    }

    /** The words of a title without the arrow or bullet around them. */
    static String title(String words) {
        return BULLET.matcher(words.strip()).replaceAll("").strip();
    }

    /** What follows a title without the dash that binds them, and without the site that it is on. */
    static String rest(String words) {
        String bare = UNFOLDING.matcher(words).replaceAll("");
        return UNFOLDING.matcher(SITE.matcher(bare).replaceFirst("")).replaceAll("");
    }

    /** The text behind a title without a mark that belongs to the title, such as "(4 minute read)". */
    static String withoutMark(String rest) {
        int end = rest.startsWith("(") ? rest.indexOf(')') + 1 : 0;
        if (end <= 0 || end > TitleLine.LONGEST) {
            return rest;
        }
        TitleLine mark = TitleLine.of(CleanText.of(rest.substring(0, end)));
        return mark.marked() && mark.isBlank() ? rest(rest.substring(end)) : rest;
    }

    /** Whether a line only counts what readers did, or its neighbours. */
    static boolean isCount(String text) {
        return COUNT.matcher(text).matches();
    }

    private static String plain(String words) {
        if (words.length() > LONGEST_TITLE) {
            return words;
        }
        String bare = EDGES.matcher(words.strip()).replaceAll("");
        return BETWEEN.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }

    private static Set<String> words(String list) {
        return Set.copyOf(Arrays.asList(list.split(" ")));
    }

    private static Set<String> phrases(String list) {
        return Set.copyOf(Arrays.asList(list.split("\\|")));
    }
}
