package org.dafu.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dafu.reply.Span;
import org.dafu.search.TextField;

/**
 * Finds the words of a search in a letter, literally: full-width and half-width forms and both
 * cases of Latin letters are one, nothing else is.
 *
 * <p>A run of Chinese that does not stand in the letter as typed is looked for piece by piece, the
 * longest pieces first, of two characters at least: 养老服务补贴 marks 养老服务 and 补贴.
 */
final class QueryMarks {
  /** Characters of a query that are looked for; beyond that marking is not worth its time. */
  private static final int MAX_QUERY = 300;

  private static final int MAX_PIECE = 20;

  private static final int MAX_MARKS = 2000;

  private static final String OPENING = "\"“「『";
  private static final String CLOSING = "\"”」』";

  private final String text;
  private final List<Span> found = new ArrayList<>();

  private QueryMarks(String text) {
    this.text = fold(text);
  }

  /** Ranges of the text in order, not touching one another. */
  static List<Span> of(String text, String q) {
    if (q.isBlank()) {
      return List.of();
    }
    QueryMarks marks = new QueryMarks(text);
    marks.scan(fold(q.length() > MAX_QUERY ? q.substring(0, MAX_QUERY) : q));
    return merged(marks.found);
  }

  /** Cuts the query at white space, brackets and quotation marks; what is refused is left out. */
  private void scan(String q) {
    int at = 0;
    while (at < q.length()) {
      char c = q.charAt(at);
      boolean refused = c == '-' && at + 1 < q.length();
      int start = refused ? at + 1 : at;
      int quote = OPENING.indexOf(q.charAt(start));
      if (quote >= 0) {
        int close = q.indexOf(CLOSING.charAt(quote), start + 1);
        int end = close < 0 ? q.length() : close;
        if (!refused) {
          all(q.substring(start + 1, end));
        }
        at = end + 1;
      } else if (isBreak(c)) {
        at++;
      } else {
        int end = wordEnd(q, start);
        if (!refused) {
          word(q.substring(start, end));
        }
        at = Math.max(end, at + 1);
      }
    }
  }

  private static int wordEnd(String q, int from) {
    int end = from;
    while (end < q.length() && !isBreak(q.charAt(end)) && OPENING.indexOf(q.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean isBreak(char c) {
    return Character.isWhitespace(c) || "()（）,，、;；|｜".indexOf(c) >= 0;
  }

  private void word(String word) {
    int colon = word.indexOf(':');
    Optional<TextField> field = TextField.ofName(word.substring(0, Math.max(0, colon)));
    if (field.isPresent()) {
      if (field.get().filter().isEmpty()) {
        word(word.substring(colon + 1));
      }
      return;
    }
    if (word.isEmpty() || word.equals("or") || word.equals("and")) {
      return;
    }
    if (!all(word) && word.chars().anyMatch(QueryMarks::isHan)) {
      pieces(word);
    }
  }

  private void pieces(String word) {
    int at = 0;
    while (at < word.length()) {
      int length = longestPiece(word, at).orElse(0);
      if (length > 0) {
        all(word.substring(at, at + length));
      }
      at += Math.max(1, length);
    }
  }

  private Optional<Integer> longestPiece(String word, int at) {
    for (int length = Math.min(MAX_PIECE, word.length() - at); length >= 2; length--) {
      if (text.contains(word.substring(at, at + length))) {
        return Optional.of(length);
      }
    }
    return Optional.empty();
  }

  /** Marks every place where the piece stands as a whole. */
  private boolean all(String piece) {
    if (piece.isBlank()) {
      return false;
    }
    boolean any = false;
    int at = text.indexOf(piece);
    while (at >= 0 && found.size() < MAX_MARKS) {
      int end = at + piece.length();
      if (!cuts(at) && !cuts(end)) {
        found.add(new Span(at, end));
        any = true;
      }
      at = text.indexOf(piece, at + 1);
    }
    return any;
  }

  /** Whether a boundary here would cut a number or a Latin word in two: 68 is not in 1968. */
  private boolean cuts(int at) {
    if (at <= 0 || at >= text.length()) {
      return false;
    }
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    return (isDigit(before) && isDigit(after)) || (isLatin(before) && isLatin(after));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isHan(int unit) {
    return Character.isIdeographic(unit) || Character.isSurrogate((char) unit);
  }

  /** One unit for each unit, so that places stay the same. */
  private static String fold(String from) {
    StringBuilder folded = new StringBuilder(from.length());
    for (int i = 0; i < from.length(); i++) {
      char c = from.charAt(i);
      char half = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
      folded.append(half < 128 ? Character.toLowerCase(half) : half);
    }
    return folded.toString();
  }

  private static List<Span> merged(List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    List<Span> ordered = new ArrayList<>(spans);
    ordered.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
    for (Span span : ordered) {
      Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && span.start() <= last.end()) {
        Span joined = new Span(last.start(), Math.max(last.end(), span.end()));
        merged.set(merged.size() - 1, joined);
      } else {
        merged.add(span);
      }
    }
    return List.copyOf(merged);
  }
}
