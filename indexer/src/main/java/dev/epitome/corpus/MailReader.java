package dev.epitome.corpus;

import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.corpus.LinkList.Item;
import dev.epitome.corpus.Mailbox.Mail;
import dev.epitome.corpus.Value.Members;
import dev.epitome.corpus.Value.Text;
import dev.epitome.corpus.Value.Words;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/**
 * Mails, one or a box of them: a newsletter of linked titles is their articles, any other mail is one. Addresses of
 * people stay out of both.
 */
final class MailReader implements FormatReader {

    private static final Pattern BOX = Pattern.compile("From [^\\n]{1,500}\\d{1,2}:\\d\\d[^\\n]*\\n");
    private static final Pattern FIELD =
            Pattern.compile("([!-9;-~]{1,80}):[^\\n]*(?:\\r?\\n[ \\t][^\\n]*)*+(?:\\r?\\n|$)");
    private static final Set<String> SIGNS =
            Set.of(("from to date subject received return-path mime-version message-id delivered-to "
                            + "content-type dkim-signature reply-to sender list-id x-mailer arc-seal "
                            + "arc-message-signature list-unsubscribe content-transfer-encoding authentication-results")
                    .split(" "));
    private static final int MOST_FIELDS = 60;

    private static final Pattern EMAIL = Pattern.compile(
            "(?:mailto:|(?<![\\w.+%'=-]))[\\w.+%'=-]{1,128}(?:@|%40)[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,20}");
    private static final Pattern WITH_EMAIL = Pattern.compile("[?&#][^?&#]*(?:@|%40)[^&#]*");
    private static final Pattern REMARK = Pattern.compile("\\s*\\([^()]*\\)");
    private static final Pattern IN_ANGLES = Pattern.compile("<(https?://[^>\\s]+)>");
    private static final Pattern LIST_NAME = Pattern.compile("\"?([^\"<]*?)\"?\\s*<[^>]*>");
    private static final Pattern PARAGRAPH_END = Pattern.compile("\\R[ \\t]*\\R");
    private static final Pattern FORWARDED = Pattern.compile("(?i)^(?:(?:re|fwd?|aw|wg|tr)\\s*:\\s*){1,20}");

    /** A mail begins with fields of its head, some of which all mails have. */
    static boolean isMail(String headText) {
        Matcher box = BOX.matcher(headText);
        String text = box.lookingAt() ? headText.substring(box.end()) : headText;
        Matcher field = FIELD.matcher(text);
        int known = 0;
        for (int i = 0; i < MOST_FIELDS && field.lookingAt() && known < 2; i++) {
            known += SIGNS.contains(field.group(1).toLowerCase(Locale.ROOT)) ? 1 : 0;
            field.region(field.end(), text.length());
        }
        return known >= (box.lookingAt() ? 1 : 2);
    }

    @Override
    public void read(Input in, FileEntries entries) throws IOException {
        Mailbox box = Mailbox.of(in.bytes());
        long number = 0;
        for (Mail mail = box.next(); mail != null; mail = box.next()) {
            number = read(mail, entries, number);
        }
        if (number == 0) {
            entries.nothing("is a mailbox without a mail");
        }
    }

    private static long read(Mail mail, FileEntries entries, long before) {
        MailText text = MailText.of(mail.bytes());
        String subject = withoutEmail(text.field("subject"));
        String sender = sender(text.field("from"));
        if (mail.cut()) {
            entries.note(
                    0,
                    "mail read only in part",
                    Draft.shortened(subject) + " has more than " + (Mailbox.MAX_MAIL >> 20) + " MiB");
        }
        if (text.html().isBlank() && TextListReader.isList(text.plain())) {
            return plainList(text, subject, entries, before);
        }
        SavedPage page = SavedPage.of(text.html().isBlank() ? paragraphs(text.plain()) : text.html());
        LinkList list = LinkList.of(
                page.body(),
                page.base(),
                Stream.concat(page.names().stream(), Stream.of(subject, sender)).toList());
        if (list.isList(false) || list.isOneBeside(subject)) {
            entries.digest(subject);
            List<Item> items =
                    list.items().stream().map(MailReader::withoutEmail).toList();
            HtmlReader.addAll(items, Map.of("mail_date", date(text)), entries, before);
            entries.digest(null);
            return before + items.size();
        }
        String prose = withoutEmail(list.prose());
        if (prose.isBlank()) {
            entries.reject(
                    before + 1, "mail " + Draft.shortened(subject) + " has no text: nothing could be found by it");
        } else {
            String address = list.pageAddress().orElseGet(() -> address(text));
            entries.add(before + 1, article(text, subject, sender, prose, withoutEmailInAddress(address)));
        }
        return before + 1;
    }

    private static long plainList(MailText text, String subject, FileEntries entries, long before) {
        entries.digest(subject);
        long number = before;
        for (Members record : TextListReader.records(
                withoutEmail(text.plain(), "…"), entries.options().asOf())) {
            Map<String, Value> members = new LinkedHashMap<>(record.values());
            members.put("mail_date", date(text));
            number++;
            entries.add(number, new Members(members));
        }
        entries.digest(null);
        return number;
    }

    private static String paragraphs(String plain) {
        return Arrays.stream(PARAGRAPH_END.split(plain))
                .map(paragraph -> "<p>" + Entities.escape(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static Members article(MailText text, String subject, String sender, String prose, String address) {
        Matcher list = LIST_NAME.matcher(text.field("list-id"));
        String series = list.matches() ? withoutEmail(list.group(1)) : "";
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("title", new Words(FORWARDED.matcher(subject).replaceFirst("")));
        members.put("description", new Words(prose));
        members.put("url", new Text(address));
        members.put("published", date(text));
        members.put("source", new Words(series.isBlank() ? sender : series));
        members.put("author", new Value.Items(sender.isBlank() ? List.of() : List.of(new Words(sender))));
        return new Members(members);
    }

    private static Value date(MailText text) {
        return new Text(REMARK.matcher(text.field("date")).replaceAll(""));
    }

    /** The page of this very mail: the archive of its list is the same for all. */
    private static String address(MailText text) {
        return Stream.of("archived-at", "list-post", "x-newsletter-url")
                .map(text::field)
                .map(field -> IN_ANGLES.matcher(field.startsWith("<") ? field : "<" + field + ">"))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .filter(Article::isWebAddress)
                .findFirst()
                .orElse("");
    }

    /** The name of who sent it, without the address. */
    private static String sender(String from) {
        String name = from.replaceAll("<[^>]*>", "").replace("\"", "");
        return CleanText.of(EMAIL.matcher(name).replaceAll("").replaceAll("[()<>,;\\s]+$", ""));
    }

    private static Item withoutEmail(Item item) {
        return new Item(withoutEmail(item.title()), withoutEmailInAddress(item.url()), withoutEmail(item.text()));
    }

    private static String withoutEmail(String text) {
        return text.indexOf('@') < 0 && !text.contains("%40") ? text : CleanText.of(withoutEmail(text, "…"));
    }

    private static String withoutEmail(String text, String replacement) {
        return EMAIL.matcher(text).replaceAll(replacement);
    }

    /** Addresses often carry who they were sent to. */
    private static String withoutEmailInAddress(String url) {
        if (!EMAIL.matcher(url).find()) {
            return url;
        }
        String shorter = WITH_EMAIL.matcher(url).replaceAll("");
        return EMAIL.matcher(shorter).find() ? "" : shorter;
    }
}
