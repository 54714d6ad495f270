package org.dafu.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dafu.reply.Span;

/**
 * Hides personal and handlers' telephone numbers, mailboxes and identity numbers. The official line
 * (国办发〔2014〕46号) is that answers are published in full except members' contact details.
 *
 * <p>Why these rules: a mobile or long-distance number is known by its shape; a local number of
 * seven or eight digits only by the word before it, because money, postal codes and serials look
 * the same. Service lines (12345, 120, 400-…) and what stands in a web address stay.
 */
public final class PersonalNumbers {
  /** What takes the place of each hidden digit or letter, so that no place in the text moves. */
  public static final char MASK = '*';

  private static final String DIGIT = "[0-9０-９]";
  private static final String DASH = "[-－—–‐‑ \\u00a0]";
  private static final String NOT_IN_NUMBER = "(?<![0-9０-９.．_=A-Za-z])";
  private static final String EXTENSION = "(?:\\s*(?:转|分机)\\s*" + DIGIT + "{1,6})?";
  private static final String NOT_MONEY =
      "(?!" + DIGIT + ")(?![.．]" + DIGIT + ")(?!\\s*(?:万元|亿元|元|万|亿|平方|吨|公里|%|％))";

  /** Eleven digits beginning 13 to 19, however they are spaced. */
  private static final Pattern MOBILE =
      Pattern.compile(
          NOT_IN_NUMBER
              + "(?:(?:\\+|＋|00)?86"
              + DASH
              + "?)?[1１]"
              + DASH
              + "?[3-9３-９](?:"
              + DASH
              + "?"
              + DIGIT
              + "){9}"
              + NOT_MONEY);

  /** An area code, seven or eight digits however they are spaced, perhaps an extension. */
  private static final Pattern LONG_DISTANCE =
      Pattern.compile(
          NOT_IN_NUMBER
              + "(?:[（(]\\s*[0０]"
              + DIGIT
              + "{2,3}\\s*[)）]\\s*"
              + DASH
              + "?|[0０]"
              + DIGIT
              + "{2,3}"
              + DASH
              + "{0,2})[2-8２-８](?:"
              + DASH
              + "?"
              + DIGIT
              + "){6,7}"
              + NOT_MONEY
              + EXTENSION);

  private static final Pattern LOCAL =
      Pattern.compile(
          "(?<![0-9０-９.．〔\\[【])[2-8２-８]"
              + DIGIT
              + "{2,3}"
              + DASH
              + "?"
              + DIGIT
              + "{4}(?!"
              + DIGIT
              + ")(?!\\s*(?:万|亿|元|人|户|平方|吨))");

