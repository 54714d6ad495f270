package org.dafu.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dafu.read.PersonalNumber.Kind;
import org.dafu.reply.Span;

/**
 * Finds and hides personal and handlers' telephone numbers, mailboxes, identity numbers and the
 * like. The official line (国办发〔2014〕46号) is that answers are published in full except members'
 * contact details.
 *
 * <p>Why these rules: a mobile or long-distance number is known by its shape; a local number of
 * seven or eight digits only by the word before it or the head of its column, because money, postal
 * codes and serials look the same. Service lines (12345, 120, 400-…) and what stands in a web
 * address stay.
 */
public final class PersonalNumbers {
  /** What takes the place of each hidden digit or letter, so that no place in the text moves. */
  public static final char MASK = '*';

  private static final String DIGIT = "[0-9]";
  private static final String DASH = "[-－—–‐‑ \\u00a0]";

  private static final String NOT_IN_NUMBER =
      "(?:(?<![0-9.．_=A-Za-z])(?<![0-9][〕\\]])|(?<=(?i:tel|phone|mobile|mob|fax)))";

  private static final String EXTENSION = "(?:\\s*(?:转|分机)\\s*" + DIGIT + "{1,6})?";
  private static final String NOT_MONEY =
      "(?!" + DIGIT + ")(?![.．]" + DIGIT + ")(?!\\s*(?:万元|亿元|元|万|亿|平方|吨|公里|%|％))";

  /** Eleven digits beginning 13 to 19, however they are spaced, or in groups with points. */
  private static final NumberShape MOBILE =
      NumberShape.of(
          NOT_IN_NUMBER,
          "+018",
          "(?:(?:\\+|00)?86"
              + DASH
              + "?)?1(?:"
              + DASH
              + "?[3-9](?:"
              + DASH
              + "?"
              + DIGIT
              + "){9}|[3-9]\\d[.·•/_]\\d{4}[.·•/_]\\d{4})"
              + NOT_MONEY);

  /** An area code, seven or eight digits however they are spaced, perhaps an extension. */
  private static final NumberShape LONG_DISTANCE =
      NumberShape.of(
          NOT_IN_NUMBER,
          "+(08",
          "(?:[(]\\s*0"
              + DIGIT
              + "{2,3}\\s*[)]\\s*"
              + DASH
              + "?|0"
              + DIGIT
              + "{2,3}(?:"
              + DASH
              + "{0,3}|[·/~_])|(?:(?:\\+|00)86|86(?=[-—]))"
              + DASH
              + "?[1-9]\\d{1,2}"
              + DASH
              + "?)[2-8](?:"
              + DASH
              + "?"
              + DIGIT
              + "){6,7}"
              + NOT_MONEY
              + EXTENSION);

  /** Units and counting words: what stands before them is a figure. */
  private static final String COUNTED =
      "(?!\\s*(?:万|亿|元|人|户|平|㎡|吨|公里|千米|米|亩|公顷|公斤|千克|斤|升|个|件|次|条|张|台|度|千瓦|册|份|辆|名"
          + "|例|头|株|棵|票|立方|笔|套|间|所|座(?!机)|位(?!于)|家(?![庭属长里])|通(?![讯信知过])|起|宗|项|批|箱|只"
          + "|盏|场|页|字|岁|小时|天|余|多|本|栋|幢|趟|班次|号(?!码)|(?i:km|kg|kw|m[23²³]?)(?![a-z])|%|％))";

  /** Seven or eight digits; not the end of a 400 number, nor a count of something. */
  private static final NumberShape LOCAL =
      NumberShape.of(
          "(?<![0-9.．〔\\[【第])(?<![0-9][-－—–‐‑])(?<![48]00 )",
          "2345678",
          "[2-8](?:" + DASH + "?" + DIGIT + "){6,7}(?![0-9A-Za-z])(?![.．]\\d)" + COUNTED);

  /** A date, which has as many digits as a number. */
  private static final Pattern DATE =
      Pattern.compile("(?:19|20)\\d{2}" + DASH + "\\d{1,2}" + DASH + "\\d{1,2}");

