package dev.epitome.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What lines of pasted text look like. All are clean text: single spaces, none at the ends. A mail program may have
 * wrapped one line to several.
 */
final class TextLines {

    /** Mails are wrapped at some width above this. */
    static final int WRAPPED = 45;

    private static final int PARAGRAPH = 80;
    private static final int MAX_TITLE_LINES = 3;

    /** A line of clean text, and where it stands. */
    record Line(long number, String text) {}

    private static final int LONGEST_TITLE = 160;
    private static final Set<String> SECTIONS =
            Set.of(("quick links|miscellaneous|news|articles|tutorials|tools|videos|podcasts|releases|"
                            + "headlines|headlines & launches|big tech & startups|science & futuristic technology|"
                            + "programming, design & data science|deep dives & analysis|engineering & research|"
                            + "opinions & advice|launches & tools|articles & tutorials|opinions & tutorials|"
                            + "code & tools|libraries & code|jobs|events|links|top stories|featured|highlights|"
                            + "reading list|worth reading|around the web|from the community|community|in this issue|"
                            + "top picks|editor's picks")
                    .split("\\|"));
    private static final Pattern BOILERPLATE = Pattern.compile(
            "(?:click here to |to |if you (?:wish|want|would like) to |.{0,40}\\| ?)?unsubscribe\\b.*"
                    + "|(?:sign ?up|subscribe|advertise|view|read|open)(?: this (?:email|issue))?(?: it)?(?: online| in (?:your )?browser)?(?: ?[|·•/].*)?"
                    + "|.{0,60}\\| ?(?:advertise|view online|unsubscribe|subscribe)\\b.*"
                    + "|(?:having )?trouble (?:viewing|reading) this.*|web version|view (?:online|in (?:your |the )?browser).*"
                    + "|(?:want|would you like) to (?:advertise|sponsor|work at)\\b.*|advertise (?:with|in)\\b.*"
                    + "|if you have any (?:comments|feedback|questions|suggestions)\\b.*|if your company is interested in\\b.*"
                    + "|(?:love|enjoy(?:ing)?|like) .{1,40}\\? (?:tell|share|forward)\\b.*"
                    + "|share (?:your|this) (?:referral|newsletter|issue|email)\\b.*|track your referrals.*|refer a friend.*"
                    + "|(?:thanks|thank you)(?: so much| again)? for (?:reading|subscribing|being)\\b.*"
                    + "|(?:you(?:'re|’re| are)? |you )?(?:receiv(?:ed|ing)|getting) this (?:email|message|newsletter)\\b.*"
                    + "|(?:was this|did someone) .{0,30}forward.*|forwarded this (?:email|issue).*"
                    + "|(?:manage|update|change) (?:all of )?(?:your )?(?:\\w+ )?(?:subscriptions?|preferences|settings)\\b.*"
                    + "|(?:©|\\(c\\)|copyright\\b).{0,200}|all rights reserved.*|privacy policy.*|sent (?:with|by|to|from) .{1,60}"
                    + "|(?:see you|until) (?:next|tomorrow)\\b.{0,60}|(?:that's|that’s) (?:all|it) for .{0,60}"
                    + "|follow (?:us|me) (?:on|at)\\b.*|(?:links|sources|references|footnotes):?|together with .{1,80}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GREETING = Pattern.compile(
            "(?:hi|hello|hey|dear|welcome|good (?:morning|afternoon|evening)|happy \\w+day|greetings)\\b.{0,120}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INITIALS = Pattern.compile("(?:^|.*[ (])(?:\\p{Lu}\\.){2,5}$");

    private static final Set<String> PARTICLES =
            Set.of(("and|&|de|van|von|der|den|da|di|la|le|du|del|el|bin|al|the|of|et|und|y|e|dos|ten|ter|" + "with")
                    .split("\\|"));

    private TextLines() {}

    /** What surrounds the articles of a newsletter: how to leave it, who pays for it. */
    static boolean isBoilerplate(String line) {
        return BOILERPLATE.matcher(start(line)).matches();
    }

    static boolean isGreeting(String line) {
        return line.length() <= 130 && GREETING.matcher(line).matches();
    }

    /** Whether it may be a title or a heading: short, and no sentence. */
    static boolean isShort(String line) {
        return line.length() <= LONGEST_TITLE && hasWords(line) && !endsSentence(line) && !isBullet(line);
    }

    private static boolean endsSentence(String line) {
        return ".:,;。".indexOf(line.charAt(line.length() - 1)) >= 0
                && !INITIALS.matcher(line).matches();
    }

    /** Whether the text ends as a sentence does, in brackets or quotes, too. */
    static boolean isSentence(CharSequence text) {
        int at = text.length() - 1;
        while (at > 0 && "\"'”’»)]*".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at >= 0 && ".!?…。！？".indexOf(text.charAt(at)) >= 0;
    }

    static boolean isBullet(String line) {
        return line.length() > 1 && "-*•▪‣+".indexOf(line.charAt(0)) >= 0 && line.charAt(1) == ' ';
    }

    static boolean hasWords(String line) {
        return line.codePoints().limit(LONGEST_TITLE).anyMatch(Character::isLetterOrDigit);
    }

    /** A line of dashes or the like. */
    static boolean isRule(String line) {
        return line.length() >= 3
                && line.codePoints().limit(LONGEST_TITLE).allMatch(sign -> "-=_*~—–─━═• #".indexOf(sign) >= 0);
    }

    /** A short line that looks like a heading: a symbol before it, capitals, or a name that sections have. */
    static boolean isSection(String line) {
        String name = line.toLowerCase(Locale.ROOT);
        String bare = name.substring(firstLetter(name));
        boolean pictured = !name.isEmpty() && Character.getType(line.codePointAt(0)) == Character.OTHER_SYMBOL;
        return pictured || SECTIONS.contains(bare) || (isCapital(line) && line.length() <= 50);
    }

    private static boolean isCapital(String line) {
        return line.codePoints().filter(Character::isLetter).count() >= 4
                && line.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
    }

    private static int firstLetter(String text) {
        int at = 0;
        while (at < text.length() && !Character.isLetterOrDigit(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** Whether the words of a line begin as a sentence or a name does, rather than go on. */
    static boolean begins(String line) {
        int at = firstLetter(line);
        return at >= line.length() || !Character.isLowerCase(line.codePointAt(at));
    }

    /** "By Ann Example" names somebody, "By moving the queue, the team saved half" does not. */
    static boolean areNames(String text, boolean handle) {
        String[] words = text.replace(",", " ").strip().split(" +", -1);
        if (words.length > 16 || (text.endsWith(".") && !text.matches(".* (?:Jr|Sr|\\p{Lu})\\."))) {
            return false;
        }
        if (words.length == 1 && (handle || words[0].startsWith("@") || text.indexOf(',') < 0)) {
            return true;
        }
        for (String word : words) {
            if (Character.isLowerCase(word.codePointAt(0)) && !PARTICLES.contains(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    private static String start(String line) {
        return line.substring(0, Math.min(line.length(), 300));
    }

    /** How many lines from there are a title with marks behind it; 0 where they are none. */
    static int titleSize(List<Line> lines, int from) {
        String first = lines.get(from).text();
        String all = first;
        for (int size = 1; size <= MAX_TITLE_LINES; size++) {
            TitleLine title = TitleLine.of(all);
            if (title.marked() && !title.isBlank()) {
                return size;
            }
            boolean wrapped = from == 0 && first.length() >= WRAPPED && isShort(all);
            boolean goesOn = size < MAX_TITLE_LINES && from + size < lines.size() && all.length() < TitleLine.LONGEST;
            if (!goesOn || !(wrapped || TitleLine.breaksWithinMark(all))) {
                return 0;
            }
            String next = lines.get(from + size).text();
            if (TitleLine.of(next).marked()
                    && begins(next)
                    && !TitleLine.of(next).isBlank()
                    && first.length() < 60) {
                return 0;
            }
            all = all + " " + next;
        }
        return 0;
    }

    static Line joined(List<Line> lines) {
        return new Line(
                lines.getFirst().number(),
                String.join(" ", lines.stream().map(Line::text).toList()));
    }

    /** Whether the first line is a title, and the others are a text below it. */
    static boolean isTitleOver(List<Line> lines) {
        String first = lines.getFirst().text();
        String next = lines.get(1).text();
        boolean prose = next.length() >= PARAGRAPH
                || !isShort(joined(lines.subList(1, lines.size())).text());
        boolean wrapped = first.length() >= 60 && next.length() < PARAGRAPH && lines.size() > 2;
        return isShort(first) && prose && begins(next) && !isBullet(next) && !wrapped;
    }
}
