package org.dafu.read;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that knows which words a text must have before it can match.
 *
 * <p>Why: reading a letter asks some three hundred expressions of its lines, and nearly all of them
 * are not there. Running each over each line costs forty times more than asking first whether its
 * words (答复, 联系人, 〔) are in the line at all. The words are derived from the expression itself, as
 * RE2's prefilter does (Cox, "Regular Expression Matching with a Trigram Index", 2012), so that a
 * rule stays one expression and its filter can never disagree with it.
 */
public final class Wording {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final int id = COUNT.getAndIncrement();
  private final Pattern pattern;
  private final List<List<String>> required;
  private final @Nullable CharSet first;
  private final boolean anchored;

  private Wording(String regex) {
    RequiredWords words = RequiredWords.of(regex);
    this.pattern = Pattern.compile(regex);
    this.required = words.groups();
    this.first = words.first() == null ? null : CharSet.of(words.first());
    this.anchored = words.anchored();
  }

  /**
   * The expression with its required words.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  public static Wording of(String regex) {
    return new Wording(regex);
  }

  /** Counts wordings from 0, for tables by wording. */
  int id() {
    return id;
  }

  /** Groups of words: a text that matches has at least one word of each group. */
  List<List<String>> required() {
    return required;
  }

  /** Where it stands in the text; none at once where the required words are missing. */
  public Hits matcher(String text) {
    return mayMatch(text) ? hits(text) : Hits.NONE;
  }

  /**
   * The same for a text of a letter.
   *
   * @param presence of the letter
   */
  public Hits matcher(String text, Presence presence) {
    return beginsWell(text) && presence.allows(this, text) ? hits(text) : Hits.NONE;
  }

  private Hits hits(String text) {
    return new Hits(pattern, text, first, anchored);
  }

  /** A matcher over {@code text[from, to)}, not filtered; for searches within what was found. */
  public Matcher within(String text, int from, int to) {
    return pattern.matcher(text).region(from, to);
  }

  /** Whether the expression is found in the text. */
  public boolean in(String text) {
    return mayMatch(text) && hits(text).find();
  }

  /**
   * The same for a text of a letter.
   *
   * @param presence of the letter
   */
  public boolean in(String text, Presence presence) {
    return matcher(text, presence).find();
  }

  /** Whether the whole text matches the expression. */
  public boolean is(String text) {
    return mayBegin(text) && mayMatch(text) && pattern.matcher(text).matches();
  }

  /** The text with every match replaced, see {@link Matcher#replaceAll(String)}. */
  public String replaceAll(String text, String replacement) {
    return in(text) ? pattern.matcher(text).replaceAll(replacement) : text;
  }

  /** Whether a match may begin with the first character. */
  private boolean mayBegin(String text) {
    return first == null || (!text.isEmpty() && first.has(text.charAt(0)));
  }

  private boolean beginsWell(String text) {
    return !anchored || mayBegin(text);
  }

  /** The parts of the text between matches, see {@link Pattern#split(CharSequence)}. */
  public List<String> split(String text) {
    return !mayMatch(text) ? List.of(text) : List.of(pattern.split(text));
  }

  private boolean mayMatch(String text) {
    if (!beginsWell(text)) {
      return false;
    }
    for (List<String> words : required) {
      boolean one = false;
      for (int i = 0; i < words.size() && !one; i++) {
        one = text.contains(words.get(i));
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