  /** A day written as eight digits. */
  private static final Pattern DAY =
      Pattern.compile("20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])");

  /** Words that announce a number, then at most a name and some signs or cells. */
  private static final Wording ANNOUNCED =
      Wording.of(
          "(?:电\\s*话|手\\s*机|联系方式|传\\s*真|座\\s*机|固\\s*话|总\\s*机|话\\s*号码|致电|来电|拨打|(?i:tel|fax|phone|mobile)"
              + "|联\\s*[系络]\\s*(?:人|员)?|主管领导|分管领导)"
              + "[^0-9。；;]{0,40}$|(?:承\\s*办|经\\s*办|负\\s*责)\\s*(?:人|员|(?:单位|部门|[科处]室)?\\s*:)"
              + "[^0-9。；;]{0,20}$|(?:电话|致电|拨打)[^0-9。；;]{0,12}\\d{3,6}[^0-9。；;]{1,12}$");

  /** What announces even a number that could be a day: nothing but a sign stands between. */
  private static final Wording DIRECTLY =
      Wording.of("(?:话|手\\s*机|方式|真|机|号码|致电|拨打|(?i:tel|fax|phone))\\s*[:：]?\\s*$");

  /** What a number counts or names that is none of a telephone. */
  private static final Wording OTHER_NUMBER =
      Wording.of("(?:[人户件笔次总个]数|数量|件量|[收来办]件|办结|面积|金额|总额|里程|编[码号]|代码|人口|群众)" + "\\s*[:为是达约]?\\s*$");

  /** A unit with its own line, directly before the number: 维权科：6230116, 值班室 6233028. */
  private static final Wording OF_UNIT =
      Wording.of("(?:办公室|值班室|[\\u4e00-\\u9fa5]{2}[科处室股办队站所部])\\s*[:(]?\\s*$");

  /** How far back an announcement is looked for, in UTF-16 units. */
  private static final int ANNOUNCEMENT_UNITS = 60;

  /** Signs, a name and spaces between two numbers of a row. */
  private static final int LONGEST_GAP = 48;

  private static final String ROW_SIGNS = " 、,/;:()·或和及\t\n\u00a0，：；（）";

  /** A name, or what kind of number the next one is. */
  private static final int MOST_CHARACTERS = 8;

  /** The short number of a line within its network: 短号 661234. */
  private static final Wording SHORT_NUMBER =
      Wording.of("(?:短号|小号|内线|虚拟网|集群网)(?:号码|号|电话)?[)）]?\\s*+[:：]?\\s*+([0-9]{3,6})(?![0-9.．])");

  /** Such a number behind the whole one: 2661234（661234）, 13900001111/661111. */
  private static final Pattern SHORT_BEHIND =
      Pattern.compile("\\s?(?:[(（]([0-9]{3,6})[)）]|[/／]([0-9]{5,6})(?![0-9.．万元]))");

  private static final Wording MAILBOX =
      Wording.of(
          "(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]+)\\s?(?:@|\\((?i:at)\\)|\\[(?i:at)\\])\\s?(?=[A-Za-z0-9-]+\\.[A-Za-z0-9-])");

  private static final Wording MESSENGER =
      Wording.of(
          "(?:(?i:qq|wechat)|微信)(?:群|同)?(?:号码|号|(?i:id))?\\s*+[:为是]?+\\s*+[(]?([A-Za-z0-9_-]{6,20})(?![0-9A-Za-z]{0,40}+(?:元|万|\\.[0-9A-Za-z]))");

  private static final NumberShape IDENTITY =
      NumberShape.of(
          NOT_IN_NUMBER,
          "123456789",
          "[1-9]\\d{5}"
              + DASH
              + "?(?:19|20)\\d{2}"
              + DASH
              + "?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"
              + DASH
              + "?\\d{3}[0-9Xx](?![0-9A-Za-z])");

