package org.dafu.extract;

import org.dafu.read.Hits;
import org.dafu.read.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The label that a section begins with.
 *
 * @param style which kind; earlier kinds stand above later ones
 * @param length of the label in units of the line's tight text
 */
record SectionLabel(Style style, int length) {
  /**
   * Kinds of label, from the outermost to the innermost as official documents number (GB/T 9704).
   */
  enum Style {
    CHAPTER("^第[一二三四五六七八九十]{1,3}(?:部分|章|节)[、,:]?"),
    FORMAL("^[壹贰叁肆伍陆柒捌玖拾]{1,2}[、.．]"),
    HEAVENLY("^[甲乙丙丁戊己庚辛][、.．](?!类)"),
    CHINESE("^[一二三四五六七八九十]{1,3}[、.．](?=[^\\d])|^[一二三四五六七八九十]{1,3}[、](?=\\d)"),
    BRACKETED("^[(][一二三四五六七八九十]{1,3}[)][、.]?"),
    DIGIT("^\\d{1,2}(?:[、．]|[.](?!\\d)|[.](?=(?:19|20)\\d{2}年))"),
    BRACKETED_DIGIT("^[(]\\d{1,2}[)][、.]?|^[①-⑳]"),
    ORDINAL("^第[一二三四五六七八九十]{1,2}(?:项|点|条|方面|件)?[,、:]"),
    /** Words of running text: what follows is a sentence, never a heading. */
    ADVERB("^(?:首先|其次|再次|最后)[,、:]"),
    SPOKEN("^[一二三四五六七八九十]{1,2}是(?:要)?[:,]?|^[一二三四五六七八九十]要(?=[\\u4e00-\\u9fa5])"),
    BULLET("^[●◆▲◇▪★➢•]");

    /** Kinds that a single paragraph may begin with by chance: one alone labels nothing. */
    boolean needsSecond() {
      return compareTo(ORDINAL) >= 0;
    }

    private final Wording pattern;

    Style(String regex) {
      this.pattern = Wording.of(regex);
    }
  }

  private static final Wording BARE_DIGIT =
      Wording.of("^\\d{1,2}(?=[\\u4e00-\\u9fa5])(?!\\d*[年月日个名])");

  /**
   * The label that this line begins with, a bare number too if the source marks it as a heading;
   * null if none.
   */
  static @Nullable SectionLabel of(Line line) {
    if (line.marked()) {
      Hits bare = BARE_DIGIT.matcher(line.text());
      if (bare.lookingAt()) {
        return new SectionLabel(Style.DIGIT, bare.end());
      }
    }
    return of(line.text());
  }

  /** Whether labels begin with this character: nearly no line of text does. */
  private static boolean isFirst(char unit) {
    return (unit >= '0' && unit <= '9')
        || (unit >= '①' && unit <= '⑳')
        || "(第一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾首其再最甲乙丙丁戊己庚辛●◆▲◇▪★➢•".indexOf(unit) >= 0;
  }

  /** The label that this line begins with; null if none. */
  static @Nullable SectionLabel of(String line) {
    if (line.isEmpty() || !isFirst(line.charAt(0))) {
      return null;
    }
    for (Style style : Style.values()) {
      Hits matcher = style.pattern.matcher(line);
      if (matcher.lookingAt() && matcher.end() < line.length()) {
        return new SectionLabel(style, matcher.end());
      }
    }
    return null;
  }
}
