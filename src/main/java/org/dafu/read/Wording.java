package org.dafu.read;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that knows which words a text must have before it can match, and how it must
 * begin and end.
 *
 * <p>Why: reading a letter asks some three hundred expressions of its lines, and nearly all of them
 * are not there. Running each over each line costs forty times more than asking first whether its
 * words (答复, 联系人, 〔) are in the line at all. The words are derived from the expression itself, as
 * RE2's prefilter does (Cox, "Regular Expression Matching with a Trigram Index", 2012), so that a
 * rule stays one expression and its filter can never disagree with it.
 */
public final class Wording {
  private static final int LONGEST_LINE_END = 2;

  /** At a text's end an expression's end may stand before one of these, too. */
  private static final CharSet LINE_ENDS = CharSet.of("\n\r\u0085\u2028\u2029");

  private final Pattern pattern;
  private final String[][] required;
  private final int[] groups;
  private final @Nullable CharSet first;
  private final @Nullable CharSet last;
  private final int longest;
  private final boolean anchored;
  private final boolean closed;

  private Wording(String regex) {
    RequiredWords words = RequiredWords.of(regex);
    this.pattern = Pattern.compile(regex);
    this.required =
        words.groups().stream().map(group -> group.toArray(String[]::new)).toArray(String[][]::new);
    this.groups = words.groups().stream().mapToInt(RequiredWordTree::number).toArray();
    this.first = words.first() == null ? null : CharSet.of(words.first());
    this.last = words.last() == null ? null : CharSet.of(words.last());
    this.longest = words.longest();
    this.anchored = words.anchored();
    this.closed = words.closed();
  }

  /**
   * The expression with its required words.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  public static Wording of(String regex) {
    return new Wording(regex);
  }

  /**
   * The numbers of groups of words in the {@link RequiredWordTree}, not to be changed: a text that
   * matches has at least one word of each.
   */
  int[] groups() {
    return groups;
  }

  /** Where it stands in the text; none at once where the required words are missing. */
  public Hits matcher(String text) {
    return mayMatch(text) ? hits(text) : Hits.NONE;
  }

  /** The same for a text that is asked for many wordings. */
  public Hits matcher(Presence presence) {
    return mayMatch(presence) ? hits(presence.text()) : Hits.NONE;
  }

  private Hits hits(String text) {
    int from = closed ? Math.max(0, text.length() - longest - LONGEST_LINE_END) : 0;
    return new Hits(pattern, text, first, anchored, from);
  }

  /** A matcher over {@code text[from, to)}, not filtered; for searches within what was found. */
  public Matcher within(String text, int from, int to) {
    return pattern.matcher(text).region(from, to);
  }

  /** Whether the expression is found in the text. */
  public boolean in(String text) {
    return mayMatch(text) && hits(text).find();
  }

  /** The same for a text that is asked for many wordings. */
  public boolean in(Presence presence) {
    return mayMatch(presence) && hits(presence.text()).find();
  }

  /** Whether the whole text matches the expression. */
  public boolean is(String text) {
    return mayBe(text) && hasRequired(text) && pattern.matcher(text).matches();
  }

  /** The same for a text that is asked for many wordings. */
  public boolean is(Presence presence) {
    return mayBe(presence.text())
        && presence.allows(this)
        && pattern.matcher(presence.text()).matches();
  }

  private boolean mayBe(String text) {
    return text.length() <= longest && mayBegin(text) && mayEnd(text);
  }

  /** The text with every match replaced, see {@link Matcher#replaceAll(String)}. */
  public String replaceAll(String text, String replacement) {
    return in(text) ? pattern.matcher(text).replaceAll(replacement) : text;
  }

  /** The parts of the text between matches, see {@link Pattern#split(CharSequence)}. */
  public List<String> split(String text) {
    return !mayMatch(text) ? List.of(text) : List.of(pattern.split(text));
  }

  /** Whether the text has what every match has. */
  boolean mayMatch(String text) {
    return isFramed(text) && hasRequired(text);
  }

  /** The same for a text that is asked for many wordings. */
  boolean mayMatch(Presence presence) {
    return isFramed(presence.text()) && presence.allows(this);
  }

  /** Whether the text begins and ends as it must where the expression is bound to its ends. */
  private boolean isFramed(String text) {
    return (!anchored || mayBegin(text))
        && (!closed || mayEnd(text))
        && (!anchored || !closed || text.length() - LONGEST_LINE_END <= longest);
  }

  /** Whether a match may begin with the first character. */
  private boolean mayBegin(String text) {
    return first == null || (!text.isEmpty() && first.has(text.charAt(0)));
  }

  /** Whether a match may end with the last character, or before it if it is a line's end. */
  private boolean mayEnd(String text) {
    if (last == null) {
      return true;
    }
    char unit = text.isEmpty() ? 0 : text.charAt(text.length() - 1);
    return !text.isEmpty() && (last.has(unit) || LINE_ENDS.has(unit));
  }

  /** Whether the text has one word of each group that is required. */
  boolean hasRequired(String text) {
    for (String[] words : required) {
      boolean one = false;
      for (int i = 0; i < words.length && !one; i++) {
        one = text.contains(words[i]);
      }
      if (!one) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return pattern.pattern();
  }
}