  /** Any long number that is called one: the old form of fifteen digits, a misprinted one. */
  private static final Pattern CALLED_IDENTITY =
      Pattern.compile(
          "(?:身份证|证件)(?:号码|号)?[^0-9。；]{0,8}(\\d(?:" + DASH + "?\\d){13,16}[0-9Xx])(?!\\d)");

  private static final Pattern ACCOUNT =
      Pattern.compile(
          "(?:[账帐]号|卡号|[账帐]户|银行卡)[^0-9。；]{0,10}(\\d(?:" + DASH + "?\\d){10,22})(?!\\d)");

  /** A public line says so: 热线 and 客服 are there to be called. */
  private static final Wording PUBLIC_LINE = Wording.of("(?:热线|客服)(?:电话)?[^0-9。；\\n]{0,6}$");

  private static final Wording ADDRESS = Wording.of("(?:https?://|www\\.)[^\\s\"'<>）)，。]+");

  private final Folding folding;

  /**
   * @param folding so that 電話 announces a number as 电话 does
   */
  public PersonalNumbers(Folding folding) {
    this.folding = folding;
  }

  /** The same text, of the same length, with every such number hidden. */
  public String mask(String text) {
    List<PersonalNumber> found = find(text);
    if (found.isEmpty()) {
      return text;
    }
    char[] units = text.toCharArray();
    for (PersonalNumber number : found) {
      for (int i = number.span().start(); i < number.span().end(); i++) {
        boolean numeral = DisguisedNumbers.NUMERALS.indexOf(units[i]) >= 0;
        if (numeral || Character.isDigit(units[i]) || isLatin(units[i])) {
          units[i] = MASK;
        }
      }
    }
    return new String(units);
  }

  private static boolean isLatin(char unit) {
    int narrow = unit >= '\uff01' && unit <= '\uff5e' ? unit - 0xfee0 : unit;
    return (narrow >= 'A' && narrow <= 'Z') || (narrow >= 'a' && narrow <= 'z');
  }

  /** Where such numbers stand, in order of the text. */
  public List<PersonalNumber> find(String printed) {
    String text = folding.fold(printed);
    NavigableMap<Integer, PersonalNumber> found = new TreeMap<>();
    DisguisedNumbers.find(text).forEach(each -> add(each.kind(), List.of(each.span()), found));
    List<Span> digits = DigitStretches.of(text);
    if (!digits.isEmpty()) {
      addDigits(text, digits, found);
    }
    add(Kind.MAILBOX, spans(MAILBOX, text, 1), found);
    add(Kind.MESSENGER, spans(MESSENGER, text, 1), found);
    return outsideAddresses(text, found.values());
  }

  private static void addDigits(
      String text, List<Span> digits, NavigableMap<Integer, PersonalNumber> found) {
    add(Kind.IDENTITY, IDENTITY.spans(text, digits), found);
    if (text.contains("证")) {
      add(Kind.IDENTITY, spans(CALLED_IDENTITY, text, digits, 1), found);
    }
    if (text.contains("账") || text.contains("帐") || text.contains("卡")) {
      add(Kind.ACCOUNT, spans(ACCOUNT, text, digits, 1), found);
    }
    add(Kind.MOBILE, MOBILE.spans(text, digits), found);
    for (Span span : LONG_DISTANCE.spans(text, digits)) {
      if (!isPublicLine(text, span)) {
        add(Kind.TELEPHONE, List.of(span), found);
      }
    }
    addLocal(text, digits, found);
    add(Kind.TELEPHONE, spans(SHORT_NUMBER, text, 1), found);
    add(Kind.TELEPHONE, shortBehind(text, found.values()), found);
  }

