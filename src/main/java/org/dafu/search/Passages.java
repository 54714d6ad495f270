package org.dafu.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dafu.reply.Reply;
import org.dafu.reply.Section;

/**
 * Cuts letters into passages. A whole letter has no one meaning: its vector finds nothing (nDCG@10
 * .26 on long documents). A section that is too long is cut at the ends of sentences into parts of
 * about one length.
 */
public final class Passages {
  /** Most UTF-16 units of a passage; a model reads about as many characters. */
  public static final int MAX_UNITS = 500;

  private static final String SENTENCE_ENDS = "。！？；!?;\n";

  private static final String PAUSES = "，、：,: ";

  private Passages() {}

  /** A letter's titles and its sections, else its text, in order, each passage once. */
  public static List<Passage> of(Reply reply) {
    Set<String> texts = new LinkedHashSet<>();
    reply.titles().forEach(title -> add(title, texts));
    if (reply.sections().isEmpty()) {
      add(reply.text(), texts);
    } else {
      reply.sections().forEach(section -> add(reply, section, texts));
    }
    return passages(texts);
  }

  /** A section with those below it. */
  public static List<Passage> of(Reply reply, Section section) {
    Set<String> texts = new LinkedHashSet<>();
    add(reply, section, texts);
    return passages(texts);
  }

  private static List<Passage> passages(Set<String> texts) {
    return texts.stream().map(Passage::of).toList();
  }

  private static void add(Reply reply, Section section, Set<String> into) {
    String text = reply.text();
    int start = section.span().start();
    boolean placed = section.span().length() > 0 && section.span().end() <= text.length();
    if (!placed) {
      String heading = section.heading() == null ? "" : section.heading() + "\n";
      add(heading + section.text(), into);
    } else if (section.children().isEmpty()) {
      add(section.span().of(text), into);
    } else {
      int below = section.children().getFirst().span().start();
      add(text.substring(start, Math.max(start, Math.min(below, section.span().end()))), into);
      section.children().forEach(child -> add(reply, child, into));
    }
  }

  private static void add(String text, Set<String> into) {
    for (String piece : cut(text.strip())) {
      if (!piece.isEmpty()) {
        into.add(piece);
      }
    }
  }

  /** Pieces of about one length, none longer than {@link #MAX_UNITS}. */
  static List<String> cut(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int left = text.length() - from;
      int parts = (left + MAX_UNITS - 1) / MAX_UNITS;
      int to = parts == 1 ? text.length() : end(text, from, left / parts);
      pieces.add(text.substring(from, to).strip());
      from = to;
    }
    return pieces;
  }

  /** The end of a sentence, else a pause, nearest to the length wanted; else the furthest. */
  private static int end(String text, int from, int wanted) {
    for (String ends : List.of(SENTENCE_ENDS, PAUSES)) {
      int best = 0;
      for (int length = wanted / 2 + 1; length <= MAX_UNITS; length++) {
        boolean nearer = best == 0 || Math.abs(length - wanted) < Math.abs(best - wanted);
        if (nearer && ends.indexOf(text.charAt(from + length - 1)) >= 0) {
          best = length;
        }
      }
      if (best > 0) {
        return from + best;
      }
    }
    int furthest = from + MAX_UNITS;
    return Character.isHighSurrogate(text.charAt(furthest - 1)) ? furthest - 1 : furthest;
  }
}
