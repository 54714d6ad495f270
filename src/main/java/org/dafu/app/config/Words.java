package org.dafu.app.config;

import java.util.Arrays;
import java.util.List;

/** Several words in one cell, parted by a vertical line of either width. */
final class Words {
  private Words() {}

  static List<String> split(String cell) {
    if (cell.isEmpty()) { // most cells of the longest file, read at every start
      return List.of();
    }
    return Arrays.stream(cell.replace('｜', '|').split("[|]"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
