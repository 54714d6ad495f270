package org.dafu.read;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some pages print a letter twice, one copy below the other: the second is set aside. */
final class DoubledLetter {
  private static final int FEWEST_LINES = 4;
  private static final int LONG_LINE = 20;

  /** A second copy that ends at most so many lines before the end of the document is one. */
  private static final int MOST_BEHIND = 2;

  /** Of a document in which one line stands again and again only so many are compared in full. */
  private static final int MOST_TRIES = 50;

  private DoubledLetter() {}

  /** The blocks up to where they begin to repeat from the start. */
  static List<RawBlock> cut(List<RawBlock> blocks) {
    if (allDiffer(blocks)) {
      return blocks;
    }
    List<String> lines = blocks.stream().map(DoubledLetter::fold).toList();
    Map<String, Integer> firsts = new HashMap<>();
    int tries = MOST_TRIES;
    for (int second = 0; second < lines.size(); second++) {
      Integer first = firsts.putIfAbsent(lines.get(second), second);
      boolean mayRepeat = first != null && second >= FEWEST_LINES;
      if (mayRepeat && reachesEnd(lines, first, second) && tries-- > 0) {
        if (repeats(lines, first, second)) {
          return blocks.subList(0, second);
        }
      }
    }
    return blocks;
  }

  /** Whether the first copy is as long as what is left for the second. */
  private static boolean reachesEnd(List<String> lines, int first, int second) {
    return second - first >= lines.size() - MOST_BEHIND - second;
  }

  /**
   * Whether the lines from here to the end stand, in order, somewhere above, long ones among them.
   */
  private static boolean repeats(List<String> lines, int first, int second) {
    int same = 0;
    int longSame = 0;
    while (second + same < lines.size()
        && first + same < second
        && lines.get(first + same).equals(lines.get(second + same))) {
      longSame += lines.get(second + same).length() > LONG_LINE ? 1 : 0;
      same++;
    }
    return same >= FEWEST_LINES && longSame >= 3 && second + same >= lines.size() - MOST_BEHIND;
  }

  /** Of most letters no block stands twice, white space aside, which their hashes tell. */
  static boolean allDiffer(List<RawBlock> blocks) {
    int[] hashes = new int[blocks.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] =
          switch (blocks.get(i)) {
            case RawBlock.Line line -> hash(0, line.text());
            case RawBlock.Table table -> hash(table);
          };
    }
    Arrays.sort(hashes);
    for (int i = 1; i < hashes.length; i++) {
      if (hashes[i] == hashes[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private static int hash(RawBlock.Table table) {
    int hash = 0;
    for (List<MappedText> row : table.rows()) {
      for (MappedText cell : row) {
        hash = hash(hash, cell);
      }
    }
    return hash;
  }

  private static int hash(int before, CharSequence text) {
    int hash = before;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      hash = isSpace(unit) ? hash : 31 * hash + unit;
    }
    return hash;
  }

  private static boolean isSpace(char unit) {
    return unit <= '\u3000' && Character.isWhitespace(unit);
  }

  private static String fold(RawBlock block) {
    String text =
        switch (block) {
          case RawBlock.Line line -> line.text().toString();
          case RawBlock.Table table -> table.rows().toString();
        };
    StringBuilder tight = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        tight.append(text.charAt(i));
      }
    }
    return tight.toString();
  }
}