  private static List<Span> shortBehind(String text, Collection<PersonalNumber> found) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = SHORT_BEHIND.matcher(text);
    for (PersonalNumber each : found) {
      boolean telephone = each.kind() == Kind.MOBILE || each.kind() == Kind.TELEPHONE;
      if (telephone && matcher.region(each.span().end(), text.length()).lookingAt()) {
        int group = matcher.group(1) != null ? 1 : 2;
        spans.add(new Span(matcher.start(group), matcher.end(group)));
      }
    }
    return spans;
  }

  /** Adds those that do not overlap what is there, by their start. */
  private static void add(
      Kind kind, List<Span> spans, NavigableMap<Integer, PersonalNumber> found) {
    for (Span span : spans) {
      Map.Entry<Integer, PersonalNumber> before = found.lowerEntry(span.end());
      if (before == null || before.getValue().span().end() <= span.start()) {
        found.put(span.start(), new PersonalNumber(kind, span));
      }
    }
  }

  /** Those that stand in no address; both lists are in order of the text. */
  private static List<PersonalNumber> outsideAddresses(
      String text, Collection<PersonalNumber> found) {
    List<Span> addresses = spans(ADDRESS, text, 0);
    List<PersonalNumber> outside = new ArrayList<>();
    int next = 0;
    for (PersonalNumber each : found) {
      while (next < addresses.size() && addresses.get(next).end() <= each.span().start()) {
        next++;
      }
      if (next == addresses.size() || !addresses.get(next).contains(each.span())) {
        outside.add(each);
      }
    }
    return outside;
  }

  /** Adds local numbers that are announced, and those that follow a hidden number in a row. */
  private static void addLocal(
      String text, List<Span> digits, NavigableMap<Integer, PersonalNumber> found) {
    NumberColumns columns = new NumberColumns(text);
    for (Span span : LOCAL.spans(text, digits)) {
      String before = text.substring(Math.max(0, span.start() - ANNOUNCEMENT_UNITS), span.start());
      boolean day = DAY.matcher(text).region(span.start(), span.end()).matches();
      boolean told =
          ((announced(before, day) || followsInRow(text, span, found)) && !OTHER_NUMBER.in(before))
              || (!day && (OF_UNIT.in(before) || columns.isHeaded(span.start())));
      boolean date = DATE.matcher(text).region(span.start(), span.end()).matches();
      if (told && !date && !isPublicLine(text, span)) {
        add(Kind.TELEPHONE, List.of(span), found);
      }
    }
  }

  private static boolean announced(String before, boolean day) {
    return (day ? DIRECTLY : ANNOUNCED).in(before);
  }

  private static boolean followsInRow(
      String text, Span span, NavigableMap<Integer, PersonalNumber> found) {
    Map.Entry<Integer, PersonalNumber> before = found.lowerEntry(span.start());
    if (before == null) {
      return false;
    }
    PersonalNumber hidden = before.getValue();
    boolean telephone = hidden.kind() == Kind.MOBILE || hidden.kind() == Kind.TELEPHONE;
    return telephone && isRow(text, hidden.span().end(), span.start());
  }

  /** Whether only signs and a name stand between two numbers. */
  private static boolean isRow(String text, int from, int to) {
    if (to <= from || to - from > LONGEST_GAP) {
      return false;
    }
    int characters = 0;
    for (int i = from; i < to; i++) {
      char unit = text.charAt(i);
      if (ROW_SIGNS.indexOf(unit) < 0) {
        characters += Character.isIdeographic(unit) ? 1 : MOST_CHARACTERS + 1;
      }
    }
    return characters <= MOST_CHARACTERS;
  }

  private static boolean isPublicLine(String text, Span span) {
    int from = Math.max(0, span.start() - 16);
    return PUBLIC_LINE.matcher(text.substring(from, span.start())).find();
  }

  private static List<Span> spans(Wording wording, String text, int group) {
    List<Span> spans = new ArrayList<>();
    Hits hits = wording.matcher(text);
    while (hits.find()) {
      spans.add(new Span(hits.start(group), hits.end(group)));
    }
    return spans;
  }

  private static List<Span> spans(Pattern pattern, String text, List<Span> windows, int group) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    for (Span window : windows) {
      matcher.region(window.start(), window.end());
      while (matcher.find()) {
        spans.add(new Span(matcher.start(group), matcher.end(group)));
      }
    }
    return spans;
  }
}
