package org.dafu.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dafu.read.Bytes;
import org.dafu.search.GivenLetter;
import org.dafu.search.GivenReading;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a bulk file and their names: the letter's own where it has one that no line before
 * it has, else the line's number.
 *
 * @param lines in order, blank ones left out
 */
record BulkLines(List<Line> lines) {
  private static final int CHUNK_BYTES = 1 << 20;

  BulkLines {
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param number from 1
   * @param name no other line of the file has it
   * @param from its first byte
   * @param length in bytes
   * @param fault what is wrong with it; null if nothing is
   */
  record Line(int number, String name, long from, int length, @Nullable String fault) {}

  /**
   * The lines of these bytes.
   *
   * @throws IOException if they cannot be read
   */
  static BulkLines of(Bytes bytes) throws IOException {
    List<Line> lines = new ArrayList<>();
    Set<String> names = new HashSet<>();
    long size = bytes.size();
    long lineStart = 0;
    int number = 1;
    for (long at = 0; at < size; at += CHUNK_BYTES) {
      byte[] chunk = bytes.at(at, (int) Math.min(CHUNK_BYTES, size - at));
      for (int i = 0; i < chunk.length; i++) {
        if (chunk[i] == '\n') {
          add(bytes, lineStart, at + i, number++, names, lines);
          lineStart = at + i + 1;
        }
      }
    }
    add(bytes, lineStart, size, number, names, lines);
    return new BulkLines(lines);
  }

  private static void add(
      Bytes bytes, long from, long end, int number, Set<String> names, List<Line> lines)
      throws IOException {
    byte[] line = bytes.at(from, (int) (end - from));
    if (isBlank(line)) {
      return;
    }
    switch (GivenLetter.read(line)) {
      case GivenReading.Broken broken ->
          lines.add(
              new Line(number, name(null, number, names), from, line.length, broken.reason()));
      case GivenLetter letter ->
          lines.add(new Line(number, name(letter.name(), number, names), from, line.length, null));
    }
  }

  private static String name(@Nullable String own, int number, Set<String> names) {
    if (own != null && names.add(own)) {
      return own;
    }
    String name = String.valueOf(number);
    while (!names.add(name)) {
      name = "line-" + name;
    }
    return name;
  }

  private static boolean isBlank(byte[] line) {
    for (byte unit : line) {
      if (unit != ' ' && unit != '\t' && unit != '\r') {
        return false;
      }
    }
    return true;
  }
}
