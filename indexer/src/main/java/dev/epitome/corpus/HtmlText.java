package dev.epitome.corpus;

import org.jsoup.Jsoup;

/** The words of a piece of HTML, as a browser would show them. */
final class HtmlText {

    private HtmlText() {}

    static String of(String html) {
        boolean plain = html.indexOf('<') < 0 && html.indexOf('&') < 0;
        return plain ? html : Jsoup.parseBodyFragment(html).text();
    }
}