  /** Words that announce a number, then at most a name and some signs or cells. */
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?:电\\s*话|手\\s*机|联系方式|传\\s*真|座\\s*机|话\\s*号码|(?i:tel|fax|phone)"
              + "|(?:联\\s*[系络]|承\\s*办|经\\s*办|负\\s*责)\\s*(?:人|员)?|主管领导|分管领导)"
              + "[^0-9０-９。；;]{0,40}$");

  /** A local number is the shortest that is hidden. */
  private static final int FEWEST_DIGITS = 7;

  /** What may stand between the digits of one number. */
  private static final String SEPARATORS = " -－—–‐‑()（）\u00a0\t\n";

  /** Room around the digits for a bracket, a country's code and an extension, in UTF-16 units. */
  private static final int UNITS_AROUND = 16;

  /** How far back an announcement is looked for, in UTF-16 units. */
  private static final int ANNOUNCEMENT_UNITS = 60;

  /** Signs and spaces between two numbers of a row. */
  private static final int LONGEST_GAP = 4;

  private static final Pattern NEXT_IN_ROW = Pattern.compile("\\s*[、，,/／;；或\\s]\\s*");

  private static final Pattern MAILBOX =
      Pattern.compile("(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]+)@(?=[A-Za-z0-9-]+\\.[A-Za-z0-9-])");

  private static final Pattern MESSENGER =
      Pattern.compile("(?:(?i:qq)|微信)(?:号|号码)?\\s*[:：]?\\s*([A-Za-z0-9_-]{5,20})");

  private static final Pattern IDENTITY =
      Pattern.compile(
          NOT_IN_NUMBER
              + "[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[0-9Xx](?![0-9A-Za-z])");

  /** A public line says so: 热线 and 客服 are there to be called. */
  private static final Pattern PUBLIC_LINE =
      Pattern.compile("(?:热线|客服)(?:电话)?[^0-9０-９。；\\n]{0,6}$");

  private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)[^\\s\"'<>）)，。]+");

  private final Folding folding;

  /**
   * @param folding so that 電話 announces a number as 电话 does
   */
  public PersonalNumbers(Folding folding) {
    this.folding = folding;
  }

  /** The same text, of the same length, with every such number hidden. */
  public String mask(String text) {
    List<Span> found = find(text);
    if (found.isEmpty()) {
      return text;
    }
    char[] units = text.toCharArray();
    for (Span span : found) {
      for (int i = span.start(); i < span.end(); i++) {
        if (Character.isLetterOrDigit(units[i])) {
          units[i] = MASK;
        }
      }
    }
    return new String(units);
  }

  /** Where such numbers stand, in order of the text. */
  public List<Span> find(String printed) {
    String text = folding.fold(printed);
    List<Span> found = new ArrayList<>();
    List<Span> digits = digits(text);
    if (!digits.isEmpty()) {
      found.addAll(spans(IDENTITY, text, digits, 0));
      found.addAll(spans(MOBILE, text, digits, 0));
      for (Span span : spans(LONG_DISTANCE, text, digits, 0)) {
        if (!isPublicLine(text, span)) {
          found.add(span);
        }
      }
      addLocal(text, digits, found);
    }
    List<Span> whole = List.of(new Span(0, text.length()));
    if (text.indexOf('@') >= 0) {
      found.addAll(spans(MAILBOX, text, whole, 1));
    }
    if (text.indexOf('信') >= 0 || text.indexOf('q') >= 0 || text.indexOf('Q') >= 0) {
      found.addAll(spans(MESSENGER, text, whole, 1));
    }
    found.sort(Comparator.comparingInt(Span::start));
    boolean addresses = text.contains("http") || text.contains("www.");
    return addresses ? outsideAddresses(text, found) : found;
  }

  /** Those that stand in no address; both lists are in order of the text. */
  private static List<Span> outsideAddresses(String text, List<Span> found) {
    List<Span> addresses = spans(ADDRESS, text, List.of(new Span(0, text.length())), 0);
    List<Span> outside = new ArrayList<>();
    int next = 0;
    for (Span span : found) {
      while (next < addresses.size() && addresses.get(next).end() <= span.start()) {
        next++;
      }
      if (next == addresses.size() || !addresses.get(next).contains(span)) {
        outside.add(span);
      }
    }
    return outside;
  }

  /** Adds local numbers that are announced, and those that follow a hidden number in a row. */
  private static void addLocal(String text, List<Span> digits, List<Span> found) {
    Set<Integer> hiddenEnds = new HashSet<>();
    found.forEach(hidden -> hiddenEnds.add(hidden.end()));
    for (Span span : spans(LOCAL, text, digits, 0)) {
      String before = text.substring(Math.max(0, span.start() - ANNOUNCEMENT_UNITS), span.start());
      boolean told = ANNOUNCED.matcher(before).find() || followsInRow(text, span, hiddenEnds);
      if (told && !isPublicLine(text, span)) {
        found.add(span);
        hiddenEnds.add(span.end());
      }
    }
  }

  private static boolean followsInRow(String text, Span span, Set<Integer> hiddenEnds) {
    for (int gap = 1; gap <= Math.min(LONGEST_GAP, span.start()); gap++) {
      int end = span.start() - gap;
      if (hiddenEnds.contains(end)
          && NEXT_IN_ROW.matcher(text.substring(end, span.start())).matches()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPublicLine(String text, Span span) {
    int from = Math.max(0, span.start() - 16);
    return PUBLIC_LINE.matcher(text.substring(from, span.start())).find();
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

  /**
   * Where telephone and identity numbers may stand at all: seven digits or more parted by nothing
   * but signs, with what may stand around them. Nearly all of a letter is outside, and is not
   * looked at again.
   */
  private static List<Span> digits(String text) {
    List<Span> stretches = new ArrayList<>();
    int first = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit >= '0' && unit <= '9') {
        first = digits == 0 ? i : first;
        digits++;
      } else if (digits > 0 && SEPARATORS.indexOf(unit) < 0) {
        digits = 0;
      }
      if (digits >= FEWEST_DIGITS) {
        open(
            stretches,
            Math.max(0, first - UNITS_AROUND),
            Math.min(text.length(), i + UNITS_AROUND));
      }
    }
    return stretches;
  }

  private static void open(List<Span> windows, int start, int end) {
    if (windows.isEmpty() || windows.getLast().end() < start) {
      windows.add(new Span(start, end));
    } else {
      windows.set(windows.size() - 1, new Span(windows.getLast().start(), end));
    }
  }
}
